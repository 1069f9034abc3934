import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster, Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { freePort } from './redis-server.ts';

const slotCount = 16_384;
const masterCount = 3;
/** After how many milliseconds of silence the servers take another one for dead. */
const nodeTimeout = 1000;

/** One server of a cluster. */
export interface ClusterServer {
  readonly port: number;
  /** Where it talks to the other servers. */
  readonly busPort: number;
  /** For what is asked of this server alone. */
  readonly client: Redis;
  signal(name: NodeJS.Signals): void;
}

/** A Redis Cluster of one test: three servers that share the keys, and on request one that can take a place. */
export interface RedisCluster {
  /** Names one server. */
  readonly url: string;
  readonly masters: readonly ClusterServer[];
  /** For looking at what is stored. */
  readonly client: Cluster;
  /** The server that holds a key. */
  holderOf(key: string): Promise<ClusterServer>;
  /** Adds a server that takes the place of another when that is dead; resolves when it has what the other has. */
  addReplicaOf(master: ClusterServer): Promise<ClusterServer>;
  /** Moves the slot of a key, with all that is in it, to another server. */
  move(key: string, to: ClusterServer): Promise<void>;
}

/** Starts a cluster on free ports for the running test. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-cluster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const masters = await Promise.all(Array.from({ length: masterCount }, () => startServer(folder)));
  const [first] = masters as [ClusterServer, ...ClusterServer[]];
  const share = Math.ceil(slotCount / masterCount);
  for (const [at, { client }] of masters.entries()) {
    const last = Math.min(slotCount, (at + 1) * share) - 1;
    await client.cluster('ADDSLOTSRANGE', at * share, last);
    await client.cluster('SET-CONFIG-EPOCH', at + 1);
    if (client !== first.client) await meet(client, first);
  }
  await Promise.all(masters.map(isUp));
  const client = new Cluster(
    masters.map(({ port }) => ({ host: '127.0.0.1', port })),
    { redisOptions: { maxRetriesPerRequest: 0 } },
  );
  client.on('error', () => {});
  onTestFinished(() => client.disconnect());
  return {
    url: `redis-cluster://127.0.0.1:${first.port}`,
    masters,
    client,
    holderOf: async (key) => {
      const slot = await first.client.cluster('KEYSLOT', key);
      return masters[Math.floor(slot / share)] as ClusterServer;
    },
    addReplicaOf: async (master) => {
      const replica = await startServer(folder);
      await meet(replica.client, first);
      await until(async () => String(await replica.client.cluster('NODES')).includes(await idOf(master)));
      await replica.client.cluster('REPLICATE', await idOf(master));
      await until(async () => (await replica.client.info('replication')).includes('master_link_status:up'));
      // It has to know what it would take over, and the others have to know whom they would vote for.
      await until(async () => (await replica.client.cluster('INFO')).includes('cluster_state:ok'));
      const known = new RegExp(`^${await idOf(replica)} .* slave ${await idOf(master)} `, 'm');
      for (const { client: each } of masters)
        await until(async () => known.test(String(await each.cluster('NODES'))));
      return replica;
    },
    move: async (key, to) => {
      const slot = await first.client.cluster('KEYSLOT', key);
      const from = masters[Math.floor(slot / share)] as ClusterServer;
      await to.client.cluster('SETSLOT', slot, 'IMPORTING', await idOf(from));
      await from.client.cluster('SETSLOT', slot, 'MIGRATING', await idOf(to));
      const keys = await from.client.cluster('GETKEYSINSLOT', slot, 1000);
      if (keys.length > 0)
        await from.client.call('MIGRATE', '127.0.0.1', to.port, '', 0, 5000, 'KEYS', ...keys);
      for (const { client: each } of [to, from]) await each.cluster('SETSLOT', slot, 'NODE', await idOf(to));
    },
  };
}

async function startServer(folder: string, attempts = 5): Promise<ClusterServer> {
  const [port, busPort] = [await freePort(), await freePort()];
  const settings = {
    port,
    'cluster-port': busPort,
    'cluster-enabled': 'yes',
    'cluster-config-file': `nodes-${port}.conf`,
    'cluster-node-timeout': nodeTimeout,
    // Whoever stood still for a while may otherwise be too long behind to take another's place.
    'cluster-replica-validity-factor': 0,
    'repl-diskless-sync-delay': 0,
    dir: folder,
    save: '',
    appendonly: 'no',
    bind: '127.0.0.1',
  };
  const given = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', given, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  const ended = once(child, 'exit').then(() => 'ended' as const);
  if ((await Promise.race([client.ping(), ended])) === 'ended') {
    client.disconnect();
    // Somebody else may have taken a port meanwhile.
    if (attempts > 1) return startServer(folder, attempts - 1);
    throw new Error('expected redis-server to start as a server of a cluster');
  }
  onTestFinished(() => stop(child, client));
  return { port, busPort, client, signal: (name) => void child.kill(name) };
}

async function stop(child: ChildProcess, client: Redis): Promise<void> {
  client.disconnect();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function meet(client: Redis, other: ClusterServer): Promise<void> {
  await client.cluster('MEET', '127.0.0.1', other.port, other.busPort);
}

async function isUp({ client }: ClusterServer): Promise<void> {
  await until(async () => {
    const told = await client.cluster('INFO');
    return told.includes('cluster_state:ok') && told.includes(`cluster_known_nodes:${masterCount}`);
  });
}

async function idOf({ client }: ClusterServer): Promise<string> {
  return String(await client.call('CLUSTER', 'MYID'));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}
