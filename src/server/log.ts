import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** Writes one JSON object a line. */
export type Log = Logger;

/** Makes the log. It goes to standard error, so that what a command prints stays clean. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  );
}
