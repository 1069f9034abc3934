import type { CallContext } from '../contract/call-context.ts';
import type { DirectoryAnswer } from '../contract/directory-reader.ts';
import type { Entity } from '../contract/entity.ts';
import type { EntityType } from '../contract/entity-type.ts';
import { encodeGlobalId } from '../contract/global-id.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { eachInTurns } from '../turns/turns.ts';
import type { Reply } from './ask-all.ts';
import { askForPage, type PageAskOptions } from './ask-for-page.ts';
import type { CursorCodec } from './cursor-codec.ts';
import { FirstRows, type DirectoryPlace } from './directory-order.ts';
import { requireComplete } from './incomplete-list-error.ts';
import { listIdentity } from './list-identity.ts';
import { IndexedSourcedRow, PageOfRows, type FederatedPage } from './list-page.ts';
import {
  lacksListFailure,
  outcomeOf,
  replyOutcome,
  toSourceFailure,
  type SourceOutcome,
  spoilUnlessWhole,
} from './source-outcome.ts';

/** A source's part in a list. */
export interface DirectoryEntry<Row extends Entity> {
  readonly source: HelpdeskSource;
  /** Left out (or without `list`) = the source cannot list such rows. */
  readonly reader?: { list?(context: CallContext): Promise<DirectoryAnswer<Row>> } | undefined;
  /** Which rows are wanted; `none` = no row of this source can be. @default all */
  readonly accepts?: ((row: Row) => boolean) | 'none' | undefined;
}

/** Which page of which list is wanted. */
export interface MergeDirectoriesOptions<Row extends Entity> extends PageAskOptions {
  /** Names the list: part of what a cursor is bound to. */
  readonly listName: string;
  readonly type: EntityType;
  readonly nameOf: (row: Row) => string | null | undefined;
  readonly sources: readonly DirectoryEntry<Row>[];
  /** The filter as the caller gave it (JSON): a cursor is bound to it. */
  readonly identity: unknown;
  /** Rows wanted, at least 1. */
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Throw `IncompleteListError` rather than give a page in which rows of a source are missing. */
  readonly strict: boolean;
  readonly cursors: CursorCodec;
}

/** The place after which a walk goes on, and the sources that were missing on the way there. */
type Sealed = readonly [name: string, id: string, missed: readonly string[]];

interface DirectoryRow<Row> {
  readonly row: Row;
  readonly source: HelpdeskSource;
  readonly place: DirectoryPlace;
}

/**
 * One page of the lists of several sources, merged by name. Each source gives its list as a whole. Sources that fail
 * are told in the outcomes and do not fail the page. Throws `InvalidCursor`, `IncompleteListError` (when strict), or
 * the reason of an aborted request.
 */
export async function mergeDirectories<Row extends Entity>(
  options: MergeDirectoriesOptions<Row>,
): Promise<FederatedPage<Row>> {
  const { listName, first, after, cursors } = options;
  const identity = listIdentity(listName, options.identity);
  const cursor = after ? (cursors.open(identity, after) as Sealed) : null;
  const asked = options.sources.filter(({ reader, accepts }) => reader?.list && accepts !== 'none');
  const replies = await askForPage(asked, ({ reader }, context) => reader!.list!(context), options);
  const behind = cursor && { name: cursor[0], id: cursor[1] };
  const ahead = await rowsAhead(options, replies, new FirstRows(first + 1, behind));

  const absent = [...replies].filter(([, reply]) => reply.state !== 'answered');
  const missed = [...new Set([...(cursor?.[2] ?? []), ...absent.map(([entry]) => entry.source.name)])];
  const given = ahead.slice(0, first);
  const cursorAt = (index: number) => {
    const { name, id } = given[index]!.place;
    return cursors.seal(identity, [name, id, missed] satisfies Sealed);
  };
  const page = given.map(
    ({ row, source, place: { id } }, index) => new IndexedSourcedRow({ row, source, id }, index, cursorAt),
  );
  // A source that is absent now may come back with rows further on.
  const hasNextPage = ahead.length > first || (absent.length > 0 && page.length > 0);
  const outcomes = options.sources.map((entry) =>
    toOutcome(entry, replies.get(entry), options, cursor?.[2].includes(entry.source.name) ?? false),
  );
  spoilUnlessWhole(outcomes, options.context.life);
  if (options.strict) requireComplete(outcomes);
  return Object.assign(new PageOfRows(page, { hasNextPage, after }), { outcomes });
}

type Replies<Row extends Entity> = ReadonlyMap<DirectoryEntry<Row>, Reply<DirectoryAnswer<Row>>>;

/** The first of the wanted rows of all sources that answered, each once. */
async function rowsAhead<Row extends Entity>(
  { type, nameOf }: MergeDirectoriesOptions<Row>,
  replies: Replies<Row>,
  first: FirstRows<DirectoryRow<Row>>,
): Promise<readonly DirectoryRow<Row>[]> {
  for (const [{ source, accepts }, reply] of replies) {
    if (reply.state !== 'answered' || accepts === 'none') continue;
    const seen = new Set<string>();
    await eachInTurns(reply.answer.value, (row) => {
      if (seen.has(row.key) || (accepts && !accepts(row))) return;
      seen.add(row.key);
      const id = encodeGlobalId({ type, source: source.name, key: row.key });
      first.add({ row, source, place: { name: nameOf(row) ?? '', id } });
    });
  }
  return first.rows;
}

function toOutcome<Row extends Entity>(
  { source, accepts }: DirectoryEntry<Row>,
  reply: Reply<DirectoryAnswer<Row>> | undefined,
  { type }: Pick<MergeDirectoriesOptions<Row>, 'type'>,
  missedBefore: boolean,
): SourceOutcome {
  if (!reply) {
    if (accepts === 'none') return outcomeOf(source);
    return outcomeOf(source, { state: 'SKIPPED', error: lacksListFailure(source, type) });
  }
  const outcome = replyOutcome(source, reply);
  if (reply.state !== 'answered') return outcome;
  const { cutBecause } = reply.answer;
  if (cutBecause) return { ...outcome, state: 'PARTIAL', error: toSourceFailure(cutBecause, source) };
  return missedBefore ? { ...outcome, state: 'PARTIAL' } : outcome;
}
