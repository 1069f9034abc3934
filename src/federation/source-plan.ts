import type { Entity } from '../contract/entity.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { lacksListFailure, type SourceFailure } from './source-outcome.ts';
import type { Criterion, TimelineKind, TimelineReaderOf } from './timeline-kind.ts';

/** A source's part in a list. */
export interface TimelineEntry<Row extends Entity, Filter> {
  readonly source: HelpdeskSource;
  /** Left out = the source cannot list such rows. */
  readonly reader?: TimelineReaderOf<Row, Filter> | undefined;
  /** Which of the source's rows are wanted; `none` = no row of this source can be. */
  readonly criteria: Filter | 'none';
}

/** What to do about a source: ask it, leave it out because no row of it can match, or skip it because it cannot. */
export type SourcePlan<Row extends Entity, Filter> =
  | {
      readonly action: 'ask';
      readonly source: HelpdeskSource;
      readonly reader: TimelineReaderOf<Row, Filter>;
      readonly filter: Filter;
      /** Whether a row passes the filters that are left to the gateway. */
      readonly accepts: (row: Row) => boolean;
    }
  | { readonly action: 'nothing'; readonly source: HelpdeskSource }
  | { readonly action: 'skip'; readonly source: HelpdeskSource; readonly because: SourceFailure };

/** Decides, from what the reader declares, whether a source is asked. Calls nobody. */
export function planSource<Row extends Entity, Filter>(
  { source, reader, criteria }: TimelineEntry<Row, Filter>,
  kind: TimelineKind<Row, Filter>,
): SourcePlan<Row, Filter> {
  if (criteria === 'none') return { action: 'nothing', source };
  if (!reader) return { action: 'skip', source, because: lacksListFailure(source, kind.type) };
  const names = Object.keys(kind.criteria) as (keyof Filter)[];
  const given = names.filter((name) => criteria[name] !== undefined && criteria[name] !== null);
  const supportOf = (name: keyof Filter) => reader.filters[name];
  if (
    given.some((name) => supportOf(name) === 'never' || cannotMatch(criteria[name], reader.possible?.[name]))
  ) {
    return { action: 'nothing', source };
  }
  const unsupported = given.find((name) => supportOf(name) === 'unsupported');
  if (unsupported !== undefined) {
    return { action: 'skip', source, because: lacksFilter(source, kind.criteria[unsupported].argument) };
  }
  const own = given.filter((name) => supportOf(name) === 'gateway');
  const accepts = (row: Row) => own.every((name) => matches(kind.criteria[name], row, criteria[name]));
  return { action: 'ask', source, reader, filter: criteria, accepts };
}

/** Whether the rows can have none of the wanted values. An empty list wants none, so nothing matches it. */
function cannotMatch(wanted: unknown, possible: readonly unknown[] | undefined): boolean {
  if (!Array.isArray(wanted)) return false;
  return possible ? !wanted.some((value) => possible.includes(value)) : wanted.length === 0;
}

function matches<Row, Wanted>(
  criterion: Criterion<Row, NonNullable<Wanted>>,
  row: Row,
  wanted: Wanted,
): boolean {
  return wanted === undefined || wanted === null || criterion.matches(row, wanted);
}

function lacksFilter(source: HelpdeskSource, argument: string): SourceFailure {
  const message = `source "${source.name}" cannot apply the filter ${argument} to this list`;
  return { code: 'UNSUPPORTED_FILTER', message, retryable: false };
}
