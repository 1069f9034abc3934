import type { Config } from '../config/config.ts';
import { MemoryCache } from '../cache/memory-cache.ts';
import type { Log } from '../server/log.ts';
import { createOpenTransport } from '../transport/open-transport.ts';
import type { OpenTransport } from '../transport/source-transport.ts';

/** Opens what all sources share: the cache and, through it, the way to the vendors. */
export function openCache(
  config: Config,
  _log: Log,
): { openTransport: OpenTransport; close: () => Promise<void> } {
  const cache = new MemoryCache({ maxBytes: config.cache.memoryMb * 1_000_000 });
  return { openTransport: createOpenTransport({ cache }), close: () => cache.close() };
}
