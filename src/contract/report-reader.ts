import type { Answer, CallContext } from './call-context.ts';
import type {
  AgentAvailabilityReportRow,
  AgentReportRow,
  AvailabilityReportRow,
  ChannelReportRow,
  DepartmentReportRow,
  LoadReportRow,
  Medium,
  PerformanceReportRow,
  RankingReportRow,
  ReportInterval,
  SlaComplianceReportRow,
  SlaLogReportRow,
  TagReportRow,
} from './report.ts';
import type { MetricName } from './report-metrics.ts';
import type { TimeWindow } from './timeline.ts';
import type { VendorError } from './vendor-error.ts';

/** Whom a report is about. Undefined = no restriction; keys are of this source. */
export interface ReportCriteria {
  readonly agentKey?: string | undefined;
  readonly departmentKey?: string | undefined;
  readonly customerKey?: string | undefined;
  /** The vendor's id of a service level. */
  readonly slaLevelId?: string | undefined;
}

/** Which rows of a report are wanted, and what of them. */
export interface ReportRequest<Row> {
  readonly period: TimeWindow;
  /** Holds only criteria that the report's `filters` name. */
  readonly filter: ReportCriteria;
  /** The columns wanted; others may be null. */
  readonly fields: ReadonlySet<keyof Row>;
  /** The metrics wanted, for rows that have some. */
  readonly metrics: ReadonlySet<MetricName>;
  /** How many rows to skip. */
  readonly offset: number;
  /** Most rows wanted, at least 1. */
  readonly limit: number;
}

/** Some rows of a report, in the vendor's order. */
export interface ReportPage<Row> {
  /** null = a row that cannot be read: it keeps its place among the others, and `misfit` tells that it is missing. */
  readonly rows: readonly (Row | null)[];
  /** Whether rows follow. */
  readonly hasMore: boolean;
  /** @default the rows are about the very period that was asked for */
  readonly misfit?: PeriodMisfit | undefined;
}

/** How the period that the rows are about differs from the one asked for, or which part of it lacks rows. */
export interface PeriodMisfit {
  /** The part of the period that they leave out; null = none, they are about a longer one. */
  readonly missing: TimeWindow | null;
  readonly because: VendorError;
}

/** One report. */
export interface Report<Row> {
  /** The filters that the vendor applies. */
  readonly filters: ReadonlySet<keyof ReportCriteria>;
  /** Fails with `unsupported-filter` where the vendor cannot report about just this period. */
  list(request: ReportRequest<Row>, context: CallContext): Promise<Answer<ReportPage<Row>>>;
}

/** A report for each variant; a variant that is left out is not available. */
type ReportBy<Variant extends string, Row> = Readonly<Partial<Record<Variant, Report<Row>>>>;

/** Reads statistics over a period. Reports that the vendor does not have are left out. */
export interface ReportReader {
  readonly agents?: Report<AgentReportRow>;
  readonly departments?: Report<DepartmentReportRow>;
  readonly channels?: Report<ChannelReportRow>;
  readonly tags?: Report<TagReportRow>;
  readonly performance?: ReportBy<ReportInterval, PerformanceReportRow>;
  readonly agentAvailability?: ReportBy<Medium, AgentAvailabilityReportRow>;
  readonly availability?: ReportBy<Medium, AvailabilityReportRow>;
  readonly load?: ReportBy<Medium, LoadReportRow>;
  readonly slaCompliance?: ReportBy<Medium, SlaComplianceReportRow>;
  readonly slaLog?: ReportBy<Medium, SlaLogReportRow>;
  readonly ranking?: Report<RankingReportRow>;
}
