import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import type { AgentReportRow } from '../../contract/report.ts';
import type { PeriodMisfit, Report, ReportReader, ReportRequest } from '../../contract/report-reader.ts';
import type { TimeWindow } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { DaySpan } from '../../vendor-kit/neighbour-days.ts';
import { addDays, dayOf, endOfDay, startOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import { unreadCause, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { IadvizeClient } from './iadvize-client.ts';

/** What reading reports takes. */
export interface ReportSource {
  /** Name of the source. */
  readonly name: string;
  readonly client: IadvizeClient;
  readonly timeZone: string;
  readonly now: () => Instant;
}

/** The "now" of a caller has passed by the time it gets here, and the caller's clock may be behind. */
const nowTolerance = 60_000;

/** The reports of an account. API 1.7 has only one: what operators did. */
export function createReportReader(source: ReportSource): ReportReader {
  const agents: Report<AgentReportRow> = {
    filters: new Set(['agentKey'] as const),
    async list({ period, filter, offset, limit }: ReportRequest<AgentReportRow>, context: CallContext) {
      const now = source.now();
      const days = daysOf(period, now, source);
      const end = endOfDay(days.last, source.timeZone);
      const query = { ...days, isFinished: end <= now, operatorId: filter.agentKey };
      const answer = await source.client.getStats(query, context);
      const told = { from: startOfDay(days.first, source.timeZone), to: end };
      const misfit = unreadIn(answer.value, period, source) ?? misfitOf(period, told, now, source);
      // An account may overlook which operator was asked for.
      const isWanted = ({ agent }: AgentReportRow) =>
        filter.agentKey === undefined || agent?.key === filter.agentKey;
      return pageOf(answer, answer.value.rows.filter(isWanted), { offset, limit, misfit });
    },
  };
  return { agents };
}

function pageOf<Row>(
  answer: Answer<unknown>,
  rows: readonly Row[],
  { offset, limit, misfit }: { offset: number; limit: number; misfit: PeriodMisfit | undefined },
) {
  const page = rows.slice(offset, offset + limit);
  return { ...answer, value: { rows: page, hasMore: offset + limit < rows.length, misfit } };
}

/**
 * The days of a period. Its ends are midnights of the account, or of UTC, as where one question goes to several
 * accounts; a period that is still running may end at any time.
 */
function daysOf({ from, to }: TimeWindow, now: Instant, source: ReportSource): DaySpan {
  const first = dayBeginningAt(from, source.timeZone);
  const next = isRunning(to, now) ? null : dayBeginningAt(to, source.timeZone);
  // Servers of 32 bits know no dates from 2038 on, and nothing is known of days ahead.
  const last = isRunning(to, now)
    ? dayOf(Math.max(from, Math.min(to - 1, now)), source.timeZone)
    : next && addDays(next, -1);
  if (first !== null && last !== null && first <= last) return { first, last };
  throw wholeDaysOnly(source, `expected a period from midnight to midnight in ${source.timeZone}, or in UTC`);
}

function isRunning(to: Instant, now: Instant): boolean {
  return to > now - nowTolerance;
}

function dayBeginningAt(instant: Instant, timeZone: string): Day | null {
  const zone = [timeZone, 'UTC'].find((each) => startOfDay(dayOf(instant, each), each) === instant);
  return zone === undefined ? null : dayOf(instant, zone);
}

/** How the days that were read differ from the period; undefined = not at all. */
function misfitOf(
  { from, to }: TimeWindow,
  told: TimeWindow,
  now: Instant,
  source: ReportSource,
): PeriodMisfit | undefined {
  const endsAlike = told.to === to || isRunning(to, now);
  if (told.from === from && endsAlike) return undefined;
  const ahead = told.from > from ? { from, to: told.from } : null;
  const behind = !endsAlike && told.to < to ? { from: told.to, to } : null;
  const period = `${new Date(told.from).toISOString()} to ${new Date(told.to).toISOString()}`;
  return {
    missing: ahead ?? behind,
    because: wholeDaysOnly(source, `these are days of ${source.timeZone}, from ${period}`),
  };
}

/** That rows are left out because nothing in them can be read; undefined = none are. */
function unreadIn(
  rows: ReadRows<unknown>,
  period: TimeWindow,
  { name }: ReportSource,
): PeriodMisfit | undefined {
  const because = unreadCause(rows, {
    source: name,
    operation: 'reports.agents',
    needed: 'an operator or a figure',
  });
  return because ? { missing: period, because } : undefined;
}

function wholeDaysOnly({ name }: ReportSource, words: string): VendorError {
  return new VendorError({
    kind: 'unsupported-filter',
    message: `source "${name}" has figures for whole days only: ${words}`,
    source: name,
    operation: 'reports.agents',
  });
}
