import type { RedisConnection } from './redis-connection.ts';

/** A Redis that is full takes no invalidation, and recovers without notice. */
const retryEvery = 5000;
const rememberedTags = 10_000;

/** Invalidations on their way to Redis: what it does not take is kept, and tried again when it is well. */
export class KeptInvalidations {
  readonly #deliver: (tags: readonly string[]) => Promise<boolean>;
  /** Tags that Redis has not taken yet. */
  readonly #kept = new Set<string>();
  readonly #retries: NodeJS.Timeout;

  /** `deliver` tells whether Redis took them. */
  constructor(
    connection: Pick<RedisConnection, 'onRecovery'>,
    deliver: (tags: readonly string[]) => Promise<boolean>,
  ) {
    this.#deliver = deliver;
    const again = () => void this.send([...this.#kept]);
    connection.onRecovery(again);
    this.#retries = setInterval(again, retryEvery).unref();
  }

  /** Whether an invalidation of the tag is still to be taken. */
  has(tag: string): boolean {
    return this.#kept.has(tag);
  }

  async send(tags: readonly string[]): Promise<void> {
    if (tags.length === 0) return;
    const isTaken = await this.#deliver(tags);
    for (const tag of tags) {
      if (isTaken) this.#kept.delete(tag);
      else if (this.#kept.size < rememberedTags) this.#kept.add(tag);
    }
  }

  close(): void {
    clearInterval(this.#retries);
  }
}
