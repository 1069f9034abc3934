import { Temporal } from 'temporal-polyfill';

/** What the wall clock of an account shows. `month` counts from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A stretch of time in milliseconds since 1970: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The wall clock of a time zone at a moment. */
export function localTime(at: number, timeZone: string): LocalTime {
  const { year, month, day, hour, minute, second, millisecond } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { year, month, day, hour, minute, second, millisecond };
}

/** The calendar day of a time zone at a moment, `YYYY-MM-DD`. */
export function localDay(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Reads `YYYY-MM-DD`; null for anything else, 31 June included. */
export function readDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}

/** All of the days from the first to the last, both included, as a time zone counts them. */
export function spanOfDays(first: string, last: string, timeZone: string): Span {
  const start = (day: Temporal.PlainDate): number =>
    day.toZonedDateTime({ timeZone }).startOfDay().epochMilliseconds;
  return {
    from: start(Temporal.PlainDate.from(first)),
    to: start(Temporal.PlainDate.from(last).add({ days: 1 })),
  };
}

/** Whether a moment lies in a span. */
export function isWithin(at: number, { from, to }: Span): boolean {
  return at >= from && at < to;
}

/** A number with a leading zero where it has one digit only. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
