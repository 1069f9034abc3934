import { randomUUID } from 'node:crypto';
import type { RedisBroadcast } from './redis-broadcast.ts';

/** What a replica does with the invalidations of others. */
export interface InvalidationListener {
  readonly onTags: (tags: readonly string[]) => void;
  /** Some may have been missed. */
  readonly onGap: () => void;
}

/** Tells replicas of each other's invalidations. */
export interface InvalidationChannel {
  listen(listener: InvalidationListener): void;
  announce(tags: readonly string[]): Promise<void>;
}

/** A channel over Redis. While Redis is away nothing is announced that could be missed here. */
export class RedisInvalidationChannel implements InvalidationChannel {
  readonly #broadcast: RedisBroadcast;
  readonly #channel: string;
  readonly #sender = randomUUID();

  constructor(broadcast: RedisBroadcast, prefix: string) {
    this.#broadcast = broadcast;
    this.#channel = `${prefix}:invalidated`;
  }

  listen({ onTags, onGap }: InvalidationListener): void {
    this.#broadcast.listen(this.#channel, {
      onMessage: (message) => {
        const [sender, ...tags] = stringsIn(message);
        if (sender !== this.#sender) onTags(tags);
      },
      onGap,
    });
  }

  async announce(tags: readonly string[]): Promise<void> {
    await this.#broadcast.send(this.#channel, JSON.stringify([this.#sender, ...tags]));
  }
}

/** What is no announcement holds nothing: whoever writes it must not be able to stop a gateway. */
function stringsIn(message: Buffer): readonly string[] {
  try {
    const content: unknown = JSON.parse(message.toString());
    return Array.isArray(content) ? content.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
