/**
 * Tells those who work on something that nobody waits for it any more. It does what an `AbortSignal` does, but is cheap
 * enough to be followed by every call to a vendor: a signal compares each new listener with all that it has, so a
 * thousand calls of one request would cost a million steps.
 */
export class Cancellation {
  #isCancelled = false;
  #reason: unknown;
  #controller: AbortController | undefined;
  /** Made when first needed: most cancellations are never cancelled, and have one follower. */
  #followers: Set<() => void> | undefined;

  get cancelled(): boolean {
    return this.#isCancelled;
  }

  /** The reason with which it was cancelled; undefined before. */
  get reason(): unknown {
    return this.#reason;
  }

  /** The same as a signal, for code that knows signals only. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#isCancelled) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Cancels it for good: tells all followers, once. */
  cancel(reason: unknown): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    const told = this.#followers ?? [];
    this.#followers = undefined;
    for (const follower of told) follower();
  }

  /** Calls back when it is cancelled from now on; whether it was cancelled before, `cancelled` says. */
  follow(callback: () => void): void {
    this.#followers ??= new Set();
    this.#followers.add(callback);
  }

  unfollow(callback: () => void): void {
    this.#followers?.delete(callback);
  }

  protected get isFollowed(): boolean {
    return (this.#followers?.size ?? 0) > 0;
  }

  throwIfCancelled(): void {
    if (this.#isCancelled) throw this.#reason;
  }
}

/** A signal's cancellation. It listens to the signal only while it is followed itself, with one listener. */
class FollowingCancellation extends Cancellation {
  readonly #signal: AbortSignal;
  readonly #onAbort = (): void => this.cancel(this.#signal.reason);

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
  }

  override get cancelled(): boolean {
    return super.cancelled || this.#signal.aborted;
  }

  override get reason(): unknown {
    return this.#signal.reason;
  }

  override get signal(): AbortSignal {
    return this.#signal;
  }

  override follow(callback: () => void): void {
    if (!this.isFollowed) this.#signal.addEventListener('abort', this.#onAbort, { once: true });
    super.follow(callback);
  }

  override unfollow(callback: () => void): void {
    super.unfollow(callback);
    // A signal made of others stays in memory for as long as it has a listener.
    if (!this.isFollowed) this.#signal.removeEventListener('abort', this.#onAbort);
  }

  override throwIfCancelled(): void {
    this.#signal.throwIfAborted();
  }
}

const bySignal = new WeakMap<AbortSignal, Cancellation>();

/** The one cancellation of a signal: however many follow it, the signal has one listener. */
export function cancellationOf(signal: AbortSignal): Cancellation {
  let cancellation = bySignal.get(signal);
  if (!cancellation) bySignal.set(signal, (cancellation = new FollowingCancellation(signal)));
  return cancellation;
}
