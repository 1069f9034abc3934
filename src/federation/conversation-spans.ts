import type { Instant } from '../contract/instant.ts';
import type { TimelineField, TimeWindow } from '../contract/timeline.ts';
import { isGiven, timeSpan, type GivenSpan } from './time-span.ts';

/** The spans that a list of conversations is asked for. */
export interface GivenSpans {
  readonly created: GivenSpan;
  readonly updated: GivenSpan;
}

/** What bounds a list of conversations: a window of the time that it is sorted by, and criteria for the other time. */
export interface ConversationSpans {
  readonly window: TimeWindow;
  /** `as-window` = created in the window of the walk, which the first page settles. */
  readonly created: TimeWindow | 'as-window' | undefined;
  readonly updated: TimeWindow | undefined;
}

/**
 * The window of the time that the list is sorted by, and the span of the other time that rows must fit as well. Where
 * no date of creation bounds the list, nor, in a list sorted by change, a date of change, it begins 30 days ago.
 */
export function conversationSpans(given: GivenSpans, field: TimelineField, now: Instant): ConversationSpans {
  const byChange = field === 'UPDATED_AT';
  const unbounded = byChange && given.updated.after != null;
  const created = timeSpan(given.created, now, unbounded ? 'any' : 'recent');
  const updated = timeSpan(given.updated, now, 'any');
  if (!byChange) {
    return { window: created, created: undefined, updated: isGiven(given.updated) ? updated : undefined };
  }
  // Nothing changes before it is created.
  const window: TimeWindow = { from: Math.max(updated.from, created.from), to: updated.to };
  if (isGiven(given.created)) return { window, created, updated: undefined };
  // The first page's start holds for the whole walk, however long it takes.
  return { window, created: unbounded ? undefined : 'as-window', updated: undefined };
}
