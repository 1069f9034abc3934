import type { Cancellation } from '../cache/cancellation.ts';
import type { CallContext } from '../contract/call-context.ts';
import type { TellFailure } from './call-failure.ts';
import type { CallPriority } from './call-queue.ts';
import type { ParsedCall } from './parse-reply.ts';
import type { ReadCall } from './source-transport.ts';

/** One attempt at a call. */
export interface Attempt<T> {
  readonly call: ParsedCall<T> & Pick<ReadCall<T>, 'numbers' | 'operation'>;
  readonly priority: CallPriority;
  /** When the answer is due, by the wall clock. */
  readonly deadline: () => number;
  /** Cancelled when nobody waits any more. Where `abortable` is false, this counts only before the request is sent. */
  readonly cancellation: Cancellation;
  readonly abortable: boolean;
  readonly tellFailure: TellFailure;
  readonly observe: CallContext['observe'];
  readonly trace: CallContext['trace'];
}

/** What an attempt brought. */
export interface Called<T> {
  readonly value: T;
  readonly fetchedAt: number;
  /** Size of the body. */
  readonly bytes: number;
}
