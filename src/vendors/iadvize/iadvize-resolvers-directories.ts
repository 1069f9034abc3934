import type { CallContext } from '../../contract/call-context.ts';
import type { DirectoryAnswer, DirectoryReader } from '../../contract/directory-reader.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Directories } from '../../contract/helpdesk-source.ts';
import { inEveryPlace } from '../../transport/batch-entries.ts';
import type { IadvizeClient } from './iadvize-client.ts';
import { toDepartment } from './iadvize-mapping-conversation.ts';
import { createSiteOperators } from './iadvize-site-operators.ts';

/** Reads operators, web sites and groups. */
export function createDirectories(client: IadvizeClient): Directories {
  const { agentsOfWebsites, websitesOfAgents } = createSiteOperators(client);
  return {
    Agent: {
      ...listedDirectory((context) => client.getClientOperatorList(context)),
      fields: { websites: websitesOfAgents },
    },
    Website: {
      ...listedDirectory((context) => client.getClientWebsiteList(context)),
      fields: { agents: agentsOfWebsites },
    },
    // No call lists groups, but a chat tells all there is of one: its name, which is the key.
    Department: { get: async (keys) => keys.map(toDepartment) },
  };
}

/** A directory whose list tells all there is to tell but for what takes calls of its own. */
function listedDirectory<T extends Entity>(
  list: (context: CallContext) => Promise<DirectoryAnswer<T>>,
): Pick<DirectoryReader<T>, 'get' | 'list'> {
  return {
    list,
    get: (keys, context) =>
      inEveryPlace(keys, async () => {
        const byKey = new Map((await list(context)).value.map((entity) => [entity.key, entity]));
        return keys.map((key) => byKey.get(key) ?? null);
      }),
  };
}
