import type { Instant } from '../contract/instant.ts';
import type { TimelineRequest, TimeWindow } from '../contract/timeline.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * The window with its far end moved out to the full minute: rows beyond the window are dropped anyway, and lists
 * asked for at almost the same time become one call.
 */
export function roundedWindow({
  window,
  order,
}: Pick<TimelineRequest<unknown>, 'order' | 'window'>): TimeWindow {
  const { from, to } = window;
  return order.direction === 'DESC'
    ? { from: Math.floor(from / minute) * minute, to }
    : { from, to: Math.ceil(to / minute) * minute };
}

/**
 * The end to ask for where a window reaches up to now: the full hour. Nothing lies there yet, and the same list asked
 * for again in a moment is the same call. An end more than a minute ago stays as it is.
 */
export function openEnd(to: Instant, now: Instant): Instant {
  return to < now - minute ? to : Math.ceil((Math.max(to, now) + minute) / hour) * hour;
}
