import type { Agent, AgentAvailability, AgentRole } from '../../contract/agent.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import type { Department, DepartmentAvailability, Tag } from '../../contract/directory.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import type { WireAgent, WireGroup, WireGroupReference, WirePerson } from './livechat-wire.ts';

/** Id of the group of all agents. */
const allAgents = '0';

const roles: Readonly<Record<string, AgentRole>> = {
  administrator: 'ADMINISTRATOR',
  normal: 'AGENT',
  owner: 'OWNER',
};

const presence: Readonly<Record<string, { online: boolean; chat: boolean }>> = {
  'accepting chats': { online: true, chat: true },
  'not accepting chats': { online: true, chat: false },
  offline: { online: false, chat: false },
};

/**
 * An agent of the directory; departments and chat limit are undefined where the answer lacks them, as the list does.
 */
export function toAgent(agent: WireAgent, baseUrl: string): Agent {
  return {
    key: agent.login,
    vendorId: agent.login,
    name: agent.name || null,
    firstName: null,
    lastName: null,
    nickname: null,
    email: emailOf(agent.login),
    role: agent.permission ? (valueOfCode(roles, agent.permission.toLowerCase()) ?? 'UNKNOWN') : null,
    avatarUrl: absoluteUrl(agent.avatar, baseUrl, { bareHosts: true }),
    externalId: null,
    availability: toAvailability(agent),
    departments: agent.groups?.map(toDepartmentReference),
    websites: null,
  };
}

function toAvailability(agent: WireAgent): AgentAvailability | null {
  const known = toPresence(agent.status || agent.login_status);
  return known && { ...known, activeChats: null, maxChats: agent.max_chats_count ?? undefined };
}

/** A group is online as long as anybody in it is. */
function toDepartmentAvailability(group: WireGroup): DepartmentAvailability | null {
  const known = toPresence(group.status);
  return (
    known && {
      ...known,
      chatCount: null,
      newCount: null,
      customerReplyCount: null,
      totalCount: null,
      maxCount: null,
    }
  );
}

function toPresence(vendorStatus: string | null | undefined) {
  if (!vendorStatus) return null;
  const known = valueOfCode(presence, vendorStatus.toLowerCase().replaceAll('_', ' '));
  return {
    online: known?.online ?? false,
    chat: known?.chat ?? null,
    calls: null,
    tickets: null,
    vendorStatus,
  };
}

/** An agent as tickets and events name one: by the login, which is the mail address. */
export function toAgentReference({ id, name }: WirePerson): Agent | null {
  if (!id) return null;
  return { key: id, vendorId: id, email: emailOf(id), ...(name ? { name } : {}) };
}

function emailOf(login: string): string | null {
  return login.includes('@') ? login : null;
}

/** A department; its agents are undefined for the group of all agents, whose members LiveChat does not list. */
export function toDepartment(group: WireGroup): Department {
  return {
    key: group.id,
    vendorId: group.id,
    name: group.name || null,
    description: null,
    agents: membersOf(group)?.map((login) => ({ key: login, vendorId: login })),
    availability: toDepartmentAvailability(group),
  };
}

function membersOf({ id, agents }: WireGroup): readonly string[] | undefined {
  return agents ?? (id === allAgents ? undefined : []);
}

/** A department as tickets and agents name one: with its name, or by its number alone. */
export function toDepartmentReference(group: WireGroupReference): Department {
  return { key: group.id, vendorId: group.id, ...(group.name ? { name: group.name } : {}) };
}

/** A tag, of which LiveChat gives only the name. */
export function toTag(name: string): Tag {
  return { key: name, vendorId: name, name, color: null, backgroundColor: null, archived: false };
}
