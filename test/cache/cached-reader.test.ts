import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cache } from '../../src/cache/cache.ts';
import { CachedReader, type CachedRead, type Fetched } from '../../src/cache/cached-reader.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';

/** The clock of the cache, which stands still: milliseconds since the test began. */
let later = 0;

beforeEach(() => {
  later = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => 60_000 + later);
});
afterEach(() => vi.restoreAllMocks());

const waiterFor = ({ signal } = new AbortController()) => ({ signal, deadline: Date.now() + 60_000 });

/** A reader of one key; the values that are fetched are counted from 1. */
function readerOf(parts: Partial<Fetched<number>> = {}, cache: Cache = new MemoryCache({ maxBytes: 1e6 })) {
  const events: string[] = [];
  const usual = { fetchedAt: 7, freshMilliseconds: 1000, tags: ['things'], bytes: 1 };
  let value = 0;
  const fetch = vi.fn<CachedRead<number>['fetch']>(async () => {
    value += 1;
    return { ...usual, ...parts, value };
  });
  const call: CachedRead<number> = {
    key: 'key',
    bypass: false,
    fetch,
    mayStandIn: () => true,
    onDeadline: () => new Error('late'),
    observe: (event) => events.push(event),
  };
  const reader = new CachedReader({ cache, fetchMilliseconds: 2000, random: () => 0.5 });
  const read = (changed: Partial<CachedRead<number>> = {}, waiter = waiterFor()) =>
    reader.read({ ...call, ...changed }, waiter);
  const valueOf = async (changed?: Partial<CachedRead<number>>) => (await read(changed)).value;
  return { cache, events, fetch, read, valueOf };
}

const failing = { fetch: () => Promise.reject(new Error('down')) };

describe('a read through the cache', () => {
  it('is a fetch once, then what was fetched, for as long as that is fresh', async () => {
    const { valueOf, read, events } = readerOf();
    expect(await valueOf()).toBe(1);
    later = 999;
    expect(await read()).toEqual({ value: 1, fetchedAt: 7, staleBecause: undefined });
    expect(events).toEqual(['miss', 'hit']);
  });

  it('is one fetch for all who ask meanwhile', async () => {
    const { valueOf, events } = readerOf();
    expect(await Promise.all([valueOf(), valueOf(), valueOf()])).toEqual([1, 1, 1]);
    expect(events.toSorted()).toEqual(['coalesced', 'coalesced', 'miss']);
  });

  it('gives what is stale for half as long again, and refreshes it behind, once, charged to nobody', async () => {
    const { valueOf, fetch, events } = readerOf();
    await valueOf();
    later = 1499;
    expect(await Promise.all([valueOf(), valueOf()])).toEqual([1, 1]);
    await expect.poll(() => valueOf()).toBe(2);
    expect(fetch.mock.calls.map(([, isAwaited]) => isAwaited)).toEqual([true, false]);
    expect(events.slice(0, 3)).toEqual(['miss', 'stale', 'stale']);
    expect(events).not.toContain('coalesced');
  });

  it('keeps what is stale where its refresh fails', async () => {
    const { valueOf } = readerOf();
    await valueOf();
    later = 1000;
    expect(await valueOf(failing)).toBe(1);
    await sleep(0);
    expect(await valueOf(failing)).toBe(1);
  });

  it('waits for a fetch when what there is became too old', async () => {
    const { valueOf } = readerOf();
    await valueOf();
    later = 1500;
    expect(await valueOf()).toBe(2);
  });

  it('gives nothing that is stale for longer than a minute', async () => {
    const { valueOf } = readerOf({ freshMilliseconds: 600_000 });
    await valueOf();
    later = 659_999;
    expect(await valueOf()).toBe(1);
    const { valueOf: other } = readerOf({ freshMilliseconds: 600_000 });
    later = 0;
    await other();
    later = 660_000;
    expect(await other()).toBe(2);
  });

  it('is a fetch for everyone where nothing stays fresh, but for those who ask at the same moment', async () => {
    const { valueOf } = readerOf({ freshMilliseconds: 0 });
    expect(await Promise.all([valueOf(), valueOf()])).toEqual([1, 1]);
    expect(await valueOf()).toBe(2);
  });

  it('keeps a value for up to a tenth longer or shorter than it is told', async () => {
    for (const [random, until] of [
      [0, 900],
      [1, 1100],
    ] as const) {
      const cache = new MemoryCache({ maxBytes: 1e6 });
      const reader = new CachedReader({ cache, fetchMilliseconds: 2000, random: () => random });
      const fetched = { value: 1, fetchedAt: 7, freshMilliseconds: 1000, tags: [], bytes: 1 };
      const call = {
        key: 'key',
        bypass: false,
        mayStandIn: () => false,
        onDeadline: () => new Error('late'),
      };
      await reader.read({ ...call, fetch: async () => fetched, observe: () => {} }, waiterFor());
      expect(cache.get('key')?.freshUntil).toBeCloseTo(steadyNow() + until);
    }
  });
});

describe('a read past the cache', () => {
  it('is a fetch although there is a fresh value, and is what others are given from then on', async () => {
    const { valueOf } = readerOf();
    await valueOf();
    expect(await valueOf({ bypass: true })).toBe(2);
    expect(await valueOf()).toBe(2);
  });

  it('joins no read that may be given an older value, nor is it joined by one that began before a change', async () => {
    const { valueOf, cache } = readerOf();
    const before = [valueOf(), valueOf({ bypass: true })];
    await cache.invalidate(['things']);
    expect(await Promise.all([...before, valueOf()])).toEqual([1, 2, 3]);
    expect(await valueOf()).toBe(3);
  });
});

describe('a fetch that fails', () => {
  it('is stood in for by an earlier value for an hour, with the reason', async () => {
    const { valueOf, read, events } = readerOf();
    await valueOf();
    later = 3_600_999;
    expect(await read(failing)).toEqual({ value: 1, fetchedAt: 7, staleBecause: new Error('down') });
    expect(events).toEqual(['miss', 'miss', 'stale']);
    later = 3_601_000;
    await expect(read(failing)).rejects.toThrow('down');
  });

  it('past the cache is stood in for, too', async () => {
    const { valueOf, read } = readerOf();
    await valueOf();
    expect(await read({ ...failing, bypass: true })).toMatchObject({ value: 1, staleBecause: {} });
  });

  it('is told where no value may stand in, or there is none', async () => {
    const { valueOf, read } = readerOf();
    await expect(read(failing)).rejects.toThrow('down');
    await valueOf();
    later = 2000;
    await expect(read({ ...failing, mayStandIn: () => false })).rejects.toThrow('down');
  });

  it('is tried again by the next one', async () => {
    const { valueOf, read } = readerOf();
    await expect(read(failing)).rejects.toThrow('down');
    expect(await valueOf()).toBe(1);
  });

  it('is no reason to give an earlier value to someone who has left', async () => {
    const { valueOf, read } = readerOf();
    await valueOf();
    later = 2000;
    const request = new AbortController();
    const left = read({ fetch: () => new Promise(() => {}) }, waiterFor(request));
    request.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
  });
});

describe('an answer made of values', () => {
  it('is told of each value that is handed out, and of each read that brought none', async () => {
    const { valueOf, read } = readerOf();
    const ends: unknown[] = [];
    const life = { begin: () => (value: unknown) => ends.push(value), spoil: () => {}, limit: () => {} };
    await valueOf({ life });
    expect(ends).toEqual([expect.objectContaining({ tags: ['things'], value: 1 })]);
    later = 2000;
    await read({ ...failing, life });
    expect(ends[1]).toBeNull();
  });
});
