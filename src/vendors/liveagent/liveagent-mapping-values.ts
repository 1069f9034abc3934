import type { CustomField } from '../../contract/custom-field.ts';
import type { Instant } from '../../contract/instant.ts';
import { instantOf } from '../../transport/time-zone.ts';
import type { CustomFieldWire } from './liveagent-wire.ts';

const wallClock = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const withZone = /^(\S+[ T][^\s+-]+)\s?(?:Z|([+-]\d\d):?(\d\d))$/i;
const epochSeconds = /^[1-9]\d{8,10}$/;

/**
 * A date of the account, such as `2012-03-02 11:21:04`, one that tells its own zone, or seconds since 1970; null for
 * none, zeros or anything else.
 */
export function toInstant(text: string | null | undefined, timeZone: string): Instant | null {
  if (text == null) return null;
  if (wallClock.test(text)) return ofWallClock(text, timeZone);
  if (epochSeconds.test(text)) return Number(text) * 1000;
  const [, clock = '', hours = '+00', minutes = '00'] = withZone.exec(text) ?? [];
  const instant = wallClock.test(clock) ? ofWallClock(clock, 'UTC') : null;
  const ahead = Number(hours) * 60 + Number(`${hours.charAt(0)}${minutes}`);
  return instant === null ? null : instant - ahead * 60_000;
}

function ofWallClock(text: string, timeZone: string): Instant | null {
  const year = Number(text.slice(0, 4));
  // Behind the end of a text there is nothing, and nothing is 0.
  const at = (place: number): number => Number(text.slice(place, place + 2));
  return instantOf(
    { year, month: at(5), day: at(8), hour: at(11), minute: at(14), second: at(17), millisecond: 0 },
    timeZone,
  );
}

/** A whole number that is not negative; null for none or anything else. */
export function toCount(text: string | null | undefined): number | null {
  return text != null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** First and last name together; null when both are missing. */
export function fullName(first: string | null | undefined, last: string | null | undefined): string | null {
  return [first, last].filter(Boolean).join(' ') || null;
}

/** The field values of a conversation or customer; undefined when the answer does not tell. */
export function toCustomFields(
  fields: readonly CustomFieldWire[] | null | undefined,
): readonly CustomField[] | undefined {
  return fields?.map(({ code, value }) => ({ code, value: value ?? null }));
}
