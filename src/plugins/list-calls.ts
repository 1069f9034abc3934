import type { ListedSpan } from '../contract/call-costs.ts';
import { mostCallsInAll, type FilterSupport } from '../contract/timeline.ts';
import type { Directories, HelpdeskSource } from '../contract/helpdesk-source.ts';
import { directoryTypes } from './field-calls.ts';
import { argumentOf, type SelectedField, type Variables } from './selected-fields.ts';

const day = 86_400_000;
/** How far back a list goes that is given no start, in days. */
const usualDays = 30;

/** What sources call those criteria that arguments call otherwise. */
const criteria: Readonly<Record<string, string>> = {
  assigneeId: 'assigneeKey',
  departmentId: 'departmentKey',
};

/** What a list is asked, as far as its arguments tell. */
export interface AskedSpan extends Omit<ListedSpan, 'isSifted'> {
  /** Names of the filter's arguments that are given. */
  readonly filters: readonly string[];
}

/** The most calls that one page of a list takes at a source. */
export function listCalls(source: HelpdeskSource, type: string, asked: AskedSpan): number {
  const span = { ...asked, isSifted: isSifted(source, type, asked) };
  const declared = source.callCosts?.lists?.[type];
  if (declared) return Math.ceil(declared(span));
  if (directoryTypes.has(type)) return source.directories[type as keyof Directories]?.list ? 1 : 0;
  if (!canList(source, type)) return 0;
  return span.isSifted ? mostCallsInAll : 1;
}

function isSifted(source: HelpdeskSource, type: string, { filters }: AskedSpan): boolean {
  const support = filtersOf(source, type);
  return filters.some((name) => support?.[criteria[name] ?? name] === 'gateway');
}

function filtersOf(
  source: HelpdeskSource,
  type: string,
): Readonly<Record<string, FilterSupport>> | undefined {
  switch (type) {
    case 'Conversation':
      return source.conversations?.filters;
    case 'Customer':
      return source.customers?.timeline?.filters;
    default:
      return undefined;
  }
}

function canList(source: HelpdeskSource, type: string): boolean {
  switch (type) {
    case 'Article':
      return Boolean(source.articles);
    case 'Conversation':
      return Boolean(source.conversations);
    case 'Customer':
      return Boolean(source.customers?.timeline);
    case 'SatisfactionRating':
      return Boolean(source.satisfactionRatings);
    case 'Transaction':
      return Boolean(source.transactions);
    default:
      return Boolean(source.reports);
  }
}

/** The window of a list, as far as its arguments tell. */
export function spanOfList(field: SelectedField, rows: number, variables: Variables): AskedSpan {
  const filter = (argumentOf(field, 'filter', variables) ?? {}) as Readonly<Record<string, unknown>>;
  const given = (name: string) => Date.parse(String(filter[name] ?? argumentOf(field, name, variables)));
  const ends = [given('createdBefore'), given('updatedBefore'), Date.now()].filter(Number.isFinite);
  const starts = [given('createdAfter'), given('updatedAfter')].filter(Number.isFinite);
  const end = Math.min(...ends);
  const start = starts.length > 0 ? Math.max(...starts) : end - usualDays * day;
  // One value may stand for a list of one.
  const channels = [filter['channel'] ?? []].flat();
  const filters = Object.keys(filter).filter((name) => filter[name] != null);
  const days = Math.max(0, (end - start) / day);
  return { days, rows, filters, channels: channels.length > 0 ? channels : null };
}
