import { instantOf, wallClock } from './zone-time.ts';

/** A stretch of time in milliseconds since 1970: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The calendar day of a time zone at a moment, `YYYY-MM-DD`. */
export function localDay(at: number, timeZone: string): string {
  const { year, month, day } = wallClock(at, timeZone);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Reads `YYYY-MM-DD`; null for anything else, and for a day that does not exist, such as 31 June. */
export function readDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  // Some engines take 31 June for 1 July.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** The span from the first day to the last (`YYYY-MM-DD`), both included, in a time zone. */
export function spanOfDays(first: string, last: string, timeZone: string): Span {
  const start = (text: string, later: number): number => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return instantOf({ year, month, day: day + later }, timeZone);
  };
  return { from: start(first, 0), to: start(last, 1) };
}

/** Whether a moment lies in a span. */
export function isWithin(at: number, { from, to }: Span): boolean {
  return at >= from && at < to;
}

/** A number, with a leading zero where it has only one digit. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
