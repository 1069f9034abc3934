import { expect, it } from 'vitest';
import type { Cache, CacheEntry } from '../../src/cache/cache.ts';
import { CachedReader, type CachedRead } from '../../src/cache/cached-reader.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';

function entryOf(value: string, freshMilliseconds: number, fetchedAt: number): CacheEntry {
  const freshUntil = steadyNow() + freshMilliseconds;
  const times = { fetchedAt, freshUntil, usableUntil: freshUntil, keptUntil: steadyNow() + 60_000 };
  return { value, ...times, tags: [], bytes: 0 };
}

/** A shared cache where each lease in turn finds what is given. */
function cacheOf(leases: readonly { readonly held: boolean; readonly found?: CacheEntry }[]) {
  const released: boolean[] = [];
  let next = 0;
  const cache: Cache = {
    changes: 0,
    get: async () => undefined,
    lease: async () => {
      const lease = leases[Math.min(next, leases.length - 1)] ?? { held: true };
      next += 1;
      return { ...lease, store: async () => {}, release: async () => void released.push(lease.held) };
    },
    invalidate: async () => {},
    close: async () => {},
  };
  return { cache, released };
}

async function read(cache: Cache) {
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
  };
  const reader = new CachedReader({ cache, fetchMilliseconds: 2000 });
  const waiter = { signal: new AbortController().signal, deadline: Date.now() + 5000 };
  const { value } = await reader.read(call, waiter);
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
  expect(released).toEqual([true]);
});
