import { beforeEach, expect, it } from 'vitest';
import type { Cache, CacheEntry } from '../../src/cache/cache.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import { TwoTierCache } from '../../src/cache/two-tier-cache.ts';

let memory: MemoryCache;

beforeEach(() => {
  memory = new MemoryCache({ maxBytes: 100_000 });
});

function entryOf(value: string, fetchedAt: number, freshFor: number): CacheEntry {
  const now = steadyNow();
  const times = { fetchedAt, freshUntil: now + freshFor, usableUntil: now + 60_000, keptUntil: now + 60_000 };
  return { value, ...times, tags: ['a'], bytes: 10 };
}

/** What replicas share holds one value and takes no other; `meanwhile` happens while it is asked. */
function openTiers(shared: CacheEntry | undefined, meanwhile: () => Promise<void> = async () => {}) {
  const far: Cache = {
    changes: 0,
    get: async () => {
      await meanwhile();
      return shared;
    },
    lease: async () => {
      await meanwhile();
      return { held: true, found: shared, store: async () => {}, release: () => {} };
    },
    invalidate: async () => {},
    close: async () => {},
  };
  return new TwoTierCache(memory, far, { listen: () => {}, announce: async () => {}, close: () => {} });
}

it('puts no older value of the shared cache in the place of a younger one of its own', async () => {
  await memory.lease('key').store(entryOf('younger', 2000, -1));
  const tiers = openTiers(entryOf('older', 1000, -1));
  expect((await tiers.get('key'))?.value).toBe('younger');
  expect((await tiers.lease('key')).found?.value).toBe('younger');
  expect(memory.get('key')?.value).toBe('younger');
});

it('takes a younger value of the shared cache', async () => {
  await memory.lease('key').store(entryOf('older', 1000, -1));
  const tiers = openTiers(entryOf('younger', 2000, 1000));
  expect((await tiers.get('key'))?.value).toBe('younger');
  expect(memory.get('key')?.value).toBe('younger');
});

it('tells no value of its own that was invalidated while the shared cache was asked', async () => {
  await memory.lease('key').store(entryOf('stale', 1000, -1));
  const tiers = openTiers(undefined, () => memory.invalidate(['a']));
  expect(await tiers.get('key')).toBeUndefined();
});
