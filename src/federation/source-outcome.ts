import type { Answer } from '../contract/call-context.ts';
import type { AnswerLife } from '../contract/answer-life.ts';
import type { EntityType } from '../contract/entity-type.ts';
import type { ErrorCode } from '../contract/error-code.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { Reply } from './ask-all.ts';

/** How asking one source for its part of a list ended. Names are those of the GraphQL enum `SourceState`. */
export type SourceState = 'FAILED' | 'LATE' | 'OK' | 'PARTIAL' | 'SKIPPED' | 'STALE';

/** Why a source could not contribute fully. */
export interface SourceFailure {
  readonly code: ErrorCode;
  readonly message: string;
  /** Whether asking again may help. */
  readonly retryable: boolean;
  /** After how many milliseconds, where that is known. */
  readonly retryAfterMs?: number | undefined;
  /** What was thrown, where it was no `VendorError`: a fault of the gateway. For the log, never for callers. */
  readonly cause?: unknown;
}

/** What one source contributed to a page of a list. */
export interface SourceOutcome {
  readonly source: HelpdeskSource;
  readonly state: SourceState;
  /** null = all went well, or something failed only on an earlier page of the walk. */
  readonly error: SourceFailure | null;
  /** When the oldest answer used came from the vendor; null = no answer was needed, or none came. */
  readonly fetchedAt: Instant | null;
  /**
   * Start of the span in which rows of the source are missing, inclusive; of several spans in one walk, the
   * earliest. null = none are missing, or the list has no times.
   */
  readonly missingFrom: Instant | null;
  /** End of that span, exclusive. */
  readonly missingTo: Instant | null;
}

/** Makes an outcome: `OK` and without times, except for what is given. */
export function outcomeOf(
  source: HelpdeskSource,
  told: Partial<Omit<SourceOutcome, 'source'>> = {},
): SourceOutcome {
  return { source, state: 'OK', error: null, fetchedAt: null, missingFrom: null, missingTo: null, ...told };
}

/** The failure of a source as callers may see it. A `VendorError` speaks for itself; anything else is masked. */
export function toSourceFailure(error: unknown, source: HelpdeskSource): SourceFailure {
  if (error instanceof VendorError) {
    const { code, message, retryable, retryAfterMs } = error;
    return { code, message, retryable, retryAfterMs };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: `the gateway failed while it read source "${source.name}"`,
    retryable: false,
    cause: error,
  };
}

/** Whether a call failed because the source cannot do what is asked, which may turn out only when it is called. */
export function isUnsupported(error: unknown): boolean {
  return (
    error instanceof VendorError && (error.kind === 'unsupported' || error.kind === 'unsupported-filter')
  );
}

/** The outcome of a source that was asked once. */
export function replyOutcome(source: HelpdeskSource, reply: Reply<Answer<unknown>>): SourceOutcome {
  if (reply.state === 'late')
    return outcomeOf(source, { state: 'LATE', error: lateFailure(source, reply.afterMs) });
  if (reply.state === 'failed') {
    const state = isUnsupported(reply.error) ? 'SKIPPED' : 'FAILED';
    return outcomeOf(source, { state, error: toSourceFailure(reply.error, source) });
  }
  const { fetchedAt, staleBecause } = reply.answer;
  const error = staleBecause ? toSourceFailure(staleBecause, source) : null;
  return outcomeOf(source, { state: error ? 'STALE' : 'OK', error, fetchedAt });
}

/** The failure of a source that was waited for in vain. `afterMs`: as `Reply` has it. */
export function lateFailure(source: HelpdeskSource, afterMs: number | null): SourceFailure {
  const when =
    afterMs === null
      ? 'the time of the request was nearly over'
      : `the page was due (late after ${afterMs} ms)`;
  return {
    code: 'UPSTREAM_TIMEOUT',
    message: `source "${source.name}" had not answered when ${when}`,
    retryable: true,
  };
}

/** The failure of a source that has no list of such entities. */
export function lacksListFailure(source: HelpdeskSource, type: EntityType): SourceFailure {
  const message = `source "${source.name}" cannot list entities of type ${type}`;
  return { code: 'UNSUPPORTED', message, retryable: false };
}

/** Sees to it that an answer is not kept in which rows of a source are missing, or which is older than it should be. */
export function spoilUnlessWhole(outcomes: readonly SourceOutcome[], life: AnswerLife | undefined): void {
  if (outcomes.some(({ state }) => state !== 'OK' && state !== 'SKIPPED')) life?.spoil();
}
