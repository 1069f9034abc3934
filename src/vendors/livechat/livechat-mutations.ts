import type { AgentRole } from '../../contract/agent.ts';
import { emailKey } from '../../contract/email-key.ts';
import type { LabelCreate } from '../../contract/mutations/directory-commands.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged, MutationPlan, Optional } from '../../contract/mutations/mutation-plan.ts';
import type { AgentCreate, AgentUpdate } from '../../contract/mutations/people-commands.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { WriteCall } from '../../transport/source-transport.ts';
import {
  mapPlan,
  planAfterRead,
  planCall,
  planNothing,
  planSequence,
  readNow,
} from '../../vendor-kit/write-plan.ts';
import { refusedInput } from '../../vendor-kit/refused-input.ts';
import { taggedWith } from '../../vendor-kit/tagged-with.ts';
import { toAgent, toTag } from './livechat-mapping-directory.ts';
import { naming } from './livechat-named-agents.ts';
import { refuseGiven } from './livechat-refused-input.ts';
import {
  planTicket,
  TicketTags,
  toGroupId,
  type LivechatMutationOptions,
} from './livechat-ticket-mutations.ts';
import { agentSchema, tagSchema } from './livechat-wire.ts';
import { changeCall, type EndpointChange } from './livechat-write-calls.ts';

/** The changes that REST API v2 knows for tickets, agents and tags. */
export function createLivechatMutations(options: LivechatMutationOptions) {
  const { source, transport, client } = options;
  const tags = new TicketTags(options);
  const plan = (key: string, change: EndpointChange) =>
    mapPlan(planCall(transport, changeCall(source, change)), (): EntityChanged => ({ key }));
  return {
    conversationCreate: (command) => planTicket(command, options),
    conversationTagAdd: (command) => tags.plan(command, 'add'),
    conversationTagRemove: (command) => tags.plan(command, 'remove'),
    tagCreate: (command) =>
      mapPlan(planCall(transport, changeCall(source, newTag(command, options))), (made) => {
        // LiveChat may write the name in another way, and then knows the tag by that.
        const told = tagSchema.safeParse(made).data?.name;
        return { key: told ?? command.name, told: told === undefined ? undefined : toTag(told) };
      }),
    tagDelete: ({ key }) => planTagDeletion(key, options),
    agentCreate: (command) =>
      mapPlan(planCall(transport, changeCall(source, newAgent(command, source))), (made) => {
        // LiveChat may write the address in another way, and then knows the agent by that.
        const { data: told } = agentSchema.safeParse(made);
        return {
          key: told?.login ?? command.email,
          told: told?.name ? toAgent(told, client.baseUrl) : undefined,
        };
      }),
    agentUpdate: (command) => {
      const change = changedAgent(command, source);
      return change ? plan(command.agentKey, change) : planNothing({ key: command.agentKey });
    },
    agentAvailabilitySet: ({ agentKey, available }) =>
      plan(agentKey, agentStatus(agentKey, available ? 'accepting chats' : 'not accepting chats')),
    agentDisconnect: ({ agentKey }) => plan(agentKey, agentStatus(agentKey, 'offline')),
    agentDelete: ({ agentKey }) =>
      plan(agentKey, {
        operation: 'agents.delete',
        method: 'DELETE',
        path: ['agents', { id: agentKey }],
        invalidates: ['agents', 'departments', ...namedIn(agentKey)],
      }),
  } satisfies Partial<MutationHandlers>;
}

/** What tells an agent's name besides the agents. */
function namedIn(agentKey: string): readonly string[] {
  return ['conversations', naming(agentKey)];
}

/** The group of all agents. */
const everybody = 0;
const permissions: Readonly<Partial<Record<AgentRole, string>>> = {
  ADMINISTRATOR: 'administrator',
  AGENT: 'normal',
};

/** POST /tags: for the group of all agents, in the name of the key's owner. */
function newTag(
  { name, color, backgroundColor }: LabelCreate,
  { source, login }: LivechatMutationOptions,
): EndpointChange {
  refuseGiven(source, { color, backgroundColor }, 'a tag');
  return {
    operation: 'tags.create',
    method: 'POST',
    path: ['tags'],
    body: { tag: name, author: login, group: everybody },
    invalidates: ['tags'],
  };
}

/** DELETE /tags/{tag}, once for each group that has a tag of that name. */
function planTagDeletion(
  name: string,
  { source, transport, client }: LivechatMutationOptions,
): MutationPlan<EntityChanged> {
  return planAfterRead(async (context) => {
    const groups = await readNow((within) => client.listGroupsOfTag(name, within), context);
    if (groups.length === 0) throw noSuchTag(source);
    return planSequence(transport, {
      steps: groups.map((group) => tagDeletion(name, group, source)),
      result: { key: name },
      soFar: (made) =>
        `the tag is deleted already for the groups ${groups.slice(0, made.length).join(', ')}, and nothing after the call that failed was tried`,
    });
  });
}

function tagDeletion(name: string, group: string, source: string): WriteCall<unknown> {
  return changeCall(source, {
    operation: 'tags.delete',
    method: 'DELETE',
    path: ['tags', { id: name }],
    body: { group: toGroupId(group) },
    invalidates: ['tags', 'conversations', taggedWith(name)],
  });
}

function noSuchTag(source: string): VendorError {
  const message = 'LiveChat knows no such tag';
  return new VendorError({ kind: 'not-found', message, source, operation: 'tags.delete', field: ['tagId'] });
}

/** POST /agents. */
function newAgent(command: AgentCreate, source: string): EndpointChange {
  const { name, email, password, nickname, role, maxChats, externalId } = command;
  refuseGiven(source, { nickname, externalId }, 'an agent');
  return {
    operation: 'agents.create',
    method: 'POST',
    path: ['agents'],
    body: {
      login: email,
      name,
      password,
      permission: toPermission(role, source),
      max_chats_count: maxChats ?? undefined,
    },
    invalidates: ['agents', 'departments'],
  };
}

/** PUT /agents/{login}: the login is the e-mail address and stays. Null = there is nothing to change. */
function changedAgent(command: AgentUpdate, source: string): EndpointChange | null {
  const { agentKey, name, email, password, nickname, maxChats, externalId } = command;
  refuseGiven(source, { nickname, externalId }, 'an agent');
  if (email != null && emailKey(email) !== emailKey(agentKey)) {
    throw refusedInput(source, 'email', 'LiveChat knows an agent by the address, which cannot be changed');
  }
  if (name == null && password == null && maxChats == null) return null;
  return {
    operation: 'agents.update',
    method: 'PUT',
    path: ['agents', { id: agentKey }],
    body: {
      name: name ?? undefined,
      password: password ?? undefined,
      max_chats_count: maxChats ?? undefined,
    },
    invalidates: ['agents', 'departments', `agent:${agentKey}`, ...(name == null ? [] : namedIn(agentKey))],
  };
}

/**
 * PUT /agents/{login} with a status, which also decides the statuses of the agent's groups; LiveChat ignores it for
 * an agent who is not logged in.
 */
function agentStatus(login: string, status: string): EndpointChange {
  return {
    operation: 'agents.status',
    method: 'PUT',
    path: ['agents', { id: login }],
    body: { status },
    invalidates: ['agents', 'departments', `agent:${login}`],
  };
}

function toPermission(role: Optional<AgentRole>, source: string): string | undefined {
  if (role == null) return undefined;
  const permission = permissions[role];
  if (permission) return permission;
  const known = Object.keys(permissions).join(', ');
  throw refusedInput(source, 'role', `LiveChat gives new agents ${known}, but not ${role}`);
}
