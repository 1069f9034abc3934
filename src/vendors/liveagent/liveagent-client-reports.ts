import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { ReportPage } from '../../contract/report-reader.ts';
import type { LiveagentRead } from './liveagent-client-read.ts';
import type { ReportEndpoint } from './liveagent-reports-endpoints.ts';
import { ReportRecord } from './liveagent-reports-values.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { isNothing, isRecord } from './liveagent-wire-values.ts';

/** Most rows that a report gives at once. */
const mostRows = 1000;

/** How many rows are looked through for one, at most. */
const mostRowsSearched = 20_000;

/** Which rows of a report to ask for. */
export interface ReportQuery {
  /** Parameters besides the limits; undefined ones are left out. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  /** Whether the parameters name somebody or something that may be gone. */
  readonly mayBeGone: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Whether the period is over. */
  readonly isPast: boolean;
}

/** The endpoints below `reports`, all of one form; errors as in `LiveagentClient`. */
export class LiveagentReportClient {
  readonly #read: LiveagentRead;
  readonly #timeZone: string;

  constructor({ timeZone }: LiveagentSettings, read: LiveagentRead) {
    this.#read = read;
    this.#timeZone = timeZone;
  }

  /**
   * GET reports/[report], a thousand rows at a time, until a row matches. Where none does, a row that cannot be read
   * may be the one.
   */
  async find<Row>(
    endpoint: ReportEndpoint<Row>,
    query: Omit<ReportQuery, 'limit' | 'offset'>,
    matches: (row: Row) => boolean,
    context: CallContext,
  ): Promise<Answer<ReportPage<Row>>> {
    let unread: readonly null[] = [];
    for (let offset = 0; ; offset += mostRows) {
      const answer = await this.list(endpoint, { ...query, offset, limit: mostRows }, context);
      const { rows, hasMore } = answer.value;
      const found = rows.find((row) => row !== null && matches(row));
      if (rows.includes(null)) unread = [null];
      if (found || !hasMore || offset >= mostRowsSearched) {
        return { ...answer, value: { rows: found ? [found] : unread, hasMore: false } };
      }
    }
  }

  /** GET reports/[report]. One row more than wanted is asked for, to learn whether there are more. */
  list<Row>(
    { path, listKey, toRow }: ReportEndpoint<Row>,
    { parameters, mayBeGone, offset, limit, isPast }: ReportQuery,
    context: CallContext,
  ): Promise<Answer<ReportPage<Row>>> {
    const asked = Math.min(limit + 1, mostRows);
    return this.#read(
      {
        operation: `reports.${path.join('.')}`,
        path: ['reports', ...path],
        query: {
          ...parameters,
          limitcount: String(asked),
          limitfrom: offset === 0 ? undefined : String(offset),
        },
        required: !mayBeGone,
        freshness: isPast ? 'pastReport' : 'report',
        tags: ['reports'],
        priority: 'list',
        map: async (content) => {
          // Any columns: they depend on the report and on what was asked for.
          const map = (raw: unknown) =>
            isRecord(raw) && !Object.values(raw).every(isNothing)
              ? toRow(new ReportRecord(raw, this.#timeZone))
              : null;
          const found = content.count(listKey);
          // More rows than were asked for: this server heeds no limits and sends all rows every time.
          const start = found > asked ? offset : 0;
          return {
            rows: await content.between(listKey, [start, start + limit], map),
            hasMore: found > start + limit || (asked <= limit && found === asked),
          };
        },
      },
      context,
    );
  }
}
