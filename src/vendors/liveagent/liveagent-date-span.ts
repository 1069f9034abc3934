import type { Instant } from '../../contract/instant.ts';
import type { TimeWindow } from '../../contract/timeline.ts';
import { wallClockOf, type WallClock } from '../../vendor-kit/time-zone.ts';

/** A span in the vendor's own dates; null = open on that side. */
export interface DateSpan {
  readonly from: string | null;
  readonly to: string | null;
}

const second = 1000;
/** How far a change of the clocks by an hour can blur what a wall clock says, with a margin. */
const blur = 2 * 3_600_000;
const earliest = Date.UTC(1971, 0, 1);
const latest = Date.UTC(9000, 0, 1);

/**
 * Dates that span at least a window. No document says whether the ends are inclusive, so the lower one is a second
 * early; near a change of the clocks a date may mean two moments, so there both ends are hours wider. The caller has
 * to drop rows outside the window.
 */
export function toDateSpan({ from, to }: TimeWindow, timeZone: string): DateSpan {
  return {
    from:
      from <= earliest
        ? null
        : toDate(Math.ceil(from / second) * second - second - margin(from, timeZone), timeZone),
    to: to >= latest ? null : toDate(Math.ceil(to / second) * second + margin(to, timeZone), timeZone),
  };
}

/**
 * By how many milliseconds rows sorted by wall clock may be out of order around a moment: 0, except near a change of
 * the clocks.
 */
export function margin(instant: Instant, timeZone: string): number {
  if (instant <= earliest || instant >= latest) return 0;
  const [before, after] = [wallClockOf(instant - blur, timeZone), wallClockOf(instant + blur, timeZone)];
  return utcOf(after) - utcOf(before) === 2 * blur ? 0 : blur;
}

/** The value of an operator date (`datechanged`) for a span; undefined = no restriction. */
export function toOperatorDate({ from, to }: DateSpan): string | undefined {
  if (from !== null && to !== null) return `btw:${from},${to}`;
  if (from !== null) return `gte:${from}`;
  return to === null ? undefined : `lte:${to}`;
}

/** A moment as the account writes it: `YYYY-MM-DD HH:MM:SS` in its zone. */
export function toDate(instant: Instant, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClockOf(instant, timeZone);
  const padded = [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0'));
  const [mm, dd, hh, mi, ss] = padded;
  return `${String(year).padStart(4, '0')}-${mm}-${dd} ${hh}:${mi}:${ss}`;
}

function utcOf({ year, month, day, hour, minute, second }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
