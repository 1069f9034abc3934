import type { AnswerLife } from '../../src/contract/answer-life.ts';
import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { Entity } from '../../src/contract/entity.ts';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type {
  FilterSupport,
  TimeWindow,
  TimelineBatch,
  TimelineOrder,
  TimelineReader,
  TimelineRequest,
} from '../../src/contract/timeline.ts';
import { createCursorCodec } from '../../src/federation/cursor-codec.ts';
import type { FederatedPage } from '../../src/federation/list-page.ts';
import type { TimelineEntry } from '../../src/federation/source-plan.ts';
import type { TimelineKind } from '../../src/federation/timeline-kind.ts';
import { mergeTimelines, type MergeTimelinesOptions } from '../../src/federation/timeline-merge.ts';

/** A row with a time and a word to filter by. */
export interface Note extends Entity {
  readonly at: number;
  readonly word?: string;
}

export interface NoteFilter {
  readonly word?: string | undefined;
}

export const noteKind: TimelineKind<Note, NoteFilter> = {
  type: 'Conversation',
  timeOf: (row) => row.at,
  criteria: { word: { argument: 'word', matches: (row, wanted) => row.word === wanted } },
};

export const newestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };
export const oldestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'ASC' };
export const window: TimeWindow = { from: 0, to: 1000 };
export const cursors = createCursorCodec('a secret of the tests');

/** A source that has nothing but a name. */
export function fakeSource(name: string): HelpdeskSource {
  return {
    name,
    vendor: 'LIVECHAT',
    capabilities: new Set(),
    directories: {},
    keyOfVendorId: () => null,
    probe: async () => {},
    status: () => 'UP',
    rateBudget: () => null,
    close: async () => {},
  };
}

export function callContext(overrides: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + 10_000,
    bypassCache: false,
    ...overrides,
  };
}

/** The life of an answer, and whether the answer may be given out again. */
export function fakeLife(): { readonly life: AnswerLife; readonly isKept: () => boolean } {
  let spoilt = false;
  const life = { begin: () => () => {}, limit: () => {}, spoil: () => void (spoilt = true) };
  return { life, isKept: () => !spoilt };
}

/** Notes at the given times; the key tells the time and how many came before at the same time. */
export function notesAt(...times: readonly number[]): Note[] {
  return times.map((at, index) => ({ at, key: `${at}-${index}` }));
}

export function idOf(source: string, key: string): string {
  return encodeGlobalId({ type: 'Conversation', source, key });
}

export function answer<T>(value: T, more: Partial<Answer<T>> = {}): Answer<T> {
  return { value, fetchedAt: 5000, ...more };
}

export interface FakeReader extends TimelineReader<Note, NoteFilter> {
  readonly requests: TimelineRequest<NoteFilter>[];
}

type GiveBatch = (request: TimelineRequest<NoteFilter>, context: CallContext) => TimelineBatch<Note>;

/** A reader that records what it is asked, then answers with `give`. */
export function fakeReader(
  give: GiveBatch | ((...asked: Parameters<GiveBatch>) => Promise<Answer<TimelineBatch<Note>>>),
  word: FilterSupport = 'gateway',
): FakeReader {
  const requests: TimelineRequest<NoteFilter>[] = [];
  return {
    requests,
    filters: { word },
    async list(request, context) {
      requests.push(request);
      const given = give(request, context);
      return 'rows' in given ? answer(given) : given;
    },
  };
}

/** Gives the first rows of the window, up to the limit and on to the last of that time. */
export function windowBatch(
  rows: readonly Note[],
  { window: { from, to }, order, limit }: TimelineRequest<NoteFilter>,
): TimelineBatch<Note> {
  const sign = order.direction === 'DESC' ? -1 : 1;
  const inside = rows.filter(({ at }) => at >= from && at < to).sort((a, b) => sign * (a.at - b.at));
  const last = inside[limit - 1];
  if (!last || inside.at(-1)?.at === last.at) return { rows: inside, coveredTo: null, position: null };
  const given = inside.filter(({ at }) => sign * (at - last.at) <= 0);
  return { rows: given, coveredTo: sign === -1 ? last.at : last.at + 1, position: null };
}

/** A source whose reader gives these rows in order. */
export function entryOf(
  name: string,
  rows: readonly Note[],
): TimelineEntry<Note, NoteFilter> & { reader: FakeReader } {
  return {
    source: fakeSource(name),
    reader: fakeReader((request) => windowBatch(rows, request)),
    criteria: {},
  };
}

export type PageRequest = Partial<MergeTimelinesOptions<Note, NoteFilter>> & {
  readonly sources: readonly TimelineEntry<Note, NoteFilter>[];
};

export function mergePage(request: PageRequest): Promise<FederatedPage<Note>> {
  return mergeTimelines({
    listName: 'notes',
    kind: noteKind,
    order: newestFirst,
    window,
    identity: {},
    first: 10,
    strict: false,
    lateAfterMs: 1000,
    cursors,
    context: callContext(),
    ...request,
  });
}

/** Walks from the first page to the last. */
export async function walk(
  request: (page: number) => PageRequest,
  betweenPages?: (page: FederatedPage<Note>) => void,
): Promise<FederatedPage<Note>[]> {
  const pages: FederatedPage<Note>[] = [];
  for (let after: string | null = null; pages.length < 500;) {
    const page = await mergePage({ ...request(pages.length), after });
    pages.push(page);
    if (!page.hasNextPage) return pages;
    if (page.endCursor === null || page.endCursor === after) throw new Error('the walk does not get on');
    after = page.endCursor;
    betweenPages?.(page);
  }
  throw new Error('the walk does not end');
}

export function keysOf(...pages: readonly FederatedPage<Note>[]): string[] {
  return pages.flatMap(({ rows }) => rows.map(({ row, source }) => `${source.name}:${row.key}`));
}
