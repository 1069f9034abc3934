import type { ReportCriteria, ReportRequest } from '../../contract/report-reader.ts';
import type {
  AgentAvailabilityReportRow,
  AgentReportRow,
  AvailabilityReportRow,
  ChannelReportRow,
  DepartmentReportRow,
  LoadReportRow,
  Medium,
  PerformanceReportRow,
  ReportInterval,
  SlaComplianceReportRow,
  SlaLogReportRow,
  TagReportRow,
} from '../../contract/report.ts';
import { columnsOf } from './liveagent-reports-columns.ts';
import * as mapping from './liveagent-reports-mapping.ts';
import type { ReportRecord } from './liveagent-reports-values.ts';

/** A report as the vendor has it. */
export interface ReportEndpoint<Row> {
  /** Segments after `/api/reports`. */
  readonly path: readonly string[];
  /** Name of the list in the answer. */
  readonly listKey: string;
  /** Parameters besides those that every report has. */
  readonly query?: Readonly<Record<string, string>>;
  /** The value of the parameter `columns`; left out where the report does not know it. */
  readonly columns?: (request: Pick<ReportRequest<Row>, 'fields' | 'metrics'>) => readonly string[];
  /** The parameter for each filter that the report knows. */
  readonly filters: Readonly<Partial<Record<keyof ReportCriteria, string>>>;
  /**
   * A filter that the report does not know, but that its rows allow to be applied here: it leaves the one row about
   * somebody.
   */
  readonly picks?: RowPick<Row>;
  readonly toRow: (record: ReportRecord) => Row;
}

/** How the one row about somebody is found among the others. */
export interface RowPick<Row> {
  readonly filter: keyof ReportCriteria;
  readonly keyOf: (row: Row) => string | undefined;
}

/** A report of activity: its rows hold metrics, and `subject` are the columns that name what a row is about. */
function activity<Row>(
  name: string,
  subject: Readonly<Partial<Record<keyof Row, readonly string[]>>>,
  toRow: (record: ReportRecord) => Row,
  always: readonly string[] = ['id'],
): ReportEndpoint<Row> {
  return {
    path: [name],
    listKey: name,
    columns: ({ fields, metrics }) => [
      ...columnsFor(subject, fields, always),
      ...columnsOf(metrics, name === 'agents' ? 'agents' : 'others'),
    ],
    filters: {},
    toRow,
  };
}

/** The columns of some fields, after those that are always asked for, each once. */
function columnsFor<Row>(
  table: Readonly<Partial<Record<keyof Row, readonly string[]>>>,
  fields: ReadonlySet<keyof Row>,
  always: readonly string[],
): readonly string[] {
  return [...new Set([...always, ...[...fields].flatMap((field) => table[field] ?? [])])];
}

/** What agents did. It knows no filter, so the row about an agent is picked out of the whole report. */
export const agents: ReportEndpoint<AgentReportRow> = {
  ...activity<AgentReportRow>('agents', { agent: ['firstname', 'lastname'] }, mapping.toAgentReportRow),
  picks: { filter: 'agentKey', keyOf: ({ agent }) => agent?.key },
};

/** What was done in departments; a department is picked as an agent is. */
export const departments: ReportEndpoint<DepartmentReportRow> = {
  ...activity<DepartmentReportRow>(
    'departments',
    { department: ['departmentName'] },
    mapping.toDepartmentReportRow,
  ),
  picks: { filter: 'departmentKey', keyOf: ({ department }) => department?.key },
};

/** What was done on channels. */
export const channels = activity<ChannelReportRow>(
  'channels',
  { name: ['channelName'] },
  mapping.toChannelReportRow,
);

/** What was done about conversations with a tag. */
export const tags = activity<TagReportRow>('tags', { tag: ['tagName'] }, mapping.toTagReportRow);

/** Performance by intervals. */
export function performance(interval: ReportInterval): ReportEndpoint<PerformanceReportRow> {
  const bounds = ['datetime', 'dateto'];
  const toRow = (record: ReportRecord) => mapping.toPerformanceReportRow(record, interval);
  const endpoint = activity<PerformanceReportRow>('performance', {}, toRow, bounds);
  return { ...endpoint, query: { group_by: interval.toLowerCase() } };
}

/** When agents were online. */
export function agentAvailability(medium: Medium): ReportEndpoint<AgentAvailabilityReportRow> {
  const columns = {
    agent: ['userid', 'firstname', 'lastname'],
    department: ['departmentid', 'department_name'],
    from: ['from_date'],
    to: ['to_date'],
    onlineSeconds: ['hours_online'],
  } as const;
  return {
    path: [medium.toLowerCase(), 'agentsavailability'],
    listKey: 'agentsavailability',
    columns: ({ fields }) => columnsFor<AgentAvailabilityReportRow>(columns, fields, ['id']),
    filters: { agentKey: 'agentid', departmentKey: 'departmentid' },
    toRow: mapping.toAgentAvailabilityReportRow,
  };
}

/** When anybody was available. Tickets have no such report, and its parameters are documented nowhere. */
export function availability(medium: Exclude<Medium, 'TICKETS'>): ReportEndpoint<AvailabilityReportRow> {
  return {
    path: [medium.toLowerCase(), 'availability'],
    listKey: 'availability',
    filters: {},
    toRow: mapping.toAvailabilityReportRow,
  };
}

/** What there was to do. */
export function load(medium: Medium): ReportEndpoint<LoadReportRow> {
  return {
    path: [medium.toLowerCase(), 'load'],
    listKey: 'loads',
    filters: { agentKey: 'agentid', departmentKey: 'departmentid' },
    toRow: mapping.toLoadReportRow,
  };
}

/** Promises kept and broken. Its parameter `datetime` is another way to say the period and is not used. */
export function slaCompliance(medium: Medium): ReportEndpoint<SlaComplianceReportRow> {
  return {
    path: [medium.toLowerCase(), 'slacompliance'],
    listKey: 'slacompliances',
    filters: { agentKey: 'userid', departmentKey: 'departmentid', slaLevelId: 'slalevelid' },
    toRow: mapping.toSlaComplianceReportRow,
  };
}

/** Promises one by one. */
export function slaLog(medium: Medium): ReportEndpoint<SlaLogReportRow> {
  const columns = {
    conversation: ['conversationid'],
    reference: ['code'],
    department: ['departmentid', 'department_name'],
    levelId: ['sla_level_id'],
    levelName: ['sla_level_name'],
    marginSeconds: ['sla'],
    createdAt: ['date_created'],
    closedAt: ['date_closed'],
    dueAt: ['date_due'],
    agent: ['agentid', 'agent_firstname', 'agent_lastname'],
    customer: ['req_contactid', 'req_firstname', 'req_lastname'],
  } as const;
  return {
    path: [medium.toLowerCase(), 'slalog'],
    listKey: 'slalogs',
    columns: ({ fields }) => columnsFor<SlaLogReportRow>(columns, fields, ['id']),
    filters: {
      agentKey: 'agentid',
      departmentKey: 'departmentid',
      customerKey: 'requesterid',
      slaLevelId: 'slalevelid',
    },
    toRow: mapping.toSlaLogReportRow,
  };
}

/** Ratings one by one. */
export const ranking: ReportEndpoint<mapping.UnsignedRanking> = {
  path: ['ranking'],
  listKey: 'ranks',
  filters: { agentKey: 'agentid', customerKey: 'contactid' },
  toRow: mapping.toUnsignedRanking,
};
