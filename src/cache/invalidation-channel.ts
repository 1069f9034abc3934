import { randomUUID } from 'node:crypto';
import { KeptInvalidations } from './kept-invalidations.ts';
import type { RedisBroadcast } from './redis-broadcast.ts';
import type { RedisConnection } from './redis-connection.ts';

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
  close(): void;
}

/** A channel over Redis. What cannot be announced is, when Redis is well again: others may not have noticed that it was not. */
export class RedisInvalidationChannel implements InvalidationChannel {
  readonly #broadcast: RedisBroadcast;
  readonly #channel: string;
  readonly #sender = randomUUID();
  readonly #announcements: KeptInvalidations;

  constructor(connection: RedisConnection, broadcast: RedisBroadcast, prefix: string) {
    this.#broadcast = broadcast;
    this.#channel = `${prefix}:invalidated`;
    this.#announcements = new KeptInvalidations(connection, (tags) =>
      broadcast.send(this.#channel, JSON.stringify([this.#sender, ...tags])),
    );
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

  announce(tags: readonly string[]): Promise<void> {
    return this.#announcements.send(tags);
  }

  close(): void {
    this.#announcements.close();
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
