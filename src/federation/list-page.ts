import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { CursorCodec } from './cursor-codec.ts';
import { listIdentity } from './list-identity.ts';
import type { SourceOutcome } from './source-outcome.ts';

/** A row of a page with the cursor of the place after it. */
export interface PageRow<Row> {
  readonly row: Row;
  /** Made when it is read, as most queries do not ask for it. */
  readonly cursor: string;
}

/** One page of a list, in the terms of a Relay connection. */
export interface ListPage<PagedRow> {
  readonly rows: readonly PagedRow[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A row of a list over several sources. */
export interface SourcedRow<Row> extends PageRow<Row> {
  readonly source: HelpdeskSource;
  /** The global id. */
  readonly id: string;
}

/** One page of a list over several sources, with what each contributed. */
export interface FederatedPage<Row> extends ListPage<SourcedRow<Row>> {
  readonly outcomes: readonly SourceOutcome[];
}

/** How to page through a list that is known as a whole. */
export interface PageListOptions<Row> {
  /** Names the kind of list. */
  readonly listName: string;
  /**
   * What distinguishes this list from others of its kind, such as the conversation's id and the filter. It cannot be
   * read from cursors.
   */
  readonly identity: unknown;
  /** All rows, in order. */
  readonly rows: readonly Row[];
  /** Unique in the list and the same at every call. */
  readonly keyOf: (row: Row) => string;
  /** Rows wanted, at least 1. */
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly cursors: CursorCodec;
}

/** Cuts a page out of a list that is known as a whole. Throws `InvalidCursor`. */
export function pageList<Row>(options: PageListOptions<Row>): ListPage<PageRow<Row>> {
  const { rows, keyOf, first, after, cursors } = options;
  const identity = () => listIdentity(options.listName, options.identity);
  const start = after ? placeBehind(cursors.open(identity(), after) as ListPlace, rows, keyOf) : 0;
  const cursorOf = (row: Row, index: number) =>
    cursors.seal(identity(), [keyOf(row), index] satisfies ListPlace);
  const page = rows
    .slice(start, start + first)
    .map((row, index) => new IndexedRow(row, start + index, cursorOf));
  return toListPage(page, { hasNextPage: start + first < rows.length, after });
}

/** A row of such a list, with its index in the list. */
class IndexedRow<Row> implements PageRow<Row> {
  readonly row: Row;
  readonly #index: number;
  readonly #cursorOf: (row: Row, index: number) => string;

  constructor(row: Row, index: number, cursorOf: (row: Row, index: number) => string) {
    this.row = row;
    this.#index = index;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.row, this.#index);
  }
}

/** Completes a page with what follows from its rows. `endCursor`: given where it is not that of the last row. */
export function toListPage<PagedRow extends PageRow<unknown>>(
  rows: readonly PagedRow[],
  known: {
    readonly hasNextPage: boolean;
    readonly after: string | null | undefined;
    readonly endCursor?: () => string | null;
  },
): ListPage<PagedRow> {
  return {
    rows,
    hasNextPage: known.hasNextPage,
    hasPreviousPage: Boolean(known.after),
    get startCursor() {
      return rows[0]?.cursor ?? null;
    },
    get endCursor() {
      return known.endCursor?.() ?? rows.at(-1)?.cursor ?? null;
    },
  };
}

/** Key and index of the last row given out. */
type ListPlace = readonly [key: string, index: number];

function placeBehind<Row>(
  [key, index]: ListPlace,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): number {
  const found = rows.findIndex((row) => keyOf(row) === key);
  // A row that has gone since then has left its place to the row after it.
  return found === -1 ? index : found + 1;
}
