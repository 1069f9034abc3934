import type { Agent } from '../../contract/agent.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { DirectoryAnswer, DirectoryReader, FieldReader } from '../../contract/directory-reader.ts';
import type { CustomerGroup, Department, Tag } from '../../contract/directory.ts';
import type { Directories } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { forEachKey, orVendorError } from '../../vendor-kit/batch-entries.ts';
import { once, orNull } from './liveagent-answers.ts';
import { mayLackAgents, type LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import type { LiveagentLiveClient } from './liveagent-client-live.ts';
import { createDepartmentDirectory } from './liveagent-directories-departments.ts';
import { agentsByAnyId, completeAgent } from './liveagent-mapping-agent.ts';

/** The directories of an account. */
export function createLiveagentDirectories(
  client: LiveagentDirectoryClient,
  live: LiveagentLiveClient,
): Directories {
  return {
    Agent: agentDirectory(client),
    CustomerGroup: customerGroupDirectory(client),
    Department: createDepartmentDirectory(client, live),
    Tag: tagDirectory(client),
  };
}

function agentDirectory(client: LiveagentDirectoryClient): DirectoryReader<Agent> {
  /** Finds agents of the list by any of their ids. */
  const listed = (context: CallContext) => {
    const byId = once(async () => agentsByAnyId((await client.listAgents(context)).value));
    return async (key: string) => (await byId()).get(key) ?? (await byId()).get(key.toLowerCase());
  };
  return {
    list: async (context) => {
      const answer = await client.listAgents(context);
      const agents = answer.value.map(({ agent }) => agent);
      return {
        ...answer,
        value: mayLackAgents(answer) ? await withMembers(agents, client, context) : agents,
      };
    },
    get: (keys, context) => {
      const find = listed(context);
      return forEachKey(keys, async (key) => {
        const known = await find(key);
        return completeAgent(known, await orNull(client.getAgent(known?.key ?? key, context)));
      });
    },
    fields: {
      departments: (keys, context) => {
        const find = listed(context);
        const departments = once(() => departmentsByAgent(client, context));
        return forEachKey(keys, async (key) => {
          const agent = (await find(key)) ?? (await orNull(client.getAgent(key, context)));
          return agent && ((await departments()).get(agent.key) ?? []);
        });
      },
    },
  };
}

/** The agents, and those members of departments whom their list lacks, as far as departments can be read. */
async function withMembers(
  agents: readonly Agent[],
  client: LiveagentDirectoryClient,
  context: CallContext,
): Promise<readonly Agent[]> {
  const teams = await orVendorError(membersByDepartment(client, context));
  if (teams instanceof VendorError) return agents;
  const members = teams.flatMap((team) => team.members);
  const known = [...members, ...agents].map((agent) => [agent.key, agent] as const);
  return [...new Map(known).values()];
}

async function departmentsByAgent(
  client: LiveagentDirectoryClient,
  context: CallContext,
): Promise<ReadonlyMap<string, readonly Department[]>> {
  const found = new Map<string, Department[]>();
  for (const { department, members } of await membersByDepartment(client, context)) {
    for (const { key } of members) found.set(key, [...(found.get(key) ?? []), department]);
  }
  return found;
}

/**
 * One call for the list and one for each department, however many agents are asked for. Fails where some departments
 * cannot be read.
 */
async function membersByDepartment(client: LiveagentDirectoryClient, context: CallContext) {
  const { value, cutBecause } = await client.listDepartments(context);
  if (cutBecause) throw cutBecause;
  const departments = value.filter(({ deleted }) => !deleted).map(({ department }) => department);
  return Promise.all(
    departments.map(async (department) => {
      const members = await orNull(client.listDepartmentAgents(department.key, context));
      return { department, members: members ?? [] };
    }),
  );
}

function tagDirectory(client: LiveagentDirectoryClient): DirectoryReader<Tag> {
  const calls: LabelCalls<Tag> = {
    list: (context) => client.listTags(context),
    single: (key, context) => client.getTag(key, context),
  };
  const archived = fieldOf(calls, 'archived', false);
  return { ...labelDirectory(calls), fields: { ...colorsOf(calls), archived } };
}

function customerGroupDirectory(client: LiveagentDirectoryClient): DirectoryReader<CustomerGroup> {
  const calls: LabelCalls<CustomerGroup> = {
    list: (context) => client.listCustomerGroups(context),
    single: (key, context) => client.getCustomerGroup(key, context),
  };
  return { ...labelDirectory(calls), fields: colorsOf(calls) };
}

interface LabelCalls<T> {
  readonly list: (context: CallContext) => Promise<DirectoryAnswer<T>>;
  readonly single: (key: string, context: CallContext) => Promise<Answer<T>>;
}

/** A directory that answers from the list, and asks singly only for what the list lacks. */
function labelDirectory<T extends CustomerGroup>({ list, single }: LabelCalls<T>): DirectoryReader<T> {
  return {
    list,
    get: (keys, context) => {
      const listed = once(async () => byKey((await list(context)).value));
      return forEachKey(
        keys,
        async (key) => (await listed()).get(key) ?? (await orNull(single(key, context))),
      );
    },
  };
}

function byKey<T extends CustomerGroup>(labels: readonly T[]): ReadonlyMap<string, T> {
  return new Map(labels.map((label) => [label.key, label]));
}

function colorsOf<T extends CustomerGroup>(calls: LabelCalls<T>) {
  return { color: fieldOf(calls, 'color', null), backgroundColor: fieldOf(calls, 'backgroundColor', null) };
}

/** A field that the list may lack; `otherwise` where no single record has it either. */
function fieldOf<T extends CustomerGroup, Field extends keyof T>(
  { list, single }: LabelCalls<T>,
  field: Field,
  otherwise: T[Field] | null,
): FieldReader<NonNullable<T[Field]>> {
  return (keys, context) => {
    const listed = once(async () => byKey((await list(context)).value));
    return forEachKey(keys, async (key) => {
      const known = (await listed()).get(key)?.[field];
      const told = known === undefined ? (await orNull(single(key, context)))?.[field] : known;
      return told ?? otherwise ?? null;
    });
  };
}
