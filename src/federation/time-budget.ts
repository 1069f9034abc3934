import type { CallContext } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';

/** How long a page may be worked on, so that what was found is still given out before the request's deadline. */
export interface TimeBudget {
  /** From here on nobody is asked again: the page ends with what is there. */
  readonly lastRoundAt: Instant;
  /** From here on nobody is waited for. */
  readonly giveUpAt: Instant;
}

/** The budget of a page that is begun now. */
export function timeBudget(context: CallContext, lateAfterMs: number, now: () => Instant): TimeBudget {
  const left = Math.max(0, context.deadline - now());
  return {
    lastRoundAt: context.deadline - Math.min(lateAfterMs, left / 4),
    giveUpAt: context.deadline - Math.min(500, left / 10),
  };
}
