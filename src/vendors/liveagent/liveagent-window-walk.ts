import type { Answer } from '../../contract/call-context.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Instant } from '../../contract/instant.ts';
import { contains, type TimeWindow, type TimelineOrder } from '../../contract/timeline.ts';
import { sizeOf, type ReadRows, type UnreadRow } from '../../vendor-kit/unread-rows.ts';
import { observedOrder, provenBound, type ObservedOrder, type RowTimes } from './liveagent-list-order.ts';
import { isFull, mostRows, readOn, type ListPage, type ListPlace } from './liveagent-long-list.ts';

/** A vendor's list of things with times. */
export interface WindowedList<Row> {
  /** At most `limit` of the rows of a window, in the vendor's order. */
  ask(window: TimeWindow, limit: number, place: ListPlace | null): Promise<Answer<ListPage<Row>>>;
  /** null = the row has none: it is passed on, but its answer can prove no span. */
  times(row: Row): RowTimes | null;
  /** How far around a moment rows may be out of order because of a change of the clocks, in milliseconds. */
  blur(moment: Instant): number;
  /** The error for a list that cannot be walked. */
  unwalkable(why: string): Error;
}

/** What one walk found. */
export interface WalkResult<Row> extends ReadRows<Row> {
  /** As in `TimelineBatch`. */
  readonly coveredTo: Instant | null;
  /**
   * How long the next span should be, in milliseconds, where the whole window was too much; null = the whole window
   * will do.
   */
  readonly width: number | null;
  readonly answers: readonly Answer<unknown>[];
}

/** What is wanted of a walk. */
export interface WalkRequest {
  readonly window: TimeWindow;
  readonly order: TimelineOrder;
  /** Rows to ask for at first. */
  readonly limit: number;
  /** `width` of the walk before; null = start with the whole window. */
  readonly width: number | null;
  /** What was seen of the account's order before. */
  readonly observed: ObservedOrder | null;
  /** Gets an order that was seen. */
  readonly learn: (observed: ObservedOrder) => void;
}

const second = 1000;
const mostCalls = 60;

/**
 * Gets rows of a window from its near side on (the newest when descending), and a proof of how far they are complete.
 * It takes one call where the whole window fits into the answer, or the vendor's order is seen to be the wanted one.
 * Otherwise ever smaller spans at the near side are asked for until one fits; a second with too many rows for one
 * answer is paged through.
 */
export async function walkWindow<Row extends Entity>(
  list: WindowedList<Row>,
  request: WalkRequest,
): Promise<WalkResult<Row>> {
  return new WindowWalk(list, request).run();
}

class WindowWalk<Row extends Entity> {
  readonly #list: WindowedList<Row>;
  readonly #request: WalkRequest;
  readonly #rows: Row[] = [];
  readonly #unread: UnreadRow[] = [];
  readonly #answers: Answer<unknown>[] = [];
  #observed: ObservedOrder | null;
  /** Up to where the rows are complete. */
  #edge: Instant;
  /** Whether the span in front of rows that are all of one second is being tried. */
  #isInFront = false;

  constructor(list: WindowedList<Row>, request: WalkRequest) {
    this.#list = list;
    this.#request = request;
    this.#observed = request.observed;
    this.#edge = this.#descending ? request.window.to : request.window.from;
  }

  async run(): Promise<WalkResult<Row>> {
    const { window, limit, width } = this.#request;
    if (window.from >= window.to) return this.#result(null, null);
    let span = width ?? window.to - window.from;
    let rows = width === null && this.#mayProve() ? limit : mostRows;
    while (this.#answers.length < mostCalls) {
      const slice = this.#slice(span);
      const page = await this.#ask(slice, rows, null);
      const bound = isFull(page, rows) ? this.#boundOf(page, slice) : this.#farSideOf(slice);
      if (bound !== null) {
        this.#take(page);
        this.#edge = bound;
        if (this.#finished()) return this.#result(null, null);
        if (page.rows.length > 0) return this.#result(bound, this.#nextWidth(page, slice));
        span = widthOf(slice) * 4;
      } else if (rows < mostRows) {
        rows = mostRows;
      } else if (widthOf(slice) <= this.#narrowest(slice) && (await this.#pageThrough(slice, page))) {
        this.#edge = this.#farSideOf(slice);
        return this.#result(this.#finished() ? null : this.#edge, widthOf(slice));
      } else if (widthOf(slice) > second) {
        span = this.#narrower(page, slice);
      } else {
        throw this.#list.unwalkable('one second holds more rows than one answer, and paging brought no more');
      }
    }
    throw this.#list.unwalkable(`no span of the list could be read whole within ${mostCalls} calls`);
  }

  get #descending(): boolean {
    return this.#request.order.direction === 'DESC';
  }

  /** Whether a full answer might prove anything; if not, a small one is a wasted call. */
  #mayProve(): boolean {
    const { field, direction } = this.#request.order;
    if (this.#observed === null || this.#observed === field) return true;
    return this.#observed !== 'NEITHER' && (field === 'CREATED_AT') === (direction === 'DESC');
  }

  /** The next part of the window, from the near side on. */
  #slice(span: number): TimeWindow {
    const { from, to } = this.#request.window;
    const width = Math.max(second, Math.ceil(span / second) * second);
    return this.#descending
      ? { from: Math.max(from, this.#edge - width), to: this.#edge }
      : { from: this.#edge, to: Math.min(to, this.#edge + width) };
  }

  #farSideOf({ from, to }: TimeWindow): Instant {
    return this.#descending ? from : to;
  }

  #finished(): boolean {
    const { from, to } = this.#request.window;
    return this.#descending ? this.#edge <= from : this.#edge >= to;
  }

  /** The bound that a full answer proves, if that gets any further. */
  #boundOf({ rows }: ListPage<Row>, slice: TimeWindow): Instant | null {
    const { order, learn } = this.#request;
    const times = rows.flatMap((row) => this.#list.times(row) ?? []);
    const isDated = times.length === rows.length;
    const observed = isDated ? observedOrder(times, order.direction) : 'NEITHER';
    if (observed !== null) {
      this.#observed = observed;
      learn(observed);
    }
    const proven = provenBound(times, order, this.#observed);
    if (proven === null) return null;
    const blur = this.#list.blur(proven);
    const bound = this.#descending ? Math.max(proven + blur, slice.from) : Math.min(proven - blur, slice.to);
    return (this.#descending ? bound < slice.to : bound > slice.from) ? bound : null;
  }

  /**
   * The width at which paging is tried: around a change of the clocks, a narrower span would bring mostly the same
   * rows.
   */
  #narrowest({ from, to }: TimeWindow): number {
    return Math.max(second, this.#list.blur(from), this.#list.blur(to));
  }

  /**
   * A smaller span after one did not fit: half of it, or less where the rows suggest so. It keeps about as many of
   * the rows that came as are wanted, and most of a stretch that they fill without a gap. Where they are all of one
   * second, as after an import, the span in front of that second is tried first.
   */
  #narrower({ rows }: ListPage<Row>, slice: TimeWindow): number {
    const distances = rows
      .flatMap((row) => this.#timeOf(row) ?? [])
      .filter((time) => contains(slice, time))
      .map((time) => (this.#descending ? slice.to - time : time - slice.from))
      .sort((a, b) => a - b);
    const nearest = distances[0] ?? 0;
    const stretch = (distances.at(-1) ?? Infinity) - nearest;
    this.#isInFront = stretch === 0 && !this.#isInFront;
    // Dates are asked for a second early.
    if (this.#isInFront) return Math.max(second, nearest - 2 * second);
    const enough = distances[Math.min(distances.length, this.#request.limit) - 1] ?? Infinity;
    return Math.min(widthOf(slice) / 2, Math.max(second, enough + second), Math.max(second, stretch * 0.75));
  }

  /**
   * The span with which the next walk starts: as long as this one, unless it brought far too few rows or nearly too
   * many.
   */
  #nextWidth(page: ListPage<Row>, slice: TimeWindow): number | null {
    const { window, limit } = this.#request;
    const width = widthOf(slice);
    if (width >= window.to - window.from) return null;
    if (sizeOf(page) > mostRows / 2) return width / 2;
    return sizeOf(page) < limit ? width * 2 : width;
  }

  /** Whether paging brought all rows. */
  async #pageThrough(slice: TimeWindow, first: ListPage<Row>): Promise<boolean> {
    const list = await readOn(first, (place) => this.#ask(slice, mostRows, place));
    if (list !== null) this.#take(list);
    return list !== null;
  }

  #take({ rows, unread }: ReadRows<Row>): void {
    // One by one: there may be more of them than a call takes arguments.
    for (const row of rows) this.#rows.push(row);
    for (const row of unread) this.#unread.push(row);
  }

  async #ask(window: TimeWindow, limit: number, place: ListPlace | null): Promise<ListPage<Row>> {
    const answer = await this.#list.ask(window, limit, place);
    this.#answers.push(answer);
    return answer.value;
  }

  #timeOf(row: Row): Instant | null {
    const times = this.#list.times(row);
    return (
      times && (this.#request.order.field === 'CREATED_AT' ? times.created : (times.updated ?? times.created))
    );
  }

  #result(coveredTo: Instant | null, width: number | null): WalkResult<Row> {
    return { rows: this.#rows, unread: this.#unread, coveredTo, width, answers: this.#answers };
  }
}

function widthOf({ from, to }: TimeWindow): number {
  return to - from;
}
