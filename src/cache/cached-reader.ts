import type { AnswerLife } from '../contract/answer-life.ts';
import type { Answer, CallEvent } from '../contract/call-context.ts';
import type { Cache, CacheEntry, Lease } from './cache.ts';
import { SingleFlight, type FlightControl, type Waiter } from './single-flight.ts';
import { steadyNow } from './steady-clock.ts';

/** A value that a fetch brought, with how long it may be used. */
export interface Fetched<T> {
  readonly value: T;
  readonly fetchedAt: number;
  /** Milliseconds, before jitter; 0 = to be fetched again for everyone who does not ask at the same moment. */
  readonly freshMilliseconds: number;
  readonly tags: readonly string[];
  /** About how much memory the value takes up, in bytes. */
  readonly bytes: number;
}

/** A read through the cache. */
export interface CachedRead<T> {
  readonly key: string;
  /** Read past the cache and refresh it. */
  readonly bypass: boolean;
  /** `awaited`: false for a refresh in the background, which no request is to be charged with. */
  readonly fetch: (control: FlightControl, awaited: boolean) => Promise<Fetched<T>>;
  /** Whether an earlier value may stand in for this failure. */
  readonly mayStandIn: (error: unknown) => boolean;
  readonly onDeadline: () => Error;
  readonly observe: (type: Exclude<CallEvent['type'], 'call'>) => void;
  /** Told what is handed out. */
  readonly life?: AnswerLife | undefined;
}

/** How the reader deals with time. */
export interface CachedReaderOptions {
  readonly cache: Cache;
  /** Longest that one fetch takes, in milliseconds: bounds refreshes and the wait for other replicas. */
  readonly fetchMilliseconds: number;
  /** How much longer than fresh a value may stand in for a failing vendor, in milliseconds. @default 3600000 */
  readonly standInMilliseconds?: number;
  /** @default Math.random */
  readonly random?: () => number;
}

/** What a read came to. */
interface Outcome {
  readonly entry: CacheEntry;
  /** Set when the entry stands in for a vendor that failed: why it failed. */
  readonly staleBecause?: Error;
}

const jitter = 0.1;
/** A stale value is handed out at once for half as long again as it was fresh, but not for longer than this. */
const longestUseOfStale = 60_000;
const shortestPoll = 5;
const longestPoll = 50;

/** Reads through a cache: fresh values at once, stale ones at once and refreshed behind, otherwise one fetch. */
export class CachedReader {
  readonly #cache: Cache;
  readonly #flights = new SingleFlight<CacheEntry>();
  readonly #fetchMilliseconds: number;
  readonly #standIn: number;
  readonly #random: () => number;

  constructor(options: CachedReaderOptions) {
    this.#cache = options.cache;
    this.#fetchMilliseconds = options.fetchMilliseconds;
    this.#standIn = options.standInMilliseconds ?? 3_600_000;
    this.#random = options.random ?? Math.random;
  }

  async read<T>(read: CachedRead<T>, waiter: Waiter): Promise<Answer<T>> {
    const end = read.life?.begin();
    try {
      const { entry, staleBecause } = await this.#read(read, waiter);
      end?.(staleBecause ? null : entry);
      return { value: entry.value as T, fetchedAt: entry.fetchedAt, staleBecause };
    } catch (error) {
      end?.(null);
      throw error;
    }
  }

  async #read<T>(read: CachedRead<T>, waiter: Waiter): Promise<Outcome> {
    const entry = read.bypass ? undefined : await this.#cache.get(read.key);
    const now = steadyNow();
    if (entry && entry.freshUntil > now) {
      read.observe('hit');
      return { entry };
    }
    if (entry && entry.usableUntil > now) {
      read.observe('stale');
      this.#refresh(read);
      return { entry };
    }
    try {
      return { entry: await this.#share(read, waiter) };
    } catch (error) {
      if (waiter.signal.aborted || !read.mayStandIn(error)) throw error;
      const standIn = entry ?? (await this.#cache.get(read.key));
      if (!standIn) throw error;
      read.observe('stale');
      return { entry: standIn, staleBecause: error as Error };
    }
  }

  #refresh<T>(read: CachedRead<T>): void {
    if (this.#flights.has(this.#flightOf(read))) return;
    const deadline = Date.now() + this.#fetchMilliseconds;
    const waiter = { signal: new AbortController().signal, deadline };
    // A refresh that fails leaves the stale value where it is.
    const fetch: typeof read.fetch = (control) => read.fetch(control, false);
    this.#share({ ...read, fetch, observe: () => {} }, waiter).catch(() => {});
  }

  #share<T>(read: CachedRead<T>, waiter: Waiter): Promise<CacheEntry> {
    const flight = this.#flightOf(read);
    read.observe(this.#flights.has(flight) ? 'coalesced' : 'miss');
    return this.#flights.run(flight, waiter, (control) => this.#fetch(read, control), read.onDeadline);
  }

  /** A read behind a change, or past the cache, must not join one that may have begun before the change. */
  #flightOf({ key, bypass }: Pick<CachedRead<unknown>, 'bypass' | 'key'>): string {
    return `${this.#cache.changes}${bypass ? '!' : '.'}${key}`;
  }

  async #fetch<T>(read: CachedRead<T>, control: FlightControl): Promise<CacheEntry> {
    const { lease, value } = await this.#leaseOrValue(read, control);
    if (value) {
      void lease.release();
      return value;
    }
    try {
      const entry = this.#entryOf(await read.fetch(control, true));
      // Nobody waits for the store: it never fails, and the lock is given up only behind it.
      void storeAndRelease(lease, entry);
      return entry;
    } catch (error) {
      void lease.release();
      throw error;
    }
  }

  /** Begins the fetch; while another replica is at it, waits for its value, for a bounded time. */
  async #leaseOrValue<T>(
    read: CachedRead<T>,
    control: FlightControl,
  ): Promise<{ readonly lease: Lease; readonly value?: CacheEntry | undefined }> {
    const began = Date.now();
    let known: number | undefined;
    for (let pause = shortestPoll; ; pause = Math.min(pause * 2, longestPoll)) {
      const lease = await this.#cache.lease(read.key);
      if (read.bypass) return { lease };
      const { found } = lease;
      known ??= found?.fetchedAt ?? -Infinity;
      // What another replica brought meanwhile is as good as a fetch shared here, however short it stays fresh.
      if (found && (isUsable(found) || found.fetchedAt > known)) return { lease, value: found };
      const until = Math.min(began + this.#fetchMilliseconds, control.deadline()) - longestPoll;
      if (lease.held || Date.now() >= until || control.cancellation.cancelled) return { lease };
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #entryOf({ value, fetchedAt, freshMilliseconds, tags, bytes }: Fetched<unknown>): CacheEntry {
    const fresh = freshMilliseconds * (1 + jitter * (2 * this.#random() - 1));
    const freshUntil = steadyNow() + fresh;
    return {
      value,
      fetchedAt,
      freshUntil,
      usableUntil: freshUntil + Math.min(fresh / 2, longestUseOfStale),
      keptUntil: freshUntil + this.#standIn,
      tags,
      bytes,
    };
  }
}

async function storeAndRelease(lease: Lease, entry: CacheEntry): Promise<void> {
  await lease.store(entry);
  await lease.release();
}

function isUsable(entry: CacheEntry): boolean {
  return entry.freshUntil > steadyNow();
}
