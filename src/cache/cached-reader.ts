import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerLife } from '../contract/answer-life.ts';
import type { Answer, CacheEvent } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';
import type { Waiter } from '../contract/waiter.ts';
import type { Cache, CacheEntry, Lease } from './cache.ts';
import { SingleFlight, type FlightControl } from './single-flight.ts';
import { steadyNow } from './steady-clock.ts';

/** A value that a fetch brought, with how long it may be used. */
export interface Fetched<T> {
  readonly value: T;
  readonly fetchedAt: number;
  /** Milliseconds, before jitter; 0 = not kept: only those who ask while it is being fetched share it. */
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
  /** A value that was asked for before this moment is read again. @default any value is good */
  readonly notBefore?: Instant;
  /** `isAwaited`: false for a refresh in the background, which is counted towards no request. */
  fetch(control: FlightControl, isAwaited: boolean): Promise<Fetched<T>>;
  /** Whether an earlier value may stand in for this failure. */
  mayStandIn(error: unknown): boolean;
  readonly onDeadline: () => Error;
  observe(type: CacheEvent['type']): void;
  /** Told what is handed out. */
  readonly life?: AnswerLife | undefined;
}

/** How the reader deals with time. */
export interface CachedReaderOptions {
  readonly cache: Cache;
  /** The longest that one fetch may take, in milliseconds: bounds refreshes, and the wait for other replicas. */
  readonly fetchMilliseconds: number;
  /** For how long after it was fresh a value may stand in for a failing vendor, in milliseconds. @default 3600000 */
  readonly standInMilliseconds?: number;
  /** @default Math.random */
  readonly random?: () => number;
}

const jitter = 0.1;
/** A stale value is handed out at once for half as long again as it was fresh, but not for longer than this. */
const longestUseOfStale = 60_000;
const shortestPoll = 5;
const longestPoll = 50;

/**
 * Reads through a cache: a fresh value is given at once, a stale one at once and refreshed in the background; otherwise
 * there is one fetch for all who ask.
 */
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
    let known: CacheEntry | undefined;
    try {
      // Nothing is awaited that need not be, so that a call is on its way before the next read of a page begins.
      const found = read.bypass ? undefined : this.#cache.get(read.key);
      known = found instanceof Promise ? await found : found;
      const entry = this.#unlessOld(known, read) ?? (await this.#shareInTime(read, waiter));
      end?.(entry);
      return answerOf<T>(entry);
    } catch (error) {
      end?.(null);
      if (waiter.signal.aborted || !read.mayStandIn(error)) throw error;
      const standIn = known ?? (await this.#cache.get(read.key));
      if (!standIn || isTooEarly(standIn, read)) throw error;
      read.observe('stale');
      return answerOf<T>(standIn, error as Error);
    }
  }

  /** The entry if it may be handed out at once; a stale one is then refreshed in the background. */
  #unlessOld<T>(entry: CacheEntry | undefined, read: CachedRead<T>): CacheEntry | undefined {
    const now = steadyNow();
    if (!entry || entry.usableUntil <= now || isTooEarly(entry, read)) return undefined;
    if (entry.freshUntil > now) {
      read.observe('hit');
    } else {
      read.observe('stale');
      this.#refresh(read);
    }
    return entry;
  }

  #refresh<T>(read: CachedRead<T>): void {
    const flight = this.#flightOf(read);
    if (this.#flights.has(flight)) return;
    const deadline = Date.now() + this.#fetchMilliseconds;
    const waiter = { signal: new AbortController().signal, deadline };
    // A refresh that fails leaves the stale value where it is.
    this.#board(flight, read, waiter, false).catch(() => {});
  }

  /** Shares a fetch; where one was under way that began too early, the next one. */
  async #shareInTime<T>(read: CachedRead<T>, waiter: Waiter): Promise<CacheEntry> {
    const entry = await this.#share(read, waiter);
    return isTooEarly(entry, read) ? this.#share(read, waiter) : entry;
  }

  #share<T>(read: CachedRead<T>, waiter: Waiter): Promise<CacheEntry> {
    const flight = this.#flightOf(read);
    if (this.#flights.has(flight)) read.observe('coalesced');
    return this.#board(flight, read, waiter, true);
  }

  #board<T>(flight: string, read: CachedRead<T>, waiter: Waiter, isAwaited: boolean): Promise<CacheEntry> {
    const start = (control: FlightControl) => this.#fetch(read, control, isAwaited);
    return this.#flights.run(flight, waiter, start, read.onDeadline);
  }

  /**
   * The name of the flight to join: a read after a change, or past the cache, must not join one that may have begun
   * before the change.
   */
  #flightOf({ key, bypass }: Pick<CachedRead<unknown>, 'bypass' | 'key'>): string {
    return `${this.#cache.changes}${bypass ? '!' : '.'}${key}`;
  }

  async #fetch<T>(read: CachedRead<T>, control: FlightControl, isAwaited: boolean): Promise<CacheEntry> {
    const began = Date.now();
    const leased = this.#cache.lease(read.key);
    let lease = leased instanceof Promise ? await leased : leased;
    if (!read.bypass && (lease.found || !lease.held)) {
      const known = lease.found?.fetchedAt ?? -Infinity;
      lease = await this.#leaseOrValue(read, control, { lease, known, began });
      const { found } = lease;
      if (found && isAsGood(found, known, read)) {
        void lease.release();
        if (isAwaited) read.observe('coalesced');
        return found;
      }
    }
    if (isAwaited) read.observe('miss');
    try {
      const askedAt = Date.now();
      const entry = this.#entryOf(await read.fetch(control, isAwaited), askedAt);
      storeAndRelease(lease, entry);
      return entry;
    } catch (error) {
      void lease.release();
      throw error;
    }
  }

  /**
   * The right to fetch, or a value that is as good as fetched: while another replica is fetching it, waits for that,
   * for a bounded time.
   */
  async #leaseOrValue(
    read: CachedRead<unknown>,
    control: FlightControl,
    { lease: first, known, began }: { readonly lease: Lease; readonly known: number; readonly began: number },
  ): Promise<Lease> {
    let lease = first;
    for (let pause = shortestPoll; ; pause = Math.min(pause * 2, longestPoll)) {
      if (lease.held || (lease.found && isAsGood(lease.found, known, read))) return lease;
      const until = Math.min(began + this.#fetchMilliseconds, control.deadline()) - longestPoll;
      if (Date.now() >= until || control.cancellation.cancelled) return lease;
      await sleep(pause);
      lease = await this.#cache.lease(read.key);
    }
  }

  #entryOf(
    { value, fetchedAt, freshMilliseconds, tags, bytes }: Fetched<unknown>,
    askedAt: Instant,
  ): CacheEntry {
    const fresh = freshMilliseconds * (1 + jitter * (2 * this.#random() - 1));
    const freshUntil = steadyNow() + fresh;
    return {
      value,
      askedAt,
      fetchedAt,
      freshUntil,
      usableUntil: freshUntil + Math.min(fresh / 2, longestUseOfStale),
      keptUntil: freshUntil + this.#standIn,
      tags,
      bytes,
    };
  }
}

// Nobody waits until the value is stored: storing never fails, and the lock is given up only after it.
function storeAndRelease(lease: Lease, entry: CacheEntry): void {
  const stored = lease.store(entry);
  if (stored instanceof Promise) void stored.then(() => lease.release());
  else void lease.release();
}

/** What another replica brought meanwhile is as good as a fetch shared here, however short it stays fresh. */
function isAsGood(found: CacheEntry, known: number, read: CachedRead<unknown>): boolean {
  return (found.freshUntil > steadyNow() || found.fetchedAt > known) && !isTooEarly(found, read);
}

function isTooEarly({ askedAt }: CacheEntry, { notBefore = -Infinity }: CachedRead<unknown>): boolean {
  return askedAt < notBefore;
}

function answerOf<T>({ value, fetchedAt }: CacheEntry, staleBecause?: Error): Answer<T> {
  return { value: value as T, fetchedAt, staleBecause };
}
