import type { Instant } from '../contract/instant.ts';
import type { Waiter } from '../contract/waiter.ts';
import { Cancellation, cancellationOf } from './cancellation.ts';

/** Why a waiter gave up when its time was over. */
class TimeIsOver extends Error {
  override readonly name = 'TimeoutError';
}

/** Cancelled when the waiter's request is, or at its deadline. It has a timer only while somebody follows it. */
class Patience extends Cancellation {
  readonly #request: Cancellation;
  readonly #deadline: Instant;
  #timer: NodeJS.Timeout | undefined;

  constructor({ signal, deadline }: Waiter) {
    super();
    this.#request = cancellationOf(signal);
    this.#deadline = deadline;
  }

  override get cancelled(): boolean {
    return super.cancelled || this.#request.cancelled;
  }

  override get reason(): unknown {
    return super.cancelled ? super.reason : this.#request.reason;
  }

  override follow(callback: () => void): void {
    if (!this.isFollowed) {
      this.#timer = setTimeout(this.#onTime, Math.max(0, this.#deadline - Date.now()));
      this.#request.follow(this.#onAbort);
    }
    super.follow(callback);
  }

  override unfollow(callback: () => void): void {
    super.unfollow(callback);
    if (!this.isFollowed) this.#rest();
  }

  // After a stall of the event loop the answer may already be in a socket: it is read before the waiter gives up.
  readonly #onTime = (): void => void setImmediate(() => this.isFollowed && this.#end(new TimeIsOver()));

  readonly #onAbort = (): void => this.#end(this.#request.reason);

  #end(reason: unknown): void {
    this.#rest();
    this.cancel(reason);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#request.unfollow(this.#onAbort);
  }
}

const byWaiter = new WeakMap<Waiter, Patience>();

/** The one cancellation of a waiter. A waiter may wait for a thousand things, which share its timer. */
export function patienceOf(waiter: Waiter): Cancellation {
  let patience = byWaiter.get(waiter);
  if (!patience) byWaiter.set(waiter, (patience = new Patience(waiter)));
  return patience;
}

/** Whether a waiter gave up because of a deadline, its own or that of the request as a whole. */
export function isOverdue(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
