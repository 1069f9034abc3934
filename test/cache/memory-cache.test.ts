import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../../src/cache/cache.ts';
import { cacheKey, cacheTag } from '../../src/cache/cache-key.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import * as fc from 'fast-check';

const entryOf = (value: unknown, tags: readonly string[] = [], milliseconds = 60_000): CacheEntry => {
  const until = steadyNow() + milliseconds;
  return { value, fetchedAt: Date.now(), freshUntil: until, usableUntil: until, keptUntil: until, tags };
};

const put = async (cache: MemoryCache, key: string, entry: CacheEntry) =>
  (await cache.lease(key)).store(entry);

describe('the cache in the process', () => {
  it('drops values by tag and keeps the others', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    await put(cache, 'a', entryOf(1, ['x', 'y']));
    await put(cache, 'b', entryOf(2, ['y']));
    await put(cache, 'c', entryOf(3));
    await cache.invalidate(['x']);
    expect(await cache.get('a')).toBeUndefined();
    expect((await cache.get('b'))?.value).toBe(2);
    await cache.invalidate(['y', 'unknown']);
    expect(await cache.get('b')).toBeUndefined();
    expect((await cache.get('c'))?.value).toBe(3);
  });

  it('refuses a value whose fetch began before its tag was invalidated', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    const before = await cache.lease('a');
    await cache.invalidate(['x']);
    const after = await cache.lease('b');
    await before.store(entryOf('old', ['x']));
    await after.store(entryOf('new', ['x']));
    expect(await cache.get('a')).toBeUndefined();
    expect((await cache.get('b'))?.value).toBe('new');
  });

  it('refuses a value that is older than the one it has', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    const [first, second] = [await cache.lease('a'), await cache.lease('a')];
    await second.store(entryOf('newer'));
    await first.store(entryOf('older'));
    expect((await cache.get('a'))?.value).toBe('newer');
  });

  it('stays within its bytes, the least recently used leaving first', async () => {
    const cache = new MemoryCache({ maxBytes: 20_000 });
    for (let index = 0; index < 20; index += 1) {
      await put(cache, `k${index}`, entryOf('x'.repeat(1000), ['t']));
      await cache.get('k0');
    }
    expect(await cache.get('k0')).toBeDefined();
    expect(await cache.get('k1')).toBeUndefined();
    expect(await cache.get('k19')).toBeDefined();
    await put(cache, 'huge', entryOf('x'.repeat(50_000), ['t']));
    expect(await cache.get('huge')).toBeUndefined();
    await cache.invalidate(['t']);
    expect(await cache.get('k19')).toBeUndefined();
  });

  it('forgets what is past its time', async () => {
    const cache = new MemoryCache({ maxBytes: 100_000 });
    await put(cache, 'a', entryOf(1, [], 30));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await cache.get('a')).toBeUndefined();
  });
});

describe('a cache key', () => {
  it('is readable up to the operation and shows nobody’s data', () => {
    const key = cacheKey('shop', 'customers.get', { email: 'anna@shop.example' });
    expect(key).toMatch(/^\{shop\}:customers\.get:[\w-]{32}$/);
    expect(cacheTag('shop', 'customer:anna@shop.example')).toMatch(/^\{shop\}:tag:[\w-]{32}$/);
  });

  it('differs for whatever differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(cacheKey('s', 'o', one) === cacheKey('s', 'o', other)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });
});
