import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { isEmpty, windowBeyond, type Direction, type Watermark } from './timeline-place.ts';

/**
 * The span between how far a source was read and how far the page went: what the page lacks of that source.
 * `end` null = the page stands for all the rest of the window. null when nothing is missing.
 */
export function missingSpan(
  direction: Direction,
  window: TimeWindow,
  bound: Instant,
  end: Watermark | null,
): TimeWindow | null {
  const unread = windowBeyond(direction, window, bound);
  const missing = end ? upTo(direction, unread, end) : unread;
  return isEmpty(missing) ? null : missing;
}

/** What of a span lies in a window; null when nothing does. */
export function spanWithin(span: TimeWindow, window: TimeWindow): TimeWindow | null {
  const inside = { from: Math.max(span.from, window.from), to: Math.min(span.to, window.to) };
  return isEmpty(inside) ? null : inside;
}

/** The span from the first to the last moment of two. */
export function spanning(a: TimeWindow, b: TimeWindow | null): TimeWindow;
export function spanning(a: TimeWindow | null, b: TimeWindow | null): TimeWindow | null;
export function spanning(a: TimeWindow | null, b: TimeWindow | null): TimeWindow | null {
  return a && b ? { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : (a ?? b);
}

function upTo(direction: Direction, window: TimeWindow, { time, id }: Watermark): TimeWindow {
  if (direction === 'DESC') return { from: Math.max(window.from, time), to: window.to };
  return { from: window.from, to: Math.min(window.to, id === null ? time : Math.floor(time) + 1) };
}
