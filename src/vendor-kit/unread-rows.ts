import type { Awaitable } from '../contract/awaitable.ts';
import type { Answer } from '../contract/call-context.ts';
import type { DirectoryAnswer } from '../contract/directory-reader.ts';
import type { Instant } from '../contract/instant.ts';
import type { TimeWindow, UnreadRows } from '../contract/timeline.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { CallLabel } from '../transport/request-encoding.ts';

/** What is known of a row that cannot be read. */
export interface UnreadRow {
  readonly createdAt: Instant | null;
}

/** The rows of an answer. A row that cannot be read does not cost the others, and is told, too. */
export interface ReadRows<Row, Unread extends UnreadRow = UnreadRow> {
  readonly rows: readonly Row[];
  readonly unread: readonly Unread[];
}

/** How many rows the vendor sent, readable or not. */
export function sizeOf({ rows, unread }: ReadRows<unknown>): number {
  return rows.length + unread.length;
}

/** Maps rows by `mapAll`, and sets aside those for which `toRow` gives null. */
export async function readRows<Wire, Row, Unread extends UnreadRow = UnreadRow>(
  mapAll: (map: (wire: Wire) => Row | null) => Awaitable<readonly (Row | null)[]>,
  toRow: (wire: Wire) => Row | null,
  toUnread: (wire: Wire) => Unread,
): Promise<ReadRows<Row, Unread>> {
  const unread: Unread[] = [];
  const rows = await mapAll((wire) => {
    const row = toRow(wire);
    if (row === null) unread.push(toUnread(wire));
    return row;
  });
  return { rows: rows.filter((row) => row !== null), unread };
}

/** Why rows are left out: `needed` is what each must have, such as `an id and a time`. */
export interface UnreadReason extends CallLabel {
  readonly needed: string;
}

/** What a batch tells of rows that cannot be read. A row without a time may lie anywhere in the span that was read. */
export function toUnreadRows(
  unread: readonly UnreadRow[],
  read: TimeWindow,
  reason: UnreadReason,
): UnreadRows | undefined {
  const spans = unread.map(({ createdAt }) =>
    createdAt === null ? read : { from: createdAt, to: createdAt + 1 },
  );
  return unreadWithin(spans, reason);
}

/** The same for rows for each of which the span is known in which it lies. */
export function unreadWithin(spans: readonly TimeWindow[], reason: UnreadReason): UnreadRows | undefined {
  if (spans.length === 0) return undefined;
  // Reduced one by one, as there may be more of them than a function call takes arguments.
  const span = spans.reduce((whole, { from, to }) => ({
    from: Math.min(whole.from, from),
    to: Math.max(whole.to, to),
  }));
  return { span, because: unreadError(reason) };
}

/** A list that holds all there are, with why some of them are left out. */
export function toDirectoryAnswer<Row>(
  { value, ...answer }: Answer<ReadRows<Row>>,
  reason: UnreadReason,
): DirectoryAnswer<Row> {
  return { ...answer, value: value.rows, cutBecause: unreadCause(value, reason) };
}

/** Why rows are left out; null where each could be read. */
export function unreadCause({ unread }: ReadRows<unknown>, reason: UnreadReason): VendorError | null {
  return unread.length > 0 ? unreadError(reason) : null;
}

/** The failure that stands in the place of such rows. */
export function unreadError({ needed, ...label }: UnreadReason): VendorError {
  const message = `expected ${needed} in every row; those without are left out`;
  return new VendorError({ kind: 'wrong-answer', message, ...label });
}
