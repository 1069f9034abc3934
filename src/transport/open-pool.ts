import { Pool } from 'undici';
import type { SourceSettings } from './source-transport.ts';

const connectMilliseconds = 2000;

/** Opens the connections to a source; redirects are not followed, nothing is retried, unpacked or kept there. */
export function openPool({ url, maxConcurrent, timeoutMs }: SourceSettings): Pool {
  return new Pool(new URL(url).origin, {
    connections: maxConcurrent,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(connectMilliseconds, timeoutMs) },
    // The deadline of each call is exact; these timers are coarse, and the second never ends a drip of bytes.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Shorter than what servers commonly grant, so that no call goes out on a connection about to be closed.
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  });
}
