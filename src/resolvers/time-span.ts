import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { badUserInput } from './bad-user-input.ts';

const day = 86_400_000;

/** How far back a list goes that is given no start. */
const recentSpan = 30 * day;

/** Vendors' clocks may be a little ahead of this one. */
const clockTolerance = 60_000;

const earliest: Instant = 0;

/**
 * The span of a filter's `…After` and `…Before`. Without a start it begins 30 days before its end (`recent`) or
 * at the beginning of time (`any`); without an end it ends now.
 */
export function spanOf(
  name: string,
  after: Instant | null | undefined,
  before: Instant | null | undefined,
  now: Instant,
  usualStart: 'any' | 'recent',
): TimeWindow {
  const to = before ?? now + clockTolerance;
  const from = after ?? (usualStart === 'any' ? earliest : (before ?? now) - recentSpan);
  if (after != null && before != null && after > before) {
    const [start, end] = [after, before].map((instant) => new Date(instant).toISOString());
    throw badUserInput(`${name}After must not be later than ${name}Before, but got: ${start} and ${end}`);
  }
  return { from, to: Math.max(from, to) };
}
