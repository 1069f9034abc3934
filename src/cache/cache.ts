import type { Awaitable } from '../contract/awaitable.ts';
import type { Instant } from '../contract/instant.ts';

/** A value from a vendor with what is known of its age. */
export interface CacheEntry {
  /** Anything that survives JSON. */
  readonly value: unknown;
  /** When the vendor was asked for it, by the wall clock: what changed there later may not be in it. */
  readonly askedAt: Instant;
  /** When it came from the vendor, by the wall clock. */
  readonly fetchedAt: Instant;
  /** Until when it may be handed out without asking the vendor. This time and the next two are by `steadyNow`. */
  readonly freshUntil: number;
  /** Until when it may be handed out at once while a newer one is fetched. */
  readonly usableUntil: number;
  /** Until when it may stand in for a vendor that fails; then it is dropped. */
  readonly keptUntil: number;
  /** Names under which a change drops it. */
  readonly tags: readonly string[];
  /** About how much memory the value takes up, in bytes. */
  readonly bytes: number;
}

/** The right to store what is about to be fetched for a key. */
export interface Lease {
  /** False when another replica is fetching the value at this moment. */
  readonly held: boolean;
  /** What the store held when the lease began, where finding out costs nothing. */
  readonly found?: CacheEntry | undefined;
  /** Stores the value, unless one of its tags was invalidated, or a newer value stored, since the lease began. */
  store(entry: CacheEntry): Awaitable<void>;
  /** Gives the lease up, so that others may fetch the value. */
  release(): Awaitable<void>;
}

/**
 * A store of vendor answers; one in the process answers synchronously. No method ever fails: a cache that does not work
 * behaves like an empty one.
 */
export interface Cache {
  /**
   * Grows with every invalidation seen here: a read that begins after one must not join a fetch that began before it.
   */
  readonly changes: number;
  get(key: string): Awaitable<CacheEntry | undefined>;
  /** Begins a fetch of a key's value. */
  lease(key: string): Awaitable<Lease>;
  /** Drops every value that has one of the tags, and refuses to store those whose fetch began before. */
  invalidate(tags: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
