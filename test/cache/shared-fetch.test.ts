import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Cache, CacheEntry } from '../../src/cache/cache.ts';
import { CachedReader, type CachedRead } from '../../src/cache/cached-reader.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';

function entryOf(value: string, freshMilliseconds: number, fetchedAt: number): CacheEntry {
  const freshUntil = steadyNow() + freshMilliseconds;
  const times = {
    askedAt: fetchedAt,
    fetchedAt,
    freshUntil,
    usableUntil: freshUntil,
    keptUntil: steadyNow() + 60_000,
  };
  return { value, ...times, tags: [], bytes: 0 };
}

/** A shared cache where each lease in turn finds what is given. */
function cacheOf(
  leases: readonly { readonly held: boolean; readonly found?: CacheEntry }[],
  stored?: CacheEntry,
) {
  const released: boolean[] = [];
  const log: string[] = [];
  let next = 0;
  const cache: Cache = {
    changes: 0,
    get: async () => stored,
    lease: async () => {
      const lease = leases[Math.min(next, leases.length - 1)] ?? { held: true };
      next += 1;
      return {
        ...lease,
        async store() {
          await sleep(5);
          log.push('stored');
        },
        async release() {
          released.push(lease.held);
          log.push('released');
        },
      };
    },
    invalidate: async () => {},
    close: async () => {},
  };
  return { cache, released, log, leased: () => next };
}

interface ReadOptions extends Partial<CachedRead<string>> {
  readonly fetchMilliseconds?: number;
  readonly signal?: AbortSignal;
}

async function read(
  cache: Cache,
  { fetchMilliseconds = 600_000, signal = new AbortController().signal, ...changed }: ReadOptions = {},
) {
  let fetches = 0;
  const events: string[] = [];
  const call: CachedRead<string> = {
    key: 'key',
    bypass: false,
    fetch: async () => {
      fetches += 1;
      return { value: 'fetched', fetchedAt: 9, freshMilliseconds: 0, tags: [], bytes: 0 };
    },
    mayStandIn: () => false,
    onDeadline: () => new Error('late'),
    observe: (event) => events.push(event),
    ...changed,
  };
  const reader = new CachedReader({ cache, fetchMilliseconds });
  const { value } = await reader.read(call, { signal, deadline: Date.now() + 600_000 });
  return { value, fetches, events };
}

it('gives up the right to fetch when the value has come meanwhile', async () => {
  const { cache, released } = cacheOf([{ held: true, found: entryOf('stored', 1000, 2) }]);
  expect(await read(cache)).toEqual({ value: 'stored', fetches: 0, events: ['coalesced'] });
  expect(released).toEqual([true]);
});

it('takes what another replica brought while it waited, however short that stays fresh', async () => {
  const old = entryOf('old', -1, 1);
  const { cache } = cacheOf([
    { held: false, found: old },
    { held: false, found: old },
    { held: false, found: entryOf('brought', -1, 2) },
  ]);
  expect(await read(cache)).toEqual({ value: 'brought', fetches: 0, events: ['coalesced'] });
});

it('fetches itself when nobody brought anything', async () => {
  const old = entryOf('old', -1, 1);
  const { cache, released } = cacheOf([
    { held: false, found: old },
    { held: true, found: old },
  ]);
  expect(await read(cache)).toEqual({ value: 'fetched', fetches: 1, events: ['miss'] });
  await expect.poll(() => released).toEqual([true]);
});

it('takes what another replica brought where nothing was known before', async () => {
  const { cache } = cacheOf([{ held: false }, { held: false, found: entryOf('brought', -1, 2) }]);
  expect(await read(cache)).toEqual({ value: 'brought', fetches: 0, events: ['coalesced'] });
});

it('fetches itself when another replica takes too long', async () => {
  const { cache } = cacheOf([{ held: false }]);
  expect(await read(cache, { fetchMilliseconds: 100 })).toMatchObject({ value: 'fetched', fetches: 1 });
});

it('waits for another replica no longer than somebody wants the value', async () => {
  const { cache, leased } = cacheOf([{ held: false }]);
  const request = new AbortController();
  const left = read(cache, { signal: request.signal });
  await expect.poll(leased).toBeGreaterThan(1);
  request.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await sleep(60);
  const asked = leased();
  await sleep(150);
  expect(leased()).toBe(asked);
});

it('gives up the right to fetch behind the store, so that others find the value', async () => {
  const { cache, log } = cacheOf([{ held: true }]);
  await read(cache);
  await expect.poll(() => log).toEqual(['stored', 'released']);
});

it('gives up the right to fetch when the fetch fails', async () => {
  const { cache, released } = cacheOf([{ held: true }]);
  await expect(read(cache, { fetch: () => Promise.reject(new Error('down')) })).rejects.toThrow('down');
  expect(released).toEqual([true]);
});

it('past the cache fetches itself, whatever is there and whoever is at it', async () => {
  const { cache } = cacheOf([{ held: false, found: entryOf('stored', 1000, 2) }], entryOf('stored', 1000, 2));
  expect(await read(cache, { bypass: true })).toEqual({ value: 'fetched', fetches: 1, events: ['miss'] });
});

it('past the cache is stood in for by what is there when the fetch fails', async () => {
  const { cache } = cacheOf([{ held: true }], entryOf('stored', 1000, 2));
  const failing = { fetch: () => Promise.reject(new Error('down')), mayStandIn: () => true };
  expect(await read(cache, { ...failing, bypass: true })).toMatchObject({ value: 'stored' });
});

it('charges nobody with what another replica brought in the background', async () => {
  const stale = { ...entryOf('stale', -1, 1), usableUntil: steadyNow() + 60_000 };
  const { cache, released } = cacheOf([{ held: true, found: entryOf('brought', 1000, 2) }], stale);
  expect(await read(cache)).toEqual({ value: 'stale', fetches: 0, events: ['stale'] });
  await expect.poll(() => released).toEqual([true]);
});
