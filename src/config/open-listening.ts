import { isIP } from 'node:net';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

/**
 * Without `clients` anybody who reaches the port may ask: only on loopback, unless the configuration says so in words.
 * Throws `ConfigError`.
 */
export function refuseOpenListening(file: string, { server, clients }: Config): void {
  if (clients.length > 0 || server.allowAnonymous || isLoopback(server.host)) return;
  throw new ConfigError(file, [
    {
      path: 'server.host',
      line: null,
      message:
        'without `clients` the gateway listens on a loopback address only (127.0.0.1, ::1, localhost); ' +
        'add clients, or set server.allowAnonymous: true to let everybody in',
    },
  ]);
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
