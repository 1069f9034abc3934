import type { Instant } from '../../contract/instant.ts';
import { isoInstant } from '../../vendor-kit/iso-instant.ts';
import type { WireDate } from './livechat-wire.ts';

const epochSeconds = /^\d{1,11}(\.\d+)?$/;

/**
 * Reads a date of LiveChat: ISO 8601 (UTC where no zone is given) or seconds since 1970, as number or text.
 * Null for what is empty or no date, and for 0, which LiveChat writes for "never".
 */
export function toInstant(date: WireDate): Instant | null {
  if (date === null || date === undefined) return null;
  if (typeof date === 'number') return ofSeconds(date);
  const written = date.trim();
  return epochSeconds.test(written) ? ofSeconds(Number(written)) : isoInstant(written, 'UTC');
}

function ofSeconds(seconds: number): Instant | null {
  return seconds > 0 && seconds < 1e11 ? Math.round(seconds * 1000) : null;
}
