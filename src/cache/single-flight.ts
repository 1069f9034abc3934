import type { Instant } from '../contract/instant.ts';
import type { Waiter } from '../contract/waiter.ts';
import { Cancellation } from './cancellation.ts';
import { isOverdue, patienceOf } from './patience.ts';

/** What a shared fetch knows of those who wait for it. */
export interface FlightControl {
  /** Cancelled when nobody waits any more, with the reason for which the last waiter left. */
  readonly cancellation: Cancellation;
  /** When the last waiter gives up; grows when others join. */
  readonly deadline: () => Instant;
}

/** Shares one fetch among all who ask for the same at the same time; each may leave alone. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Gate<T>>();

  /** Whether a fetch for the key is under way. */
  has(key: string): boolean {
    return this.#flights.has(key);
  }

  /**
   * Waits for the fetch under way, or starts one. Rejects with the signal's reason when the waiter's request is
   * aborted, and with what `onDeadline` makes when its deadline passes. The fetch is cancelled when no waiter is left.
   */
  run(
    key: string,
    waiter: Waiter,
    start: (control: FlightControl) => Promise<T>,
    onDeadline: () => Error,
  ): Promise<T> {
    const underWay = this.#flights.get(key)?.flight;
    if (underWay) return underWay.join(waiter, onDeadline);
    const flight = new Flight<T>(() => {
      gate.flight = null;
      if (this.#flights.get(key) === gate) this.#flights.delete(key);
    });
    const gate: Gate<T> = { flight };
    this.#flights.set(key, gate);
    const result = flight.join(waiter, onDeadline);
    flight.start(start);
    return result;
  }
}

/**
 * Where a fetch is found while it is under way. It is emptied at the end: a `Map` that grows and shrinks leaves tables
 * behind, and what is reached from these stays in memory until old objects are collected.
 */
interface Gate<T> {
  flight: Flight<T> | null;
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
  }
}

interface PassengerOptions<T> {
  readonly waiter: Waiter;
  readonly onDeadline: () => Error;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
  /** Called when it leaves before the end, with the reason. */
  readonly onLeave: (passenger: Passenger<T>, reason: unknown) => void;
}

/** One who waits: until the fetch ends, the deadline passes or the request is aborted, whichever is first. */
class Passenger<T> {
  readonly #options: PassengerOptions<T>;
  readonly #patience: Cancellation;

  constructor(options: PassengerOptions<T>) {
    this.#options = options;
    this.#patience = patienceOf(options.waiter);
  }

  wait(): void {
    if (this.#patience.cancelled) this.#leave();
    else this.#patience.follow(this.#leave);
  }

  arrive(value: T): void {
    this.#patience.unfollow(this.#leave);
    this.#options.resolve(value);
  }

  fail(error: unknown): void {
    this.#patience.unfollow(this.#leave);
    this.#options.reject(error);
  }

  readonly #leave = (): void => {
    const { reason } = this.#patience;
    const told = isOverdue(reason) ? this.#options.onDeadline() : reason;
    this.fail(told);
    this.#options.onLeave(this, told);
  };
}
