import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../contract/instant.ts';

/** A date and time on a wall clock. `month` counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * The moment at which a wall clock in a time zone showed this. A time that occurs twice (clocks set back) is the
 * earlier one; one that never occurs (clocks set forward) is moved on by the gap. Null for what is no date, such
 * as 31 June.
 */
export function instantOf(clock: WallClock, timeZone: string): Instant | null {
  const { minute, second, millisecond } = clock;
  const isTime = isWithin(minute, 60) && isWithin(second, 60) && isWithin(millisecond, 1000);
  const hourStart = isTime ? startOfEvenHour(clock, timeZone) : null;
  if (hourStart !== null) return hourStart + minute * 60_000 + second * 1000 + millisecond;
  return exactInstantOf(clock, timeZone);
}

/** As `instantOf`, but the later one of a time that occurs twice. */
export function laterInstantOf(clock: WallClock, timeZone: string): Instant | null {
  return exactInstantOf(clock, timeZone, 'later');
}

/** Clocks that were set back. */
export interface ClocksSetBack {
  readonly setBackAt: Instant;
  /** In milliseconds. */
  readonly by: number;
}

/** When and by how much clocks were set back that showed the time of this moment twice; null = they showed it once. */
export function shownTwice(instant: Instant, timeZone: string): ClocksSetBack | null {
  const clock = wallClockOf(instant, timeZone);
  const [first, second] = [exactInstantOf(clock, timeZone), laterInstantOf(clock, timeZone)];
  if (first === null || second === null || first === second) return null;
  const change = Temporal.Instant.fromEpochMilliseconds(first)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next');
  return change && { setBackAt: change.epochMilliseconds, by: second - first };
}

/** Hours that were looked up, by zone, then by their digits. The records of a page mostly belong to few hours. */
const evenHours = new Map<string, LRUCache<number, { readonly start: Instant | null }>>();
const rememberedHours = 5000;

/** The hours of a zone. There are no more zones than sources. */
function hoursOf(timeZone: string): LRUCache<number, { readonly start: Instant | null }> {
  let hours = evenHours.get(timeZone);
  if (!hours) evenHours.set(timeZone, (hours = new LRUCache({ max: rememberedHours })));
  return hours;
}

/** The moment a full hour begins, if the zone's clocks then run on evenly until its end; null otherwise. */
function startOfEvenHour(clock: WallClock, timeZone: string): Instant | null {
  const { year, month, day, hour } = clock;
  if (!isWithin(year, 10_000) || !isWithin(month, 100) || !isWithin(day, 100) || !isWithin(hour, 100))
    return null;
  const digits = ((year * 100 + month) * 100 + day) * 100 + hour;
  const hours = hoursOf(timeZone);
  const known = hours.get(digits);
  if (known) return known.start;
  const start = lookUpHour(clock, timeZone);
  hours.set(digits, { start });
  return start;
}

function lookUpHour(clock: WallClock, timeZone: string): Instant | null {
  const first = exactInstantOf({ ...clock, minute: 0, second: 0, millisecond: 0 }, timeZone);
  const last = exactInstantOf({ ...clock, minute: 59, second: 59, millisecond: 999 }, timeZone);
  return first !== null && last !== null && last - first === 3_599_999 ? first : null;
}

function exactInstantOf(
  clock: WallClock,
  timeZone: string,
  disambiguation: 'compatible' | 'later' = 'compatible',
): Instant | null {
  try {
    return Temporal.PlainDateTime.from(clock, { overflow: 'reject' }).toZonedDateTime(timeZone, {
      disambiguation,
    }).epochMilliseconds;
  } catch {
    return null;
  }
}

function isWithin(value: number, end: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < end;
}

/** Whether a name is one of a time zone, or an offset such as `-05:00`. */
export function isTimeZone(name: string): boolean {
  try {
    return dayOf(0, name) !== '';
  } catch {
    return false;
  }
}

/** What a wall clock in a time zone shows at a moment. */
export function wallClockOf(instant: Instant, timeZone: string): WallClock {
  const { year, month, day, hour, minute, second, millisecond } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return { year, month, day, hour, minute, second, millisecond };
}

/** The calendar day in a time zone at a moment. */
export function dayOf(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Whether a text of the form `2026-03-01` names a day that there is. */
export function isDay(text: string): text is Day {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return instantOf({ year, month, day, hour: 12, minute: 0, second: 0, millisecond: 0 }, 'UTC') !== null;
}

/** The day `days` days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The moment a day begins in a time zone. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).startOfDay().epochMilliseconds;
}

/** The moment a day ends in a time zone, which is when the next one begins. */
export function endOfDay(day: Day, timeZone: string): Instant {
  return startOfDay(addDays(day, 1), timeZone);
}
