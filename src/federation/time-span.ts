import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';

const minute = 60_000;
const day = 86_400_000;

/** How far back a list goes whose start is not given, in milliseconds. */
const recentSpan = 30 * day;

/** How far a vendor's clock may be ahead of this one, in milliseconds: lists up to now end that much later. */
export const clockTolerance = 60_000;

const earliest: Instant = 0;

/** The ends of a span as callers give them; null = open. */
export interface GivenSpan {
  readonly after: Instant | null | undefined;
  readonly before: Instant | null | undefined;
}

/**
 * The span that a filter's `…After` and `…Before` name. Without a start it begins 30 days before its end, or before now
 * where the end is yet to come (`recent`), or at the beginning of time (`any`); without an end it ends now, with room
 * for vendors' clocks. A recent start is a full minute, so that lists asked for in one minute ask their vendors alike.
 */
export function timeSpan(
  { after, before }: GivenSpan,
  now: Instant,
  usualStart: 'any' | 'recent',
): TimeWindow {
  const to = before ?? now + clockTolerance;
  const from = after ?? (usualStart === 'any' ? earliest : recentStart(Math.min(before ?? now, now)));
  return { from, to: Math.max(from, to) };
}

function recentStart(end: Instant): Instant {
  return Math.ceil((end - recentSpan) / minute) * minute;
}

/** Whether either end of a span is given. */
export function isGiven({ after, before }: GivenSpan): boolean {
  return after != null || before != null;
}
