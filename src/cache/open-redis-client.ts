import type { RedisClient } from './redis-client.ts';
import { RedisClusterClient } from './redis-cluster-client.ts';
import { RedisServerClient } from './redis-server-client.ts';

/**
 * Opens the client for a URL: `redis-cluster://` or `rediss-cluster://` for a cluster, else one server. Redis may be
 * away.
 */
export function openRedisClient(url: string): RedisClient {
  return /^rediss?-cluster:/.test(url) ? new RedisClusterClient(url) : new RedisServerClient(url);
}
