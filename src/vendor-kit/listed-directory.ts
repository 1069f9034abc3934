import type { CallContext } from '../contract/call-context.ts';
import type { DirectoryAnswer, DirectoryReader } from '../contract/directory-reader.ts';
import type { Entity } from '../contract/entity.ts';
import { inEveryPlace } from './batch-entries.ts';

/** A directory whose list tells everything except what takes calls of its own. */
export function listedDirectory<T extends Entity>(
  list: (context: CallContext) => Promise<DirectoryAnswer<T>>,
): Pick<DirectoryReader<T>, 'get' | 'list'> {
  return {
    list,
    get: (keys, context) => inEveryPlace(keys, async () => listedUnder(keys, (await list(context)).value)),
  };
}

/** The entities of a list with the given keys, in the order of the keys; null where none has the key. */
export function listedUnder<T extends Entity>(
  keys: readonly string[],
  entities: readonly T[],
): readonly (T | null)[] {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  return keys.map((key) => byKey.get(key) ?? null);
}
