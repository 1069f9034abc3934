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
  requireInOrder(`${name}After`, after, `${name}Before`, before);
  return { after, before };
}

/** Throws where a span begins after its end, in the words of the arguments that give them. */
export function requireInOrder(
  startName: string,
  start: Instant | null | undefined,
  endName: string,
  end: Instant | null | undefined,
): void {
  if (start == null || end == null || start <= end) return;
  const [from, to] = [start, end].map((instant) => new Date(instant).toISOString());
  throw badUserInput(`${startName} must not be later than ${endName}, but got: ${from} and ${to}`);
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
