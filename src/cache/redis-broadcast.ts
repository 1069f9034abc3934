import { Redis } from 'ioredis';
import type { RedisConnection } from './redis-connection.ts';
import { redisOptions } from './redis-options.ts';

/** What is done with the messages of one channel. */
export interface ChannelListener {
  readonly onMessage: (message: Buffer) => void;
  /** Called when listening has begun (again): messages may have been missed before. */
  readonly onGap: () => void;
}

/** How soon it is tried again to listen where Redis refused it, in milliseconds. */
const resubscribeAfter = 500;
/** How often it is asked whether the connection on which it listens still is one, in milliseconds. */
const pingEvery = 500;

/** Messages among replicas, over Redis pub/sub. Some may be lost while it is disconnected; it then calls `onGap`. */
export class RedisBroadcast {
  readonly #connection: RedisConnection;
  readonly #subscriber: Redis;
  readonly #listeners = new Map<string, ChannelListener>();
  readonly #contact = Promise.withResolvers<void>();
  readonly #pings: NodeJS.Timeout;
  #isListening = false;

  constructor(connection: RedisConnection, url: string) {
    this.#connection = connection;
    this.#subscriber = new Redis(url, {
      ...redisOptions,
      autoResubscribe: false,
    });
    // The connection for commands reports the same trouble.
    this.#subscriber.on('error', () => {});
    this.#subscriber.on('close', () => {
      this.#isListening = false;
      this.#contact.resolve();
    });
    this.#subscriber.on('ready', () => void this.#subscribe());
    this.#subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.#hear(channel.toString(), message),
    );
    // Whoever only listens would never notice that nothing can come any more.
    this.#pings = setInterval(() => void this.#subscriber.ping().catch(() => {}), pingEvery).unref();
  }

  /** Whether messages are being heard. */
  get isListening(): boolean {
    return this.#isListening;
  }

  /** Listens to a channel; to be called before anything else happens. */
  listen(channel: string, listener: ChannelListener): void {
    this.#listeners.set(channel, listener);
  }

  /** Sends a message; gives how many replicas listen, this one included; undefined = it was not sent. */
  send(channel: string, message: Buffer | string): Promise<number | undefined> {
    return this.#connection.run('announce', (redis) => redis.publish(channel, message));
  }

  /** As `send`, for what belongs to a change. */
  sendPatiently(channel: string, message: string): Promise<number | undefined> {
    return this.#connection.runPatiently('announce', (redis) => redis.publish(channel, message));
  }

  /** Resolves when it listens, or when the first attempt to do so has failed. */
  firstContact(): Promise<void> {
    return this.#contact.promise;
  }

  async close(): Promise<void> {
    clearInterval(this.#pings);
    this.#subscriber.disconnect();
  }

  // Whoever can write to Redis can send anything: a message that cannot be understood counts as missed.
  #hear(channel: string, message: Buffer): void {
    const listener = this.#listeners.get(channel);
    try {
      listener?.onMessage(message);
    } catch {
      listener?.onGap();
    }
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#subscriber.subscribe(...this.#listeners.keys());
    } catch {
      this.#contact.resolve();
      // Where it is not permitted, the next attempt ends in the same way.
      setTimeout(() => this.#subscriber.disconnect(true), resubscribeAfter).unref();
      return;
    }
    this.#isListening = true;
    // What was sent before is lost.
    for (const { onGap } of this.#listeners.values()) onGap();
    this.#contact.resolve();
  }
}
