import type { Entity } from '../contract/entity.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import type { CursorCodec } from './cursor-codec.ts';
import { IndexedSourcedRow, PageOfRows, type FederatedPage } from './list-page.ts';
import type { MergeRun } from './merge-run.ts';
import { missingSpan, spanning, spanWithin } from './missing-span.ts';
import { outcomeOf, toSourceFailure, type SourceOutcome } from './source-outcome.ts';
import type { SourcePlan } from './source-plan.ts';
import type { SourceWalk } from './source-walk.ts';
import { sealTimelineCursor, type SourceStanding } from './timeline-cursor.ts';
import type { Direction, Watermark } from './timeline-place.ts';

/** A finished run and what it was about. */
export interface TimelinePageParts<Row extends Entity, Filter> {
  readonly plans: readonly SourcePlan<Row, Filter>[];
  readonly walks: readonly SourceWalk<Row, Filter>[];
  readonly run: MergeRun<Row, Filter>;
  readonly direction: Direction;
  /** What the page could draw from. */
  readonly window: TimeWindow;
  readonly after: string | null | undefined;
  readonly seal: {
    readonly cursors: CursorCodec;
    readonly identity: string;
    /** The whole walk's window. */
    readonly window: TimeWindow;
    /** Whether a source that has nothing left now will have nothing later. */
    readonly mayFinish: boolean;
  };
}

/** Puts a page together: rows with cursors, and what each source contributed, in the order of the plans. */
export function toTimelinePage<Row extends Entity, Filter>(
  parts: TimelinePageParts<Row, Filter>,
): FederatedPage<Row> {
  const { plans, walks, run, after } = parts;
  const end = run.end();
  const standingsAtEnd = walks.map((walk) => walk.standing());
  const endCursor = () => sealAt(parts, end ?? run.rows.at(-1)!.place, standingsAtEnd);
  const cursorAt = (index: number) => {
    const { place, standings } = run.rows[index]!;
    const isLast = index === run.rows.length - 1;
    return isLast && end?.id === null ? endCursor() : sealAt(parts, place, standings);
  };
  const rows = run.rows.map(
    ({ row, source, place: { id } }, index) => new IndexedSourcedRow({ row, source, id }, index, cursorAt),
  );
  const walkOf = new Map(walks.map((walk) => [walk.source, walk]));
  const outcomes = plans.map((plan) => {
    const walk = walkOf.get(plan.source);
    if (walk) return toOutcome(walk, parts, end);
    return plan.action === 'skip'
      ? outcomeOf(plan.source, { state: 'SKIPPED', error: plan.because })
      : outcomeOf(plan.source);
  });
  const page = new PageOfRows(rows, {
    hasNextPage: run.hasMore(),
    after,
    endCursor: () => (end?.id === null ? endCursor() : null),
  });
  return Object.assign(page, { outcomes });
}

function sealAt<Row extends Entity, Filter>(
  { walks, direction, window, seal }: TimelinePageParts<Row, Filter>,
  watermark: Watermark,
  standings: readonly Pick<SourceStanding, 'position' | 'done'>[],
): string {
  const named = walks.map((walk, index): [string, SourceStanding] => {
    const { position, done } = standings[index] ?? walk.start;
    const missing = spanning(walk.start.missing, ownMissing(walk, direction, window, watermark));
    return [walk.source.name, { position, done: done && seal.mayFinish, missing }];
  });
  const cursor = { window: seal.window, watermark, standings: new Map(named) };
  return sealTimelineCursor(seal.cursors, seal.identity, cursor);
}

/** What this page lacks of a source up to some place. */
function ownMissing<Row extends Entity, Filter>(
  walk: SourceWalk<Row, Filter>,
  direction: Direction,
  window: TimeWindow,
  end: Watermark | null,
): TimeWindow | null {
  const unreached = walk.stop && missingSpan(direction, window, walk.bound, end);
  // Rows that cannot be read are told wherever the page ends, as later pages may not meet them again.
  return spanning(unreached, walk.unread && spanWithin(walk.unread.span, window));
}

function toOutcome<Row extends Entity, Filter>(
  walk: SourceWalk<Row, Filter>,
  { run, direction, window }: TimelinePageParts<Row, Filter>,
  end: Watermark | null,
): SourceOutcome {
  const { source, stop, unread, staleBecause, fetchedAt } = walk;
  // A page that is short because sources stopped answering lacks all that they still have.
  const own = ownMissing(walk, direction, window, run.full || run.cut ? end : null);
  const missing = spanning(walk.start.missing, own);
  const span = { missingFrom: missing?.from ?? null, missingTo: missing?.to ?? null };
  if (stop?.state === 'SKIPPED' && fetchedAt === null && !walk.start.missing) return outcomeOf(source, stop);
  if (stop && fetchedAt === null) return outcomeOf(source, { ...stop, ...span });
  const stale = staleBecause ? toSourceFailure(staleBecause, source) : null;
  const why = stop?.error ?? (unread && toSourceFailure(unread.because, source));
  if (why && own) return outcomeOf(source, { ...span, state: 'PARTIAL', error: why, fetchedAt });
  if (missing) return outcomeOf(source, { ...span, state: 'PARTIAL', error: stale, fetchedAt });
  return outcomeOf(source, { state: stale ? 'STALE' : 'OK', error: stale, fetchedAt });
}
