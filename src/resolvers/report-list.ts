import type { GraphQLResolveInfo } from 'graphql';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { MetricName } from '../contract/report-metrics.ts';
import type { Report, ReportCriteria, ReportReader } from '../contract/report-reader.ts';
import { mergeReports, type ReportEntry } from '../federation/report-merge.ts';
import type { SourceFailure } from '../federation/source-outcome.ts';
import { keyInSource, sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { filterText } from './filter-text.ts';
import type { RootConnection } from './models.ts';
import { pageTerms, type ListArguments } from './page-terms.ts';
import type { ReportModel, ReportNode } from './report-models.ts';
import { selectedNames } from './selected-names.ts';
import { toConnection } from './to-connection.ts';

/** Arguments that every report has, and those that pick a variant of it. */
interface ReportArguments extends Omit<ListArguments, 'strict'> {
  readonly interval?: string;
  readonly medium?: string;
}

/** Resolves a report: `pick` finds it among those of a source. */
export function reportConnection<Row, Arguments extends ReportArguments>(
  reportName: string,
  pick: (reports: ReportReader, reportArguments: Arguments) => Report<Row> | undefined,
) {
  return async (
    model: ReportModel,
    reportArguments: Arguments,
    context: GatewayContext,
    info: GraphQLResolveInfo,
  ): Promise<RootConnection<ReportNode<Row>>> => {
    const { period, filter } = model;
    const { interval, medium } = reportArguments;
    const sources = sourcesNamed(filter?.sources, context);
    const selection = selectionOf<Row>(info);
    const page = await mergeReports<Row>({
      reportName,
      entries: sources.map((source) => {
        const report = source.reports && pick(source.reports, reportArguments);
        const label = medium === undefined ? reportName : `${reportName} (${medium})`;
        return { source, part: partOf({ label, source, report, model, selection }) };
      }),
      identity: [period, filter, interval, medium, sources.map(({ name }) => name)],
      ...pageTerms(reportArguments, context),
    });
    return Object.assign(
      toConnection(page, (row) => row),
      { sources: page.outcomes },
    );
  };
}

interface Selection<Row> {
  readonly fields: ReadonlySet<keyof Row>;
  readonly metrics: ReadonlySet<MetricName>;
}

/** The columns that a query asks of a report. */
function selectionOf<Row>(info: GraphQLResolveInfo): Selection<Row> {
  const rows = [['nodes'], ['edges', 'node']];
  return {
    fields: selectedNames(info, rows) as ReadonlySet<keyof Row & string>,
    metrics: selectedNames(
      info,
      rows.map((path) => [...path, 'metrics']),
    ) as ReadonlySet<MetricName>,
  };
}

interface PartOptions<Row> {
  /** Name of the report, for messages to callers. */
  readonly label: string;
  readonly source: HelpdeskSource;
  readonly report: Report<Row> | undefined;
  readonly model: ReportModel;
  readonly selection: Selection<Row>;
}

/** A source's part in a report: how it is asked, or why it is not. */
function partOf<Row>({
  label,
  source,
  report,
  model,
  selection,
}: PartOptions<Row>): ReportEntry<Row>['part'] {
  const criteria = criteriaFor(source, model);
  if (criteria === 'none') return 'none';
  if (!report) return failure('UNSUPPORTED', `source "${source.name}" does not have the report ${label}`);
  const refused = filterNames.find(([key]) => criteria[key] !== undefined && !report.filters.has(key));
  if (refused) {
    const message = `source "${source.name}" cannot apply the filter ${refused[1]} to the report ${label}`;
    return failure('UNSUPPORTED_FILTER', message);
  }
  return (place, context) =>
    report.list({ period: model.period, filter: criteria, ...selection, ...place }, context);
}

const filterNames: readonly (readonly [key: keyof ReportCriteria, argument: string])[] = [
  ['agentKey', 'agentId'],
  ['departmentKey', 'departmentId'],
  ['customerKey', 'customerId'],
  ['slaLevelId', 'slaLevelId'],
];

function criteriaFor(source: HelpdeskSource, { filter }: ReportModel): ReportCriteria | 'none' {
  const agent = keyInSource(filter?.agentId, 'Agent', source);
  const department = keyInSource(filter?.departmentId, 'Department', source);
  const customer = keyInSource(filter?.customerId, 'Customer', source);
  if (agent === 'elsewhere' || department === 'elsewhere' || customer === 'elsewhere') return 'none';
  return {
    agentKey: agent?.key,
    departmentKey: department?.key,
    customerKey: customer?.key,
    slaLevelId: filterText('slaLevelId', filter?.slaLevelId, (text) => text.trim()),
  };
}

function failure(code: SourceFailure['code'], message: string): SourceFailure {
  return { code, message, retryable: false };
}
