import { setTimeout as sleep } from 'node:timers/promises';
import type { Cancellation } from '../cache/cancellation.ts';
import { VendorError, type VendorErrorKind } from '../contract/vendor-error.ts';
import { CallRefused } from './call-refused.ts';
import type { RetryBudget } from './retry-budget.ts';

/** How often and how long a read may be tried. */
export interface RetryOptions {
  /** Times a failed call is tried again. */
  readonly retries: number;
  readonly budget: RetryBudget;
  /** When the answer is due, by the wall clock. */
  readonly deadline: () => number;
  readonly cancellation: Cancellation;
  /** Called after every further call. */
  readonly onRetry: () => void;
}

const firstBackoff = 100;
const longestBackoff = 2000;
/**
 * Longest wait in all that a vendor may ask for, in milliseconds: less than the time for which a list waits for a further
 * source by default, so that the source is told with what it said and not as late.
 */
const longestAskedWait = 2500;
const retriesByKind: Readonly<Partial<Record<VendorErrorKind, number>>> = {
  'bad-response': 1,
  'rate-limited': Infinity,
  timeout: Infinity,
  unavailable: Infinity,
};

/**
 * Makes a call that changes nothing, and makes it again after failures that may pass. Fails with the vendor's last
 * failure, even where it is the gateway that refuses to call again.
 */
export async function tryAgain<T>(
  attempt: () => Promise<T>,
  failure: unknown,
  options: RetryOptions,
): Promise<T> {
  let last = failure;
  let asked = 0;
  for (let done = 0; ; done += 1) {
    asked += last instanceof VendorError ? (last.retryAfterMs ?? 0) : 0;
    const pause = asked > longestAskedWait ? null : pauseBefore(last, done, options);
    if (pause === null || !options.budget.withdraw()) throw last;
    if (!(await slept(pause, options.cancellation))) throw last;
    let isMade = true;
    try {
      return await attempt();
    } catch (error) {
      isMade = !(error instanceof CallRefused);
      if (!isMade) throw last;
      last = error;
    } finally {
      if (isMade) options.onRetry();
    }
  }
}

function pauseBefore(error: unknown, done: number, options: RetryOptions): number | null {
  if (!(error instanceof VendorError) || error instanceof CallRefused || options.cancellation.cancelled)
    return null;
  if (done >= Math.min(options.retries, retriesByKind[error.kind] ?? 0)) return null;
  const jittered = Math.random() * Math.min(longestBackoff, firstBackoff * 2 ** done);
  const pause = Math.max(error.retryAfterMs ?? 0, jittered);
  return Date.now() + pause < options.deadline() ? pause : null;
}

async function slept(milliseconds: number, { signal }: Cancellation): Promise<boolean> {
  return sleep(milliseconds, true, { signal }).catch(() => false);
}
