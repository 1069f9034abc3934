import { randomUUID } from 'node:crypto';
import type { RedisConnection } from '../cache/redis-connection.ts';
import { steadyNow } from '../cache/steady-clock.ts';

/** The length of the window, in milliseconds. */
export const windowMilliseconds = 60_000;

/** What came of asking for a place in the window. */
export interface WindowPlace {
  readonly taken: boolean;
  /** Calls that the window holds now. */
  readonly used: number;
  /** After how many milliseconds there is a free place. */
  readonly waitMs: number;
  /** Whether that wait is because the vendor asked for a pause, here or at another replica. */
  readonly paused: boolean;
}

/**
 * Counts the calls of the last minute, so that no minute, whenever it begins, holds more calls than allowed. (The
 * counters of rate-limiter-flexible start again each minute, and let twice as many through around that moment.)
 */
export interface CallWindow {
  /** Whether other replicas take places in it and ask for pauses, too. */
  readonly shared: boolean;
  /** Takes a place for a call, if there is one. `room`: calls that the window may hold; null = any number. */
  take(room: number | null): Promise<WindowPlace>;
  /** Tells those who share the window that the vendor wants no calls for `milliseconds`. Never fails. */
  pause(milliseconds: number): Promise<void>;
}

/** The window of this process. */
export class LocalCallWindow implements CallWindow {
  readonly shared = false;
  #calls: number[] = [];

  async take(room: number | null): Promise<WindowPlace> {
    if (room === null) return free;
    const used = this.used;
    if (used < room) {
      this.#calls.push(steadyNow());
      return { taken: true, used: used + 1, waitMs: 0, paused: false };
    }
    const next = this.#calls[used - room] ?? steadyNow();
    const waitMs = Math.max(1, next + windowMilliseconds - steadyNow());
    return { taken: false, used, waitMs, paused: false };
  }

  async pause(): Promise<void> {}

  /** Calls of the last minute. */
  get used(): number {
    const start = steadyNow() - windowMilliseconds;
    const firstInside = this.#calls.findIndex((at) => at > start);
    this.#calls = firstInside < 0 ? [] : firstInside === 0 ? this.#calls : this.#calls.slice(firstInside);
    return this.#calls.length;
  }

  /** Counts a call that another window allowed. */
  record(): void {
    this.#calls.push(steadyNow());
  }
}

const free: WindowPlace = { taken: true, used: 0, waitMs: 0, paused: false };
/** Stands for room without a limit in the script. */
const endless = -1;

/** The window that all replicas share over Redis; while Redis is away, each goes by a window of its own. */
export class SharedCallWindow implements CallWindow {
  readonly shared = true;
  readonly #redis: RedisConnection;
  readonly #prefix: string;
  readonly #local: LocalCallWindow;

  /** `prefix`: start of the source's keys. */
  constructor(redis: RedisConnection, prefix: string, local: LocalCallWindow) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#local = local;
  }

  async take(room: number | null): Promise<WindowPlace> {
    const [budget, pause] = [`${this.#prefix}:budget`, `${this.#prefix}:pause`];
    const reply = await this.#redis.run('budget', (redis) =>
      redis.takeCall(budget, pause, windowMilliseconds, room ?? endless, randomUUID()),
    );
    if (!reply) return this.#local.take(room);
    const [taken, used, waitMs, paused] = reply;
    if (taken === 1 && room !== null) this.#local.record();
    return { taken: taken === 1, used, waitMs: Math.max(1, waitMs), paused: paused === 1 };
  }

  async pause(milliseconds: number): Promise<void> {
    await this.#redis.run('pause', (redis) => redis.pauseCalls(`${this.#prefix}:pause`, milliseconds));
  }
}
