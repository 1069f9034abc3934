import type { AnswerLife } from './answer-life.ts';
import type { CallTrace } from './call-trace.ts';
import type { Instant } from './instant.ts';

/**
 * A call that was sent to a vendor. It is told when it is sent: until the call is over, its figures are those so far,
 * and its status is null.
 */
export interface SentCall {
  readonly type: 'call';
  readonly source: string;
  readonly operation: string;
  /** Path without query and secrets. */
  readonly path: string;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly status: number | null;
}

/** What happened to a read on its way, other than a call. */
export interface CacheEvent {
  readonly type: 'coalesced' | 'hit' | 'miss' | 'retry' | 'stale';
  readonly source: string;
  readonly operation: string;
}

/** Something that happened while a request was answered; feeds `extensions.explain`. */
export type CallEvent = CacheEvent | SentCall;

/** What every call into a source is given of the request it serves. */
export interface CallContext {
  /** The same object in every context that is made for one request; left out = this is the request's only context. */
  readonly request?: object | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** When the request's answer is due. */
  readonly deadline: Instant;
  /** Read past the cache and refresh it. */
  readonly bypassCache: boolean;
  /**
   * Whether a value is read again that was read so soon after the change of a record that it may lack a further one,
   * which looks the same in lists. @default false
   */
  readonly wholeRevisions?: boolean | undefined;
  /** Told of every call, cache hit and the like. */
  readonly observe?: ((event: CallEvent) => void) | undefined;
  /** Told of a failure of the gateway itself that callers see only as the outcome of a source, in other words. */
  readonly onFault?: ((fault: unknown) => void) | undefined;
  /** Told of everything that goes into the answer. */
  readonly life?: AnswerLife | undefined;
  /** The request's trace; left out = nobody follows it. */
  readonly trace?: CallTrace | undefined;
}

/** A value with what is known of its freshness. */
export interface Answer<T> {
  readonly value: T;
  /** When it came from the vendor; of several answers, the oldest. */
  readonly fetchedAt: Instant;
  /** Set when the vendor failed and an earlier answer stands in: why it failed. */
  readonly staleBecause?: Error | undefined;
}
