import type { TimeWindow } from '../../contract/timeline.ts';
import type { DaySpan } from '../../vendor-kit/neighbour-days.ts';
import { addDays, dayOf, endOfDay, startOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import type { Instant } from '../../contract/instant.ts';

/** What a walk over days needs to know. */
export interface DayWalk {
  /** The days of the window left to cover. */
  readonly days: DaySpan;
  /** Whether it goes back from the newest day, and not on from the oldest. */
  readonly isDescending: boolean;
  /** The first day that may still get chats. */
  readonly firstOpenDay: Day;
}

/** Longest range. The API names no limit; this keeps one answer small enough to be read in one piece. */
export const longestRange = 31;
/** The range after one without chats: long enough to step over days on which nobody works. */
const growth = 7;
/** How many days after a chat its survey may be answered and its purchase made. */
const lateDays = 30;
/** Longest range that the chats of a page share. */
const longestSharedRange = 68;
/** A day is over this long after its end: a chat that began before midnight is recorded when it ends. */
const settlingMilliseconds = 6 * 3_600_000;
/** iAdvize went online in 2010; no account has older chats. */
const firstDayEver = '2009-01-01';
/** How far beyond today windows are asked for: 32-bit servers know no dates from 2038 on. */
const furthestAhead = 366;

/** The walk over what a window has left, in a time zone; null when the window is empty. */
export function dayWalk(
  window: TimeWindow,
  isDescending: boolean,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): DayWalk | null {
  const from = Math.max(window.from, startOfDay(firstDayEver, timeZone));
  const to = Math.min(window.to, startOfDay(addDays(dayOf(now, timeZone), furthestAhead), timeZone));
  if (from >= to) return null;
  return {
    days: { first: dayOf(from, timeZone), last: dayOf(to - 1, timeZone) },
    isDescending,
    firstOpenDay: firstOpenDay(timeZone, now),
  };
}

/** The first day that may still get chats, surveys and purchases. */
export function firstOpenDay(timeZone: string, now: Instant): Day {
  return dayOf(now - settlingMilliseconds, timeZone);
}

/**
 * The range to ask for. `position` names the one that was planned when the range before it was read; while the
 * window still reaches into it, it is asked for unchanged, so that the answer is found in the cache. Without one it
 * is `length` days, open ones included.
 */
export function rangeAt(walk: DayWalk, position: string | null, length = 1): DaySpan {
  return plannedRange(walk, position) ?? openingRange(walk, length);
}

/** The range that `position` names; null when it does not fit. */
export function plannedRange(walk: DayWalk, position: string | null): DaySpan | null {
  const planned = readPosition(position);
  return planned && isUsable(planned, walk) ? planned : null;
}

/** The nearest day alone, for when a range was too much; null when the range was no longer than that. */
export function shorterRange(walk: DayWalk, range: DaySpan): DaySpan | null {
  if (range.first === range.last || range.first >= walk.firstOpenDay) return null;
  return rangeFrom(nearestDay(walk), 1, walk);
}

/** How many days of a range are over. */
export function finishedDaysOf({ first, last }: DaySpan, { firstOpenDay }: DayWalk): number {
  return Math.max(0, daysBetween(first, earliest(addDays(last, 1), firstOpenDay)));
}

/**
 * The range after one that was read, as long as the density of chats in that one suggests for `limit` more of them;
 * null when the walk ends there.
 */
export function rangeAfter(walk: DayWalk, range: DaySpan, found: number, limit: number): DaySpan | null {
  const { days, isDescending } = walk;
  const next = isDescending ? addDays(range.first, -1) : addDays(range.last, 1);
  if (next < days.first || next > days.last) return null;
  const length = lengthOf(range, walk);
  const wanted = found === 0 ? Infinity : Math.ceil((length * limit) / found);
  return rangeFrom(next, Math.max(1, Math.min(wanted, length * growth, longestRange)), walk);
}

/** Up to which moment a walk is covered once a range was read; null = to its end. */
export function coveredTo({ days, isDescending }: DayWalk, range: DaySpan, timeZone: string): Instant | null {
  if (isDescending) return range.first <= days.first ? null : startOfDay(range.first, timeZone);
  return range.last >= days.last ? null : endOfDay(range.last, timeZone);
}

/**
 * For each day the range in which to look for what came of its chats: the day and the 30 days after it. Days share a
 * range while it is no longer than 68 days, so that a page of chats of one month costs one call.
 */
export function rangesAfter(days: readonly Day[], today: Day): readonly DaySpan[] {
  const ranges = new Map<Day, { first: Day; last: Day }>();
  let range: { first: Day; last: Day } | null = null;
  for (const day of [...days].sort()) {
    const last = latest(day, earliest(addDays(day, lateDays), today));
    if (range && last < addDays(range.first, longestSharedRange)) range.last = latest(range.last, last);
    else range = { first: day, last };
    ranges.set(day, range);
  }
  return days.map((day) => ranges.get(day) ?? { first: day, last: day });
}

/** The time in which to look for what came of the chats of a day. */
export function spanAfter(day: Day, timeZone: string): TimeWindow {
  return spanOf({ first: day, last: addDays(day, lateDays) }, timeZone);
}

/** The time that a range takes. */
export function spanOf({ first, last }: DaySpan, timeZone: string): TimeWindow {
  return { from: startOfDay(first, timeZone), to: endOfDay(last, timeZone) };
}

/** Whether all chats of a range are recorded. */
export function isFinished(walk: DayWalk, range: DaySpan): boolean {
  return range.last < walk.firstOpenDay;
}

/** Writes a planned range into a cursor. */
export function toPosition(range: DaySpan | null): string | null {
  return range && `${range.first}/${range.last}`;
}

function readPosition(position: string | null): DaySpan | null {
  const [, first, last] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(position ?? '') ?? [];
  return first && last ? { first, last } : null;
}

/** The walk must have come to the range, and the range must not lead out of the window. */
export function isUsable(planned: DaySpan, walk: DayWalk): boolean {
  const { days, isDescending } = walk;
  const nearest = nearestDay(walk);
  const isInside = isDescending ? planned.first >= days.first : planned.last <= days.last;
  return isInside && planned.first <= nearest && nearest <= planned.last;
}

function nearestDay({ days, isDescending }: DayWalk): Day {
  return isDescending ? days.last : days.first;
}

/** The first range of a walk: its nearest days. Finished days go with open ones where that saves a call. */
function openingRange(walk: DayWalk, length: number): DaySpan {
  const { days, isDescending, firstOpenDay } = walk;
  const nearest = nearestDay(walk);
  if (length === 1) return rangeFrom(nearest, 1, walk);
  if (isDescending) {
    return { first: latest(days.first, addDays(earliest(nearest, firstOpenDay), 1 - length)), last: nearest };
  }
  const last = addDays(nearest, length - 1);
  return { first: nearest, last: last >= firstOpenDay ? days.last : earliest(last, days.last) };
}

/** Open days go together and, except at a walk's start, never with finished ones, whose answer is cached for long. */
function rangeFrom(nearest: Day, length: number, { days, isDescending, firstOpenDay }: DayWalk): DaySpan {
  if (isDescending) {
    const first = nearest >= firstOpenDay ? firstOpenDay : addDays(nearest, 1 - length);
    return { first: latest(first, days.first), last: nearest };
  }
  if (nearest >= firstOpenDay) return { first: nearest, last: days.last };
  return {
    first: nearest,
    last: earliest(addDays(nearest, length - 1), earliest(days.last, addDays(firstOpenDay, -1))),
  };
}

/** Open days count as one: some of them may lie ahead, where there can be no chats yet. */
function lengthOf({ first, last }: DaySpan, { firstOpenDay }: DayWalk): number {
  return first >= firstOpenDay ? 1 : daysBetween(first, earliest(last, firstOpenDay)) + 1;
}

function daysBetween(one: Day, other: Day): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}
