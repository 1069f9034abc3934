import { describe, expect, it, onTestFinished } from 'vitest';
import type { CacheEntry } from '../../src/cache/cache.ts';
import { CacheEnvelope } from '../../src/cache/cache-envelope.ts';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import { RedisInvalidationChannel } from '../../src/cache/invalidation-channel.ts';
import { openCache } from '../../src/cache/open-cache.ts';
import { RedisBroadcast } from '../../src/cache/redis-broadcast.ts';
import { RedisCache } from '../../src/cache/redis-cache.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import type { LookNews, SharedLooks } from '../../src/contract/shared-looks.ts';
import { startRedisCluster, type ClusterServer, type RedisCluster } from './redis-cluster.ts';
import { redisMissing, startRedis } from './redis-server.ts';

/** Long enough for the servers to agree that one of them is dead, on a slow machine. */
const slowly = { timeout: 30_000 };
const prefix = 'test';
/** Where messages go. */
const messages = `${prefix}:messages`;

async function connect(url: string) {
  const warnings: string[] = [];
  const connection = new RedisConnection({ url, warn: (message) => warnings.push(message) });
  onTestFinished(() => connection.close());
  await connection.firstContact();
  return { connection, warnings };
}

async function openShared(cluster: RedisCluster): Promise<RedisCache> {
  const { connection } = await connect(cluster.url);
  const cache = new RedisCache({ connection, prefix, envelope: new CacheEnvelope(new ContentSeal(null)) });
  onTestFinished(() => cache.close());
  return cache;
}

/** One replica's ear: what it is told of changes, and of gaps. */
async function openEar(cluster: RedisCluster) {
  const { connection } = await connect(cluster.url);
  const broadcast = new RedisBroadcast(connection, prefix);
  const channel = new RedisInvalidationChannel(connection, broadcast, prefix);
  const heard: string[] = [];
  channel.listen({ onTags: (tags) => heard.push(...tags), onGap: () => heard.push('gap') });
  onTestFinished(async () => {
    channel.close();
    await broadcast.close();
  });
  await expect.poll(() => broadcast.isListening, slowly).toBe(true);
  return { channel, broadcast, connection, heard };
}

/** One replica's part in looking for changes, as soon as it hears the others. */
async function openLooks(cluster: RedisCluster): Promise<SharedLooks> {
  const opened = openCache({
    redisUrl: cluster.url,
    prefix,
    accountOf: () => 'account',
    memoryBytes: 1_000_000,
    encryptionKey: null,
    warn: () => {},
  });
  onTestFinished(() => opened.close());
  await opened.settled;
  if (!opened.looks) throw new Error('expected looks to be shared over Redis');
  return opened.looks;
}

const noNews: LookNews = {
  rows: [],
  from: 0,
  lookedAt: 0,
  isWhole: true,
  lacksRows: false,
  nextWithin: 1000,
};

const ignored = (): void => {};

async function take(looks: SharedLooks, source: string) {
  const news: LookNews[] = [];
  const seat = looks.take(
    { source, filter: {} },
    { onBreak: ignored, onNews: (told) => news.push(told), onAsked: ignored, onHurry: ignored },
  );
  onTestFinished(() => seat.leave());
  await seat.settled;
  return { seat, news };
}

function entryOf(value: string, tag: string): CacheEntry {
  const end = steadyNow() + 60_000;
  const times = { askedAt: 1, fetchedAt: 1, freshUntil: end, usableUntil: end, keptUntil: end };
  return { ...times, value, tags: [tag], bytes: 9 };
}

/** A source for each server, whose keys are there. */
async function sourcesOf({ masters, holderOf }: RedisCluster): Promise<ReadonlyMap<ClusterServer, string>> {
  const found = new Map<ClusterServer, string>();
  for (let at = 0; found.size < masters.length; at += 1) found.set(await holderOf(`{s${at}}`), `s${at}`);
  return found;
}

const skipped = redisMissing ? ` (${redisMissing})` : '';

describe.skipIf(redisMissing)(`a Redis Cluster${skipped}`, { timeout: 60_000 }, () => {
  it('keeps what belongs to a source on one server, and that of different sources on different ones', async () => {
    const cluster = await startRedisCluster();
    const cache = await openShared(cluster);
    const sources = await sourcesOf(cluster);
    for (const source of sources.values()) {
      const lease = await cache.lease(`{${source}}:a`);
      await lease.store(entryOf(source, `{${source}}:tag`));
      await lease.release();
    }
    for (const [server, source] of sources) {
      expect((await cache.get(`{${source}}:a`))?.value).toBe(source);
      const names = ['a', 'changed', 'tag'].map((name) => `${prefix}:{${source}}:${name}`);
      expect((await server.client.keys('*')).toSorted()).toEqual(names);
    }
  });

  it('drops what a change of several sources makes stale, and what is stored too late', async () => {
    const cluster = await startRedisCluster();
    const cache = await openShared(cluster);
    const sources = [...(await sourcesOf(cluster)).values()];
    const leases = await Promise.all(sources.map((source) => cache.lease(`{${source}}:late`)));
    for (const source of sources) {
      const lease = await cache.lease(`{${source}}:a`);
      await lease.store(entryOf(source, `{${source}}:tag`));
    }
    await cache.invalidate(sources.map((source) => `{${source}}:tag`));
    for (const [at, source] of sources.entries()) {
      await leases[at]?.store(entryOf(source, `{${source}}:tag`));
      expect(await cache.get(`{${source}}:a`)).toBeUndefined();
      expect(await cache.get(`{${source}}:late`)).toBeUndefined();
    }
  });

  it('tells every replica of a change before the change is over', async () => {
    const cluster = await startRedisCluster();
    const ears = await Promise.all(Array.from({ length: 3 }, () => openEar(cluster)));
    for (let change = 0; change < 50; change += 1) {
      await ears[change % 3]?.channel.announce([`tag ${change}`]);
      for (const at of [1, 2]) expect(ears[(change + at) % 3]?.heard.at(-1)).toBe(`tag ${change}`);
    }
  });

  it('carries what one replica sees at any source to the others', async () => {
    const cluster = await startRedisCluster();
    const [one, two] = [await openLooks(cluster), await openLooks(cluster)];
    for (const source of (await sourcesOf(cluster)).values()) {
      const leading = await take(one, source);
      const following = await take(two, source);
      expect([leading.seat.role, following.seat.role]).toEqual(['leading', 'following']);
      expect(await leading.seat.tell({ ...noNews, from: 7 })).toBe(true);
      await expect.poll(() => following.news).toEqual([{ ...noNews, from: 7 }]);
    }
  });

  it('is followed when it moves keys to another server, and so are those who listen there', async () => {
    const cluster = await startRedisCluster();
    const [one, two] = [await openEar(cluster), await openEar(cluster)];
    await one.connection.run('set', (redis) => redis.set(messages, 'kept'));
    const from = await cluster.holderOf(messages);
    const to = cluster.masters.find((server) => server !== from) as ClusterServer;
    await cluster.move(messages, to);
    expect(await one.connection.run('get', (redis) => redis.get(messages))).toBe('kept');
    const listeners = async () => Number((await to.client.pubsub('NUMSUB', `${prefix}:invalidated`)).at(1));
    await expect.poll(listeners, slowly).toBe(2);
    await expect.poll(() => [one, two].every(({ broadcast }) => broadcast.isListening)).toBe(true);
    expect(two.heard.at(-1)).toBe('gap');
    await one.channel.announce(['moved']);
    expect(two.heard.at(-1)).toBe('moved');
  });

  it('is gone on without while one of its servers hangs', async () => {
    const cluster = await startRedisCluster();
    const { connection, warnings } = await connect(cluster.url);
    const server = await cluster.holderOf('key');
    await connection.run('set', (redis) => redis.set('key', 'value'));
    server.signal('SIGSTOP');
    expect(await connection.run('get', (redis) => redis.get('key'))).toBeUndefined();
    expect(connection.usable).toBe(false);
    expect(warnings).toEqual(['Redis cannot be used (get: timed out); vendors are called instead']);
    server.signal('SIGCONT');
    await expect.poll(() => connection.usable, slowly).toBe(true);
    await expect.poll(() => connection.run('get', (redis) => redis.get('key')), slowly).toBe('value');
    expect(warnings.slice(1)).toEqual(['Redis can be used again']);
  });

  it('tells of changes even while it takes no commands, because one of its servers is dead', async () => {
    const cluster = await startRedisCluster();
    const [one, two] = [await openEar(cluster), await openEar(cluster)];
    const home = await cluster.holderOf(messages);
    const [dead, alive] = cluster.masters.filter((server) => server !== home);
    const source = (await sourcesOf(cluster)).get(dead as ClusterServer);
    dead?.signal('SIGKILL');
    expect(await one.connection.runPatiently('set', (redis) => redis.set(`{${source}}`, ''))).toBeUndefined();
    await one.channel.announce(['changed at once']);
    expect(two.heard.at(-1)).toBe('changed at once');
    for (const server of [home, alive])
      await expect.poll(() => server?.client.cluster('INFO'), slowly).toContain('cluster_state:fail');
    expect(await one.connection.run('get', (redis) => redis.get(messages))).toBeUndefined();
    await one.channel.announce(['changed later']);
    expect(two.heard.at(-1)).toBe('changed later');
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'is used again as soon as another server has taken the place of one that got %s',
    async (signal) => {
      const cluster = await startRedisCluster();
      const [one, two] = [await openEar(cluster), await openEar(cluster)];
      const home = await cluster.holderOf(messages);
      await one.connection.run('set', (redis) => redis.set(messages, 'kept'));
      await cluster.addReplicaOf(home);
      home.signal(signal);
      for (const { connection } of [one, two]) {
        expect(await connection.run('get', (redis) => redis.get(messages))).toBeUndefined();
      }
      await expect.poll(() => one.connection.run('get', (redis) => redis.get(messages)), slowly).toBe('kept');
      await expect
        .poll(
          () => [one, two].every(({ broadcast, connection }) => broadcast.isListening && connection.usable),
          slowly,
        )
        .toBe(true);
      expect(two.heard.at(-1)).toBe('gap');
      await one.channel.announce(['later']);
      expect(two.heard.at(-1)).toBe('later');
    },
  );

  it('is sent no command twice, as the first may have taken effect', async () => {
    const cluster = await startRedisCluster();
    const { connection } = await connect(cluster.url);
    const server = await cluster.holderOf('count');
    await connection.run('get', (redis) => redis.get('count'));
    await server.client.call('CLIENT', 'PAUSE', 300, 'WRITE');
    const reply = connection.runPatiently('incr', (redis) => redis.incr('count'));
    await expect.poll(async () => String(await server.client.call('CLIENT', 'LIST'))).toContain('cmd=incr');
    await server.client.call('CLIENT', 'KILL', 'TYPE', 'normal');
    expect(await reply).toBeUndefined();
    await expect.poll(() => connection.usable, slowly).toBe(true);
    expect(await cluster.client.get('count')).toBeNull();
  });

  it('is reached with the password of the URL, and by any of the servers that it names', async () => {
    const cluster = await startRedisCluster();
    for (const { client } of cluster.masters) await client.config('SET', 'requirepass', 'pa/ss');
    const [first, second] = cluster.masters.map(({ port }) => `127.0.0.1:${port}`);
    const wrong = await connect(cluster.url);
    expect(wrong.connection.usable).toBe(false);
    expect(wrong.warnings).toEqual(['Redis cannot be used (connect: NOAUTH); vendors are called instead']);
    const right = await connect(`redis-cluster://:pa%2Fss@127.0.0.1:1?node=${first}&node=${second}`);
    expect(await right.connection.run('ping', (redis) => redis.ping())).toBe('PONG');
    expect(right.warnings).toEqual([]);
  });

  it('is not what one server is', async () => {
    const redis = await startRedis();
    const { connection, warnings } = await connect(redis.url.replace('redis:', 'redis-cluster:'));
    expect(connection.usable).toBe(false);
    expect(warnings).toEqual(['Redis cannot be used (connect: ERR); vendors are called instead']);
  });
});
