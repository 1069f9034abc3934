import { readDay, spanOfDays, twoDigits } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import { wallClock } from '../zone-time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `13 Jul 2010 14:33:33` on the account's clock, as in a ticket's log. */
export function writeStamp(at: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone);
  const time = [hour, minute, second].map(twoDigits).join(':');
  return `${twoDigits(day)} ${months[month - 1] ?? ''} ${year} ${time}`;
}

/** The same with milliseconds after a colon, as everywhere else. */
export function writeDate(at: number, timeZone: string): string {
  const { millisecond } = wallClock(at, timeZone);
  return `${writeStamp(at, timeZone)}:${String(millisecond).padStart(3, '0')}`;
}

/** `2:33:52 PM` on the account's clock. */
export function writeClock(at: number, timeZone: string): string {
  const { hour, minute, second } = wallClock(at, timeZone);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${twoDigits(minute)}:${twoDigits(second)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Reads `MM/DD/YYYY` as a day of the account; null for anything else. */
export function readDate(text: string, timeZone: string): Span | null {
  const [, month = '', day = '', year = ''] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text.trim()) ?? [];
  const known = readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return known === null ? null : spanOfDays(known, known, timeZone);
}
