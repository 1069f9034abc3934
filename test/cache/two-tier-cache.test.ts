import { beforeEach, expect, it } from 'vitest';
import type { Cache, CacheEntry } from '../../src/cache/cache.ts';
import type { InvalidationListener } from '../../src/cache/invalidation-channel.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import { TwoTierCache } from '../../src/cache/two-tier-cache.ts';

let memory: MemoryCache;

beforeEach(() => {
  memory = new MemoryCache({ maxBytes: 100_000 });
});

function entryOf(value: string, fetchedAt: number, freshFor: number): CacheEntry {
  const now = steadyNow();
  const times = {
    askedAt: fetchedAt,
    fetchedAt,
    freshUntil: now + freshFor,
    usableUntil: now + 60_000,
    keptUntil: now + 60_000,
  };
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

it('asks the shared cache for nothing that it has fresh itself', async () => {
  await memory.lease('key').store(entryOf('fresh', 1000, 1000));
  let asked = 0;
  const tiers = openTiers(undefined, async () => void (asked += 1));
  expect((await tiers.get('key'))?.value).toBe('fresh');
  expect(asked).toBe(0);
});

it('drops what other replicas tell as changed, and everything when it may have missed something', async () => {
  let listener: InvalidationListener | undefined;
  const channel = {
    listen: (told: InvalidationListener) => void (listener = told),
    announce: async () => {},
    close() {},
  };
  const tiers = new TwoTierCache(memory, new MemoryCache({ maxBytes: 0 }), channel);
  await (await tiers.lease('key')).store(entryOf('old', 1000, 1000));
  expect(memory.get('key')?.value).toBe('old');
  listener?.onTags(['a']);
  expect(memory.get('key')).toBeUndefined();
  await (await tiers.lease('key')).store(entryOf('new', 2000, 1000));
  listener?.onGap();
  expect(memory.get('key')).toBeUndefined();
});

it.each(['told as changed', 'dropped'] as const)(
  'stores nothing in the shared cache, forgetful as that may be, that was %s while it was fetched',
  async (end) => {
    let listener: InvalidationListener | undefined;
    const channel = {
      listen: (told: InvalidationListener) => void (listener = told),
      announce: async () => {},
      close() {},
    };
    const shared = new MemoryCache({ maxBytes: 100_000 });
    const tiers = new TwoTierCache(memory, shared, channel);
    const lease = await tiers.lease('key');
    if (end === 'dropped') listener?.onGap();
    else listener?.onTags(['a']);
    await lease.store(entryOf('old', 1000, 1000));
    expect([memory.get('key'), shared.get('key')]).toEqual([undefined, undefined]);
    await (await tiers.lease('key')).store(entryOf('new', 2000, 1000));
    expect([memory.get('key')?.value, shared.get('key')?.value]).toEqual(['new', 'new']);
  },
);

it('drops a change’s values here, in the shared cache and at the other replicas', async () => {
  const announced: unknown[] = [];
  const channel = { listen() {}, announce: async (tags: unknown) => void announced.push(tags), close() {} };
  const shared = new MemoryCache({ maxBytes: 100_000 });
  const tiers = new TwoTierCache(memory, shared, channel);
  await (await tiers.lease('key')).store(entryOf('old', 1000, 1000));
  expect(shared.get('key')?.value).toBe('old');
  await tiers.invalidate(['a']);
  expect([memory.get('key'), shared.get('key')]).toEqual([undefined, undefined]);
  expect(announced).toEqual([['a']]);
});
