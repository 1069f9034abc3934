import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheEnvelope } from '../../src/cache/cache-envelope.ts';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import { RedisCache } from '../../src/cache/redis-cache.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import { redisMissing, startRedis } from '../cache/redis-server.ts';
import { canaryKeys } from './support/canaries.ts';

const values = 5000;

/** What is done to bytes: pieces changed, left out, put in, or put elsewhere. */
const damage = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'insert', 'swap', 'time', 'repeat'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bit: fc.integer({ min: 0, max: 7 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(whole: Buffer, { kind, at, bit, bytes }: Damage): Buffer {
  const place = Math.floor(at * whole.length);
  const [before, after] = [whole.subarray(0, place), whole.subarray(place)];
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from([(whole[place] ?? 0) ^ (1 << bit)]), after.subarray(1)]);
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, after.subarray(bytes.length)]);
    case 'insert':
      return Buffer.concat([before, bytes, after]);
    case 'swap':
      return Buffer.concat([after, before]);
    case 'time':
      // Another time at which the fetch began, so that an invalidation would be overlooked.
      return Buffer.concat([Buffer.from(String(1e15 + Math.floor(at * 9e15))), whole.subarray(16)]);
    default:
      return Buffer.concat([whole, whole]);
  }
}

describe.skipIf(redisMissing)('values in Redis that were tampered with', () => {
  it.for([
    ['plain', null],
    ['encrypted', canaryKeys.encryption],
  ] as const)('F39 F40 5,000 %s ones give nothing', async ([, key], { task }) => {
    const redis = await startRedis();
    const connection = new RedisConnection({ url: redis.url, warn: () => {} });
    const envelope = new CacheEnvelope(new ContentSeal(key));
    const cache = new RedisCache({ connection, prefix: 'test', envelope });
    onTestFinished(() => cache.close());
    await connection.firstContact();
    const value = {
      rows: Array.from({ length: 5 }, (_, at) => ({ key: `k${at}`, subject: `Where is ${at}?` })),
    };
    const end = steadyNow() + 600_000;
    const times = { askedAt: 1, fetchedAt: 1, freshUntil: end, usableUntil: end, keptUntil: end };
    const lease = await cache.lease('{s}:whole');
    await lease.store({ value, ...times, tags: [], bytes: 1 });
    await lease.release();
    expect((await cache.get('{s}:whole'))?.value).toEqual(value);
    const whole = (await redis.client.getBuffer('test:{s}:whole')) ?? Buffer.alloc(0);
    const changes = fc
      .sample(damage, { numRuns: 1.3 * values, seed: 39 })
      .map((one) => damaged(whole, one))
      .filter((bytes) => !bytes.equals(whole))
      .slice(0, values);
    const wrong: string[] = [];
    // Each under the key it was made for, so that only what was done to it can tell.
    for (const bytes of changes) {
      await redis.client.set('test:{s}:whole', bytes, 'PX', 60_000);
      if ((await cache.get('{s}:whole')) !== undefined) wrong.push(bytes.toString('latin1'));
    }
    // A whole one under another key.
    await redis.client.set('test:{s}:other', whole, 'PX', 60_000);
    expect(await cache.get('{s}:other')).toBeUndefined();
    expect(wrong).toEqual([]);
    expect(changes.length).toBe(values);
    task.meta.fault = { figure: `${wrong.length} wrong answers of ${changes.length} values` };
  });
});
