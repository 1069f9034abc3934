import type { Instant } from '../contract/instant.ts';
import type { TimeWindow, TimelineOrder } from '../contract/timeline.ts';

/** Which end of time comes first. */
export type Direction = TimelineOrder['direction'];

/** Where a row stands in the order: by time in the direction, then by global id ascending. */
export interface Place {
  readonly time: Instant;
  readonly id: string;
}

/** How far a walk has come: up to and including a row, or (id null) through everything on the near side of a time. */
export interface Watermark {
  readonly time: Instant;
  readonly id: string | null;
}

/** Sorts places: negative when `a` comes first. */
export function comparePlaces(direction: Direction, a: Place, b: Place): number {
  if (a.time !== b.time) return direction === 'DESC' ? b.time - a.time : a.time - b.time;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Whether a time is on the near side of a bound, as `TimelineBatch.coveredTo` has it. */
export function covers(direction: Direction, bound: Instant, time: Instant): boolean {
  return direction === 'DESC' ? time >= bound : time < bound;
}

/** Whether a place is still ahead of a walk that has come as far as the watermark. */
export function isAhead(direction: Direction, watermark: Watermark, place: Place): boolean {
  const { time, id } = watermark;
  return id === null
    ? !covers(direction, time, place.time)
    : comparePlaces(direction, { time, id }, place) < 0;
}

/** The bound at which nothing of a window is covered yet. */
export function nearEnd(direction: Direction, window: TimeWindow): Instant {
  return direction === 'DESC' ? window.to : window.from;
}

/** The part of a window beyond a bound. */
export function windowBeyond(direction: Direction, window: TimeWindow, bound: Instant): TimeWindow {
  return direction === 'DESC'
    ? { from: window.from, to: Math.min(window.to, bound) }
    : { from: Math.max(window.from, bound), to: window.to };
}

/**
 * The part of a window that is ahead of a watermark. It includes the time of the watermark's row, as other rows with
 * that time may be ahead.
 */
export function windowAhead(direction: Direction, window: TimeWindow, watermark: Watermark): TimeWindow {
  return windowBeyond(direction, window, farBound(direction, watermark));
}

/** Whether no moment is in a window. */
export function isEmpty(window: TimeWindow): boolean {
  return window.from >= window.to;
}

/** The bound just before a watermark's time, so that all rows of that time are beyond it. */
function farBound(direction: Direction, { time, id }: Watermark): Instant {
  return direction === 'DESC' && id !== null ? Math.floor(time) + 1 : time;
}
