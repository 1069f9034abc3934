import type { Answer, CallContext, CallEvent } from '../contract/call-context.ts';
import type { Entity } from '../contract/entity.ts';
import { encodeGlobalId } from '../contract/global-id.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import {
  contains,
  type TimeWindow,
  type TimelineBatch,
  type TimelineOrder,
  type UnreadRows,
} from '../contract/timeline.ts';
import { eachInTurns } from '../turns/turns.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { spanning } from './missing-span.ts';
import type { SourceFailure } from './source-outcome.ts';
import type { SourcePlan } from './source-plan.ts';
import type { SourceStanding } from './timeline-cursor.ts';
import type { TimelineKind } from './timeline-kind.ts';
import * as places from './timeline-place.ts';
import type { Place, Watermark } from './timeline-place.ts';

/** A row with its place in the order. */
export interface PlacedRow<Row> {
  readonly row: Row;
  readonly source: HelpdeskSource;
  readonly place: Place;
}

/** Why a source is out of a page. */
export interface Stop {
  readonly state: 'FAILED' | 'LATE' | 'SKIPPED';
  readonly error: SourceFailure;
}

/** What the walks of one page have in common. */
export interface WalkTerms<Row extends Entity, Filter> {
  readonly kind: TimelineKind<Row, Filter>;
  readonly order: TimelineOrder;
  /** The part of the walk's window that is still ahead of the page. */
  readonly window: TimeWindow;
  /** Names the operation in errors. */
  readonly listName: string;
}

/** A batch of rows: the position with which it was asked for, and how many of its rows still wait to be given out. */
interface Batch {
  readonly position: string | null;
  waiting: number;
}

interface WaitingRow<Row> extends PlacedRow<Row> {
  batch: Batch;
}

/** One source's way through one page: the rows that it has given, and how far they are complete. */
export class SourceWalk<Row extends Entity, Filter> {
  readonly source: HelpdeskSource;
  /** How the source stood when the page began. */
  readonly start: SourceStanding;
  /** Batches asked for. */
  pulls = 0;
  /** Calls to the vendor that they took. */
  calls = 0;
  fetchedAt: Instant | null = null;
  staleBecause: Error | undefined;
  stop: Stop | null = null;
  /** Rows that came but could not be read. */
  unread: UnreadRows | null = null;
  readonly #plan: SourcePlan<Row, Filter> & { action: 'ask' };
  readonly #terms: WalkTerms<Row, Filter>;
  #window: TimeWindow;
  #position: string | null;
  #exhausted: boolean;
  #batches: Batch[] = [];
  #waiting: WaitingRow<Row>[] = [];
  readonly #known = new Map<string, WaitingRow<Row> | null>();

  constructor(
    plan: SourcePlan<Row, Filter> & { action: 'ask' },
    terms: WalkTerms<Row, Filter>,
    start: SourceStanding,
  ) {
    this.source = plan.source;
    this.start = start;
    this.#plan = plan;
    this.#terms = terms;
    this.#window = terms.window;
    this.#position = start.position;
    this.#exhausted = start.done || places.isEmpty(terms.window);
  }

  /**
   * How far the source was read: all of its rows on the near side of this time have come. Meaningless once nothing is
   * left.
   */
  get bound(): Instant {
    return places.nearEnd(this.#terms.order.direction, this.#window);
  }

  /** Whether the source is in the page and may have rows that it has not given yet. */
  get open(): boolean {
    return !this.stop && !this.#exhausted;
  }

  /** Whether the source was read any further on this page. */
  get advanced(): boolean {
    return this.#exhausted || this.bound !== places.nearEnd(this.#terms.order.direction, this.#terms.window);
  }

  /** The first row that waits to be given out. */
  get head(): PlacedRow<Row> | undefined {
    return this.#waiting[0];
  }

  /** Whether the source may still have a row at or before this time. */
  blocks(time: Instant): boolean {
    return this.open && !places.covers(this.#terms.order.direction, this.bound, time);
  }

  /** Asks the source for more. */
  pull(limit: number, context: CallContext): Promise<Answer<TimelineBatch<Row>>> {
    this.pulls += 1;
    const { reader, filter } = this.#plan;
    const { order } = this.#terms;
    const observe = (event: CallEvent): void => {
      if (event.type === 'call') this.calls += 1;
      context.observe?.(event);
    };
    const request = { window: this.#window, order, filter, limit, position: this.#position };
    return reader.list(request, { ...context, observe });
  }

  /**
   * Takes what the source gave: rows of the window beyond the watermark, each once. Throws a `VendorError` when
   * the source is going round in circles.
   */
  async accept(
    { value, fetchedAt, staleBecause }: Answer<TimelineBatch<Row>>,
    watermark: Watermark | null,
  ): Promise<void> {
    this.fetchedAt = Math.min(this.fetchedAt ?? fetchedAt, fetchedAt);
    this.staleBecause ??= staleBecause;
    if (value.unread) this.unread = together(this.unread, value.unread);
    const batch = { position: this.#position, waiting: 0 };
    const known = this.#known.size;
    this.#batches.push(batch);
    await eachInTurns(value.rows, (row) => this.#add(row, batch, watermark));
    const { direction } = this.#terms.order;
    this.#waiting.sort((a, b) => places.comparePlaces(direction, a.place, b.place));
    const gaveNew = this.#known.size > known;
    if (!this.#advance(value) && !gaveNew) throw this.#circling();
  }

  /** Removes the head and gives it out. */
  take(): PlacedRow<Row> | undefined {
    const row = this.#waiting.shift();
    if (row) row.batch.waiting -= 1;
    return row;
  }

  /** Takes the source out of the page. Its waiting rows stay as far as they are known to be complete. */
  stopBecause(stop: Stop): void {
    const { direction } = this.#terms.order;
    this.stop = stop;
    // Dropped rows still count as waiting in their batch, so that the source goes on from before them.
    this.#waiting = this.#waiting.filter(({ place }) => places.covers(direction, this.bound, place.time));
  }

  /** How the source stands after the rows given out so far. */
  standing(): Pick<SourceStanding, 'position' | 'done'> {
    while (this.#batches[0]?.waiting === 0) this.#batches.shift();
    const [first] = this.#batches;
    return first
      ? { position: first.position, done: false }
      : { position: this.#position, done: this.#exhausted };
  }

  #add(row: Row, batch: Batch, watermark: Watermark | null): void {
    const { kind, order, window } = this.#terms;
    const time = kind.timeOf(row, order.field);
    const place = { time, id: encodeGlobalId({ type: kind.type, source: this.source.name, key: row.key }) };
    if (!contains(window, time)) return;
    if (watermark && !places.isAhead(order.direction, watermark, place)) return;
    const known = this.#known.get(place.id);
    if (known) {
      known.batch.waiting -= 1;
      known.batch = batch;
      batch.waiting += 1;
    } else if (known === undefined) {
      const waiting = this.#plan.accepts(row) ? { row, source: this.source, place, batch } : null;
      this.#known.set(place.id, waiting);
      if (!waiting) return;
      this.#waiting.push(waiting);
      batch.waiting += 1;
    }
  }

  /**
   * Moves on to the part of the window that a batch left over; false when that is the part that was asked for, so that
   * the source goes round in circles.
   */
  #advance({ coveredTo, position }: TimelineBatch<Row>): boolean {
    const { direction } = this.#terms.order;
    if (coveredTo === null) this.#exhausted = true;
    const window =
      coveredTo === null ? this.#window : places.windowBeyond(direction, this.#window, coveredTo);
    if (places.isEmpty(window)) this.#exhausted = true;
    const moved = this.#exhausted || window.from !== this.#window.from || window.to !== this.#window.to;
    const turned = position !== this.#position;
    this.#window = window;
    this.#position = position;
    return moved || turned;
  }

  #circling(): VendorError {
    return new VendorError({
      kind: 'bad-response',
      message: `expected further rows from source "${this.source.name}", but it gave the same rows again`,
      source: this.source.name,
      operation: this.#terms.listName,
    });
  }
}

function together(before: UnreadRows | null, more: UnreadRows): UnreadRows {
  return before ? { ...before, span: spanning(before.span, more.span) } : more;
}
