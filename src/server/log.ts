import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** Writes one JSON object a line. */
export type Log = Logger;

/** So many characters wait for a log that cannot be written at the moment; further lines are lost. */
const mostWaiting = 1_000_000;

/**
 * Makes the log. It goes to standard error, so that what a command prints stays clean. A full disk, or a reader who is
 * gone, neither stops the gateway nor keeps it from ending: what waits is written when that is possible again, or never.
 */
export function createLog(level: LogLevel): Log {
  const destination = pino.destination({ fd: 2, sync: false, maxLength: mostWaiting });
  destination.on('error', () => {});
  // At the end of a process it would try for ever. A process that ends by itself has written everything by then.
  destination.flushSync = () => {};
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
