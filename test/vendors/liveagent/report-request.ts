import type { Answer } from '../../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { MetricName } from '../../../src/contract/report-metrics.ts';
import type { Report, ReportPage, ReportReader, ReportRequest } from '../../../src/contract/report-reader.ts';
import { callContext } from './open-source.ts';

/** A week in Los Angeles, where the tests' accounts are. */
export const week = { from: Date.parse('2024-02-05T08:00:00Z'), to: Date.parse('2024-02-12T08:00:00Z') };

/** What a request may say of a row; names of fields and metrics are given as they are in the graph. */
export interface WantedRows {
  readonly period?: ReportRequest<unknown>['period'];
  readonly filter?: ReportRequest<unknown>['filter'];
  readonly fields?: readonly string[];
  readonly metrics?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

/** Reads a report of a source: that week, ten rows. */
export function readReport<Row>(
  { reports }: HelpdeskSource,
  pick: (reports: ReportReader) => Report<Row> | undefined,
  { fields = [], metrics = [], ...wanted }: WantedRows = {},
): Promise<Answer<ReportPage<Row>>> {
  const report = reports && pick(reports);
  if (!report) throw new Error('expected the source to have the report');
  const names = {
    fields: new Set(fields as readonly (keyof Row & string)[]),
    metrics: new Set(metrics as readonly MetricName[]),
  };
  return report.list({ period: week, filter: {}, offset: 0, limit: 10, ...wanted, ...names }, callContext());
}
