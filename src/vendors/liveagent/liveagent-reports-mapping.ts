import type {
  AgentAvailabilityReportRow,
  AgentReportRow,
  AvailabilityReportRow,
  ChannelReportRow,
  DepartmentReportRow,
  LoadReportRow,
  PerformanceReportRow,
  RankingReportRow,
  ReportInterval,
  SlaComplianceReportRow,
  SlaLogReportRow,
  TagReportRow,
} from '../../contract/report.ts';
import type { Metrics } from '../../contract/report-metrics.ts';
import { fullName } from './liveagent-mapping-values.ts';
import { fractionalMetricColumns, wholeMetricColumns } from './liveagent-reports-columns.ts';
import type { ReportRecord } from './liveagent-reports-values.ts';

/** The metrics that a row has. */
function toMetrics(record: ReportRecord): Metrics {
  const whole = Object.entries(wholeMetricColumns).map(([name, column]) => [name, record.whole(column)]);
  const fractional = Object.entries(fractionalMetricColumns).map(([name, column]) => [
    name,
    record.number(column),
  ]);
  const told = [...whole, ...fractional].filter(([, value]) => value !== null);
  return Object.fromEntries(told) as Metrics;
}

/** A row about an agent. */
export function toAgentReportRow(record: ReportRecord): AgentReportRow {
  return { agent: record.agent('id', 'firstname', 'lastname'), metrics: toMetrics(record) };
}

/** A row about a department. */
export function toDepartmentReportRow(record: ReportRecord): DepartmentReportRow {
  return { department: record.named('id', 'departmentName'), metrics: toMetrics(record) };
}

/** A row about a channel; one without a name goes by its id. */
export function toChannelReportRow(record: ReportRecord): ChannelReportRow {
  return { name: record.text('channelName') ?? record.text('id') ?? '', metrics: toMetrics(record) };
}

/** A row about a tag. */
export function toTagReportRow(record: ReportRecord): TagReportRow {
  return { tag: record.named('id', 'tagName'), metrics: toMetrics(record) };
}

/**
 * `datetime` was seen without a time of day: where intervals are hours, the end says which one it is. `dateto` is the
 * last second of the interval.
 */
export function toPerformanceReportRow(record: ReportRecord, interval: ReportInterval): PerformanceReportRow {
  const to = record.end('dateto');
  const isBareDay = /^\d{4}-\d\d-\d\d$/.test(record.text('datetime') ?? '');
  const from = record.instant(interval === 'HOUR' && isBareDay ? 'dateto' : 'datetime', interval === 'HOUR');
  return { from, to, metrics: toMetrics(record) };
}

/** A span in which an agent was online. */
export function toAgentAvailabilityReportRow(record: ReportRecord): AgentAvailabilityReportRow {
  const from = record.instant('from_date');
  return {
    agent: record.agent('userid', 'firstname', 'lastname'),
    department: record.named('departmentid', 'department_name'),
    from,
    to: record.instantFrom(from, 'to_date'),
    onlineSeconds: record.seconds('hours_online'),
  };
}

/** How long anybody was available at a time. */
export function toAvailabilityReportRow(record: ReportRecord): AvailabilityReportRow {
  return {
    at: record.instant('date'),
    availableMinutes: record.number('mins'),
    availablePercent: record.number('pct'),
  };
}

/** What there was to do at a time. */
export function toLoadReportRow(record: ReportRecord): LoadReportRow {
  return {
    at: record.instant('date'),
    queue: record.spread('Queue', 'fraction'),
    agents: record.spread('Slots', 'fraction'),
    inProgress: record.spread('Service', 'fraction'),
  };
}

/** Promises kept and broken at a time. */
export function toSlaComplianceReportRow(record: ReportRecord): SlaComplianceReportRow {
  return {
    at: record.instant('date'),
    fulfilled: record.whole('fulfilled'),
    unfulfilled: record.whole('unfulfilled'),
    fulfilledSeconds: record.spread('FulfilledTime', 'whole'),
    unfulfilledSeconds: record.spread('UnfulfilledTime', 'whole'),
  };
}

/** `server_date_…` are left alone: they are in the server's zone, which nobody knows. */
export function toSlaLogReportRow(record: ReportRecord): SlaLogReportRow {
  const customerName = fullName(record.text('req_firstname'), record.text('req_lastname'));
  const createdAt = record.instant('date_created');
  return {
    conversation: record.entity('conversationid'),
    reference: record.text('code'),
    department: record.named('departmentid', 'department_name'),
    levelId: record.text('sla_level_id'),
    levelName: record.text('sla_level_name'),
    marginSeconds: record.seconds('sla'),
    createdAt,
    closedAt: record.instantFrom(createdAt, 'date_closed'),
    dueAt: record.instantFrom(createdAt, 'date_due'),
    agent: record.agent('agentid', 'agent_firstname', 'agent_lastname'),
    customer: record.customer('req_contactid', null, customerName),
  };
}

/** A row of the ranking, whose agent is known by contact id and address only. */
export interface UnsignedRanking extends RankingReportRow {
  readonly agentContactId: string | null;
}

/** A rating, whose agent is still to be looked up. */
export function toUnsignedRanking(record: ReportRecord): UnsignedRanking {
  return {
    vendorId: record.text('id'),
    rankingType: record.text('rankingType'),
    createdAt: record.instant('datecreated'),
    conversation: record.entity('conversationid'),
    agent: null,
    agentContactId: record.text('agentcontactid'),
    agentName: record.text('agent'),
    agentEmail: record.text('agentEmail'),
    customer: record.customer('contactid', 'requesterEmail', record.text('requester')),
    customerName: record.text('requester'),
    customerEmail: record.text('requesterEmail'),
    comment: record.text('comment'),
  };
}
