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
  const given = rows.slice(start, start + first);
  const cursorAt = (index: number) => cursors.seal(identity(), placeOf(start + index, rows, keyOf));
  const page = given.map((row, index) => new IndexedRow(row, index, cursorAt));
  return new PageOfRows(page, { hasNextPage: start + first < rows.length, after });
}

/** Writes the cursor of the place after the row with an index in the page. */
export type CursorAt = (index: number) => string;

/**
 * A row whose cursor is written when it is read. It is a class because an object literal with a getter would keep its
 * whole page in memory (docs/adr/0013-nothing-outlives-its-answer.md).
 */
export class IndexedRow<Row> implements PageRow<Row> {
  readonly row: Row;
  readonly #index: number;
  readonly #cursorAt: CursorAt;

  constructor(row: Row, index: number, cursorAt: CursorAt) {
    this.row = row;
    this.#index = index;
    this.#cursorAt = cursorAt;
  }

  get cursor(): string {
    return this.#cursorAt(this.#index);
  }
}

/** The same for a list over several sources. */
export class IndexedSourcedRow<Row> extends IndexedRow<Row> implements SourcedRow<Row> {
  readonly source: HelpdeskSource;
  readonly id: string;

  constructor({ row, source, id }: Omit<SourcedRow<Row>, 'cursor'>, index: number, cursorAt: CursorAt) {
    super(row, index, cursorAt);
    this.source = source;
    this.id = id;
  }
}

/** What does not follow from the rows of a page. */
interface PageEnds {
  readonly hasNextPage: boolean;
  readonly after: string | null | undefined;
  /** Given where it is not that of the last row. */
  readonly endCursor?: () => string | null;
}

/** A page completed with what follows from its rows. Its cursors are written when they are read. */
export class PageOfRows<PagedRow extends PageRow<unknown>> implements ListPage<PagedRow> {
  readonly rows: readonly PagedRow[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #endCursor: (() => string | null) | undefined;

  constructor(rows: readonly PagedRow[], { hasNextPage, after, endCursor }: PageEnds) {
    this.rows = rows;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = Boolean(after);
    this.#endCursor = endCursor;
  }

  get startCursor(): string | null {
    return this.rows[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#endCursor?.() ?? this.rows.at(-1)?.cursor ?? null;
  }
}

/** Key and index of the last row given out, and the keys of the rows before it, the nearest first. */
type ListPlace = readonly [key: string, index: number, ...before: readonly string[]];

/** How many rows before the last one are remembered. */
const mostBefore = 4;

function placeOf<Row>(index: number, rows: readonly Row[], keyOf: (row: Row) => string): ListPlace {
  const before = rows.slice(Math.max(0, index - mostBefore), index).reverse();
  return [keyOf(rows[index]!), index, ...before.map(keyOf)];
}

/** Behind the last row given out or, where that has gone since then, behind the nearest one before it that is left. */
function placeBehind<Row>(
  [key, index, ...before]: ListPlace,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): number {
  const indexes = new Map(rows.map((row, at) => [keyOf(row), at]));
  const left = [key, ...before].find((each) => indexes.has(each));
  return left === undefined ? Math.min(index, rows.length) : indexes.get(left)! + 1;
}
