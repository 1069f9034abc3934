import type { Instant } from '../contract/instant.ts';
import { instantOf } from './time-zone.ts';

const clock = /\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?/iy;
const zone = /\s*(?:Z|([+-])(\d\d):?(\d\d))$/iy;
const minute = 60_000;

/**
 * Reads a date and time as ISO 8601 and databases write it, such as `2012-03-02 11:21:04`: with a T or a blank, with or
 * without seconds or a time of day, and with a fraction of a second, which is cut to milliseconds. The zone is the one
 * in the text, else `timeZone`. Null for anything else, including 30 February.
 */
export function isoInstant(text: string, timeZone: string): Instant | null {
  clock.lastIndex = 0;
  if (!clock.test(text)) return null;
  const end = clock.lastIndex;
  if (end === text.length) return ofClock(text, end, timeZone);
  zone.lastIndex = end;
  const [told, sign, hours, minutes] = zone.exec(text) ?? [];
  const instant = told === undefined ? null : ofClock(text, end, 'UTC');
  if (instant === null || sign === undefined) return instant;
  const ahead = Number(hours) * 60 + Number(minutes);
  return instant - Number(`${sign}${ahead}`) * minute;
}

// A page has hundreds of dates, so their digits are read in place, without cutting the text.
function ofClock(text: string, end: number, timeZone: string): Instant | null {
  return instantOf(
    {
      year: twoDigits(text, 0, end) * 100 + twoDigits(text, 2, end),
      month: twoDigits(text, 5, end),
      day: twoDigits(text, 8, end),
      hour: twoDigits(text, 11, end),
      minute: twoDigits(text, 14, end),
      second: twoDigits(text, 17, end),
      millisecond: end > 20 ? Number(text.slice(20, Math.min(end, 23)).padEnd(3, '0')) : 0,
    },
    timeZone,
  );
}

/** Two digits as a number; 0 where the text ends before them. */
function twoDigits(text: string, place: number, end: number): number {
  return place < end ? (text.charCodeAt(place) - 48) * 10 + text.charCodeAt(place + 1) - 48 : 0;
}
