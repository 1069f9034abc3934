import type { TimelineField, TimelineRequest, TimeWindow } from '../../contract/timeline.ts';
import { mostRows } from './liveagent-long-list.ts';

const spareRows = 4;
const fewestRows = 10;
const minute = 60_000;
const hour = 60 * minute;
const longestWidth = 100 * 365 * 86_400_000;

/**
 * The window with its far end moved out to the full minute: rows beyond the window are dropped anyway, and lists
 * asked for at almost the same time become one call.
 */
export function roundedWindow({ window, order }: TimelineRequest<unknown>): TimeWindow {
  const { from, to } = window;
  return order.direction === 'DESC'
    ? { from: Math.floor(from / minute) * minute, to }
    : { from, to: Math.ceil(to / minute) * minute };
}

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
 * takes `datefrom` for the end; for the time of change, whose operator wants both ends, the full hour. Nothing lies
 * there yet, and the same list asked for again in a moment is the same call.
 */
export function openEnd(to: number, field: TimelineField, now: number): number {
  if (to < now - minute) return to;
  return field === 'CREATED_AT' ? Infinity : Math.ceil((Math.max(to, now) + minute) / hour) * hour;
}
