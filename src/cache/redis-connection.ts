import type { Redis } from 'ioredis';
import { timedWait, WaitTimedOut } from './timed-wait.ts';
import { openRedisClient } from './open-redis-client.ts';
import type { RedisClient } from './redis-client.ts';
import { RedisRefusals } from './redis-refusals.ts';
import type { ScriptedRedis } from './redis-scripts.ts';

/** How to reach Redis. */
export interface RedisConnectionOptions {
  /** As `cache.redis` of the configuration; may hold a password. */
  readonly url: string;
  /** Told of trouble, at most once a minute, and of its end; never of a key, a value or an address. */
  readonly warn: (message: string) => void;
  /** Longest wait for one command, in milliseconds. @default 100 */
  readonly commandTimeoutMs?: number;
}

/** After a failure Redis is left alone until it answers a ping again, tried this often. */
const probeEvery = 500;
/** Several commands in a row that are slower than this, in milliseconds, count as a failure, too. */
const slowCommand = 40;
const slowCommands = 5;
const warnEvery = 60_000;
/** Longest wait for a command of a change, in milliseconds. */
const changeTimeoutMs = 1000;

/**
 * A connection that never makes a read wait: commands fail at once while Redis is away and after a short time-out
 * when it hangs; after the first such failure no command is sent until Redis is well again. Changes, of which all
 * replicas must know, are given more time, once.
 */
export class RedisConnection {
  readonly #client: RedisClient;
  readonly #redis: ScriptedRedis;
  readonly #warn: (message: string) => void;
  readonly #recoveries: (() => void)[] = [];
  readonly #refusals = new RedisRefusals();
  readonly #commandTimeoutMs: number;
  #probe: NodeJS.Timeout | undefined;
  /** Whether not even commands of a change are sent: the last one got no answer in time, or the database is refused. */
  #isLost = false;
  #isClosed = false;
  #slow = 0;
  #warnedAt = -Infinity;
  /** Whether the last that was told is that Redis cannot be used. */
  #isTold = false;

  constructor({ url, warn, commandTimeoutMs = 100 }: RedisConnectionOptions) {
    this.#warn = warn;
    this.#commandTimeoutMs = commandTimeoutMs;
    this.#client = openRedisClient(url);
    this.#redis = this.#client.commands;
    this.#redis.on('error', (error: unknown) => this.#onError(error));
    // That it took the connection does not show that it takes commands.
    this.#redis.on('ready', () => this.#isTold && void this.run('ping', (redis) => redis.ping()));
  }

  // Where the database of the URL is refused, the client would go on in database 0.
  #onError(error: unknown): void {
    const isMisplaced = isRefusedDatabase(error);
    if (isMisplaced) this.#isLost = true;
    // Then the password is what is wrong, which another error tells.
    if (isMisplaced && codeOf(error) === 'NOAUTH') this.#startProbing();
    else if (isMisplaced) this.#suspend(`database ${this.#client.database}`, codeOf(error));
    else this.#report('connect', codeOf(error));
  }

  /** Runs a command; undefined when Redis cannot be used now. */
  async run<T>(name: string, command: (redis: ScriptedRedis) => Promise<T>): Promise<T | undefined> {
    return this.#probe ? undefined : this.#run(name, command, this.#commandTimeoutMs);
  }

  /**
   * As `run`, for what belongs to a change: it is sent even to a Redis that was slow a moment ago, and waited for
   * longer.
   */
  async runPatiently<T>(name: string, command: (redis: ScriptedRedis) => Promise<T>): Promise<T | undefined> {
    if (this.#isLost) return undefined;
    return this.#run(name, command, changeTimeoutMs, () => (this.#isLost = true));
  }

  async #run<T>(
    name: string,
    command: (redis: ScriptedRedis) => Promise<T>,
    timeoutMs: number,
    onLoss: () => void = () => {},
  ): Promise<T | undefined> {
    // Nobody waits while it is connecting, but that is not a failure yet.
    if (this.#redis.status !== 'ready') return undefined;
    try {
      const { result, milliseconds } = await timedWait(command(this.#redis), timeoutMs);
      this.#slow = milliseconds > slowCommand ? this.#slow + 1 : 0;
      if (this.#slow >= slowCommands) this.#suspend(name, 'slow');
      // A Redis that was full does not say when it has room again. Whoever sent this comes first.
      if (this.#refusals.taken(name)) setImmediate(() => this.#recover());
      this.#reportEnd();
      return result;
    } catch (error) {
      // Redis answered, even if with a refusal (full, read-only): other commands may work, unless it is just starting.
      if (isRefusal(error) && codeOf(error) !== 'LOADING') {
        this.#refusals.refused(name);
        this.#report(name, codeOf(error));
      } else {
        // What fails at once makes no change wait, and other servers of a cluster may answer.
        if (error instanceof WaitTimedOut) onLoss();
        this.#suspend(name, codeOf(error));
      }
      return undefined;
    }
  }

  /** Calls back whenever Redis works again after a failure, and when it is first reached. */
  onRecovery(listener: () => void): void {
    this.#recoveries.push(listener);
    this.#redis.on('ready', listener);
  }

  /** Resolves when Redis was first reached, or when the first attempt has failed. */
  firstContact(): Promise<void> {
    if (this.#redis.status === 'ready') return Promise.resolve();
    return new Promise((resolve) => {
      this.#redis.once('ready', () => resolve());
      this.#redis.once('close', () => resolve());
    });
  }

  /** The client of the server that holds a key; undefined = it is not known now. */
  serverOf(key: string): Redis | undefined {
    return this.#client.serverOf(key);
  }

  /** Whether commands are being sent, and Redis refused none of them when it was last sent. */
  get usable(): boolean {
    return !this.#probe && this.#redis.status === 'ready' && !this.#refusals.any;
  }

  /** Closes the connection; commands under way give undefined. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#probe);
    this.#redis.disconnect();
  }

  #suspend(name: string, why: string): void {
    if (this.#isClosed) return;
    this.#report(name, why);
    this.#slow = 0;
    this.#startProbing();
  }

  #startProbing(): void {
    if (this.#isClosed) return;
    this.#probe ??= setInterval(() => void this.#ping(), probeEvery).unref();
  }

  async #ping(): Promise<void> {
    try {
      await this.#client.locate();
      const { milliseconds } = await timedWait(this.#client.tryOut(), this.#commandTimeoutMs);
      if (!this.#probe) return;
      if (milliseconds > slowCommand) return this.#report('ping', 'slow');
    } catch (error) {
      return this.#report('ping', codeOf(error));
    }
    clearInterval(this.#probe);
    this.#probe = undefined;
    this.#isLost = false;
    this.#reportEnd();
    this.#recover();
  }

  #recover(): void {
    if (this.#isClosed) return;
    for (const listener of this.#recoveries) listener();
  }

  #report(name: string, why: string): void {
    const now = performance.now();
    if (this.#isClosed || now - this.#warnedAt < warnEvery) return;
    this.#warnedAt = now;
    this.#isTold = true;
    this.#warn(`Redis cannot be used (${name}: ${why}); vendors are called instead`);
  }

  /** Called when a command has succeeded. */
  #reportEnd(): void {
    if (!this.#isTold || this.#isClosed || !this.usable) return;
    this.#isTold = false;
    this.#warn('Redis can be used again');
  }
}

/** Errors of the library carry the command's arguments, passwords included: only a code is passed on. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // Of a cluster, the reason is with the server that was asked last.
  if ('lastNodeError' in error && error.lastNodeError) return codeOf(error.lastNodeError);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (isRefusal(error)) return /^[A-Z]+/.exec(error.message)?.[0] ?? 'refused';
  return error instanceof WaitTimedOut ? 'timed out' : 'unreachable';
}

/** Whether Redis answered, with an error. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}

/** Whether Redis refused to go to the database of the URL. */
function isRefusedDatabase(error: unknown): boolean {
  const { command } = error as { readonly command?: { readonly name?: unknown } };
  return isRefusal(error) && command?.name === 'select';
}
