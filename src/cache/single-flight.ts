import type { Instant } from '../contract/instant.ts';
import { Cancellation, cancellationOf } from './cancellation.ts';

/** Someone who waits for a shared fetch. */
export interface Waiter {
  readonly signal: AbortSignal;
  /** When the waiter gives up. */
  readonly deadline: Instant;
}

/** What a shared fetch knows of those who wait for it. */
export interface FlightControl {
  /** Cancelled when nobody waits any more, with what the last waiter left with. */
  readonly cancellation: Cancellation;
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
   * aborted and with what `onDeadline` makes when its deadline passes; the fetch is cancelled when none is left.
   */
  run(
    key: string,
    waiter: Waiter,
    start: (control: FlightControl) => Promise<T>,
    onDeadline: () => Error,
  ): Promise<T> {
    const underWay = this.#flights.get(key);
    if (underWay) return underWay.join(waiter, onDeadline);
    const flight = new Flight<T>(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    const result = flight.join(waiter, onDeadline);
    flight.start(start);
    return result;
  }
}

/** One fetch and those who wait for it. */
export class Flight<T> implements FlightControl {
  readonly cancellation = new Cancellation();
  readonly deadline = (): Instant => this.#deadline;
  readonly #onEnd: () => void;
  readonly #passengers = new Set<Passenger<T>>();
  #deadline = 0;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  start(fetch: (control: FlightControl) => Promise<T>): void {
    fetch(this).then(
      (value) => this.#end((passenger) => passenger.arrive(value)),
      (error: unknown) => this.#end((passenger) => passenger.fail(error)),
    );
  }

  join(waiter: Waiter, onDeadline: () => Error): Promise<T> {
    this.#deadline = Math.max(this.#deadline, waiter.deadline);
    return new Promise<T>((resolve, reject) => {
      const passenger = new Passenger<T>({ waiter, onDeadline, resolve, reject, onLeave: this.#leave });
      this.#passengers.add(passenger);
      passenger.wait();
    });
  }

  readonly #leave = (passenger: Passenger<T>, reason: unknown): void => {
    this.#passengers.delete(passenger);
    if (this.#passengers.size > 0) return;
    this.#onEnd();
    this.cancellation.cancel(reason);
  };

  #end(tell: (passenger: Passenger<T>) => void): void {
    this.#onEnd();
    for (const passenger of this.#passengers) tell(passenger);
    this.#passengers.clear();
  }
}

interface PassengerOptions<T> {
  readonly waiter: Waiter;
  readonly onDeadline: () => Error;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
  /** Told when it leaves before the end, with what it left. */
  readonly onLeave: (passenger: Passenger<T>, reason: unknown) => void;
}

/** One who waits: until the fetch ends, the deadline passes or the request is aborted, whichever is first. */
class Passenger<T> {
  readonly #options: PassengerOptions<T>;
  readonly #request: Cancellation;
  #timer: NodeJS.Timeout | undefined;
  #hasLeft = false;

  constructor(options: PassengerOptions<T>) {
    this.#options = options;
    this.#request = cancellationOf(options.waiter.signal);
  }

  wait(): void {
    if (this.#request.cancelled) return this.#onAbort();
    this.#timer = setTimeout(this.#onTime, Math.max(0, this.#options.waiter.deadline - Date.now()));
    this.#request.follow(this.#onAbort);
  }

  arrive(value: T): void {
    this.#settle();
    this.#options.resolve(value);
  }

  fail(error: unknown): void {
    this.#settle();
    this.#options.reject(error);
  }

  // After a stall of the event loop the value may be waiting in a socket: let it be read before giving up.
  readonly #onTime = (): void => void setImmediate(() => this.#leave(this.#options.onDeadline()));

  readonly #onAbort = (): void => {
    const { reason } = this.#request;
    this.#leave(isTimeout(reason) ? this.#options.onDeadline() : reason);
  };

  #leave(reason: unknown): void {
    if (this.#hasLeft) return;
    this.fail(reason);
    this.#options.onLeave(this, reason);
  }

  #settle(): void {
    this.#hasLeft = true;
    clearTimeout(this.#timer);
    this.#request.unfollow(this.#onAbort);
  }
}

/** The request as a whole ran out of time: to whoever waits here that is the same as the deadline. */
function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
