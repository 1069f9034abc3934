import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import type { Department } from '../../contract/directory.ts';
import type { DirectoryReader } from '../../contract/directory-reader.ts';
import type { Directories } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { inEveryPlace, valueOrError } from '../../transport/batch-entries.ts';
import { listedDirectory, listedUnder } from '../../transport/listed-directory.ts';
import type { LivechatClient } from './livechat-client.ts';

/** Up to so many agents are asked for one by one; for more, two lists tell as much. */
const fewAgents = 2;

/** LiveChat's directories: agents, groups (as departments) and tags. */
export function createDirectories(
  client: LivechatClient,
  transport: Pick<SourceTransport, 'each'>,
): Directories {
  return {
    Agent: agents(client, transport),
    Department: departments(client),
    Tag: listedDirectory((context) => client.listTags(context)),
  };
}

function agents(client: LivechatClient, transport: Pick<SourceTransport, 'each'>): DirectoryReader<Agent> {
  return {
    list: (context) => client.listAgents(context),
    get: (keys, context) =>
      keys.length <= fewAgents
        ? Promise.all(keys.map((key) => valueOrError(client.getAgent(key, context))))
        : inEveryPlace(keys, () => agentsFromLists(client, keys, context)),
    fields: { maxChats: (keys, context) => chatLimits(client, transport, keys, context) },
  };
}

/** How many chats agents take at once, which the single answer alone tells. */
function chatLimits(
  client: LivechatClient,
  transport: Pick<SourceTransport, 'each'>,
  keys: readonly string[],
  context: CallContext,
): Promise<readonly (VendorError | number | null)[]> {
  return transport.each(keys, context, async (key) => {
    const agent = await valueOrError(client.getAgent(key, context));
    return agent instanceof VendorError ? agent : (agent?.availability?.maxChats ?? null);
  });
}

/** Agents with their departments, read from the groups' members. */
async function agentsFromLists(client: LivechatClient, keys: readonly string[], context: CallContext) {
  const [listed, groups] = await Promise.all([client.listAgents(context), client.listGroups(context)]);
  const members = groups.value.filter(({ agents }) => agents);
  return listedUnder(keys, listed.value).map(
    (agent) =>
      agent && {
        ...agent,
        departments: members
          .filter(({ agents }) => agents?.some(({ key }) => key === agent.key))
          .map(({ key, vendorId, name }) => ({ key, vendorId, name })),
      },
  );
}

function departments(client: LivechatClient): DirectoryReader<Department> {
  return {
    list: (context) => client.listGroups(context),
    get: (keys, context) => inEveryPlace(keys, () => departmentsFromLists(client, keys, context)),
  };
}

async function departmentsFromLists(
  client: LivechatClient,
  keys: readonly string[],
  context: CallContext,
): Promise<readonly (Department | VendorError | null)[]> {
  const found = listedUnder(keys, (await client.listGroups(context)).value);
  if (found.every((department) => !department || department.agents)) return found;
  // The group of all agents: LiveChat names no members for it.
  const all = await valueOrError(client.listAgents(context));
  if (all instanceof VendorError)
    return found.map((department) => (!department || department.agents ? department : all));
  const agents = all.map(({ key, vendorId, name }) => ({ key, vendorId, name }));
  return found.map((department) => department && { ...department, agents: department.agents ?? agents });
}
