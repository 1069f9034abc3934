import type { Instant } from './instant.ts';

/** Someone who waits for an answer: until it comes, until nobody wants it any more, or until the deadline. */
export interface Waiter {
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** When the waiter gives up. */
  readonly deadline: Instant;
}
