import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../../src/cache/cache.ts';
import { cacheKey, cacheTag } from '../../src/cache/cache-key.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import * as fc from 'fast-check';

const entryOf = (value: unknown, tags: readonly string[] = [], milliseconds = 60_000): CacheEntry => {
  const until = steadyNow() + milliseconds;
  const times = {
    askedAt: 1,
    fetchedAt: Date.now(),
    freshUntil: until,
    usableUntil: until,
    keptUntil: until,
  };
  return { value, ...times, tags, bytes: JSON.stringify(value).length };
};

const put = (cache: MemoryCache, key: string, entry: CacheEntry) => cache.lease(key).store(entry);

describe('the cache in the process', () => {
  it('drops values by tag and keeps the others', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    void put(cache, 'a', entryOf(1, ['x', 'y']));
    void put(cache, 'b', entryOf(2, ['y']));
    void put(cache, 'c', entryOf(3));
    await cache.invalidate(['x']);
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')?.value).toBe(2);
    await cache.invalidate(['y', 'unknown']);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')?.value).toBe(3);
  });

  it('refuses a value whose fetch began before its tag was invalidated', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    const before = cache.lease('a');
    await cache.invalidate(['x']);
    const after = cache.lease('b');
    void before.store(entryOf('old', ['x']));
    void after.store(entryOf('new', ['x']));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')?.value).toBe('new');
  });

  it('refuses a value that is older than the one it has', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    const [first, second] = [cache.lease('a'), cache.lease('a')];
    void second.store(entryOf('newer'));
    void first.store(entryOf('older'));
    expect(cache.get('a')?.value).toBe('newer');
  });

  it('lets go what was made of a value that is renewed while it is fresh', () => {
    const dropped: string[] = [];
    const follower = {
      invalidate: async (tags: readonly string[]) => void dropped.push(...tags),
      clear() {},
    };
    let passed = 0;
    const cache = new MemoryCache({ maxBytes: 100_000, follower, now: () => steadyNow() + passed });
    void put(cache, 'a', entryOf(1, ['x'], 20_000));
    void put(cache, 'b', entryOf(1, ['y'], 20_000));
    void put(cache, 'a', entryOf(2, ['z']));
    expect(dropped).toEqual(['x']);
    passed = 20_000;
    void put(cache, 'b', entryOf(2, ['y']));
    expect(dropped).toEqual(['x']);
  });

  it('drops everything at once, also what is being fetched', () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    void put(cache, 'a', entryOf(1, ['x']));
    const before = cache.lease('b');
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
    void before.store(entryOf('old'));
    expect(cache.get('b')).toBeUndefined();
    void put(cache, 'b', entryOf('new'));
    expect(cache.get('b')?.value).toBe('new');
  });

  it('tells the follower whatever is dropped, and readers that something was', async () => {
    const told: unknown[] = [];
    const follower = {
      invalidate: async (tags: readonly string[]) => void told.push(tags),
      clear: () => void told.push('all'),
    };
    const cache = new MemoryCache({ maxBytes: 100_000, follower });
    const changes = [cache.changes];
    await cache.invalidate(['x', 'y']);
    changes.push(cache.changes);
    cache.clear();
    changes.push(cache.changes);
    expect(told).toEqual([['x', 'y'], 'all']);
    expect(new Set(changes).size).toBe(3);
    await cache.close();
    expect(told.at(-1)).toBe('all');
    expect(told).toHaveLength(3);
  });

  it('keeps a value that lost a tag when the tag is invalidated', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    void put(cache, 'a', entryOf(1, ['x']));
    void put(cache, 'a', entryOf(2, ['y']));
    await cache.invalidate(['x']);
    expect(cache.get('a')?.value).toBe(2);
  });

  it('stays within its bytes, the least recently used leaving first', async () => {
    const cache = new MemoryCache({ maxBytes: 15_000 });
    for (let index = 0; index < 20; index += 1) {
      void put(cache, `k${index}`, entryOf('x'.repeat(1000), ['t']));
      cache.get('k0');
    }
    expect(cache.get('k0')).toBeDefined();
    expect(cache.get('k1')).toBeUndefined();
    expect(cache.get('k19')).toBeDefined();
    void put(cache, 'huge', entryOf('x'.repeat(50_000), ['t']));
    expect(cache.get('huge')).toBeUndefined();
    await cache.invalidate(['t']);
    expect(cache.get('k19')).toBeUndefined();
  });

  it('forgets what is past its time', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    void put(cache, 'a', entryOf(1, [], 30));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(cache.get('a')).toBeUndefined();
  });
});

describe('a cache key', () => {
  const shop = { source: 'shop', account: 'a' };

  it('is another one for another account of the same name', () => {
    const other = { ...shop, account: 'b' };
    expect(cacheKey(other, 'tags.list', [])).not.toBe(cacheKey(shop, 'tags.list', []));
    expect(cacheTag(other, 'tags')).not.toBe(cacheTag(shop, 'tags'));
  });

  it('is readable up to the operation and shows nobody’s data', () => {
    const key = cacheKey(shop, 'customers.get', { email: 'anna@shop.example' });
    expect(key).toMatch(/^\{shop\}:customers\.get:[\w-]{32}$/);
    expect(cacheTag(shop, 'customer:anna@shop.example')).toMatch(/^\{shop\}:tag:[\w-]{32}$/);
  });

  it('differs for whatever differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(cacheKey(shop, 'o', one) === cacheKey(shop, 'o', other)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });
});
