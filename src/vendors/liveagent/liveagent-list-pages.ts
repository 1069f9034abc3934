import type { Answer } from '../../contract/call-context.ts';
import type { Entity } from '../../contract/entity.ts';
import { sizeOf, type ReadRows, type UnreadRow } from '../../vendor-kit/unread-rows.ts';

/** The most rows that a call of the knowledge base gives. */
export const mostListed = 500;

/** How many rows the lists of the knowledge base have on a server that does not heed `limit`. */
const usualSizes: ReadonlySet<number> = new Set([10, 50]);

/** More pages than any account has: a list that goes on beyond them never ends. */
const mostPages = 200;

/** The part of a list that is asked for. */
export interface ListPart {
  readonly limit: string;
  readonly offset: string;
}

/** Reads a part of a list. */
type ReadListPart<Rows> = (part: ListPart) => Promise<Answer<Rows>>;

/** All rows of a list, each once, and the answers in which they came. */
export interface ListPages<Row> extends ReadRows<Row> {
  readonly answers: readonly Answer<unknown>[];
}

/**
 * Reads a list by `limit` and `offset` to its end, which is a page with fewer rows than asked for (and than a server
 * gives that ignores the limit), or one without a new row: then the server ignores the offset. Null when the first
 * page is null.
 */
export async function readAllPages<Row extends Entity>(
  readPage: ReadListPart<ReadRows<Row>>,
): Promise<ListPages<Row>>;
export async function readAllPages<Row extends Entity>(
  readPage: ReadListPart<ReadRows<Row> | null>,
): Promise<ListPages<Row> | null>;
export async function readAllPages<Row extends Entity>(
  readPage: ReadListPart<ReadRows<Row> | null>,
): Promise<ListPages<Row> | null> {
  const rows = new Map<string, Row>();
  const unread: UnreadRow[] = [];
  const answers: Answer<unknown>[] = [];
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await readPage({ limit: String(mostListed), offset: String(offset) });
    if (answer.value === null) return page === 0 ? null : { rows: [...rows.values()], unread, answers };
    answers.push(answer);
    const known = rows.size;
    for (const row of answer.value.rows) if (!rows.has(row.key)) rows.set(row.key, row);
    unread.push(...answer.value.unread);
    const size = sizeOf(answer.value);
    if ((size < mostListed && !usualSizes.has(size)) || rows.size === known) break;
    offset += size;
  }
  return { rows: [...rows.values()], unread, answers };
}
