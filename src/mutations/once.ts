import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedOutcome, OutcomeStore } from '../contract/mutations/outcome-store.ts';
import { VendorError, type VendorErrorKind } from '../contract/vendor-error.ts';
import { RequestRefused } from './request-refused.ts';

/** How a change ended, in a form that survives JSON. */
export type Ending<T> =
  | { readonly type: 'done'; readonly value: T }
  | {
      readonly type: 'unknown';
      readonly operation: string;
      readonly message: string;
      /** Set where a change failed halfway and it is known how far it came: the kind of the failure. */
      readonly halfMade?: VendorErrorKind;
    };

/** Which change must happen once only. */
export interface OnceOptions {
  readonly store: OutcomeStore;
  /** Identifies the change and its client. */
  readonly key: string;
  readonly fingerprint: string;
  /** Name of the source, for errors. */
  readonly source: string;
  readonly mutation: string;
  /** Until when to wait for another request that is making the same change. */
  readonly deadline: number;
  /** After how many milliseconds without an end whoever made the change must have died. */
  readonly abandonedAfterMs: number;
}

const shortestWait = 10;
const longestWait = 200;

/**
 * Makes a change unless it was made before; if it was, gives the outcome of the first time, and waits for it while the
 * change is under way. A failure that left nothing changed is not remembered, so that the change can be tried again.
 */
export async function once<T>(change: () => Promise<T>, options: OnceOptions): Promise<T> {
  for (let wait = shortestWait; ; wait = Math.min(wait * 2, longestWait)) {
    const answer = await options.store.claim(options.key, options.fingerprint);
    if (answer.state === 'unavailable') throw notNow(options, noMemory);
    if (answer.state === 'claimed') return make(change, answer.claim, options);
    const ending = endingOf(answer.earlier, options);
    // The key and the fingerprint say that it is an outcome of this very change.
    if (ending) return valueOf(ending as Ending<T>, options);
    if (Date.now() + wait >= options.deadline) throw notNow(options, stillUnderWay);
    await sleep(wait);
  }
}

async function make<T>(
  change: () => Promise<T>,
  claim: { settle(outcome: unknown): Promise<void>; release(): Promise<void> },
  { source }: OnceOptions,
): Promise<T> {
  try {
    const value = await change();
    await claim.settle({ type: 'done', value } satisfies Ending<T>);
    return value;
  } catch (error) {
    if (isHarmless(error)) await claim.release();
    else await claim.settle(unknownEnding(error, source));
    throw error;
  }
}

/** Whether a failure left nothing changed. A change is never aborted, so what was aborted is a read before it. */
function isHarmless(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'AbortError' || error.name === 'TimeoutError';
  return error instanceof VendorError && error.kind !== 'outcome-unknown' && !error.halfMade;
}

function unknownEnding(error: unknown, source: string): Ending<never> {
  if (!(error instanceof VendorError)) return { type: 'unknown', operation: source, message: nobodyKnows };
  const { kind, operation, message, halfMade } = error;
  return { type: 'unknown', operation, message, ...(halfMade ? { halfMade: kind } : {}) };
}

/** How somebody else's change ended; null = it is under way. */
function endingOf(earlier: ClaimedOutcome, options: OnceOptions): Ending<unknown> | null {
  const { fingerprint, outcome, ageMilliseconds } = earlier;
  if (fingerprint !== null && fingerprint !== options.fingerprint) {
    throw new RequestRefused('BAD_USER_INPUT', 'this clientMutationId was used before with another input');
  }
  if (outcome !== undefined) return outcome as Ending<unknown>;
  const isLost = fingerprint === null || ageMilliseconds > options.abandonedAfterMs;
  return isLost ? { type: 'unknown', operation: options.mutation, message: nobodyKnows } : null;
}

function valueOf<T>(ending: Ending<T>, { source }: OnceOptions): T {
  if (ending.type === 'done') return ending.value;
  const { operation, message, halfMade } = ending;
  const kind = halfMade ?? 'outcome-unknown';
  throw new VendorError({ kind, message, source, operation, halfMade: halfMade !== undefined });
}

const nobodyKnows = 'an earlier attempt with this clientMutationId ended without a trace of its outcome';
const noMemory =
  'the memory of clientMutationIds (Redis) cannot be reached, so nothing was sent; try again, or without one';
const stillUnderWay = 'the first mutation with this clientMutationId is still under way; try again';

function notNow({ source, mutation }: OnceOptions, message: string): VendorError {
  return new VendorError({ kind: 'unavailable', message, source, operation: mutation });
}
