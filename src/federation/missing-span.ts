import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { isEmpty, windowBeyond, type Direction, type Watermark } from './timeline-place.ts';

/**
 * What a page lacks of a source: the span from how far the source was read to how far the page went; null when nothing
 * is missing. `end`: how far the page went; null = to the end of the window.
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

/** The part of a span that lies in a window; null when none does. */
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
