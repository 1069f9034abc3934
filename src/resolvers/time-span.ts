import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { timeSpan, type GivenSpan } from '../federation/time-span.ts';
import { badUserInput } from './bad-user-input.ts';

/** The ends of a filter's span. Throws where it begins after its end. */
export function givenSpan(
  name: string,
  after: Instant | null | undefined,
  before: Instant | null | undefined,
): GivenSpan {
  if (after != null && before != null && after > before) {
    const [start, end] = [after, before].map((instant) => new Date(instant).toISOString());
    throw badUserInput(`${name}After must not be later than ${name}Before, but got: ${start} and ${end}`);
  }
  return { after, before };
}

/** The span of a filter's `…After` and `…Before`, as `timeSpan` completes it. Throws where it begins after its end. */
export function spanOf(
  name: string,
  after: Instant | null | undefined,
  before: Instant | null | undefined,
  now: Instant,
  usualStart: 'any' | 'recent',
): TimeWindow {
  return timeSpan(givenSpan(name, after, before), now, usualStart);
}
