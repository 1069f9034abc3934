import type { CallContext } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';

/** Longest delay that a timer can have. */
const longestDelayMs = 2 ** 31 - 1;

/** A call's own context, which can outlive the page it was made for. */
export interface CallScope {
  /** As the request's, but with a signal of its own. */
  readonly context: CallContext;
  /**
   * To be called when nobody waits any more, but the answer is still wanted for the cache: from then on only the
   * deadline ends the call.
   */
  letGoOn(): void;
  /** To be called when the call has ended. */
  end(): void;
}

/** Opens a context for one call of a request. */
export function openCallScope(context: CallContext, now: () => Instant): CallScope {
  const controller = new AbortController();
  const abort = () => controller.abort(context.signal.reason);
  let timer: NodeJS.Timeout | undefined;
  if (context.signal.aborted) abort();
  else context.signal.addEventListener('abort', abort, { once: true });
  const leave = () => context.signal.removeEventListener('abort', abort);
  return {
    context: { ...context, signal: controller.signal },
    letGoOn() {
      leave();
      timer = setTimeout(() => controller.abort(), delayUntil(context.deadline, now)).unref();
    },
    end() {
      leave();
      clearTimeout(timer);
    },
  };
}

/** How long a timer has to wait for a moment, in milliseconds. */
export function delayUntil(moment: Instant, now: () => Instant): number {
  return Math.max(0, Math.min(moment - now(), longestDelayMs));
}
