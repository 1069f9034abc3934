import type { CallContext } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';

/** How long a page may be worked on, so that what it has found is given out before the request's deadline. */
export interface TimeBudget {
  /** From then on no source is asked again: the page ends with what it has. */
  readonly lastRoundAt: Instant;
  /** From then on no source is waited for. */
  readonly giveUpAt: Instant;
}

/** The budget of a page that begins now. */
export function timeBudget(context: CallContext, lateAfterMs: number, now: () => Instant): TimeBudget {
  const left = Math.max(0, context.deadline - now());
  return {
    lastRoundAt: context.deadline - Math.min(lateAfterMs, left / 4),
    giveUpAt: context.deadline - Math.min(500, left / 10),
  };
}
