import type { Entity } from '../contract/entity.ts';
import type { TimeWindow, TimelineOrder } from '../contract/timeline.ts';
import type { PageAskOptions } from './ask-for-page.ts';
import type { CursorCodec } from './cursor-codec.ts';
import { requireComplete } from './incomplete-list-error.ts';
import { listIdentity } from './list-identity.ts';
import type { FederatedPage } from './list-page.ts';
import { MergeRun } from './merge-run.ts';
import { planSource, type TimelineEntry } from './source-plan.ts';
import { spoilUnlessWhole } from './source-outcome.ts';
import { SourceWalk } from './source-walk.ts';
import { openTimelineCursor, unasked } from './timeline-cursor.ts';
import type { TimelineKind } from './timeline-kind.ts';
import { toTimelinePage } from './timeline-page.ts';
import { windowAhead } from './timeline-place.ts';

/** Which page of which list is wanted. */
export interface MergeTimelinesOptions<Row extends Entity, Filter> extends PageAskOptions {
  /** Names the list: part of what a cursor is bound to, and of errors. */
  readonly listName: string;
  readonly kind: TimelineKind<Row, Filter>;
  /** May depend on the walk's window, which the first page sets. */
  readonly sources:
    | readonly TimelineEntry<Row, Filter>[]
    | ((window: TimeWindow) => readonly TimelineEntry<Row, Filter>[]);
  readonly order: TimelineOrder;
  /** The walk's window, when this is its first page; later pages keep the first one's. */
  readonly window: TimeWindow;
  /** The filter as the caller gave it (JSON), without defaults that change with time: a cursor is bound to it. */
  readonly identity: unknown;
  /** Rows wanted, at least 1. */
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Throw `IncompleteListError` rather than give a page in which rows of a source are missing. */
  readonly strict: boolean;
  readonly cursors: CursorCodec;
}

/**
 * One page of the rows of several sources in one order. Sources that fail are told in the outcomes and do not
 * fail the page. Throws `InvalidCursor`, `IncompleteListError` (when strict), or the reason of an aborted request.
 */
export async function mergeTimelines<Row extends Entity, Filter>(
  options: MergeTimelinesOptions<Row, Filter>,
): Promise<FederatedPage<Row>> {
  const { listName, kind, order, first, after, lateAfterMs, cursors, context, now = Date.now } = options;
  const identity = listIdentity(listName, order.field, order.direction, options.identity);
  const cursor = after ? openTimelineCursor(cursors, identity, after) : null;
  const watermark = cursor?.watermark ?? null;
  const wholeWindow = cursor?.window ?? options.window;
  const window = watermark ? windowAhead(order.direction, wholeWindow, watermark) : wholeWindow;

  const entries = typeof options.sources === 'function' ? options.sources(wholeWindow) : options.sources;
  const plans = entries.map((entry) => planSource(entry, kind));
  const walks = plans
    .filter((plan) => plan.action === 'ask')
    .map((plan) => {
      const standing = cursor?.standings.get(plan.source.name) ?? unasked;
      return new SourceWalk(plan, { kind, order, window, listName }, standing);
    });
  const { direction } = order;
  const run = new MergeRun({ walks, direction, first, watermark, listName, lateAfterMs, context, now });
  await run.finish();

  const seal = {
    cursors,
    identity,
    window: wholeWindow,
    mayFinish: direction === 'DESC' || wholeWindow.to <= now(),
  };
  const page = toTimelinePage({ plans, walks, run, direction, window, after, seal });
  spoilUnlessWhole(page.outcomes, context.life);
  if (run.cut) context.life?.spoil();
  if (options.strict) requireComplete(page.outcomes);
  return page;
}
