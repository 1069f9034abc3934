import DataLoader from 'dataloader';
import type { CallContext } from '../contract/call-context.ts';
import type { DirectoryReader } from '../contract/directory-reader.ts';
import type { Entity } from '../contract/entity.ts';
import type { Directories, HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { LoadableType } from './source-entity.ts';

/** Loads entities of one type with every field told; null = gone, or the source has none. */
export function createEntityLoader(
  source: HelpdeskSource,
  type: Exclude<LoadableType, 'Conversation'>,
  context: CallContext,
): DataLoader<string, Entity | null> {
  return new DataLoader<string, Entity | null>(async (keys): Promise<readonly (Entity | Error | null)[]> => {
    const reader = readerOf(source, type);
    return reader ? reader.get(keys, context) : noneOf(keys);
  });
}

/** The loader of a field that takes calls of its own; undefined for a field that takes none. */
export function createFieldLoader(
  { directories }: HelpdeskSource,
  type: LoadableType,
  field: PropertyKey,
  context: CallContext,
): DataLoader<string, unknown> | undefined {
  const reader: DirectoryReader<Entity> | undefined = directories[type as keyof Directories];
  const read = reader?.fields?.[field as keyof Entity];
  return read && new DataLoader<string, unknown>(async (keys) => read(keys, context));
}

/** Whether a source can fetch entities of a type by key. */
export function canFetch(source: HelpdeskSource, type: LoadableType): boolean {
  return (type === 'Conversation' ? source.conversations : readerOf(source, type)) !== undefined;
}

function readerOf(source: HelpdeskSource, type: Exclude<LoadableType, 'Conversation'>) {
  switch (type) {
    case 'Article':
      return source.articles;
    case 'Customer':
      return source.customers;
    case 'SatisfactionRating':
      return source.satisfactionRatings;
    case 'Transaction':
      return source.transactions;
    default:
      return source.directories[type];
  }
}

/** What a directory's list tells, by key; null = the source cannot list. */
export async function listDirectory(
  { directories }: HelpdeskSource,
  type: LoadableType,
  context: CallContext,
): Promise<ReadonlyMap<string, Entity> | null> {
  const answer = await directories[type as keyof Directories]?.list?.(context);
  return answer ? new Map(answer.value.map((entity) => [entity.key, entity])) : null;
}

/** Null for each key. */
export function noneOf(keys: readonly unknown[]): null[] {
  return keys.map(() => null);
}
