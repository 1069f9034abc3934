import { randomUUID } from 'node:crypto';
import type { RedisConnection } from '../cache/redis-connection.ts';
import { steadyNow } from '../cache/steady-clock.ts';

/** A vendor's minute, in milliseconds. */
export const windowMilliseconds = 60_000;

/** What came of asking for a place in the window. */
export interface WindowPlace {
  readonly taken: boolean;
  /** Calls that the window holds now. */
  readonly used: number;
  /** After how many milliseconds a place gets free. */
  readonly waitMs: number;
}

/**
 * Counts the calls of the last minute, so that no minute, wherever it begins, holds more than the room there is.
 * (The counters of rate-limiter-flexible start anew each minute and let twice as many through around that moment.)
 */
export interface CallWindow {
  take(room: number): Promise<WindowPlace>;
}

/** The window of this process. */
export class LocalCallWindow implements CallWindow {
  #calls: number[] = [];

  async take(room: number): Promise<WindowPlace> {
    const used = this.used;
    if (used < room) {
      this.#calls.push(steadyNow());
      return { taken: true, used: used + 1, waitMs: 0 };
    }
    const next = this.#calls[Math.max(0, used - room)] ?? steadyNow();
    return { taken: false, used, waitMs: Math.max(1, next + windowMilliseconds - steadyNow()) };
  }

  /** Calls of the last minute. */
  get used(): number {
    const start = steadyNow() - windowMilliseconds;
    const firstInside = this.#calls.findIndex((at) => at > start);
    this.#calls = firstInside < 0 ? [] : firstInside === 0 ? this.#calls : this.#calls.slice(firstInside);
    return this.#calls.length;
  }

  /** Counts a call that was let out by somebody else's window. */
  record(): void {
    this.#calls.push(steadyNow());
  }
}

/** The window that all replicas share over Redis; each goes by its own while Redis is away. */
export class SharedCallWindow implements CallWindow {
  readonly #redis: RedisConnection;
  readonly #key: string;
  readonly #local: LocalCallWindow;

  constructor(redis: RedisConnection, key: string, local: LocalCallWindow) {
    this.#redis = redis;
    this.#key = key;
    this.#local = local;
  }

  async take(room: number): Promise<WindowPlace> {
    const reply = await this.#redis.run('budget', (redis) =>
      redis.takeCall(this.#key, windowMilliseconds, room, randomUUID()),
    );
    if (!reply) return this.#local.take(room);
    const [taken, used, waitMs] = reply;
    if (taken === 1) this.#local.record();
    return { taken: taken === 1, used, waitMs: Math.max(1, waitMs) };
  }
}
