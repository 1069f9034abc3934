import { LRUCache } from 'lru-cache';
import type { Cache, CacheEntry, Lease } from './cache.ts';
import { steadyNow } from './steady-clock.ts';

/** Something that is dropped along with a cache's values. */
export interface InvalidationFollower {
  invalidate(tags: readonly string[]): Promise<void>;
  clear(): void;
}

/** What the in-process cache remembers at most. */
export interface MemoryCacheOptions {
  /** Bytes; 0 = nothing. */
  readonly maxBytes: number;
  /** Told of every invalidation, before the cache itself drops anything. */
  readonly follower?: InvalidationFollower;
  readonly now?: () => number;
}

/** A lease that knows what happened in this process since it began. */
export interface MemoryLease extends Lease {
  /** Whether one of the tags was invalidated, or everything dropped, since then. */
  isOutdated(tags: readonly string[]): boolean;
}

interface Stored {
  readonly entry: CacheEntry;
  /** Number of the lease that fetched it. */
  readonly began: number;
}

/** How many invalidated tags are remembered, for the fetches that were under way when they were invalidated. */
const rememberedInvalidations = 20_000;
const entryOverhead = 512;

/** A cache in this process, bounded by bytes, the least recently used leaving first. */
export class MemoryCache implements Cache {
  readonly #entries: LRUCache<string, Stored>;
  readonly #keysByTag = new Map<string, Set<string>>();
  /** By tag: the number of the last lease that began before it was invalidated. */
  readonly #invalidated = new LRUCache<string, number>({ max: rememberedInvalidations });
  readonly #now: () => number;
  readonly #follower: InvalidationFollower | undefined;
  #leases = 0;
  #changes = 0;
  #clearedAt = 0;

  constructor({ maxBytes, follower, now = steadyNow }: MemoryCacheOptions) {
    this.#now = now;
    this.#follower = follower;
    this.#entries = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ entry }, key) => entryOverhead + entry.bytes + key.length,
      dispose: ({ entry }, key) => this.#forgetTags(key, entry.tags),
    });
  }

  get changes(): number {
    return this.#changes;
  }

  get(key: string): CacheEntry | undefined {
    const entry = this.#entries.get(key)?.entry;
    if (!entry) return undefined;
    if (entry.keptUntil > this.#now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  lease(key: string): MemoryLease {
    const began = (this.#leases += 1);
    return {
      held: true,
      isOutdated: (tags) => this.#isOutdated(tags, began),
      store: (entry) => this.#store(key, entry, began),
      release: nothing,
    };
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    this.#changes += 1;
    void this.#follower?.invalidate(tags);
    for (const tag of tags) {
      this.#invalidated.set(tag, this.#leases);
      for (const key of this.#keysByTag.get(tag) ?? []) this.#entries.delete(key);
    }
  }

  /** Drops everything, and refuses to store what is being fetched. */
  clear(): void {
    this.#changes += 1;
    this.#follower?.clear();
    this.#clearedAt = this.#leases;
    this.#entries.clear();
  }

  async close(): Promise<void> {
    this.clear();
  }

  #store(key: string, entry: CacheEntry, began: number): void {
    if (this.#isOutdated(entry.tags, began) || entry.keptUntil <= this.#now()) return;
    const former = this.#entries.peek(key);
    if (former && former.began > began) return;
    // The read went past the cache, so nobody is to be given answers that were made of the former value any more.
    if (former && former.entry.freshUntil > this.#now()) void this.#follower?.invalidate(former.entry.tags);
    this.#entries.set(key, { entry, began });
    if (!this.#entries.has(key)) return;
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
  }

  #isOutdated(tags: readonly string[], began: number): boolean {
    return began <= this.#clearedAt || tags.some((tag) => began <= (this.#invalidated.get(tag) ?? 0));
  }

  #forgetTags(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}

function nothing(): void {}
