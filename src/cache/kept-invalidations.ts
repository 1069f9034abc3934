import type { RedisConnection } from './redis-connection.ts';

/** How often it is tried again, in milliseconds: a Redis that was full does not say when it has room again. */
const retryEvery = 2000;
const rememberedTags = 10_000;

/** Invalidations on their way to Redis. Those that it does not take are kept, and tried again when it works. */
export class KeptInvalidations {
  readonly #deliver: (tags: readonly string[]) => Promise<boolean>;
  readonly #onLate: (tags: readonly string[]) => void;
  /** Tags that Redis has not taken yet, each with the number of the last sending that it refused. */
  readonly #kept = new Map<string, number>();
  readonly #retries: NodeJS.Timeout;
  #sendings = 0;

  /** `deliver` tells whether Redis took them; `onLate` is called with those that it took only after it had not. */
  constructor(
    connection: Pick<RedisConnection, 'onRecovery'>,
    deliver: (tags: readonly string[]) => Promise<boolean>,
    onLate: (tags: readonly string[]) => void = () => {},
  ) {
    this.#deliver = deliver;
    this.#onLate = onLate;
    const again = () => void this.send([...this.#kept.keys()]);
    connection.onRecovery(again);
    this.#retries = setInterval(again, retryEvery).unref();
  }

  /** Whether Redis still has to take an invalidation of the tag. */
  has(tag: string): boolean {
    return this.#kept.has(tag);
  }

  async send(tags: readonly string[]): Promise<void> {
    if (tags.length === 0) return;
    const sending = (this.#sendings += 1);
    const isTaken = await this.#deliver(tags);
    const late: string[] = [];
    for (const tag of tags) {
      const refused = this.#kept.get(tag) ?? 0;
      if (!isTaken) this.#keep(tag, Math.max(refused, sending));
      // That an earlier sending was taken does not mean that a later one, refused meanwhile, was.
      else if (refused < sending && this.#kept.delete(tag)) late.push(tag);
    }
    if (late.length > 0) this.#onLate(late);
  }

  close(): void {
    clearInterval(this.#retries);
  }

  #keep(tag: string, sending: number): void {
    if (this.#kept.has(tag) || this.#kept.size < rememberedTags) this.#kept.set(tag, sending);
  }
}
