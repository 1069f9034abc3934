import type { TimelineBatch, TimelineOrder, TimelineRequest } from '../../src/contract/timeline.ts';
import type { Note, NoteFilter } from './fake-world.ts';

type Request = TimelineRequest<NoteFilter>;

/** A way to hand out rows that keeps the promise of `TimelineBatch`. */
export type Style = 'buckets' | 'places' | 'window';

/** How one source hands out its rows. */
export interface Habits {
  readonly style: Style;
  /** About how many rows a batch has, whatever is asked for. */
  readonly size: number;
  /** How many rows beyond the bound come along. */
  readonly extra: number;
}

/** Gives a batch of the rows in a source's own way; rows come in no useful order. */
export function giveBatch(rows: readonly Note[], habits: Habits, request: Request): TimelineBatch<Note> {
  const sorted = rows.toSorted((a, b) => compare(request.order, [a.at, a.key], [b.at, b.key]));
  const batch = styles[habits.style](sorted, habits, request);
  const beyond = sorted.filter((row) => isInside(row, request) && !batch.rows.includes(row));
  const given = [...batch.rows, ...beyond.slice(0, habits.extra)];
  return { ...batch, rows: given.toSorted((a, b) => (a.key < b.key ? 1 : -1)) };
}

const styles: Record<
  Style,
  (sorted: readonly Note[], habits: Habits, request: Request) => TimelineBatch<Note>
> = {
  /** Looks at the window alone; gives whole moments. */
  window(sorted, { size }, request) {
    const inside = sorted.filter((row) => isInside(row, request));
    const last = inside[size - 1];
    if (!last || inside.at(-1)?.at === last.at) return { rows: inside, coveredTo: null, position: null };
    const whole = inside.slice(0, inside.findLastIndex(({ at }) => at === last.at) + 1);
    return { rows: whole, coveredTo: behind(request, last.at), position: null };
  },

  /** Goes on from the last row given, in the middle of a moment if need be, and does not repeat what it gave. */
  places(sorted, { size }, request) {
    const start = request.position === null ? null : (JSON.parse(request.position) as [number, string]);
    const left = sorted
      .filter((row) => isInside(row, request))
      .filter(({ at, key }) => start === null || compare(request.order, start, [at, key]) < 0);
    const last = left[size - 1];
    if (!last || left.length === size) return { rows: left, coveredTo: null, position: null };
    const coveredTo = request.order.direction === 'DESC' ? last.at + 1 : last.at;
    return { rows: left.slice(0, size), coveredTo, position: JSON.stringify([last.at, last.key]) };
  },

  /** Gives fixed spans of time, each as a whole, even what of it is outside the window. */
  buckets(sorted, { size }, { window: { from, to }, order }) {
    const descending = order.direction === 'DESC';
    const start = Math.floor((descending ? to - 1 : from) / size) * size;
    const rows = sorted.filter(({ at }) => at >= start && at < start + size);
    const coveredTo = descending ? start : start + size;
    return { rows, coveredTo: coveredTo > from && coveredTo < to ? coveredTo : null, position: null };
  },
};

function isInside({ at }: Note, { window: { from, to } }: Request): boolean {
  return at >= from && at < to;
}

/** The bound with a whole moment on its near side. */
function behind({ order }: Request, at: number): number {
  return order.direction === 'DESC' ? at : at + 1;
}

/** By time; ties in an order of the source's own. */
function compare(
  { direction }: TimelineOrder,
  a: readonly [number, string],
  b: readonly [number, string],
): number {
  if (a[0] !== b[0]) return direction === 'DESC' ? b[0] - a[0] : a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] > b[1] ? -1 : 1;
}
