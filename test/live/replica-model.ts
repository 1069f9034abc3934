import { RedisSharedLooks } from '../../src/cache/redis-shared-looks.ts';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import type { ChannelListener, RedisBroadcast } from '../../src/cache/redis-broadcast.ts';
import type { RedisConnection } from '../../src/cache/redis-connection.ts';
import type { ScriptedRedis } from '../../src/cache/redis-scripts.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { TimeWindow } from '../../src/contract/timeline.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import type { ConversationsAsked } from '../../src/live/look.ts';
import { SourcePoller } from '../../src/live/source-poller.ts';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** As much of a Redis as replicas need, in virtual time. */
export class ModelRedis {
  isDown = false;
  readonly #locks = new Map<string, { readonly token: string; readonly until: number }>();
  readonly clients: ModelClient[] = [];

  takeTurn(lock: string, token: string, milliseconds: number): string {
    const holder = this.#holder(lock) ?? token;
    if (holder === token) this.#locks.set(lock, { token, until: performance.now() + milliseconds });
    return holder;
  }

  tellInTurn(lock: string, token: string, milliseconds: number, channel: string, message: Buffer): number {
    if (this.#holder(lock) !== token) return 0;
    this.takeTurn(lock, token, milliseconds);
    this.publish(channel, message);
    return 1;
  }

  endLease(lock: string, token: string): number {
    return this.#holder(lock) === token && this.#locks.delete(lock) ? 1 : 0;
  }

  publish(channel: string, message: Buffer): number {
    for (const client of this.clients) client.deliver(channel, message);
    return this.clients.length;
  }

  /** Everything it held is gone. */
  forget(): void {
    this.#locks.clear();
  }

  #holder(lock: string): string | undefined {
    const held = this.#locks.get(lock);
    return held && held.until > performance.now() ? held.token : undefined;
  }
}

/** A replica's way to Redis, which can be cut, and its process, which can stand still. */
class ModelClient {
  isCut = false;
  #paused: PromiseWithResolvers<void> | null = null;
  readonly #redis: ModelRedis;
  readonly #listeners = new Map<string, ChannelListener>();
  #isConnected = true;
  #isListening = true;
  #order: Promise<unknown> = Promise.resolve();

  constructor(redis: ModelRedis) {
    this.#redis = redis;
    redis.clients.push(this);
  }

  get isListening(): boolean {
    return this.#isListening;
  }

  listen(channel: string, listener: ChannelListener): void {
    this.#listeners.set(channel, listener);
  }

  async send(channel: string, message: Buffer): Promise<boolean> {
    return (await this.run('send', (redis) => redis.publish(channel, message))) !== undefined;
  }

  async run<T>(_name: string, command: (redis: ScriptedRedis) => Promise<T>): Promise<T | undefined> {
    await this.awake();
    if (!this.#canReach()) return undefined;
    await pause(1);
    if (!this.#canReach()) return undefined;
    const reply = await command(this.#redis as unknown as ScriptedRedis);
    await this.awake();
    return reply;
  }

  deliver(channel: string, message: Buffer): void {
    if (!this.#isConnected) return;
    this.#inOrder(() => this.#listeners.get(channel)?.onMessage(message));
  }

  /** Connects or disconnects, as a socket would; the process learns of it when it has read what came before. */
  notice(): void {
    const connected = this.#canReach();
    if (connected === this.#isConnected) return;
    this.#isConnected = connected;
    this.#inOrder(() => {
      this.#isListening = connected;
      if (connected) for (const { onGap } of this.#listeners.values()) onGap();
    });
  }

  async awake(): Promise<void> {
    await this.#paused?.promise;
  }

  pause(): void {
    this.#paused ??= Promise.withResolvers();
  }

  resume(): void {
    this.#paused?.resolve();
    this.#paused = null;
  }

  #inOrder(happen: () => void): void {
    this.#order = this.#order.then(async () => {
      await pause(1);
      await this.awake();
      happen();
    });
  }

  #canReach(): boolean {
    return !this.isCut && !this.#redis.isDown;
  }
}

/** A help desk that counts how often it is looked at. */
export class ModelDesk {
  looks = 0;
  isDown = false;
  /** The pause that it asks for, in milliseconds; 0 = none. */
  retryAfterMs = 0;
  readonly #tellsTimes: boolean;
  readonly #rows = new Map<
    string,
    { createdAt: number; updatedAt: number | null; version: number; raw: string }
  >();

  constructor(tellsTimes: boolean) {
    this.#tellsTimes = tellsTimes;
  }

  /** Makes a conversation, or changes it, with a record of so many characters; gives its version. */
  touch(key: string, size = 1): number {
    const now = Math.floor(Date.now() / 1000) * 1000;
    const row = this.#rows.get(key);
    const version = (row?.version ?? 0) + 1;
    this.#rows.set(key, {
      createdAt: row?.createdAt ?? now,
      updatedAt: this.#tellsTimes ? now : null,
      version,
      raw: 'x'.repeat(size),
    });
    return version;
  }

  list({ from, to }: TimeWindow): Conversation[] {
    this.looks += 1;
    const label = { message: 'no', source: 'desk', operation: 'l' };
    if (this.isDown) throw new VendorError({ kind: 'unavailable', ...label });
    const { retryAfterMs } = this;
    if (retryAfterMs > 0) throw new VendorError({ kind: 'rate-limited', retryAfterMs, ...label });
    return [...this.#rows]
      .map(([key, row]) => ({ key, ...row, subject: `${row.version}`, fetchedAt: Date.now() }))
      .filter(({ createdAt, updatedAt }) => {
        const time = updatedAt ?? createdAt;
        return time >= from && time < to;
      }) as unknown as Conversation[];
  }
}

/** A gateway with one subscriber, who writes down what is told: `key:version`. */
export class ModelReplica {
  readonly told: string[] = [];
  readonly client: ModelClient;
  readonly poller: SourcePoller;
  readonly #looks: RedisSharedLooks;
  readonly #listener = (changed: readonly Conversation[]) => {
    this.told.push(...changed.map(({ key, subject }) => `${key}:${subject}`));
  };

  constructor(redis: ModelRedis, desk: ModelDesk, encryptionKey: string | null = null) {
    this.client = new ModelClient(redis);
    this.#looks = new RedisSharedLooks({
      connection: this.client as unknown as RedisConnection,
      broadcast: this.client as unknown as RedisBroadcast,
      prefix: 'model',
      accountOf: () => 'account',
      seal: new ContentSeal(encryptionKey),
      maxMessageBytes: 2048,
    });
    const reader = {
      filters: {},
      list: async ({ window }: { readonly window: TimeWindow }) => {
        await pause(10);
        const rows = desk.list(window);
        await pause(10);
        await this.client.awake();
        return { value: { rows, coveredTo: null, position: null }, fetchedAt: Date.now() };
      },
    };
    const source = { name: 'desk', rateBudget: () => null } as unknown as HelpdeskSource;
    const asked = { action: 'ask', source, reader, filter: {}, accepts: () => true };
    this.poller = new SourcePoller(asked as unknown as ConversationsAsked, {
      shortestMs: 1000,
      longestMs: 3000,
      timeoutMs: 1000,
      looks: this.#looks,
      onFault: (fault) => {
        throw fault;
      },
    });
  }

  start(): void {
    this.poller.add(this.#listener);
  }

  /** Tells the others that it has made a change. */
  hurry(): void {
    this.#looks.hurry('desk');
  }

  /** Leaves in good order. */
  stop(): void {
    this.poller.remove(this.#listener);
  }

  /** Is gone without a word. */
  kill(): void {
    this.client.isCut = true;
    this.client.notice();
    this.stop();
  }
}
