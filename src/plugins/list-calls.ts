import type { ListedSpan } from '../contract/call-costs.ts';
import { readDateTime } from '../contract/date-time.ts';
import { mostCallsInAll, type FilterSupport, type TimeWindow } from '../contract/timeline.ts';
import type { Directories, HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import { satisfactionTimeline, transactionTimeline } from '../federation/aftermath-timelines.ts';
import { conversationSpans } from '../federation/conversation-spans.ts';
import { conversationTimeline } from '../federation/conversation-timeline.ts';
import { customerTimeline } from '../federation/customer-timeline.ts';
import { timeSpan } from '../federation/time-span.ts';
import { directoryTypes } from './field-calls.ts';
import { argumentOf, type SelectedField, type Variables } from './selected-fields.ts';

const day = 86_400_000;

/** By what the conversations of somebody are found, by the type that they are a list of. */
const ownCriteria: Readonly<Record<string, readonly string[]>> = {
  Customer: ['customerEmail', 'customerExternalId'],
  Person: ['customerEmail'],
};

/** What a list is asked for, as far as its arguments tell. */
export interface AskedList extends Omit<ListedSpan, 'isSifted' | 'isOfCustomer'> {
  /** Names of the criteria that the sources are given. */
  readonly criteria: readonly string[];
  /** Names of the criteria of which a source is given one that it can apply; empty = it is nobody's list. */
  readonly ownCriteria: readonly string[];
}

/** A list of a source's rows by time. */
interface ListedType {
  /** The filters of the list, each with the name of its argument. */
  readonly criteria: Readonly<Record<string, { readonly argument: string }>>;
  /** What a source declares; undefined = it cannot list such rows. */
  readonly readerOf: (source: HelpdeskSource) => DeclaredFilters | undefined;
}

interface DeclaredFilters {
  readonly filters: Readonly<Record<string, FilterSupport>>;
}

const listedTypes: Readonly<Record<string, ListedType>> = {
  Conversation: {
    criteria: conversationTimeline.criteria,
    readerOf: ({ conversations }) => conversations,
  },
  Customer: {
    criteria: customerTimeline.criteria,
    readerOf: ({ customers }) => customers?.timeline,
  },
  SatisfactionRating: {
    criteria: satisfactionTimeline.criteria,
    readerOf: ({ satisfactionRatings }) => satisfactionRatings,
  },
  Transaction: {
    criteria: transactionTimeline.criteria,
    readerOf: ({ transactions }) => transactions,
  },
};

/** The most calls that one page of a list takes at a source. */
export function listCalls(
  source: HelpdeskSource,
  type: string,
  { criteria, ownCriteria: own, ...asked }: AskedList,
): number {
  const listed = listedTypes[type];
  const filters = listed?.readerOf(source)?.filters;
  const isSifted = criteria.some((name) => filters?.[name] === 'gateway');
  // The source is left out: no row can match, or it cannot tell which ones do.
  const isLeftOut = (name: string) => filters?.[name] === 'never' || filters?.[name] === 'unsupported';
  const isOfCustomer = own.length > 0;
  if (criteria.some(isLeftOut) || (isOfCustomer && own.every(isLeftOut))) return 0;
  const declared = source.callCosts?.lists?.[type];
  if (declared) return Math.ceil(declared({ ...asked, isSifted, isOfCustomer }));
  if (directoryTypes.has(type)) return source.directories[type as keyof Directories]?.list ? 1 : 0;
  if (type === 'Article') return source.articles ? 1 : 0;
  if (!listed) return source.reports ? 1 : 0;
  if (!filters) return 0;
  return isSifted ? mostCallsInAll : 1;
}

/** Calls that listing all entities of a type takes at a source. */
export function directoryCalls(source: HelpdeskSource, type: string): number {
  return listCalls(source, type, { days: 0, rows: 1, criteria: [], channels: null, ownCriteria: [] });
}

/** Whether a source finds customers by their address. */
export function canLookUp(source: HelpdeskSource | undefined): boolean {
  return source?.customers?.findByEmail !== undefined;
}

/** What a list is asked for by its arguments. */
export function askedList(field: SelectedField, type: string, rows: number, variables: Variables): AskedList {
  const filter = (argumentOf(field, 'filter', variables) ?? {}) as Readonly<Record<string, unknown>>;
  const given = (name: string) => filter[name] ?? argumentOf(field, name, variables);
  // GraphQL takes a single value for a list of one.
  const channels = [filter['channel'] ?? []].flat();
  const named = Object.entries(listedTypes[type]?.criteria ?? {})
    .filter(([, { argument }]) => given(argument) != null)
    .map(([name]) => name);
  const { days, criteria } = spansAsked(type, given);
  return {
    days,
    rows,
    criteria: [...named, ...criteria],
    channels: channels.length > 0 ? channels : null,
    ownCriteria: ownCriteria[field.parent.name] ?? [],
  };
}

/** The length of a list's window, and the criteria besides it that are spans of time. */
function spansAsked(type: string, given: (name: string) => unknown) {
  const now = Date.now();
  const spanOf = (name: string) => ({
    after: instantOf(given(`${name}After`)),
    before: instantOf(given(`${name}Before`)),
  });
  const daysOf = ({ from, to }: TimeWindow) => Math.max(0, (Math.min(to, now) - from) / day);
  const created = spanOf('created');
  if (type !== 'Conversation')
    return { days: daysOf(timeSpan(created, now, type === 'Customer' ? 'any' : 'recent')), criteria: [] };
  const order = given('orderBy') as { readonly field?: unknown } | null | undefined;
  const orderField = order?.field === 'UPDATED_AT' ? 'UPDATED_AT' : 'CREATED_AT';
  const { window, ...spans } = conversationSpans({ created, updated: spanOf('updated') }, orderField, now);
  const criteria = Object.entries(spans).filter(([, span]) => span !== undefined);
  return { days: daysOf(window), criteria: criteria.map(([name]) => name) };
}

/** Null for what is not a time: it is refused before anything is called. */
function instantOf(given: unknown): Instant | null {
  return typeof given === 'string' ? readDateTime(given) : null;
}
