import type { Instant } from '../../contract/instant.ts';
import { instantOf } from '../../transport/time-zone.ts';
import type { WireDate } from './livechat-wire.ts';

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:Z|([+-])(\d{2}):?(\d{2}))?$/i;
const epochSeconds = /^\d{1,11}(\.\d+)?$/;

/**
 * Reads a date of LiveChat: ISO 8601 (UTC where no zone is given) or seconds since 1970, as number or text.
 * Null for what is empty or no date.
 */
export function toInstant(date: WireDate): Instant | null {
  if (date === null || date === undefined) return null;
  if (typeof date === 'number') return date >= 0 && date < 1e11 ? Math.round(date * 1000) : null;
  const written = date.trim();
  if (epochSeconds.test(written)) return Math.round(Number(written) * 1000);
  const parts = iso.exec(written);
  if (!parts) return null;
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    zoneHours,
    zoneMinutes,
  ] = parts;
  const instant = instantOf(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
    },
    'UTC',
  );
  if (instant === null || sign === undefined) return instant;
  const ahead = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return sign === '-' ? instant + ahead : instant - ahead;
}
