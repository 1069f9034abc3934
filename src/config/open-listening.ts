import { isIP } from 'node:net';
import type { Config } from './config.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';

/** What `faultsOfListening` looks at, in a file that may hold anything. */
interface WrittenListening {
  readonly server?: { readonly host?: unknown; readonly allowAnonymous?: unknown } | null;
  readonly clients?: unknown;
}

/**
 * The fault of a gateway that listens beyond loopback without `clients`, where anybody who reaches the port may ask,
 * unless `server.allowAnonymous` permits it. `data`: a configuration, checked or not.
 */
export function faultsOfListening(data: unknown): readonly Omit<ConfigFault, 'line'>[] {
  const { server, clients } = (data ?? {}) as WrittenListening;
  const { host, allowAnonymous } = server ?? {};
  const hasClients = Array.isArray(clients) && clients.length > 0;
  if (hasClients || allowAnonymous === true || typeof host !== 'string' || isLoopback(host)) return [];
  return [
    {
      path: 'server.host',
      message:
        'without `clients` the gateway listens on a loopback address only (127.0.0.1, ::1, localhost); ' +
        'add clients, or set server.allowAnonymous: true to let everybody in',
    },
  ];
}

/** Throws `ConfigError` where `faultsOfListening` finds one. */
export function refuseOpenListening(file: string, config: Config): void {
  const faults = faultsOfListening(config);
  if (faults.length > 0)
    throw new ConfigError(
      file,
      faults.map((fault) => ({ ...fault, line: null })),
    );
}

/** Whether a name or address is of this machine alone. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
