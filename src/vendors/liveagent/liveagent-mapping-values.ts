import type { CustomField } from '../../contract/custom-field.ts';
import type { Instant } from '../../contract/instant.ts';
import { isoInstant } from '../../vendor-kit/iso-instant.ts';
import { laterInstantOf, wallClockOf } from '../../vendor-kit/time-zone.ts';
import type { WireCustomField } from './liveagent-wire.ts';

const epochSeconds = /^[1-9]\d{8,10}$/;

/**
 * A date of the account, such as `2012-03-02 11:21:04`, one with a zone of its own, or seconds since 1970, in whole
 * seconds; null for none, zeros or anything else.
 */
export function toInstant(text: string | null | undefined, timeZone: string): Instant | null {
  if (text == null) return null;
  const instant = epochSeconds.test(text) ? Number(text) * 1000 : isoInstant(text, timeZone);
  return instant && Math.floor(instant / 1000) * 1000;
}

/**
 * A moment that cannot lie before `earliest`: where it would, and the clocks showed its time twice, it is the second
 * one.
 */
export function notBefore(earliest: Instant, moment: Instant, timeZone: string): Instant {
  if (moment >= earliest) return moment;
  const second = laterInstantOf(wallClockOf(moment, timeZone), timeZone);
  return second !== null && second >= earliest ? second : moment;
}

/**
 * What a record says of a field that it may lack: null where the record is `complete`, so that there is no value;
 * undefined where another call may have one.
 */
export function toldBy(complete: boolean): <T>(value: T | undefined) => T | null | undefined {
  return complete ? orNone : asItIs;
}

function orNone<T>(value: T | undefined): T | null {
  return value === undefined ? null : value;
}

function asItIs<T>(value: T): T {
  return value;
}

/** A whole number that is not negative; null for none or anything else. */
export function toCount(text: string | null | undefined): number | null {
  return text != null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A whole number, which may be negative; null for none or anything else. */
export function toWholeNumber(text: string | null | undefined): number | null {
  return text != null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** First and last name together; null when both are missing. */
export function fullName(first: string | null | undefined, last: string | null | undefined): string | null {
  return [first, last].filter(Boolean).join(' ') || null;
}

/** The field values of a conversation or customer; undefined when the answer lacks them. */
export function toCustomFields(
  fields: readonly WireCustomField[] | null | undefined,
): readonly CustomField[] | undefined {
  return fields?.map(({ code, value }) => ({ code, value: value ?? null }));
}
