import type { Cache, CacheEntry, Lease } from './cache.ts';
import type { InvalidationChannel } from './invalidation-channel.ts';
import type { MemoryCache } from './memory-cache.ts';
import { steadyNow } from './steady-clock.ts';

/** A cache in the process in front of one that replicas share, kept in step by a channel of invalidations. */
export class TwoTierCache implements Cache {
  readonly #memory: MemoryCache;
  readonly #shared: Cache;
  readonly #channel: InvalidationChannel;

  constructor(memory: MemoryCache, shared: Cache, channel: InvalidationChannel) {
    this.#memory = memory;
    this.#shared = shared;
    this.#channel = channel;
    channel.listen({
      onTags: (tags) => void memory.invalidate(tags),
      onGap: () => memory.clear(),
    });
  }

  get changes(): number {
    return this.#memory.changes;
  }

  async get(key: string): Promise<CacheEntry | undefined> {
    const near = this.#memory.get(key);
    if (near && near.freshUntil > steadyNow()) return near;
    const lease = this.#memory.lease(key);
    const far = await this.#shared.get(key);
    return this.#younger(key, far, lease);
  }

  async lease(key: string): Promise<Lease> {
    const near = this.#memory.lease(key);
    const far = await this.#shared.lease(key);
    return {
      held: far.held,
      found: far.found && (await this.#younger(key, far.found, near)),
      store: async (entry) => {
        // The shared cache may have lost what would make it refuse the value.
        if (near.isOutdated(entry.tags)) return;
        await near.store(entry);
        await far.store(entry);
      },
      release: () => far.release(),
    };
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    await this.#memory.invalidate(tags);
    await this.#shared.invalidate(tags);
    // Once more, as a stale value may have been read from the shared cache in between.
    await this.#memory.invalidate(tags);
    await this.#channel.announce(tags);
  }

  async close(): Promise<void> {
    this.#channel.close();
    await Promise.all([this.#memory.close(), this.#shared.close()]);
  }

  async #younger(key: string, far: CacheEntry | undefined, lease: Lease): Promise<CacheEntry | undefined> {
    const near = this.#memory.get(key);
    if (!far || (near && near.fetchedAt >= far.fetchedAt)) return near;
    await lease.store(far);
    return far;
  }
}
