import { Cluster, Command, type Redis } from 'ioredis';
import { promisify } from 'node:util';
import type { RedisClient } from './redis-client.ts';
import { redisOptions } from './redis-options.ts';
import { redisScripts, type ScriptedRedis } from './redis-scripts.ts';

/** How often it is asked which server holds what, in milliseconds; a server that is asked in vain says so itself. */
const locateEvery = 5000;

/**
 * A client of a cluster. It knows some of the servers from the URL and asks them for the others. No command is sent
 * again after its connection has ended, as it may have taken effect.
 */
export class RedisClusterClient implements RedisClient {
  readonly commands: ScriptedRedis;
  readonly database = 0;
  readonly #cluster: Cluster;

  constructor(url: string) {
    const { protocol, username, password, host, searchParams } = new URL(url);
    const { retryStrategy, enableOfflineQueue: _, ...ofServers } = redisOptions;
    const family = searchParams.get('family');
    this.#cluster = new Cluster([host, ...searchParams.getAll('node')].map(addressOf), {
      redisOptions: {
        ...ofServers,
        ...(username === '' ? {} : { username: decodeURIComponent(username) }),
        ...(password === '' ? {} : { password: decodeURIComponent(password) }),
        ...(protocol.startsWith('rediss') ? { tls: {} } : {}),
        ...(family === null ? {} : { family: Number(family) }),
      },
      clusterRetryStrategy: retryStrategy,
      enableReadyCheck: false,
      retryDelayOnFailover: 0,
      retryDelayOnClusterDown: 0,
      retryDelayOnTryAgain: 20,
      slotsRefreshTimeout: redisOptions.connectTimeout,
      slotsRefreshInterval: locateEvery,
      // A certificate is for the name of a server.
      dnsLookup: (name, found) => found(null, name),
      scripts: redisScripts,
    });
    this.commands = this.#cluster as ScriptedRedis;
  }

  /** Of servers that are away, each is named until another one has taken its place. */
  async locate(): Promise<void> {
    await promisify(this.#cluster.refreshSlotsCache.bind(this.#cluster))();
  }

  async tryOut(): Promise<void> {
    const servers = this.#cluster.status === 'ready' ? this.#cluster.nodes('master') : [];
    if (servers.length === 0) throw new Error('no server of the cluster is known');
    await Promise.all(servers.map((server) => server.ping()));
  }

  serverOf(key: string): Redis | undefined {
    const slot = new Command('exists', [key]).getSlot();
    const [holder] = (slot === null ? undefined : this.#cluster.slots[slot]) ?? [];
    return this.#cluster.nodes('master').find(({ options }) => `${options.host}:${options.port}` === holder);
  }
}

function addressOf(host: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(`redis-cluster://${host}`);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? 6379 : Number(port) };
}
