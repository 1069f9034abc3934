import type { Directories } from '../../contract/helpdesk-source.ts';
import { listedDirectory } from '../../vendor-kit/listed-directory.ts';
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
    // No call lists groups, but a chat has all there is to know of one: its name, which is the key.
    Department: { get: async (keys) => keys.map(toDepartment) },
  };
}
