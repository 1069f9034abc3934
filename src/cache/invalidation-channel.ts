import { randomUUID } from 'node:crypto';
import { Hearing } from './hearing.ts';
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

/**
 * A channel over Redis. An announcement ends when all have heard it, so that none of them gives out what is stale to
 * somebody who knows of the change. What cannot be announced is, when Redis is well again: others may not have noticed
 * that it was not.
 */
export class RedisInvalidationChannel implements InvalidationChannel {
  readonly #broadcast: Pick<RedisBroadcast, 'isListening' | 'listen' | 'sendPatiently'>;
  readonly #channel: string;
  readonly #answers: string;
  readonly #sender = randomUUID();
  readonly #announcements: KeptInvalidations;
  readonly #hearings = new Map<string, Hearing>();
  #announced = 0;

  constructor(
    connection: Pick<RedisConnection, 'onRecovery'>,
    broadcast: Pick<RedisBroadcast, 'isListening' | 'listen' | 'sendPatiently'>,
    prefix: string,
  ) {
    this.#broadcast = broadcast;
    this.#channel = `${prefix}:invalidated`;
    this.#answers = `${prefix}:heard`;
    this.#announcements = new KeptInvalidations(connection, (tags) => this.#tell(tags));
  }

  listen({ onTags, onGap }: InvalidationListener): void {
    this.#broadcast.listen(this.#channel, {
      onMessage: (message) => {
        const [announcement = '', ...tags] = stringsIn(message);
        if (announcement.startsWith(this.#sender)) return;
        onTags(tags);
        void this.#broadcast.sendPatiently(this.#answers, announcement);
      },
      onGap,
    });
    this.#broadcast.listen(this.#answers, {
      onMessage: (message) => this.#hearings.get(message.toString())?.add(),
      onGap: () => {},
    });
  }

  announce(tags: readonly string[]): Promise<void> {
    return this.#announcements.send(tags);
  }

  close(): void {
    this.#announcements.close();
  }

  async #tell(tags: readonly string[]): Promise<boolean> {
    this.#announced += 1;
    const announcement = `${this.#sender} ${this.#announced}`;
    const hearing = new Hearing();
    // Answers may come before Redis tells how many there will be.
    this.#hearings.set(announcement, hearing);
    const listeners = await this.#broadcast.sendPatiently(
      this.#channel,
      JSON.stringify([announcement, ...tags]),
    );
    if (listeners !== undefined) await hearing.by(listeners - (this.#broadcast.isListening ? 1 : 0));
    this.#hearings.delete(announcement);
    return listeners !== undefined;
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
