import { randomUUID } from 'node:crypto';
import { Hearing } from './hearing.ts';
import { KeptInvalidations } from './kept-invalidations.ts';
import type { RedisBroadcast } from './redis-broadcast.ts';
import type { RedisConnection } from './redis-connection.ts';

/** What a replica does with the invalidations of others. */
export interface InvalidationListener {
  readonly onTags: (tags: readonly string[]) => void;
  /** Called when some may have been missed. */
  readonly onGap: () => void;
}

/** Tells replicas of each other's invalidations. */
export interface InvalidationChannel {
  listen(listener: InvalidationListener): void;
  announce(tags: readonly string[]): Promise<void>;
  close(): void;
}

/**
 * A channel over Redis. An announcement resolves when all replicas have heard it, so that none of them gives somebody
 * who knows of the change what it made stale. What cannot be announced now is announced when Redis works again, as
 * other replicas may not have noticed that it did not.
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
    // Replicas may answer before Redis says how many of them listen.
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

/** The texts in an announcement; none in anything else, so that whoever can write to Redis cannot stop a gateway. */
function stringsIn(message: Buffer): readonly string[] {
  try {
    const content: unknown = JSON.parse(message.toString());
    return Array.isArray(content) ? content.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
