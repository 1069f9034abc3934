import type { CallContext } from '../../contract/call-context.ts';
import type { CustomerReader } from '../../contract/customer-reader.ts';
import type { RankingReportRow } from '../../contract/report.ts';
import type {
  PeriodMisfit,
  Report,
  ReportCriteria,
  ReportPage,
  ReportReader,
  ReportRequest,
} from '../../contract/report-reader.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { unreadError } from '../../vendor-kit/unread-rows.ts';
import type { LiveagentReportClient } from './liveagent-client-reports.ts';
import { readContactId } from './liveagent-customer-identifier.ts';
import { customerAddressOf } from './liveagent-mapping-customer.ts';
import * as endpoints from './liveagent-reports-endpoints.ts';
import type { ReportEndpoint } from './liveagent-reports-endpoints.ts';
import { clockMisfit, periodOf } from './liveagent-reports-period.ts';
import { signedRankings, type AgentSource } from './liveagent-reports-ranking.ts';
import { requireSubjects, subjectFields } from './liveagent-reports-subject.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';

/** What reading reports takes. */
export interface ReportSource extends AgentSource {
  readonly settings: LiveagentSettings;
  readonly client: LiveagentReportClient;
  readonly customers: Pick<CustomerReader, 'get'>;
}

/** The reports of an account. */
export function createLiveagentReports(source: ReportSource): ReportReader {
  const report = <Row>(endpoint: ReportEndpoint<Row>) => createReport(endpoint, source);
  return {
    agents: report(endpoints.agents),
    departments: report(endpoints.departments),
    channels: report(endpoints.channels),
    tags: report(endpoints.tags),
    performance: {
      HOUR: report(endpoints.performance('HOUR')),
      DAY: report(endpoints.performance('DAY')),
      WEEK: report(endpoints.performance('WEEK')),
      MONTH: report(endpoints.performance('MONTH')),
    },
    agentAvailability: forMedia((medium) => report(endpoints.agentAvailability(medium))),
    availability: {
      CALLS: report(endpoints.availability('CALLS')),
      CHATS: report(endpoints.availability('CHATS')),
    },
    load: forMedia((medium) => report(endpoints.load(medium))),
    slaCompliance: forMedia((medium) => report(endpoints.slaCompliance(medium))),
    slaLog: forMedia((medium) => report(endpoints.slaLog(medium))),
    ranking: createRanking(source),
  };
}

function forMedia<T>(make: (medium: 'CALLS' | 'CHATS' | 'TICKETS') => T) {
  return { CALLS: make('CALLS'), CHATS: make('CHATS'), TICKETS: make('TICKETS') };
}

function createReport<Row>(endpoint: ReportEndpoint<Row>, source: ReportSource): Report<Row> {
  const { settings, client } = source;
  const label = { source: settings.name, operation: `reports.${endpoint.path.join('.')}` };
  return {
    filters: new Set([
      ...(Object.keys(endpoint.filters) as (keyof ReportCriteria)[]),
      ...(endpoint.picks ? [endpoint.picks.filter] : []),
    ]),
    async list(request: ReportRequest<Row>, context: CallContext) {
      const contactId = await contactIdOf(request.filter.customerKey, source, context);
      if (contactId === null) return answerOf({ rows: [], hasMore: false }, []);
      const filter = { ...request.filter, customerKey: contactId };
      const criteria = parametersOf(filter, endpoint.filters);
      const subject = endpoint.picks ? [] : (subjectFields(filter) as readonly (keyof Row)[]);
      const fields = new Set([...request.fields, ...subject]);
      const query = {
        parameters: {
          ...periodOf(request.period, settings.timeZone),
          ...endpoint.query,
          columns: endpoint.columns?.({ ...request, fields }).join(','),
          ...criteria,
        },
        mayBeGone: Object.values(criteria).some((value) => value !== undefined),
        isPast: request.period.to <= Date.now(),
      };
      const wanted = endpoint.picks && filter[endpoint.picks.filter];
      if (wanted !== undefined && request.offset > 0) return answerOf({ rows: [], hasMore: false }, []);
      const answer = await (wanted === undefined
        ? client.list(endpoint, { ...query, offset: request.offset, limit: request.limit }, context)
        : client.find(endpoint, query, (row) => endpoint.picks?.keyOf(row) === wanted, context));
      requireSubjects(answer.value.rows, filter, label);
      const misfit =
        unreadIn(answer.value, request, label) ?? clockMisfit(request.period, settings.timeZone, label);
      return { ...answer, value: { ...answer.value, misfit } };
    },
  };
}

/** That rows are left out because nothing in them can be read; undefined = none are. */
function unreadIn(
  { rows }: ReportPage<unknown>,
  { period }: Pick<ReportRequest<unknown>, 'period'>,
  label: CallLabel,
): PeriodMisfit | undefined {
  if (!rows.includes(null)) return undefined;
  return { missing: period, because: unreadError({ ...label, needed: 'columns with values' }) };
}

/** The ranking, with its agents looked up where they are asked for. */
function createRanking(source: ReportSource): Report<RankingReportRow> {
  const unsigned = createReport(endpoints.ranking, source);
  return {
    filters: unsigned.filters,
    async list(request, context) {
      const answer = await unsigned.list(request, context);
      if (!request.fields.has('agent')) return answer;
      const rows = await signedRankings(answer.value.rows, source, context);
      return { ...answer, value: { ...answer.value, rows } };
    },
  };
}

function parametersOf(filter: ReportCriteria, names: ReportEndpoint<unknown>['filters']) {
  const keys = Object.keys(names) as (keyof ReportCriteria)[];
  return Object.fromEntries(keys.map((key) => [names[key], filter[key]]));
}

/**
 * The contact id of a customer, by which reports know people; undefined = no customer was given, null = there is no
 * id.
 */
async function contactIdOf(
  key: string | undefined,
  { customers }: ReportSource,
  context: CallContext,
): Promise<string | null | undefined> {
  if (key === undefined) return undefined;
  const address = customerAddressOf(key);
  if (address?.type === 'contact') return address.contactId;
  if (address?.type !== 'email') return null;
  return readContactId({ key, customers }, context);
}
