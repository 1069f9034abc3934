import type { Config } from '../config/config.ts';
import { openCache } from '../cache/open-cache.ts';
import type { Log } from '../server/log.ts';
import { createOpenTransport } from '../transport/open-transport.ts';
import type { OpenTransport } from '../transport/source-transport.ts';

/** What all sources share. */
export interface SharedParts {
  readonly openTransport: OpenTransport;
  close(): Promise<void>;
}

/** Opens what all sources share: the cache and, through it, the way to the vendors. */
export function openShared({ cache: settings }: Config, log: Log): SharedParts {
  const { cache, redis } = openCache({
    redisUrl: settings.redis?.reveal() ?? null,
    prefix: settings.prefix,
    memoryBytes: settings.memoryMb * 1_000_000,
    encryptionKey: settings.encryptionKey?.reveal() ?? null,
    warn: (message) => log.warn(message),
  });
  return {
    openTransport: createOpenTransport({ cache, redis, prefix: settings.prefix }),
    close: () => cache.close(),
  };
}
