import type { EmulatedReply } from '../emulator.ts';
import type { LivechatCall, LivechatOffice } from './livechat-account.ts';
import { statusOf } from './livechat-agent.ts';
import { jsonReply, notFound } from './livechat-replies.ts';

function groupStatus(office: LivechatOffice, departmentId: string | null): string {
  const members = office.desk.agents.filter(
    ({ departmentIds }) => departmentId === null || departmentIds.includes(departmentId),
  );
  const statuses = new Set(members.map((agent) => statusOf(office, agent)));
  return ['accepting chats', 'not accepting chats'].find((status) => statuses.has(status)) ?? 'offline';
}

function allGroups(office: LivechatOffice): Record<string, unknown>[] {
  const { agents, departments } = office.desk;
  // Group 0 is everybody, and so has no list of agents.
  const everybody = { id: 0, name: 'All operators', language: 'en', status: groupStatus(office, null) };
  const groups = departments.map(({ id, name }) => ({
    id: Number(id),
    name,
    language: 'en',
    agents: agents.filter(({ departmentIds }) => departmentIds.includes(id)).map(({ email }) => email),
    status: groupStatus(office, id),
  }));
  return [everybody, ...groups];
}

/** `GET /groups`: a bare list. */
export function listGroups({ office }: LivechatCall): EmulatedReply {
  return jsonReply(allGroups(office));
}

/** `GET /groups/{id}`. */
export function getGroup({ office, segments }: LivechatCall): EmulatedReply {
  const group = allGroups(office).find(({ id }) => String(id) === segments[0]);
  return group ? jsonReply(group) : notFound('Group');
}

/** `GET /status`, of one group as `group=` or as a segment. */
export function getStatus({ office, query, segments }: LivechatCall): EmulatedReply {
  const group = query.get('group') ?? segments[0] ?? '0';
  const accepting = groupStatus(office, group === '0' ? null : group) === 'accepting chats';
  return jsonReply({ status: accepting ? 'online' : 'offline' });
}
