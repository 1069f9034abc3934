import { addDays, dayOf, endOfDay, startOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import type { TimeWindow } from '../../contract/timeline.ts';

const zone = 'UTC';
const day = 86_400_000;
/** LiveChat began in 2002. */
const noTicketsBefore = Date.UTC(2000, 0, 1);

/** Some whole days, as LiveChat's `date_from` and `date_to` take them: both inclusive, in UTC. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** The days that a window touches, without the times that no ticket can be from; null when none is left. */
export function daysOf(window: TimeWindow, now: number): DaySpan | null {
  const from = Math.max(window.from, noTicketsBefore);
  // A day ahead, for clocks that differ.
  const to = Math.min(window.to, now + day);
  if (from >= to) return null;
  const span = { from: dayOf(from, zone), to: dayOf(to - 1, zone) };
  return { ...span, days: Math.round((startOfDay(span.to, zone) - startOfDay(span.from, zone)) / day) + 1 };
}

/** The first, or the last, few days of a span. */
export function partOf(span: DaySpan, days: number, end: 'first' | 'last'): DaySpan {
  if (days >= span.days) return span;
  return end === 'last'
    ? { from: addDays(span.to, 1 - days), to: span.to, days }
    : { from: span.from, to: addDays(span.from, days - 1), days };
}

/** When a span begins. */
export function startOf(span: DaySpan): number {
  return startOfDay(span.from, zone);
}

/** When a span is over. */
export function endOf(span: DaySpan): number {
  return endOfDay(span.to, zone);
}
