import type { Instant } from '../../contract/instant.ts';
import type { TimelineField, TimelineOrder } from '../../contract/timeline.ts';

/** The two times a row can be sorted by. */
export interface RowTimes {
  readonly created: Instant;
  /** null = such rows have no time of change. */
  readonly updated: Instant | null;
}

/** How an account was seen to sort its rows: by one of the times in the wanted direction, or by neither. */
export type ObservedOrder = TimelineField | 'NEITHER';

const fewestRows = 5;
const fewestEvenRows = 10;
/** Fewer different times than this may be in order by chance; rows of one time, as after an import, fit any order. */
const fewestTimes = 8;
const second = 1000;

/**
 * By what the rows of a full answer are sorted, as no document promises an order. Null = it cannot be judged (too few
 * rows, or too few different times; or sorted by both times at once, as where nothing was changed late).
 */
export function observedOrder(
  rows: readonly RowTimes[],
  direction: TimelineOrder['direction'],
): ObservedOrder | null {
  if (rows.length < fewestRows) return null;
  const { created, updated } = sortingOf(rows, direction);
  if (created === 'unsorted' && updated === 'unsorted') return 'NEITHER';
  if (created === 'sorted' && updated === 'unsorted') return 'CREATED_AT';
  return created === 'unsorted' && updated === 'sorted' ? 'UPDATED_AT' : null;
}

/**
 * Up to where a full answer holds every row, as in `TimelineBatch.coveredTo`; null = it proves nothing. What is
 * missing comes after the last row in the vendor's order. Where that order is by the other time than the wanted one,
 * it still gives a bound in one direction, because nothing is changed before it was created. Where `observed` is null
 * and the answer is sorted by one of the two times, the bound must hold for either.
 */
export function provenBound(
  rows: readonly RowTimes[],
  order: TimelineOrder,
  observed: ObservedOrder | null,
): Instant | null {
  const last = rows.at(-1);
  if (!last || observed === 'NEITHER' || rows.length < fewestRows) return null;
  if (!isInKeeping(rows, order.direction, observed)) return null;
  const candidates: readonly TimelineField[] = observed ? [observed] : ['CREATED_AT', 'UPDATED_AT'];
  const bounds = candidates.map((field) => {
    const time = field === 'CREATED_AT' ? last.created : last.updated;
    const helps = time !== null && (field === order.field || otherTimeBounds(rows, order));
    return helps ? edgeAt(time, order) : null;
  });
  if (bounds.includes(null)) return null;
  const known = bounds.filter((bound) => bound !== null);
  if (order.direction === 'ASC') return Math.min(...known);
  const proven = Math.max(...known);
  return observed === null ? Math.min(proven, evenBound(rows, last, order) ?? proven) : proven;
}

// Where every row was changed about equally long after it was created, both orders are the same: if the account sorts
// by change, rows after the last one were created later than it by no more than those lengths differ. Rows of few
// different moments show only a few lengths, and missing rows may have others.
function evenBound(rows: readonly RowTimes[], last: RowTimes, order: TimelineOrder): Instant | null {
  if (rows.length < fewestEvenRows || sortingOf(rows, order.direction).created !== 'sorted') return null;
  const delays = rows.map(({ created, updated }) => (updated ?? created) - created);
  return edgeAt(last.created + Math.max(...delays) - Math.min(...delays), order);
}

// Missing rows changed at T or before were created at T or before; those created at T or later were changed then or
// later.
function otherTimeBounds(rows: readonly RowTimes[], { field, direction }: TimelineOrder): boolean {
  const helps = field === 'CREATED_AT' ? direction === 'DESC' : direction === 'ASC';
  return helps && rows.every((row) => row.updated !== null && row.created <= row.updated);
}

// Rows of the same second as the last one may be missing.
function edgeAt(time: Instant, { direction }: TimelineOrder): Instant {
  const start = Math.floor(time / second) * second;
  return direction === 'DESC' ? start + second : start;
}

type Sorting = 'sorted' | 'unclear' | 'unsorted';

function sortingOf(rows: readonly RowTimes[], direction: TimelineOrder['direction']) {
  return {
    created: sorting(
      rows.map((row) => row.created),
      direction,
    ),
    updated: sorting(
      rows.map((row) => row.updated),
      direction,
    ),
  };
}

// With other filters, a list may have another order than the one that was seen.
function isInKeeping(
  rows: readonly RowTimes[],
  direction: TimelineOrder['direction'],
  observed: TimelineField | null,
): boolean {
  const { created, updated } = sortingOf(rows, direction);
  if (observed !== null) return (observed === 'CREATED_AT' ? created : updated) !== 'unsorted';
  return created === 'sorted' ? updated !== 'unsorted' : updated === 'sorted' && created !== 'unsorted';
}

function sorting(times: readonly (Instant | null)[], direction: TimelineOrder['direction']): Sorting {
  const sign = direction === 'DESC' ? -1 : 1;
  const isInOrder = times.every((time, index) => {
    const before = times[index - 1] ?? time;
    return time !== null && before !== null && (time - before) * sign >= 0;
  });
  if (!isInOrder) return 'unsorted';
  return new Set(times).size >= fewestTimes ? 'sorted' : 'unclear';
}
