import type { Answer, CallContext } from './call-context.ts';
import type { Instant } from './instant.ts';
import type { VendorError } from './vendor-error.ts';

/** Times a timeline can be sorted by. */
export type TimelineField = 'CREATED_AT' | 'UPDATED_AT';

/** In which order rows are wanted. */
export interface TimelineOrder {
  readonly field: TimelineField;
  readonly direction: 'ASC' | 'DESC';
}

/** A span of time: `from` inclusive, `to` exclusive. */
export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether a moment is in a window; false for NaN. */
export function contains(window: TimeWindow, time: Instant): boolean {
  return time >= window.from && time < window.to;
}

/** Asks a source for some more rows of a span of time. */
export interface TimelineRequest<Filter> {
  /**
   * The span left to cover, in terms of the order's field; in milliseconds, however coarse the vendor's times are.
   * `from` may be 0, the beginning of time. `to` may lie ahead: by a minute where a list has no end, as vendors' clocks
   * differ.
   */
  readonly window: TimeWindow;
  readonly order: TimelineOrder;
  /** What the adapter said it applies itself must be applied; the rest is applied by the caller. */
  readonly filter: Filter;
  /** About how many rows are wanted; a hint to size the call by, neither a minimum nor a maximum. */
  readonly limit: number;
  /** What the previous batch of this walk gave as `position`; null at its start. */
  readonly position: string | null;
}

/**
 * Some rows of a span of time. The promise: every row of the window on the near side of `coveredTo` (at or after
 * it when descending, before it when ascending) is among the rows. Rows may come in any order, and rows beyond
 * that bound may be among them; the caller asks for the rest with the window shortened to the bound.
 */
export interface TimelineBatch<Row> {
  readonly rows: readonly Row[];
  /** null = the whole window is covered. */
  readonly coveredTo: Instant | null;
  /** Rows that the vendor sent but that cannot be read, so that they are missing among the rows. @default none */
  readonly unread?: UnreadRows | undefined;
  /** Opaque; given back with the next request of the walk, also after a restart (it travels in the cursor: keep it small). */
  readonly position: string | null;
}

/** Rows that cannot be read: the span in which they lie, as far as that is known, and the error about them. */
export interface UnreadRows {
  readonly span: TimeWindow;
  readonly because: VendorError;
}

/**
 * Once a page has taken this many calls at a source, the source is asked for no further batch, and the page ends where
 * it has been read to. Otherwise a filter that leaves few rows could take any number of calls.
 */
export const mostCallsOfPage = 64;
/** The same including the batch that is under way then, which adapters keep to 16 calls as far as they can. */
export const mostCallsInAll = mostCallsOfPage + 16;

/**
 * Who applies a filter: the `vendor` (the adapter promises it), the `gateway` (rows tell enough), nobody because
 * no row can match (`never`), or nobody because it cannot be decided in bounded work (`unsupported`).
 */
export type FilterSupport = 'vendor' | 'gateway' | 'never' | 'unsupported';

/** Lists entities that have a time. */
export interface TimelineReader<Row, Filter> {
  /** Who applies each filter beyond the window. */
  readonly filters: Readonly<Record<keyof Filter, FilterSupport>>;
  list(request: TimelineRequest<Filter>, context: CallContext): Promise<Answer<TimelineBatch<Row>>>;
}
