import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { reconnectDelay, type RedisConnection } from './redis-connection.ts';

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
  /** Resolves when it listens, or could not begin to. */
  firstContact(): Promise<void>;
  close(): Promise<void>;
}

/** A channel over Redis pub/sub. It may lose messages while disconnected, and says so. */
export class RedisInvalidationChannel implements InvalidationChannel {
  readonly #connection: RedisConnection;
  readonly #channel: string;
  readonly #sender = randomUUID();
  readonly #subscriber: Redis;
  readonly #listening = Promise.withResolvers<void>();

  constructor(connection: RedisConnection, url: string, prefix: string) {
    this.#connection = connection;
    this.#channel = `${prefix}:invalidated`;
    this.#subscriber = new Redis(url, {
      enableOfflineQueue: false,
      autoResubscribe: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 500,
      retryStrategy: reconnectDelay,
    });
    // The connection for commands reports the same trouble.
    this.#subscriber.on('error', () => {});
    this.#subscriber.once('close', this.#listening.resolve);
  }

  listen({ onTags, onGap }: InvalidationListener): void {
    this.#subscriber.on('message', (_channel: string, message: string) => {
      const [sender, ...tags] = JSON.parse(message) as string[];
      if (sender !== this.#sender) onTags(tags);
    });
    // What was announced before is lost. While Redis is away, though, nothing is announced that could be missed here.
    this.#subscriber.on('ready', () => {
      this.#subscriber.subscribe(this.#channel).then(
        () => {
          onGap();
          this.#listening.resolve();
        },
        () => this.#subscriber.disconnect(true),
      );
    });
  }

  async announce(tags: readonly string[]): Promise<void> {
    const message = JSON.stringify([this.#sender, ...tags]);
    await this.#connection.run('announce', (redis) => redis.publish(this.#channel, message));
  }

  firstContact(): Promise<void> {
    return this.#listening.promise;
  }

  async close(): Promise<void> {
    this.#subscriber.disconnect();
  }
}
