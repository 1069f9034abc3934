import type { CachedRead, Fetched } from '../cache/cached-reader.ts';
import type { FlightControl } from '../cache/single-flight.ts';
import type { AnswerLife } from '../contract/answer-life.ts';
import type { CacheEvent, CallContext } from '../contract/call-context.ts';
import { VendorError, vendorErrorKinds } from '../contract/vendor-error.ts';
import type { Instant } from '../contract/instant.ts';
import { deadlineError } from './call-failure.ts';
import type { ReadCall } from './source-transport.ts';
import { wholeFrom } from './time-to-live.ts';

/** Who is told of what a read causes. */
export type Follower = Pick<CallContext, 'observe' | 'trace'>;

/** What a read needs of the transport to its source. */
export interface ReadSource {
  readonly name: string;
  /** Makes the call, and makes it again after a failure that may pass. */
  fetch<T>(call: ReadCall<T>, control: FlightControl, follower: Follower): Promise<Fetched<T>>;
  /** Tells the metrics and the request of an event. */
  tell(event: CacheEvent, observe: CallContext['observe']): void;
}

/** For a read in the background, of which no request is told. */
const nobody: Follower = {};

/** One read of one request. */
export class SourceRead<T> implements CachedRead<T> {
  readonly key: string;
  readonly notBefore: Instant;
  readonly #source: ReadSource;
  readonly #call: ReadCall<T>;
  readonly #context: CallContext;

  constructor(source: ReadSource, key: string, call: ReadCall<T>, context: CallContext) {
    this.key = key;
    this.#source = source;
    this.#call = call;
    this.#context = context;
    const whole = context.wholeRevisions ? wholeFrom(call) : null;
    this.notBefore = whole !== null && whole <= Date.now() ? whole : -Infinity;
  }

  get bypass(): boolean {
    return this.#context.bypassCache;
  }

  get life(): AnswerLife | undefined {
    return this.#context.life;
  }

  fetch(control: FlightControl, isAwaited: boolean): Promise<Fetched<T>> {
    return this.#source.fetch(this.#call, control, isAwaited ? this.#context : nobody);
  }

  /**
   * An earlier value is better than none when the vendor, or the way to it, is at fault, but not when the vendor said
   * no.
   */
  mayStandIn(error: unknown): boolean {
    return error instanceof VendorError && (error.retryable || vendorErrorKinds[error.kind].unhealthy);
  }

  readonly onDeadline = (): Error =>
    deadlineError({ source: this.#source.name, operation: this.#call.operation });

  observe(type: CacheEvent['type']): void {
    const event = { type, source: this.#source.name, operation: this.#call.operation };
    this.#source.tell(event, this.#context.observe);
  }
}
