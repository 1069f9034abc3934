import type { RedisConnection } from './redis-connection.ts';

/** A Redis that is full takes no invalidation, and recovers without notice. */
const retryEvery = 5000;
const rememberedTags = 10_000;

/** Invalidations on their way to Redis: what it does not take is kept, and tried again when it is well. */
export class KeptInvalidations {
  readonly #deliver: (tags: readonly string[]) => Promise<boolean>;
  /** Tags that Redis has not taken yet, each with the number of the last sending that it refused. */
  readonly #kept = new Map<string, number>();
  readonly #retries: NodeJS.Timeout;
  #sendings = 0;

  /** `deliver` tells whether Redis took them. */
  constructor(
    connection: Pick<RedisConnection, 'onRecovery'>,
    deliver: (tags: readonly string[]) => Promise<boolean>,
  ) {
    this.#deliver = deliver;
    const again = () => void this.send([...this.#kept.keys()]);
    connection.onRecovery(again);
    this.#retries = setInterval(again, retryEvery).unref();
  }

  /** Whether an invalidation of the tag is still to be taken. */
  has(tag: string): boolean {
    return this.#kept.has(tag);
  }

  async send(tags: readonly string[]): Promise<void> {
    if (tags.length === 0) return;
    const sending = (this.#sendings += 1);
    const isTaken = await this.#deliver(tags);
    for (const tag of tags) {
      const refused = this.#kept.get(tag) ?? 0;
      if (!isTaken) this.#keep(tag, Math.max(refused, sending));
      // What was sent earlier does not stand for a later change that was refused meanwhile.
      else if (refused < sending) this.#kept.delete(tag);
    }
  }

  close(): void {
    clearInterval(this.#retries);
  }

  #keep(tag: string, sending: number): void {
    if (this.#kept.has(tag) || this.#kept.size < rememberedTags) this.#kept.set(tag, sending);
  }
}
