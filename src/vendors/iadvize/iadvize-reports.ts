import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import type { AgentReportRow } from '../../contract/report.ts';
import type { Report, ReportReader, ReportRequest } from '../../contract/report-reader.ts';
import type { TimeWindow } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { addDays, dayOf, startOfDay } from '../../transport/time-zone.ts';
import type { HistoryQuery, IadvizeClient } from './iadvize-client.ts';

/** What the reports of an account are made of. */
export interface ReportSource {
  /** Name of the source. */
  readonly name: string;
  readonly client: IadvizeClient;
  readonly timeZone: string;
  readonly now: () => Instant;
}

/** What callers mean by now is past when it gets here, and their clocks may be behind. */
const nowTolerance = 60_000;

/** The reports of an account: what operators did is the only one API 1.7 has. */
export function createReportReader(source: ReportSource): ReportReader {
  const agents: Report<AgentReportRow> = {
    filters: new Set(['agentKey'] as const),
    async list({ period, filter, offset, limit }: ReportRequest<AgentReportRow>, context: CallContext) {
      const days = daysOf(period, source.now(), source);
      const answer = await source.client.getStats({ ...days, operatorId: filter.agentKey }, context);
      return pageOf(answer, offset, limit);
    },
  };
  return { agents };
}

function pageOf<Row>(answer: Answer<readonly Row[]>, offset: number, limit: number) {
  const { value } = answer;
  return {
    ...answer,
    value: { rows: value.slice(offset, offset + limit), hasMore: offset + limit < value.length },
  };
}

/** The days of a period, which must be whole ones of the account; one that is still running may end at any time. */
function daysOf(
  { from, to }: TimeWindow,
  now: Instant,
  { name, timeZone }: ReportSource,
): Omit<HistoryQuery, 'operatorId'> {
  const first = dayOf(from, timeZone);
  // Servers of 32 bits know no dates from 2038 on, and nothing is known of days ahead.
  const last = dayOf(Math.max(from, Math.min(to - 1, now)), timeZone);
  const end = startOfDay(addDays(last, 1), timeZone);
  const isRunning = to > now - nowTolerance;
  if ((isRunning || end === to) && startOfDay(first, timeZone) === from) {
    return { first, last, isFinished: end <= now };
  }
  throw new VendorError({
    kind: 'unsupported-filter',
    message: `source "${name}" has figures for whole days only: expected a period from midnight to midnight in ${timeZone}`,
    source: name,
    operation: 'reports.agents',
  });
}
