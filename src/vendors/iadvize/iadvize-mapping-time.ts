import type { Instant } from '../../contract/instant.ts';
import { endOfDay, instantOf, laterInstantOf, startOfDay, type Day } from '../../vendor-kit/time-zone.ts';

/** A day on the account's calendar and the seconds since its midnight on the wall clock. */
export interface LocalTime {
  readonly day: Day;
  readonly second: number;
}

/**
 * Turns the account's local times into moments; null for a day that is not in the calendar. A time that occurs twice
 * (clocks set back) is the earlier moment, unless that is before `notBefore`.
 */
export type LocalClock = (time: LocalTime, notBefore?: Instant) => Instant | null;

const secondsADay = 86_400;
const dottedDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})[ T]+(\d{1,2}:\d{2}(?::\d{2})?)$/;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})[ T]+(\d{1,2}:\d{2}(?::\d{2})?)$/;

/** A clock of a time zone. It remembers the days it has met, as an answer holds thousands of times of a few days. */
export function createLocalClock(timeZone: string): LocalClock {
  const days = new Map<Day, { readonly start: Instant; readonly isPlain: boolean } | null>();
  const dayAt = (day: Day) => {
    let known = days.get(day);
    if (known === undefined) days.set(day, (known = boundsOf(day, timeZone)));
    return known;
  };
  return ({ day, second }, notBefore = -Infinity) => {
    const bounds = dayAt(day);
    if (!bounds) return null;
    if (bounds.isPlain) return bounds.start + second * 1000;
    const wall = wallClock(day, second);
    const earlier = instantOf(wall, timeZone);
    return earlier !== null && earlier < notBefore ? laterInstantOf(wall, timeZone) : earlier;
  };
}

/** Reads `DD.MM.YYYY HH:MM`, also with seconds, and the `YYYY-MM-DD HH:MM:SS` of the vendor's later API. */
export function toLocalTime(text: string | null): LocalTime | null {
  const dotted = dottedDate.exec(text ?? '');
  const [, year, month, day, time] = dotted
    ? [0, dotted[3], dotted[2], dotted[1], dotted[4]]
    : (isoDate.exec(text ?? '') ?? []);
  const second = toSecondOfDay(time ?? null);
  if (!year || !month || !day || second === null) return null;
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, second };
}

/** Reads `HH:MM` or `HH:MM:SS`, in seconds since midnight; null for what is no time of day. */
export function toSecondOfDay(text: string | null): number | null {
  const [, hour, minute, second = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text ?? '') ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

/** Reads `MM:SS` (minutes may exceed 59) or `HH:MM:SS`, in seconds; null for anything else. */
export function toDurationSeconds(text: string | null): number | null {
  if (text === null || !/^\d+:\d{2}(:\d{2})?$/.test(text)) return null;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

function boundsOf(day: Day, timeZone: string): { readonly start: Instant; readonly isPlain: boolean } | null {
  try {
    const start = startOfDay(day, timeZone);
    return { start, isPlain: endOfDay(day, timeZone) - start === secondsADay * 1000 };
  } catch {
    return null;
  }
}

function wallClock(day: Day, second: number) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return {
    year,
    month,
    day: date,
    hour: Math.floor(second / 3600),
    minute: Math.floor(second / 60) % 60,
    second: second % 60,
    millisecond: 0,
  };
}
