import type { Instant } from '../../contract/instant.ts';
import { instantOf, type Day } from '../../vendor-kit/time-zone.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const pattern = /^(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})\s+(\d{1,2}):(\d{2}):(\d{2})(?:([:.])(\d{1,3}))?$/i;

/**
 * Reads `13 Jul 2010 14:33:33:013`, also without milliseconds or with a dot before them (then they are a fraction),
 * as a time in the account's zone. Null for anything else, and for a day that does not exist, such as 31 June.
 */
export function toInstant(text: string, timeZone: string): Instant | null {
  const [, day, name = '', year, hour, minute, second, sign, fraction = '0'] =
    pattern.exec(text.trim()) ?? [];
  const month = months.findIndex((full) => full.startsWith(name.toLowerCase())) + 1;
  if (!day || month === 0) return null;
  return instantOf(
    {
      year: Number(year),
      month,
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(sign === '.' ? fraction.padEnd(3, '0') : fraction),
    },
    timeZone,
  );
}

/** Writes a day as the service wants it: `07/13/2010`. */
export function toServiceDate(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
}
