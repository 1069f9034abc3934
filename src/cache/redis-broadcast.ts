import type { Redis } from 'ioredis';
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
/** How often it is asked whether the connection on which it listens still is the right one, in milliseconds. */
const checkEvery = 500;

/**
 * Messages among replicas, over Redis pub/sub. Some may be lost while it is disconnected; it then calls `onGap`. A
 * cluster passes a message on to those who listen at any of its servers but counts only those at one, so all listen
 * where all send.
 */
export class RedisBroadcast {
  readonly #connection: RedisConnection;
  /** Stands for the server by way of which messages go; nothing is kept under it. */
  readonly #key: string;
  readonly #listeners = new Map<string, ChannelListener>();
  readonly #contact = Promise.withResolvers<void>();
  readonly #checks: NodeJS.Timeout;
  #subscriber: Redis | undefined;
  #reopening: NodeJS.Timeout | undefined;
  #attempts = 0;
  #isListening = false;
  #isClosed = false;

  /** `prefix`: start of every key. */
  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#key = `${prefix}:messages`;
    this.#checks = setInterval(() => this.#check(), checkEvery).unref();
    this.#open();
    connection.onRecovery(() => this.#open());
    void connection.firstContact().then(() => this.#subscriber ?? this.#contact.resolve());
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
    return this.#connection.run('announce', () => this.#publish(channel, message));
  }

  /** As `send`, for what belongs to a change. */
  sendPatiently(channel: string, message: string): Promise<number | undefined> {
    return this.#connection.runPatiently('announce', () => this.#publish(channel, message));
  }

  /** Resolves when it listens, or when the first attempt to do so has failed. */
  firstContact(): Promise<void> {
    return this.#contact.promise;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#checks);
    clearTimeout(this.#reopening);
    this.#subscriber?.disconnect();
  }

  // A cluster that lacks a server takes no command with a key, but passes messages on.
  async #publish(channel: string, message: Buffer | string): Promise<number> {
    const server = this.#connection.serverOf(this.#key);
    if (!server) throw new Error('expected to know the server by way of which messages go');
    return server.publish(channel, message);
  }

  #open(): void {
    const server = this.#connection.serverOf(this.#key);
    if (!server || this.#subscriber || this.#isClosed) return;
    clearTimeout(this.#reopening);
    const subscriber = server.duplicate({
      enableOfflineQueue: false,
      lazyConnect: false,
      retryStrategy: null,
    });
    this.#subscriber = subscriber;
    // The connection for commands reports the same trouble.
    subscriber.on('error', () => {});
    subscriber.on('ready', () => void this.#subscribe(subscriber));
    subscriber.on('end', () => this.#onEnd());
    subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.#hear(channel.toString(), message),
    );
  }

  #onEnd(): void {
    this.#isListening = false;
    this.#subscriber = undefined;
    this.#contact.resolve();
    if (this.#isClosed) return;
    this.#attempts += 1;
    const wait = redisOptions.retryStrategy(this.#attempts);
    this.#reopening = setTimeout(() => this.#open(), wait).unref();
  }

  #check(): void {
    const [subscriber, server] = [this.#subscriber, this.#connection.serverOf(this.#key)];
    if (!subscriber) this.#open();
    // Whoever only listens would never notice that nothing can come any more.
    else if (!server || isSameServer(subscriber, server)) void subscriber.ping().catch(() => {});
    else subscriber.disconnect();
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

  async #subscribe(subscriber: Redis): Promise<void> {
    try {
      await subscriber.subscribe(...this.#listeners.keys());
    } catch {
      this.#contact.resolve();
      // Where it is not permitted, the next attempt ends in the same way.
      setTimeout(() => subscriber.disconnect(), resubscribeAfter).unref();
      return;
    }
    this.#attempts = 0;
    this.#isListening = true;
    // What was sent before is lost.
    for (const { onGap } of this.#listeners.values()) onGap();
    this.#contact.resolve();
  }
}

function isSameServer(one: Redis, other: Redis): boolean {
  return one.options.host === other.options.host && one.options.port === other.options.port;
}
