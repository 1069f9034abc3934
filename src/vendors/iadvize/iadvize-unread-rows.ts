import type { Awaitable } from '../../contract/awaitable.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TimeWindow, UnreadRows } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';

/** What a row that cannot be read tells all the same. */
export interface UnreadRow {
  readonly id: string | null;
  /** The chat before it; null = there was none, or it is not told. */
  readonly conversation: Entity | null;
  readonly createdAt: Instant | null;
}

/** The rows of an answer: one that cannot be read is no reason to lose the others, and is not kept silent either. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly unread: readonly UnreadRow[];
}

/** Maps rows by way of `mapAll`, and sets aside those that cannot be read. */
export async function readRows<Wire, Row>(
  mapAll: (map: (wire: Wire) => Row | null) => Awaitable<readonly (Row | null)[]>,
  toRow: (wire: Wire) => Row | null,
  toUnread: (wire: Wire) => UnreadRow,
): Promise<ReadRows<Row>> {
  const unread: UnreadRow[] = [];
  const rows = await mapAll((wire) => {
    const row = toRow(wire);
    if (row === null) unread.push(toUnread(wire));
    return row;
  });
  return { rows: rows.filter((row) => row !== null), unread };
}

/** What a batch tells of rows that cannot be read: they lie at their times, or else anywhere in the days read. */
export function toUnreadRows(
  unread: readonly UnreadRow[],
  days: TimeWindow,
  label: CallLabel,
): UnreadRows | undefined {
  if (unread.length === 0) return undefined;
  const spans = unread.map(({ createdAt }) =>
    createdAt === null ? days : { from: createdAt, to: createdAt + 1 },
  );
  return {
    span: { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) },
    because: unreadError(unread.length, label),
  };
}

/** The failure that stands in the place of such rows. */
export function unreadError(count: number, label: CallLabel): VendorError {
  const what = count === 1 ? 'one row is' : `${count} rows are`;
  const message = `expected an id, a time and, of a purchase, an amount; ${what} left out for lack of one`;
  return new VendorError({ kind: 'wrong-answer', message, ...label });
}
