import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import type { Department } from '../../contract/directory.ts';
import type { DirectoryReader } from '../../contract/directory-reader.ts';
import type { Directories } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { inEveryPlace, orVendorError, valueOrError } from '../../vendor-kit/batch-entries.ts';
import { listedDirectory, listedUnder } from '../../vendor-kit/listed-directory.ts';
import type { LivechatClient } from './livechat-client.ts';

/** Up to this many agents are asked for one by one; for more, two lists say as much. */
const fewAgents = 1;

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
        : inEveryPlace(keys, async () => listedUnder(keys, (await client.listAgents(context)).value)),
    fields: {
      departments: (keys, context) =>
        keys.length <= fewAgents
          ? transport.each(keys, context, (key) => departmentsOf(client, key, context))
          : inEveryPlace(keys, () => departmentsFromLists(client, keys, context)),
      maxChats: (keys, context) => chatLimits(client, transport, keys, context),
    },
  };
}

/** How many chats agents take at once, which only the answer for a single agent says. */
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

/** The departments of an agent, from the answer for that agent alone or, where it lacks them, from the lists. */
async function departmentsOf(
  client: LivechatClient,
  key: string,
  context: CallContext,
): Promise<readonly Department[] | VendorError | null> {
  const agent = await valueOrError(client.getAgent(key, context));
  if (agent === null || agent instanceof VendorError) return agent;
  if (agent.departments) return agent.departments;
  const [found = null] = await inEveryPlace([key], () => departmentsFromLists(client, [key], context));
  return found;
}

/** The departments of agents, read from the groups' members. Fails where these groups are not all. */
async function departmentsFromLists(
  client: LivechatClient,
  keys: readonly string[],
  context: CallContext,
): Promise<readonly (readonly Department[] | null)[]> {
  const [listed, groups] = await Promise.all([client.listAgents(context), client.listGroups(context)]);
  if (groups.cutBecause) throw groups.cutBecause;
  return listedUnder(keys, listed.value).map(
    (agent) =>
      agent &&
      groups.value
        .filter(({ agents }) => agents?.some(({ key }) => key === agent.key))
        .map(({ key, vendorId, name }) => ({ key, vendorId, name })),
  );
}

function departments(client: LivechatClient): DirectoryReader<Department> {
  return {
    ...listedDirectory((context) => client.listGroups(context)),
    fields: {
      agents: (keys, context) => inEveryPlace(keys, () => membersFromLists(client, keys, context)),
    },
  };
}

/**
 * The agents of departments. Those of the group of all agents, for which LiveChat names none, come from the list of
 * agents and fail alone.
 */
async function membersFromLists(
  client: LivechatClient,
  keys: readonly string[],
  context: CallContext,
): Promise<readonly (readonly Agent[] | VendorError | null)[]> {
  const found = listedUnder(keys, (await client.listGroups(context)).value);
  const isComplete = found.every((department) => !department || department.agents);
  const everybody = isComplete ? [] : await orVendorError(everyAgent(client, context));
  return found.map((department) => department && (department.agents ?? everybody));
}

/** Fails where the list leaves somebody out. */
async function everyAgent(client: LivechatClient, context: CallContext): Promise<readonly Agent[]> {
  const { value, cutBecause } = await client.listAgents(context);
  if (cutBecause) throw cutBecause;
  return value.map(({ key, vendorId, name }) => ({ key, vendorId, name }));
}
