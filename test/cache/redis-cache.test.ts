import { describe, expect, it, onTestFinished } from 'vitest';
import type { CacheEntry } from '../../src/cache/cache.ts';
import { CacheEnvelope } from '../../src/cache/cache-envelope.ts';
import { cacheKey } from '../../src/cache/cache-key.ts';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import { openCache, type OpenedCache } from '../../src/cache/open-cache.ts';
import { RedisCache } from '../../src/cache/redis-cache.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import { accountOf } from '../../src/transport/account-of.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import {
  contextFor,
  failureOf,
  openFor,
  readOf,
  settingsOf,
  startVendor,
  textOf,
  type VendorStub,
} from '../transport/vendor-stub.ts';
import { freePort, redisMissing, startRedis } from './redis-server.ts';

/** One replica: its own memory, the Redis it shares. */
async function openReplica(
  redisUrl: string,
  vendor: VendorStub,
  warnings: string[] = [],
  encryptionKey: string | null = null,
) {
  const opened: OpenedCache = openCache({
    redisUrl,
    prefix: 'test',
    accountOf: () => 'account',
    memoryBytes: 10_000_000,
    encryptionKey,
    warn: (message) => warnings.push(message),
  });
  onTestFinished(() => opened.cache.close());
  const transport = openFor(vendor.url, {}, { cache: opened.cache, redis: opened.redis, prefix: 'test' });
  const read = async (name: string, call = {}) =>
    (await transport.read(readOf(name, call), contextFor())).value;
  const ready = async () => {
    // What is kept in the process is dropped once more when the channel of invalidations begins to listen.
    await opened.settled;
    await expect.poll(() => opened.redis?.usable).toBe(true);
  };
  return { ...opened, transport, read, ready };
}

/** Two replicas that have read `a`, which is tagged `things`. */
async function openWarmReplicas() {
  const [redis, vendor] = [await startRedis(), await counting()];
  const [one, two] = [await openReplica(redis.url, vendor), await openReplica(redis.url, vendor)];
  await Promise.all([one.ready(), two.ready()]);
  const tags = { tags: ['things'] };
  await one.read('a', tags);
  await expect.poll(() => two.read('a', tags)).toBe('answer 1');
  return { redis, one, two, tags };
}

/** A change that drops what is tagged `things`. */
const change = {
  operation: 'things.update',
  request: { method: 'POST', path: ['things'] } as const,
  parse: textOf,
  invalidates: ['things'],
};

/** The cache in Redis alone. */
async function openShared(url: string): Promise<RedisCache> {
  const connection = new RedisConnection({ url, warn: () => {} });
  const envelope = new CacheEnvelope(new ContentSeal(null));
  const cache = new RedisCache({ connection, prefix: 'test', envelope });
  onTestFinished(() => cache.close());
  await connection.firstContact();
  return cache;
}

function entryOf(value: string): CacheEntry {
  const end = steadyNow() + 60_000;
  return {
    value,
    askedAt: 1,
    fetchedAt: 1,
    freshUntil: end,
    usableUntil: end,
    keptUntil: end,
    tags: ['{s}:t'],
    bytes: 9,
  };
}
const jsonOf = (reply: UpstreamReply) => reply.json();
const counting = () => startVendor((_request, response, count) => response.end(`answer ${count}`));
const keyOf = ({ url }: VendorStub, name: string) =>
  `test:${cacheKey({ source: 'shop', account: accountOf(settingsOf(url)) }, 'things.get', [name, null])}`;

describe.skipIf(redisMissing)(`a cache shared over Redis${redisMissing ? ` (${redisMissing})` : ''}`, () => {
  it('serves one replica what another has fetched, with a time to live on every key', async () => {
    const [redis, vendor] = [await startRedis(), await counting()];
    const [one, two] = [await openReplica(redis.url, vendor), await openReplica(redis.url, vendor)];
    await Promise.all([one.ready(), two.ready()]);
    expect(await one.read('anna@shop.example', { tags: ['customer:anna@shop.example'] })).toBe('answer 1');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'anna@shop.example'))).toBe(1);
    expect(await two.read('anna@shop.example')).toBe('answer 1');
    await two.cache.invalidate(['{shop}:tag:x']);
    expect(vendor.requests).toHaveLength(1);
    const keys = await redis.client.keys('*');
    expect(keys.join(' ')).not.toContain('anna');
    for (const key of keys) expect(await redis.client.pttl(key), key).toBeGreaterThan(0);
  });

  it.each(['full', 'read-only', 'closed to it'])(
    'tells from the start that a Redis cannot be used that is %s, and when it can, though nobody asks',
    async (kind) => {
      const [redis, vendor] = [await startRedis(), await counting()];
      const { client } = redis;
      await client.call('ACL', 'SETUSER', 'desk', 'on', '>word', '~*', '&*', '+@all');
      const refuse = async () => {
        if (kind === 'full') await client.config('SET', 'maxmemory', '1');
        else if (kind === 'read-only') await client.replicaof('127.0.0.1', '1');
        else await client.call('ACL', 'SETUSER', 'desk', 'resetkeys', '~other:*');
      };
      const mend = async () => {
        if (kind === 'full') await client.config('SET', 'maxmemory', '0');
        else if (kind === 'read-only') await client.replicaof('NO', 'ONE');
        else await client.call('ACL', 'SETUSER', 'desk', '~*');
      };
      await refuse();
      const warnings: string[] = [];
      const replica = await openReplica(redis.url.replace('//', '//desk:word@'), vendor, warnings);
      await replica.settled;
      expect(replica.redis?.usable).toBe(false);
      await mend();
      await expect.poll(() => replica.redis?.usable, { timeout: 10_000 }).toBe(true);
      await refuse();
      expect(await replica.read('a')).toBe('answer 1');
      await expect.poll(() => replica.redis?.usable).toBe(false);
      expect(warnings).toEqual([expect.stringMatching(/^Redis cannot be used/), 'Redis can be used again']);
    },
  );

  // On a machine busy with other tests a command may take longer than the cache waits, which costs a lock.
  it(
    'makes one call for three replicas with many callers each, round after round',
    { retry: 3 },
    async () => {
      const redis = await startRedis();
      const vendor = await startVendor((_request, response) => void setTimeout(() => response.end('x'), 20));
      const replicas = await Promise.all([0, 1, 2].map(() => openReplica(redis.url, vendor)));
      await Promise.all(replicas.map(({ ready }) => ready()));
      for (let round = 1; round <= 20; round += 1) {
        const calls = replicas.flatMap(({ read }) =>
          Array.from({ length: 70 }, () => read(`round ${round}`)),
        );
        expect(new Set(await Promise.all(calls))).toEqual(new Set(['x']));
        expect(vendor.requests).toHaveLength(round);
      }
    },
  );

  it('goes on when the replica that was fetching is gone', async () => {
    const [redis, vendor] = [await startRedis(), await counting()];
    const replica = await openReplica(redis.url, vendor);
    await replica.ready();
    await redis.client.set(`${keyOf(vendor, 'a')}:lock`, 'of a dead replica', 'PX', 400);
    const began = performance.now();
    expect(await replica.read('a')).toBe('answer 1');
    expect(performance.now() - began).toBeGreaterThan(300);
  });

  it('drops what a change makes stale in Redis and in every replica', async () => {
    const { one, two, tags } = await openWarmReplicas();
    await one.transport.write(change, contextFor());
    await expect.poll(() => two.read('a', tags)).toBe('answer 3');
    expect(await one.read('a', tags)).toBe('answer 3');
  });

  it('drops it in every replica again when a Redis that was full takes the change at last', async () => {
    const { redis, one, two, tags } = await openWarmReplicas();
    await redis.client.config('SET', 'maxmemory', '1');
    await one.transport.write(change, contextFor());
    // Heard of the change, but Redis has no mark of it.
    await expect.poll(() => two.read('a', tags)).toBe('answer 1');
    await redis.client.config('SET', 'maxmemory', '0');
    const began = performance.now();
    await expect.poll(() => two.read('a', tags), { timeout: 6000 }).toBe('answer 3');
    expect(performance.now() - began).toBeLessThan(4000);
    expect(await one.read('a', tags)).toBe('answer 3');
  });

  it('refuses what another replica began to read before the change', async () => {
    const redis = await startRedis();
    const vendor = await startVendor((_request, response, count) => {
      setTimeout(() => response.end(`answer ${count}`), count === 1 ? 200 : 0);
    });
    const [one, two] = [await openReplica(redis.url, vendor), await openReplica(redis.url, vendor)];
    await Promise.all([one.ready(), two.ready()]);
    const slow = one.read('a', { tags: ['things'] });
    await expect.poll(() => vendor.requests.length).toBe(1);
    await two.transport.write(change, contextFor());
    expect(await slow).toBe('answer 1');
    expect(await one.read('a', { tags: ['things'] })).toBe('answer 3');
    expect(await two.read('a', { tags: ['things'] })).toBe('answer 3');
  });

  it.each([
    ['rubbish', async (value: Buffer) => Buffer.from(value.subarray(0, 0).toString() + 'rubbish')],
    ['cut off', async (value: Buffer) => value.subarray(0, value.length - 3)],
    ['nothing', async () => Buffer.alloc(0)],
    [
      'changed',
      async (value: Buffer) => Buffer.from(value.toString('latin1').replace('answer', 'ANSWER'), 'latin1'),
    ],
  ])('takes a value that is %s for a miss', async (_what, damage) => {
    const [redis, vendor] = [await startRedis(), await counting()];
    const [one, two] = [await openReplica(redis.url, vendor), await openReplica(redis.url, vendor)];
    await Promise.all([one.ready(), two.ready()]);
    await one.read('a');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'a'))).toBe(1);
    const stored = await redis.client.getBuffer(keyOf(vendor, 'a'));
    await redis.client.set(keyOf(vendor, 'a'), await damage(stored ?? Buffer.alloc(0)), 'PX', 60_000);
    expect(await two.read('a')).toBe('answer 2');
  });

  it('takes a value of another query, or of another type, for a miss', async () => {
    const [redis, vendor] = [await startRedis(), await counting()];
    const [one, two] = [await openReplica(redis.url, vendor), await openReplica(redis.url, vendor)];
    await Promise.all([one.ready(), two.ready()]);
    await one.read('a');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'a'))).toBe(1);
    await redis.client.copy(keyOf(vendor, 'a'), keyOf(vendor, 'b'));
    await redis.client.lpush(keyOf(vendor, 'c'), 'x');
    expect(await two.read('b')).toBe('answer 2');
    expect(await two.read('c')).toBe('answer 3');
  });

  it('writes nothing readable when a key is given', async () => {
    const redis = await startRedis();
    const vendor = await startVendor((_request, response) => response.end('personal words'));
    const [one, two] = [
      await openReplica(redis.url, vendor, [], 'k'),
      await openReplica(redis.url, vendor, [], 'k'),
    ];
    await Promise.all([one.ready(), two.ready()]);
    await one.read('a');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'a'))).toBe(1);
    expect((await redis.client.getBuffer(keyOf(vendor, 'a')))?.includes('personal')).toBe(false);
    expect(await two.read('a')).toBe('personal words');
    expect(vendor.requests).toHaveLength(1);
  });

  it('drops what comes from a fetch that lost its lock, whether the next one is at work or done', async () => {
    const redis = await startRedis();
    const [one, other] = await Promise.all([openShared(redis.url), openShared(redis.url)]);
    const lost = await one.lease('{s}:k');
    expect(await redis.client.del('test:{s}:k:lock')).toBe(1);
    const next = await other.lease('{s}:k');
    expect([lost.held, next.held]).toEqual([true, true]);
    await lost.store(entryOf('late'));
    expect(await other.get('{s}:k')).toBeUndefined();
    await lost.release();
    await next.store(entryOf('of the next one'));
    await next.release();
    await lost.store(entryOf('later still'));
    expect((await other.get('{s}:k'))?.value).toBe('of the next one');
    expect(await redis.client.exists('test:{s}:k:lock')).toBe(0);
  });

  it('brings nothing back that a change dropped when a full Redis drops the mark of the change', async () => {
    const redis = await startRedis();
    const cache = await openShared(redis.url);
    const fetchInto = async (key: string, meanwhile: () => Promise<unknown> = async () => {}) => {
      const lease = await cache.lease(key);
      await meanwhile();
      await lease.store(entryOf(key));
      await lease.release();
    };
    const change = async () => {
      await cache.invalidate(['{s}:t']);
      expect(await redis.client.del('test:{s}:t')).toBe(1);
    };
    const kept = async () =>
      (await Promise.all(['{s}:a', '{s}:b', '{s}:c'].map((key) => cache.get(key)))).map(
        (entry) => entry?.value,
      );
    await fetchInto('{s}:a');
    await fetchInto('{s}:b');
    expect(await kept()).toEqual(['{s}:a', '{s}:b', undefined]);
    await change();
    expect(await kept()).toEqual([undefined, undefined, undefined]);
    await fetchInto('{s}:a');
    expect(await kept()).toEqual(['{s}:a', undefined, undefined]);
    await change();
    // A change of something else, while what was not seen before is fetched, is no reason not to keep it.
    await fetchInto('{s}:c', () => cache.invalidate(['{s}:other']));
    expect(await kept()).toEqual([undefined, undefined, '{s}:c']);
    await change();
    await fetchInto('{s}:c', () => redis.client.flushall());
    expect(await kept()).toEqual([undefined, undefined, undefined]);
    await fetchInto('{s}:c');
    expect(await kept()).toEqual([undefined, undefined, '{s}:c']);
  });

  it('keeps values that are too large for Redis in the process', async () => {
    const redis = await startRedis();
    const vendor = await startVendor(({ url }, response) =>
      response.end(`["${'x'.repeat(url?.endsWith('huge') ? 3_000_000 : 300_000)}"]`),
    );
    const replica = await openReplica(redis.url, vendor);
    await replica.ready();
    for (const name of ['large', 'huge', 'large', 'huge']) await replica.read(name, { parse: jsonOf });
    expect(vendor.requests).toHaveLength(2);
    expect(await redis.client.exists(keyOf(vendor, 'large'), keyOf(vendor, 'huge'))).toBe(0);
  });

  it('keeps values that cannot be written everywhere, as they are nested too deep, in the process', async () => {
    const redis = await startRedis();
    const vendor = await startVendor((_request, response) => {
      response.end('['.repeat(9000) + ']'.repeat(9000));
    });
    const replica = await openReplica(redis.url, vendor);
    await replica.ready();
    for (let count = 0; count < 2; count += 1) await replica.read('deep', { parse: jsonOf });
    expect(vendor.requests).toHaveLength(1);
    // Node 26 can write it, and then it is in Redis, too.
    await expect.poll(() => redis.client.exists(`${keyOf(vendor, 'deep')}:lock`)).toBe(0);
  });

  it('costs one short wait when Redis hangs and nothing after, and is used again when it answers', async () => {
    const [redis, vendor, warnings] = [await startRedis(), await counting(), [] as string[]];
    const replica = await openReplica(redis.url, vendor, warnings);
    await replica.ready();
    await replica.read('before');
    redis.signal('SIGSTOP');
    await replica.read('first');
    // From now on nothing is sent to Redis, so there is nothing to wait for.
    for (let count = 0; count < 50; count += 1) {
      expect(replica.redis?.usable).toBe(false);
      await replica.read(`later ${count}`);
    }
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^Redis cannot be used \(\w+: timed out\)/);
    redis.signal('SIGCONT');
    await replica.ready();
    await replica.read('after');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'after'))).toBe(1);
  });

  it('serves on without Redis and comes back to it, dropping then what changed meanwhile', async () => {
    const [redis, vendor, warnings] = [await startRedis(), await counting(), [] as string[]];
    const [one, two] = [await openReplica(redis.url, vendor, warnings), await openReplica(redis.url, vendor)];
    await Promise.all([one.ready(), two.ready()]);
    await redis.stop();
    expect(await one.read('a', { tags: ['things'] })).toBe('answer 1');
    await one.cache.invalidate(['x']);
    await one.transport.write(change, contextFor());
    expect(await one.read('a', { tags: ['things'] })).toBe('answer 3');
    await redis.start();
    await Promise.all([one.ready(), two.ready()]);
    await one.read('b');
    await expect.poll(() => redis.client.exists(keyOf(vendor, 'b'))).toBe(1);
    expect(await two.read('b')).toBe('answer 4');
    expect(warnings.length).toBeLessThanOrEqual(2);
  });

  it('tells other replicas of a change that it could not tell while Redis hung', async () => {
    const { redis, one, two, tags } = await openWarmReplicas();
    redis.signal('SIGSTOP');
    await one.transport.write(change, contextFor());
    redis.signal('SIGCONT');
    await expect.poll(() => two.read('a', tags)).toBe('answer 3');
  });

  it('drops what a change makes stale in every replica before it ends, though Redis was slow a moment ago', async () => {
    const { redis, one, two, tags } = await openWarmReplicas();
    redis.signal('SIGSTOP');
    setTimeout(() => redis.signal('SIGCONT'), 500);
    // The read finds Redis too slow, and leaves it alone from then on.
    await one.read('other');
    await one.transport.write(change, contextFor());
    expect(await two.read('a', tags)).toBe('answer 4');
  });

  it('starts without Redis', async () => {
    const vendor = await counting();
    const warnings: string[] = [];
    const url = `redis://:canary-password@127.0.0.1:${await freePort()}`;
    const replica = await openReplica(url, vendor, warnings);
    expect(await replica.read('a')).toBe('answer 1');
    expect(await replica.read('a')).toBe('answer 1');
    await expect.poll(() => warnings.length).toBe(1);
    expect(warnings[0]).toContain('ECONNREFUSED');
    expect(warnings[0]).not.toMatch(/canary|127\.0\.0\.1/);
  });

  it('reads on when Redis is full', async () => {
    const [redis, vendor, warnings] = [await startRedis(), await counting(), [] as string[]];
    const replica = await openReplica(redis.url, vendor, warnings);
    await replica.ready();
    await redis.client.config('SET', 'maxmemory', '1');
    expect(await replica.read('a')).toBe('answer 1');
    expect(await replica.read('a')).toBe('answer 1');
    await expect.poll(() => warnings.join()).toContain('OOM');
    expect(warnings.join()).not.toContain('things');
  });

  it('counts the calls of all replicas against one budget', async () => {
    const [redis, vendor] = [await startRedis(), await counting()];
    const transports = await Promise.all(
      [0, 1].map(async () => {
        const { cache, redis: connection, ready } = await openReplica(redis.url, vendor);
        await ready();
        const shared = { cache, redis: connection, prefix: 'test' };
        return openFor(vendor.url, { requestsPerMinute: 10 }, shared);
      }),
    );
    const [one, two] = transports as [(typeof transports)[0], (typeof transports)[0]];
    for (let call = 0; call < 5; call += 1) {
      await one.read(readOf(`one ${call}`), contextFor());
      await two.read(readOf(`two ${call}`), contextFor());
    }
    const refused = await failureOf(one.read(readOf('more'), contextFor()));
    expect(refused.kind).toBe('rate-limited');
    expect(refused.retryAfterMs).toBeGreaterThan(50_000);
    expect(two.rateBudget()).toMatchObject({ limit: 10, remaining: 0 });
    expect(vendor.requests).toHaveLength(10);
  });
});
