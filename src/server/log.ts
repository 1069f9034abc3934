import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** Writes one JSON object a line. */
export type Log = Logger;

/** How many characters wait while the log cannot be written; further lines are lost. */
const mostWaiting = 1_000_000;

/**
 * Makes the log. It goes to standard error, so that what a command prints stays clean. A full disk, or a reader that
 * has gone, neither stops the gateway nor keeps it from ending: lines that wait are written when that is possible
 * again, or never.
 */
export function createLog(level: LogLevel): Log {
  const destination = pino.destination({ fd: 2, sync: false, maxLength: mostWaiting });
  destination.on('error', () => {});
  // At the end of the process it would try for ever. A process that ends in good order has written everything by then.
  destination.flushSync = () => {};
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
