import type { Answer, CallEvent } from '../contract/call-context.ts';
import type { Cache, CacheEntry, Lease } from './cache.ts';
import { SingleFlight, type FlightControl, type Waiter } from './single-flight.ts';

/** A value that a fetch brought, with how long it may be used. */
export interface Fetched<T> {
  readonly value: T;
  readonly fetchedAt: number;
  /** Milliseconds, before jitter; 0 = to be fetched again for everyone who does not ask at the same moment. */
  readonly freshMilliseconds: number;
  readonly tags: readonly string[];
}

/** A read through the cache. */
export interface CachedRead<T> {
  readonly key: string;
  /** Read past the cache and refresh it. */
  readonly bypass: boolean;
  readonly fetch: (control: FlightControl) => Promise<Fetched<T>>;
  /** Whether an earlier value may stand in for this failure. */
  readonly mayStandIn: (error: unknown) => boolean;
  readonly onDeadline: () => Error;
  readonly observe: (type: Exclude<CallEvent['type'], 'call'>) => void;
}

/** How the reader deals with time. */
export interface CachedReaderOptions {
  readonly cache: Cache;
  /** Longest that one fetch takes, in milliseconds: bounds background refreshes and locks. */
  readonly fetchMilliseconds: number;
  /** How long a value may stand in for a failing vendor, in milliseconds after it was fetched. @default 3600000 */
  readonly standInMilliseconds?: number;
  readonly now?: () => number;
  /** @default Math.random */
  readonly random?: () => number;
}

const jitter = 0.1;
/** A stale value is handed out at once for as long again as it was fresh, but not for longer than this. */
const longestUseOfStale = 60_000;
const shortestPoll = 5;
const longestPoll = 50;

/** Reads through a cache: fresh values at once, stale ones at once and refreshed behind, otherwise one fetch. */
export class CachedReader {
  readonly #cache: Cache;
  readonly #flights = new SingleFlight<Fetched<unknown>>();
  readonly #fetchMilliseconds: number;
  readonly #standIn: number;
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(options: CachedReaderOptions) {
    this.#cache = options.cache;
    this.#fetchMilliseconds = options.fetchMilliseconds;
    this.#standIn = options.standInMilliseconds ?? 3_600_000;
    this.#now = options.now ?? Date.now;
    this.#random = options.random ?? Math.random;
  }

  async read<T>(read: CachedRead<T>, waiter: Waiter): Promise<Answer<T>> {
    const entry = read.bypass ? undefined : await this.#cache.get(read.key);
    const now = this.#now();
    if (entry && entry.freshUntil > now) {
      read.observe('hit');
      return answerOf<T>(entry);
    }
    if (entry && entry.usableUntil > now) {
      read.observe('stale');
      this.#refresh(read);
      return answerOf<T>(entry);
    }
    try {
      const fetched = await this.#share(read, waiter);
      return { value: fetched.value as T, fetchedAt: fetched.fetchedAt };
    } catch (error) {
      const standIn =
        waiter.signal.aborted || !read.mayStandIn(error)
          ? undefined
          : (entry ?? (await this.#cache.get(read.key)));
      if (!standIn) throw error;
      read.observe('stale');
      return { ...answerOf<T>(standIn), staleBecause: error as Error };
    }
  }

  #refresh<T>(read: CachedRead<T>): void {
    const deadline = this.#now() + this.#fetchMilliseconds;
    const waiter = { signal: new AbortController().signal, deadline };
    // A refresh that fails leaves the stale value where it is.
    this.#share({ ...read, observe: () => {} }, waiter).catch(() => {});
  }

  #share<T>(read: CachedRead<T>, waiter: Waiter): Promise<Fetched<unknown>> {
    // A read that wants to go past the cache must not join one that may have begun before the change it looks for.
    const flightKey = read.bypass ? `${read.key}!` : read.key;
    read.observe(this.#flights.has(flightKey) ? 'coalesced' : 'miss');
    return this.#flights.run(flightKey, waiter, (control) => this.#fetch(read, control), read.onDeadline);
  }

  async #fetch<T>(read: CachedRead<T>, control: FlightControl): Promise<Fetched<unknown>> {
    const lease = await this.#cache.lease(read.key, this.#fetchMilliseconds);
    try {
      const other = lease.held || read.bypass ? undefined : await this.#awaitOther(read.key, control);
      if (other) return fetchedOf(other);
      const fetched = await read.fetch(control);
      await this.#store(lease, fetched);
      return fetched;
    } finally {
      await lease.release();
    }
  }

  /** Waits for the value that another replica is fetching, for a bounded time. */
  async #awaitOther(key: string, control: FlightControl): Promise<CacheEntry | undefined> {
    const until = Math.min(this.#now() + this.#fetchMilliseconds, control.deadline()) - longestPoll;
    for (
      let pause = shortestPoll;
      this.#now() < until && !control.signal.aborted;
      pause = Math.min(pause * 2, longestPoll)
    ) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const entry = await this.#cache.get(key);
      if (entry && entry.freshUntil > this.#now()) return entry;
    }
    return undefined;
  }

  async #store(lease: Lease, fetched: Fetched<unknown>): Promise<void> {
    const fresh = fetched.freshMilliseconds * (1 + jitter * (2 * this.#random() - 1));
    const freshUntil = fetched.fetchedAt + fresh;
    await lease.store({
      value: fetched.value,
      fetchedAt: fetched.fetchedAt,
      freshUntil,
      usableUntil: freshUntil + Math.min(fresh, longestUseOfStale),
      keptUntil: freshUntil + this.#standIn,
      tags: fetched.tags,
    });
  }
}

function answerOf<T>(entry: CacheEntry): Answer<T> {
  return { value: entry.value as T, fetchedAt: entry.fetchedAt };
}

function fetchedOf(entry: CacheEntry): Fetched<unknown> {
  return { value: entry.value, fetchedAt: entry.fetchedAt, freshMilliseconds: 0, tags: entry.tags };
}
