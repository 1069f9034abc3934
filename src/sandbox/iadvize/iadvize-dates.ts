import { localDay, readDay, spanOfDays, twoDigits } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import { wallClock } from '../zone-time.ts';
import type { IadvizeCall } from './iadvize-account.ts';

/** `DD.MM.YYYY HH:MM` on the account's clock. */
export function writeDateTime(at: number, timeZone: string): string {
  const { year, month, day } = wallClock(at, timeZone);
  return `${twoDigits(day)}.${twoDigits(month)}.${year} ${writeTime(at, timeZone)}`;
}

/** `HH:MM` on the account's clock. */
export function writeTime(at: number, timeZone: string): string {
  const { hour, minute } = wallClock(at, timeZone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** What is wrong with a call's dates. */
export interface BadRange {
  readonly problem: string;
}

/**
 * The days from `sdate` to `edate`, both included. Without dates, `missing` decides: 'today' is the rule of the
 * surveys, and 'always' that of the chat history, which marks no parameter as mandatory.
 */
export function readRange(call: IadvizeCall, missing: 'always' | 'refused' | 'today'): BadRange | Span {
  const given = { sdate: call.query.get('sdate'), edate: call.query.get('edate') };
  const today = localDay(call.now, call.desk.timeZone);
  for (const [name, text] of Object.entries(given)) {
    if (text === null && missing === 'refused') return { problem: `${name} is mandatory` };
    if (text !== null && readDay(text) === null) return { problem: `${name}: expected yyyy-mm-dd` };
  }
  if (given.sdate === null && given.edate === null && missing === 'always') {
    return { from: -Infinity, to: Infinity };
  }
  const first = given.sdate ?? (missing === 'always' ? '1970-01-01' : (given.edate ?? today));
  return spanOfDays(first, given.edate ?? today, call.desk.timeZone);
}
