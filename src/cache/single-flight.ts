import type { Instant } from '../contract/instant.ts';

/** Someone who waits for a shared fetch. */
export interface Waiter {
  readonly signal: AbortSignal;
  /** When the waiter gives up. */
  readonly deadline: Instant;
}

/** What a shared fetch knows of those who wait for it. */
export interface FlightControl {
  /** Aborted when nobody waits any more, with what the last waiter left with. */
  readonly signal: AbortSignal;
  /** When the last waiter gives up; grows when others join. */
  readonly deadline: () => Instant;
}

/** Shares one fetch among all who ask for the same at the same time; each may leave alone. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** Whether a fetch for the key is under way. */
  has(key: string): boolean {
    return this.#flights.has(key);
  }

  /**
   * Waits for the fetch under way, or starts it. Rejects with the signal's reason when the waiter's request is
   * aborted and with what `onDeadline` makes when its deadline passes; the fetch is aborted when none is left.
   */
  run(
    key: string,
    waiter: Waiter,
    start: (control: FlightControl) => Promise<T>,
    onDeadline: () => Error,
  ): Promise<T> {
    let flight = this.#flights.get(key);
    if (!flight) {
      const started = new Flight<T>(() => {
        if (this.#flights.get(key) === started) this.#flights.delete(key);
      });
      this.#flights.set(key, started);
      flight = started;
      const result = flight.join(waiter, onDeadline);
      started.start(start);
      return result;
    }
    return flight.join(waiter, onDeadline);
  }
}

class Flight<T> {
  readonly #controller = new AbortController();
  readonly #onEnd: () => void;
  readonly #outcome = Promise.withResolvers<T>();
  #waiters = 0;
  #hasEnded = false;
  #deadline = 0;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    // Everybody may have left when it fails.
    this.#outcome.promise.catch(() => {});
  }

  start(fetch: (control: FlightControl) => Promise<T>): void {
    fetch({ signal: this.#controller.signal, deadline: () => this.#deadline })
      .finally(() => {
        this.#hasEnded = true;
        this.#onEnd();
      })
      .then(this.#outcome.resolve, this.#outcome.reject);
  }

  join({ signal, deadline }: Waiter, onDeadline: () => Error): Promise<T> {
    this.#waiters += 1;
    this.#deadline = Math.max(this.#deadline, deadline);
    return new Promise<T>((resolve, reject) => {
      const leave = (error: unknown): void => {
        settle(error);
        reject(error);
      };
      const onAbort = (): void => leave(isTimeout(signal.reason) ? onDeadline() : signal.reason);
      const timer = setTimeout(
        () => setImmediate(() => leave(onDeadline())),
        Math.max(0, deadline - Date.now()),
      );
      let left = false;
      const settle = (reason?: unknown): void => {
        if (left) return;
        left = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.#waiters -= 1;
        // Aborting what has ended would do nothing but cost.
        if (this.#waiters > 0 || this.#hasEnded) return;
        this.#onEnd();
        this.#controller.abort(reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#outcome.promise.then(
        (value) => {
          settle();
          resolve(value);
        },
        (error: unknown) => leave(error),
      );
      if (signal.aborted) onAbort();
    });
  }
}

/** The request as a whole ran out of time: to whoever waits here that is the same as the deadline. */
function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
