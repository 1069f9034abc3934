import type { Instant } from '../../contract/instant.ts';
import type { TimelineField } from '../../contract/timeline.ts';
import { openEnd } from '../../vendor-kit/asked-window.ts';
import { mostRows } from './liveagent-long-list.ts';

const spareRows = 4;
const fewestRows = 10;
const longestWidth = 100 * 365 * 86_400_000;

/**
 * How many rows to ask for at first: a few more than wanted, for ties and for rows that came in meanwhile.
 * `selective`: few of the rows will be wanted, so that one big answer saves many small ones.
 */
export function firstLimit(wanted: number, selective: boolean): number {
  return selective ? mostRows : Math.min(mostRows, Math.max(fewestRows, wanted + spareRows));
}

/** The position of a walk that goes span by span; null where the whole window is asked for. */
export function toPosition(width: number | null): string | null {
  return width === null ? null : `w${Math.ceil(width / 1000)}`;
}

/** The span that a position names, in milliseconds; null for none. */
export function widthOfPosition(position: string | null): number | null {
  const seconds = /^w(\d{1,12})$/.exec(position ?? '')?.[1];
  return seconds === undefined ? null : Math.min(longestWidth, Math.max(1, Number(seconds)) * 1000);
}

/**
 * The end to ask for where a span reaches up to now: for the time of creation none, which also reveals a server that
 * takes `datefrom` for the end; for the time of change, whose operator wants both ends, one that lies ahead.
 */
export function spanEnd(to: Instant, field: TimelineField, now: Instant): Instant {
  const end = openEnd(to, now);
  return field === 'CREATED_AT' && end !== to ? Infinity : end;
}
