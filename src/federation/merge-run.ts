import type { Answer, CallContext } from '../contract/call-context.ts';
import type { Entity } from '../contract/entity.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import { mostCallsOfPage, type TimelineBatch } from '../contract/timeline.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { askAll, type AskOptions, type Reply } from './ask-all.ts';
import { isUnsupported, lateFailure, toSourceFailure } from './source-outcome.ts';
import type { PlacedRow, SourceWalk, Stop } from './source-walk.ts';
import type { SourceStanding } from './timeline-cursor.ts';
import { comparePlaces, covers, type Direction, type Watermark } from './timeline-place.ts';
import { timeBudget, type TimeBudget } from './time-budget.ts';

/** The most batches that one page asks of one source; then the page ends where the sources have been read to. */
const pullsPerPage = 40;
/**
 * The most rows asked for in one call. The number doubles with every call of a page, because filters may leave few
 * rows.
 */
const largestLimit = 1000;

/** What a run is given. */
export interface MergeRunOptions<Row extends Entity, Filter> {
  readonly walks: readonly SourceWalk<Row, Filter>[];
  readonly direction: Direction;
  /** Rows wanted. */
  readonly first: number;
  /** How far the walk had come before this page; null at its start. */
  readonly watermark: Watermark | null;
  readonly listName: string;
  readonly lateAfterMs: number;
  readonly context: CallContext;
  readonly now: () => Instant;
}

/** A row that was given out, with how each source stood after it (in the order of the walks). */
export interface GivenRow<Row> extends PlacedRow<Row> {
  readonly standings: readonly Pick<SourceStanding, 'position' | 'done'>[];
}

/**
 * Draws one page out of the walks. A row is given out when no source can have an earlier one any more; only the sources
 * that may have one are asked again.
 */
export class MergeRun<Row extends Entity, Filter> {
  readonly rows: GivenRow<Row>[] = [];
  /** Whether the page ended early although no source failed: one takes too many calls, or the time is up. */
  cut = false;
  readonly #options: MergeRunOptions<Row, Filter>;
  readonly #budget: TimeBudget;

  constructor(options: MergeRunOptions<Row, Filter>) {
    this.#options = options;
    this.#budget = timeBudget(options.context, options.lateAfterMs, options.now);
  }

  /** Whether as many rows as were wanted are there. */
  get full(): boolean {
    return this.rows.length >= this.#options.first;
  }

  /** Works until the page is full and one more row has been seen, or until there is nothing more to get. */
  async finish(): Promise<void> {
    await this.#ask(this.#open(), 'first-success');
    for (;;) {
      this.#give();
      const blockers = this.#blockers();
      if (blockers.length === 0) return;
      const askable = this.#askable(blockers);
      if (this.cut) return;
      // A source that is alone in the list holds up no other.
      await this.#ask(askable, this.#options.walks.length > 1 ? 'start' : 'first-success');
    }
  }

  /** How far the list was read, which is where the walk goes on. null = the walk is over, or got nowhere. */
  end(): Watermark | null {
    const { direction, walks } = this.#options;
    const last = this.rows.at(-1)?.place ?? null;
    if (this.full) return last;
    const short = this.cut ? this.#open() : walks.filter((walk) => mayComeBack(walk) && walk.advanced);
    const bounds = short.map((walk) => walk.bound);
    const bound = direction === 'DESC' ? Math.max(...bounds) : Math.min(...bounds);
    const reached = bounds.length > 0 && (!last || covers(direction, bound, last.time));
    if (reached) return { time: bound, id: null };
    return walks.some(mayComeBack) ? last : null;
  }

  /** Whether rows may follow. This is certain unless a source stopped answering or takes too many calls. */
  hasMore(): boolean {
    if (!this.full) return this.end() !== null;
    return this.cut || this.#options.walks.some((walk) => walk.head ?? mayComeBack(walk));
  }

  #open(): readonly SourceWalk<Row, Filter>[] {
    return this.#options.walks.filter((walk) => walk.open);
  }

  #next(): SourceWalk<Row, Filter> | undefined {
    let next: SourceWalk<Row, Filter> | undefined;
    for (const walk of this.#options.walks) {
      if (!walk.head) continue;
      if (!next?.head || comparePlaces(this.#options.direction, walk.head.place, next.head.place) < 0)
        next = walk;
    }
    return next;
  }

  #give(): void {
    const { walks } = this.#options;
    while (!this.full) {
      const next = this.#next();
      const time = next?.head?.place.time;
      if (time === undefined || walks.some((walk) => walk.blocks(time))) return;
      const given = next?.take();
      if (given) this.rows.push({ ...given, standings: walks.map((walk) => walk.standing()) });
    }
  }

  /** The sources that may have a row before the page's next one, or, where the page is full, the first row after it. */
  #blockers(): readonly SourceWalk<Row, Filter>[] {
    const time = this.#next()?.head?.place.time;
    if (time === undefined) return this.#open();
    return this.full ? [] : this.#options.walks.filter((walk) => walk.blocks(time));
  }

  /**
   * The blockers that may be asked once more. None, and the page ends here, where it has got on and one was asked too
   * often or the time is up.
   */
  #askable(blockers: readonly SourceWalk<Row, Filter>[]): readonly SourceWalk<Row, Filter>[] {
    const { listName, now } = this.#options;
    const late = now() >= this.#budget.lastRoundAt;
    const spent = blockers.filter(
      ({ pulls, calls }) => late || pulls >= pullsPerPage || calls >= mostCallsOfPage,
    );
    const stuck = spent.filter((walk) => !walk.advanced);
    this.cut = spent.length > stuck.length && stuck.length === 0;
    for (const walk of stuck) {
      walk.stopBecause(
        late
          ? { state: 'LATE', error: lateFailure(walk.source, null) }
          : { state: 'FAILED', error: toSourceFailure(noProgress(walk, listName), walk.source) },
      );
    }
    return blockers.filter((walk) => !spent.includes(walk));
  }

  async #ask(
    walks: readonly SourceWalk<Row, Filter>[],
    countedFrom: AskOptions['countedFrom'],
  ): Promise<void> {
    const { context, lateAfterMs, now } = this.#options;
    const { giveUpAt } = this.#budget;
    context.signal.throwIfAborted();
    const calls = walks.map(
      (walk) => (callContext: CallContext) => walk.pull(this.#limit(walk), callContext),
    );
    const replies = await askAll(calls, { context, lateAfterMs, countedFrom, giveUpAt, now });
    context.signal.throwIfAborted();
    for (const [index, walk] of walks.entries()) await this.#take(walk, replies[index]!);
  }

  /**
   * How many rows to ask for: the page, one row to see whether more follow, and the watermark's own row, which comes
   * again.
   */
  #limit(walk: SourceWalk<Row, Filter>): number {
    const wish = this.#options.first + (this.#options.watermark?.id ? 2 : 1);
    return Math.min(largestLimit, wish * 2 ** walk.pulls);
  }

  async #take(walk: SourceWalk<Row, Filter>, reply: Reply<Answer<TimelineBatch<Row>>>): Promise<void> {
    if (reply.state === 'late') {
      walk.stopBecause({ state: 'LATE', error: lateFailure(walk.source, reply.afterMs) });
      return;
    }
    try {
      if (reply.state === 'failed') throw reply.error;
      await walk.accept(reply.answer, this.rows.at(-1)?.place ?? this.#options.watermark);
    } catch (error) {
      walk.stopBecause({
        state: isUnsupported(error) ? 'SKIPPED' : 'FAILED',
        error: toSourceFailure(error, walk.source),
      });
    }
  }
}

/** Whether a source that is out of this page may be in the next one. */
function mayComeBack({ stop }: { readonly stop: Stop | null }): boolean {
  return stop !== null && stop.state !== 'SKIPPED';
}

function noProgress(
  { source, pulls }: { readonly source: HelpdeskSource; readonly pulls: number },
  operation: string,
): VendorError {
  return new VendorError({
    kind: 'bad-response',
    message: `expected rows in order of time from source "${source.name}", but asking ${pulls} times settled none`,
    source: source.name,
    operation,
  });
}
