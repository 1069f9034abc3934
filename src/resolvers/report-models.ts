import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Metrics } from '../contract/report-metrics.ts';
import type {
  AgentAvailabilityReportRow,
  AgentReportRow,
  AvailabilityReportRow,
  ChannelReportRow,
  DepartmentReportRow,
  LoadReportRow,
  PerformanceReportRow,
  RankingReportRow,
  SlaComplianceReportRow,
  SlaLogReportRow,
  Spread,
  TagReportRow,
} from '../contract/report.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import type { InputMaybe, ReportFilter } from '../generated/schema-types.ts';
import type { RootConnection } from './models.ts';

/** Statistics over a period, of which nothing is fetched yet. */
export interface ReportModel {
  readonly period: TimeWindow;
  readonly filter: InputMaybe<ReportFilter> | undefined;
}

export type MetricsModel = Metrics;
export type SpreadModel = Spread;

/** A row of a report with where it comes from. */
export interface ReportNode<Row> {
  readonly source: HelpdeskSource;
  readonly row: Row;
}

export type AgentAvailabilityReportNode = ReportNode<AgentAvailabilityReportRow>;
export type AgentReportNode = ReportNode<AgentReportRow>;
export type AvailabilityReportNode = ReportNode<AvailabilityReportRow>;
export type ChannelReportNode = ReportNode<ChannelReportRow>;
export type DepartmentReportNode = ReportNode<DepartmentReportRow>;
export type LoadReportNode = ReportNode<LoadReportRow>;
export type PerformanceReportNode = ReportNode<PerformanceReportRow>;
export type RankingReportNode = ReportNode<RankingReportRow>;
export type SlaComplianceReportNode = ReportNode<SlaComplianceReportRow>;
export type SlaLogReportNode = ReportNode<SlaLogReportRow>;
export type TagReportNode = ReportNode<TagReportRow>;

export type AgentAvailabilityReportConnectionModel = RootConnection<AgentAvailabilityReportNode>;
export type AgentReportConnectionModel = RootConnection<AgentReportNode>;
export type AvailabilityReportConnectionModel = RootConnection<AvailabilityReportNode>;
export type ChannelReportConnectionModel = RootConnection<ChannelReportNode>;
export type DepartmentReportConnectionModel = RootConnection<DepartmentReportNode>;
export type LoadReportConnectionModel = RootConnection<LoadReportNode>;
export type PerformanceReportConnectionModel = RootConnection<PerformanceReportNode>;
export type RankingReportConnectionModel = RootConnection<RankingReportNode>;
export type SlaComplianceReportConnectionModel = RootConnection<SlaComplianceReportNode>;
export type SlaLogReportConnectionModel = RootConnection<SlaLogReportNode>;
export type TagReportConnectionModel = RootConnection<TagReportNode>;
