import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { DirectoryReader } from '../../contract/directory-reader.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Directories } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { IadvizeClient } from './iadvize-client.ts';
import { toDepartment } from './iadvize-mapping-conversation.ts';

/** Reads operators, web sites and groups. */
export function createDirectories(client: IadvizeClient): Directories {
  return {
    Agent: listedDirectory((context) => client.getClientOperatorList(context)),
    Website: listedDirectory((context) => client.getClientWebsiteList(context)),
    // No call lists groups, but a chat tells all there is of one: its name, which is the key.
    Department: { get: async (keys) => keys.map(toDepartment) },
  };
}

/** A directory whose list tells all there is to tell. */
function listedDirectory<T extends Entity>(
  list: (context: CallContext) => Promise<Answer<readonly T[]>>,
): DirectoryReader<T> {
  return {
    list,
    async get(keys, context) {
      try {
        const byKey = new Map((await list(context)).value.map((entity) => [entity.key, entity]));
        return keys.map((key) => byKey.get(key) ?? null);
      } catch (error) {
        if (error instanceof VendorError) return keys.map(() => error);
        throw error;
      }
    },
  };
}
