import type { CallContext } from '../../../src/contract/call-context.ts';
import type { TimelineReader, TimelineRequest } from '../../../src/contract/timeline.ts';

/** What walking a list to its end gave. */
export interface Walked<Row> {
  /** In the wanted order, each once. */
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
  readonly pulls: number;
}

/**
 * Walks a list the way the merge does: takes the rows on the near side of each bound, asks on behind it. Fails when a
 * batch shows a row that an earlier bound had promised to be told already, or makes no progress.
 */
export async function walkTimeline<Row extends { readonly key: string }, Filter>(
  reader: TimelineReader<Row, Filter>,
  request: Omit<TimelineRequest<Filter>, 'position'>,
  timeOf: (row: Row) => number,
  context: CallContext,
): Promise<Walked<Row>> {
  const descending = request.order.direction === 'DESC';
  const rows = new Map<string, Row>();
  let { window } = request;
  let position: string | null = null;
  let pulls = 0;
  for (;;) {
    const { value } = await reader.list({ ...request, window, position }, context);
    pulls += 1;
    const bound = value.coveredTo;
    for (const row of value.rows) {
      const time = timeOf(row);
      if (time < window.from || time >= window.to) throw new Error(`${row.key} lies outside of the window`);
      if (bound === null || (descending ? time >= bound : time < bound)) rows.set(row.key, row);
    }
    if (bound === null) break;
    const near = descending ? window.to : window.from;
    if (descending ? bound >= near : bound <= near) throw new Error(`no progress at ${bound}`);
    window = descending ? { from: window.from, to: bound } : { from: bound, to: window.to };
    position = value.position;
  }
  const sign = descending ? -1 : 1;
  const sorted = [...rows.values()].sort(
    (a, b) => (timeOf(a) - timeOf(b)) * sign || (a.key < b.key ? -1 : 1),
  );
  return { keys: sorted.map(({ key }) => key), rows, pulls };
}
