import type { Answer, CallContext } from '../contract/call-context.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { PeriodMisfit, ReportPage } from '../contract/report-reader.ts';
import type { Reply } from './ask-all.ts';
import { askForPage, type PageAskOptions } from './ask-for-page.ts';
import type { CursorCodec } from './cursor-codec.ts';
import { listIdentity } from './list-identity.ts';
import { IndexedRow, PageOfRows, type ListPage, type PageRow } from './list-page.ts';
import {
  outcomeOf,
  replyOutcome,
  type SourceFailure,
  type SourceOutcome,
  spoilUnlessWhole,
  toSourceFailure,
} from './source-outcome.ts';

/** A source's part in a report: how to ask it, why it cannot be asked, or `none` = no row of it can match. */
export interface ReportEntry<Row> {
  readonly source: HelpdeskSource;
  readonly part: 'none' | SourceFailure | ReportCall<Row>;
}

/** Asks a source for at most `limit` rows behind the first `offset` ones. */
export type ReportCall<Row> = (
  place: { readonly offset: number; readonly limit: number },
  context: CallContext,
) => Promise<Answer<ReportPage<Row>>>;

/** A row with the source that told it. */
export interface SourcedReportRow<Row> {
  readonly source: HelpdeskSource;
  readonly row: Row;
}

/** One page of a report over several sources, with what each contributed. */
export interface MergedReport<Row> extends ListPage<PageRow<SourcedReportRow<Row>>> {
  readonly outcomes: readonly SourceOutcome[];
}

/** Which page of which report is wanted. */
export interface MergeReportsOptions<Row> extends PageAskOptions {
  /** Names the report: part of what a cursor is bound to. */
  readonly reportName: string;
  /** In the order in which their rows are given out. */
  readonly entries: readonly ReportEntry<Row>[];
  /** The arguments as the caller gave them (JSON): a cursor is bound to them. */
  readonly identity: unknown;
  /** Rows wanted, at least 1. */
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly cursors: CursorCodec;
}

/** How many rows of a source were given out (null = all), and which part of the period they leave out, if any. */
interface Standing {
  readonly given: number | null;
  readonly missing?: Missing | undefined;
}

type Missing = PeriodMisfit['missing'];
/** By the source's name. A source that is left out was not reached yet. */
type Standings = ReadonlyMap<string, Standing>;
type Sealed = readonly (readonly [name: string, given: number | null, missing?: Missing])[];

/**
 * One page of a report, source by source. Sources that fail are told in the outcomes and do not fail the page; their
 * rows come on a later page, when they answer again. Throws `InvalidCursor`, or the reason of an aborted request.
 */
export async function mergeReports<Row>(options: MergeReportsOptions<Row>): Promise<MergedReport<Row>> {
  const { entries, first, after, cursors } = options;
  const identity = listIdentity(options.reportName, options.identity);
  const start = opened(after ? (cursors.open(identity, after) as Sealed) : []);
  const replies = await askEntries(options, start);

  const outcomes = entries.map((entry) =>
    toOutcome(entry, replies.get(entry.source), start.get(entry.source.name)),
  );
  spoilUnlessWhole(outcomes, options.context.life);
  const { rows, isLeft, end } = takeRows(replies, start, first);
  const cursorAt = (index: number) => cursors.seal(identity, sealed(rows[index]!.standings));
  const page = rows.map(({ row }, index) => new IndexedRow(row, index, cursorAt));
  // A source that is absent now may come back with rows.
  const isAbsent = outcomes.some(({ state }) => state === 'FAILED' || state === 'LATE');
  const hasNextPage = isLeft || (isAbsent && page.length > 0);
  const endCursor = () => (isLeft && page.length < first ? cursors.seal(identity, sealed(end)) : null);
  return Object.assign(new PageOfRows(page, { hasNextPage, after, endCursor }), { outcomes });
}

function opened(standings: Sealed): Standings {
  return new Map(standings.map(([name, given, missing]) => [name, { given, missing }]));
}

function sealed(standings: Standings): Sealed {
  return [...standings].map(([name, { given, missing }]) =>
    missing === undefined ? [name, given] : [name, given, missing],
  );
}

/** A row that was given out, and how all sources stand after it. */
interface TakenRow<Row> {
  readonly row: SourcedReportRow<Row>;
  readonly standings: Standings;
}

type Replies<Row> = ReadonlyMap<HelpdeskSource, Reply<Answer<ReportPage<Row>>>>;

interface Taken<Row> {
  readonly rows: readonly TakenRow<Row>[];
  /** Whether a source has more. */
  readonly isLeft: boolean;
  /** How all sources stand at the end of the page, which may lie beyond its last row. */
  readonly end: Standings;
}

/** The first rows of the sources that answered. */
function takeRows<Row>(replies: Replies<Row>, start: Standings, first: number): Taken<Row> {
  const standings = new Map(start);
  const rows: TakenRow<Row>[] = [];
  for (const [source, reply] of replies) {
    if (reply.state !== 'answered') continue;
    const { rows: told, hasMore, misfit } = reply.answer.value;
    const before = start.get(source.name);
    const missing = misfit ? misfit.missing : before?.missing;
    const offset = before?.given ?? 0;
    const last = told.findLastIndex((row) => row !== null);
    for (const [index, row] of told.entries()) {
      const isLeft = hasMore || index <= last;
      // Another source's rows must not come before the rest of this one's.
      if (rows.length === first && isLeft) return { rows, isLeft, end: standings };
      const isEnd = !hasMore && index >= last;
      standings.set(source.name, { given: isEnd ? null : offset + index + 1, missing });
      if (row !== null) rows.push({ row: { source, row }, standings: new Map(standings) });
    }
    if (hasMore) return { rows, isLeft: true, end: standings };
  }
  return { rows, isLeft: false, end: standings };
}

async function askEntries<Row>(options: MergeReportsOptions<Row>, start: Standings): Promise<Replies<Row>> {
  const { entries, first } = options;
  const calls = new Map(
    entries.flatMap(({ source, part }) =>
      typeof part === 'function' && start.get(source.name)?.given !== null ? [[source, part]] : [],
    ),
  );
  const ask = (source: HelpdeskSource, context: CallContext) =>
    calls.get(source)!({ offset: start.get(source.name)?.given ?? 0, limit: first }, context);
  return askForPage([...calls.keys()], ask, options);
}

function toOutcome<Row>(
  { source, part }: ReportEntry<Row>,
  reply: Reply<Answer<ReportPage<Row>>> | undefined,
  before: Standing | undefined,
): SourceOutcome {
  if (part !== 'none' && typeof part !== 'function') {
    return outcomeOf(source, { state: 'SKIPPED', error: part });
  }
  const outcome = reply ? replyOutcome(source, reply) : outcomeOf(source);
  if (reply && reply.state !== 'answered') return outcome;
  const misfit = reply?.answer.value.misfit;
  const missing = misfit ? misfit.missing : before?.missing;
  // What the rows of earlier pages left out is still missing.
  if (missing === undefined) return outcome;
  return {
    ...outcome,
    state: 'PARTIAL',
    error: together(outcome.error, misfit ? toSourceFailure(misfit.because, source) : null),
    missingFrom: missing?.from ?? null,
    missingTo: missing?.to ?? null,
  };
}

/** The vendor's failure comes first, because the span already tells what is left out. */
function together(failure: SourceFailure | null, misfit: SourceFailure | null): SourceFailure | null {
  if (!failure || !misfit) return failure ?? misfit;
  return { ...failure, message: `${failure.message}; besides, ${misfit.message}` };
}
