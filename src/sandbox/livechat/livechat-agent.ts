import { fullName } from '../desk-people.ts';
import { digest } from '../digest.ts';
import type { WorldAgent } from '../world/world.ts';
import type { LivechatOffice } from './livechat-account.ts';

const permissions: Readonly<Record<WorldAgent['role'], string>> = {
  administrator: 'administrator',
  agent: 'normal',
  manager: 'administrator',
  owner: 'owner',
};

/** Whether an agent takes chats. */
export function statusOf({ resting }: LivechatOffice, { id, online }: WorldAgent): string {
  if (!online) return 'offline';
  return resting.has(id) ? 'not accepting chats' : 'accepting chats';
}

/** An agent as the list shows them: five fields, the picture's address without a scheme. */
export function toAgentRow(office: LivechatOffice, agent: WorldAgent): Record<string, unknown> {
  return {
    name: fullName(agent),
    permission: permissions[agent.role],
    avatar: `livechat.s3.example.com/1011121/all/avatars/${digest(agent.id)}.jpg`,
    login: agent.email,
    status: statusOf(office, agent),
  };
}

/** An agent alone, with the agent's own key where the caller may see it. */
export function toAgentDetails(office: LivechatOffice, agent: WorldAgent): Record<string, unknown> {
  const ownKey = agent.email === office.login ? office.apiKey : digest(`key of ${agent.id}`);
  return {
    ...toAgentRow(office, agent),
    login_status: 'accepting chats',
    daily_summary: 1,
    job_title: office.jobTitles.get(agent.id) ?? 'Support Agent',
    notifications: {
      new_visitor: 1,
      returning_visitor: 1,
      queued_visitor: 1,
      visitor_is_typing: 0,
      new_goal: 1,
    },
    max_chats_count: agent.maxChats,
    groups: office.desk.departments
      .filter(({ id }) => agent.departmentIds.includes(id))
      .map(({ id, name }) => ({ id: Number(id), name })),
    last_logout: agent.online ? 1_358_427_204 : 0,
    ...(agent.role === 'agent' && agent.email !== office.login ? {} : { api_key: ownKey }),
  };
}
