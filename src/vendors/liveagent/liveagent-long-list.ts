import type { Entity } from '../../contract/entity.ts';
import { sizeOf, type ReadRows } from '../../vendor-kit/unread-rows.ts';

/** The most rows that LiveAgent gives in one answer. */
export const mostRows = 1000;
/** How many rows servers give that do not know the parameter `limit`. */
const usualRows = 100;
/** More pages than can be read in time: a list that goes on beyond them never ends. */
const mostPages = 200;

/** Where to go on inside a list that is longer than one answer. */
export interface ListPlace {
  /** How many rows came so far. */
  readonly offset: number;
  /** The cursor of the last row; null on servers without cursors. */
  readonly cursor: string | null;
}

/** One answer of a list. */
export interface ListPage<Row> extends ReadRows<Row> {
  /** In the vendor's order; rows that were not asked for may be among them. */
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

/** Whether more rows may follow a page for which `asked` rows were asked. */
export function isFull(page: ReadRows<unknown>, asked: number): boolean {
  const size = sizeOf(page);
  return size >= asked || (asked > usualRows && size === usualRows);
}

/**
 * All rows of a list from its first page on: by the cursor of the last row or, on servers without cursors, by the
 * number of rows so far. Rows may come twice. `ask` and the first page are for `mostRows`. Null where paging brings
 * no new rows, or does not end.
 */
export async function readOn<Row extends Entity>(
  first: ListPage<Row>,
  ask: (place: ListPlace) => Promise<ListPage<Row>>,
): Promise<ReadRows<Row> | null> {
  const seen = new Set(first.rows.map(({ key }) => key));
  const rows = [...first.rows];
  const unread = [...first.unread];
  let page = first;
  let offset = sizeOf(page);
  for (let count = 1; isFull(page, mostRows); count += 1) {
    if (count === mostPages) return null;
    page = await ask({ offset, cursor: page.cursor });
    const known = seen.size;
    for (const { key } of page.rows) seen.add(key);
    if (seen.size === known && isFull(page, mostRows)) return null;
    rows.push(...page.rows);
    unread.push(...page.unread);
    offset += sizeOf(page);
  }
  return { rows, unread };
}
