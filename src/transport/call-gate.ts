import { setTimeout as sleep } from 'node:timers/promises';
import type { Cancellation } from '../cache/cancellation.ts';
import { steadyNow } from '../cache/steady-clock.ts';
import type { RateBudget } from '../contract/source-health.ts';
import { CallRefused } from './call-refused.ts';
import { windowMilliseconds, type CallWindow, type WindowPlace } from './call-window.ts';
import type { CallLabel } from './request-encoding.ts';
import { longestPause } from './retry-after.ts';

/** What decides whether a call may be sent. */
export interface GateRequest {
  readonly label: CallLabel;
  /**
   * Whether it is one of the many details of a page: these leave a tenth of the budget to directories, lists and
   * changes.
   */
  readonly bulk: boolean;
  /** When the answer is due, by the wall clock. */
  readonly deadline: () => number;
  readonly cancellation?: Cancellation | undefined;
}

/**
 * The longest that a call waits until the vendor allows it, in milliseconds; a call that would wait longer is refused
 * at once.
 */
const longestWait = 3000;
const reservedShare = 0.1;

/** Keeps to what a vendor allows: a budget of calls a minute, and the pauses it asks for. */
export class CallGate {
  readonly #limit: number | null;
  readonly #window: CallWindow;
  #pausedUntil = 0;
  #last = { used: 0, at: -Infinity };

  /** `limit`: calls a minute, null = any number. */
  constructor(limit: number | null, window: CallWindow) {
    this.#limit = limit;
    this.#window = window;
  }

  /** Whether any call may be sent at once. */
  get isOpen(): boolean {
    return this.#limit === null && !this.#window.shared && !this.paused;
  }

  /** Waits until the call may be sent; refuses it as `rate-limited` when that would take too long. */
  async enter(request: GateRequest): Promise<void> {
    for (;;) {
      const wait = await this.#waitFor(request.bulk);
      if (wait === 0) return;
      if (wait > longestWait || Date.now() + wait > request.deadline()) throw refusal(wait, request.label);
      await sleep(wait, undefined, request.cancellation ? { signal: request.cancellation.signal } : {});
    }
  }

  /** Lets no call be sent for `milliseconds`, an hour at most, here and wherever the window is shared. */
  async pause(milliseconds: number): Promise<void> {
    const pause = Math.ceil(Math.min(milliseconds, longestPause));
    this.#pauseHere(pause);
    await this.#window.pause(pause);
  }

  /** Whether the vendor has asked for a pause. */
  get paused(): boolean {
    return this.#pausedUntil > steadyNow();
  }

  /** What is left of the budget as last seen; null = there is none. */
  budget(): RateBudget | null {
    if (this.#limit === null) return null;
    const age = steadyNow() - this.#last.at;
    const used = age < windowMilliseconds ? this.#last.used : 0;
    const resetIn = used === 0 ? 0 : windowMilliseconds - age;
    return {
      limit: this.#limit,
      remaining: Math.max(0, this.#limit - used),
      resetAt: Math.ceil(Date.now() + resetIn),
    };
  }

  async #waitFor(bulk: boolean): Promise<number> {
    const pause = Math.ceil(this.#pausedUntil - steadyNow());
    if (pause > 0) return pause;
    if (this.isOpen) return 0;
    const place: WindowPlace = await this.#window.take(this.#roomFor(bulk));
    if (place.paused) this.#pauseHere(place.waitMs);
    else this.#last = { used: place.used, at: this.#lastCallAt(place) };
    return place.taken ? 0 : Math.ceil(place.waitMs);
  }

  /** When the window's last call was made, as far as that is known: others may have made one later. */
  #lastCallAt({ taken, waitMs }: WindowPlace): number {
    return taken ? steadyNow() : Math.max(this.#last.at, steadyNow() + waitMs - windowMilliseconds);
  }

  #roomFor(bulk: boolean): number | null {
    return this.#limit !== null && bulk ? this.#limit - Math.floor(this.#limit * reservedShare) : this.#limit;
  }

  #pauseHere(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, steadyNow() + milliseconds);
  }
}

function refusal(retryAfterMs: number, label: CallLabel): CallRefused {
  const message = `no call to this source is allowed for another ${Math.ceil(retryAfterMs / 1000)} s`;
  return new CallRefused({ kind: 'rate-limited', message, retryAfterMs, ...label });
}
