import type { Instant } from './instant.ts';

const rfc3339 =
  /^(?<date>\d{4}-\d{2}-\d{2})[Tt ](?<time>(?:[01]\d|2[0-3]):\d{2}:\d{2})(?<fraction>\.\d+)?(?<offset>[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 date and time with an offset. A leap second counts as the second after it, as clocks of computers
 * have it. Null for anything else, 31 June too.
 */
export function readDateTime(text: string): Instant | null {
  const { date, time, fraction = '', offset } = rfc3339.exec(text)?.groups ?? {};
  if (!date || !time || !offset || !dayExists(date)) return null;
  const instant = instantOf(date, time, `${fraction.slice(0, 4)}${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}

/** Whether a day exists: `Date.parse` takes 31 June for 1 July. */
function dayExists(date: string): boolean {
  const day = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
}

function instantOf(date: string, time: string, rest: string): number {
  if (!time.endsWith(':60')) return Date.parse(`${date}T${time}${rest}`);
  const next = Date.parse(`${date}T${time.slice(0, -2)}59${rest}`) + 1000;
  return beginsMonth(next) ? next : NaN;
}

/** Whether an instant is in the first second of a month of UTC: leap seconds come right before one. */
function beginsMonth(instant: number): boolean {
  return !Number.isNaN(instant) && new Date(instant).toISOString().includes('-01T00:00:00.');
}
