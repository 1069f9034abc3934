import { splitName } from '../desk-people.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { WorldAgent } from '../world/world.ts';
import type { LivechatCall, LivechatOffice } from './livechat-account.ts';
import { statusOf, toAgentDetails, toAgentRow } from './livechat-agent.ts';
import { textAt, textsAt } from './livechat-body.ts';
import { jsonReply, notFound, refusedChange } from './livechat-replies.ts';

type Values = LivechatCall['body'];

const roles: Readonly<Record<string, WorldAgent['role']>> = {
  administrator: 'administrator',
  normal: 'agent',
};
const statuses = ['accepting chats', 'not accepting chats', 'offline'];

function findAgent({ desk }: LivechatOffice, login: string | undefined): WorldAgent | undefined {
  return desk.agents.find(({ email }) => email.toLowerCase() === login?.toLowerCase());
}

/** `GET /agents`: a bare list, by status if one is given. */
export function listAgents({ office, query }: LivechatCall): EmulatedReply {
  const status = query.get('status');
  const agents = office.desk.agents.filter((agent) => status === null || statusOf(office, agent) === status);
  return jsonReply(agents.map((agent) => toAgentRow(office, agent)));
}

/** `GET /agents/{login}`. */
export function getAgent({ office, segments }: LivechatCall): EmulatedReply {
  const agent = findAgent(office, segments[0]);
  return agent ? jsonReply(toAgentDetails(office, agent)) : notFound('Agent');
}

function findProblem(office: LivechatOffice, body: Values): string | null {
  const permission = textAt(body, 'permission');
  const password = textAt(body, 'password');
  const known = new Set(['0', ...office.desk.departments.map(({ id }) => id)]);
  if (permission !== '' && !Object.hasOwn(roles, permission)) return 'permission has an invalid value';
  if (password !== '' && password.length < 5) return 'password is too short';
  if (!(textsAt(body, 'groups') ?? []).every((group) => known.has(group))) return 'groups has an unknown id';
  const status = textAt(body, 'status');
  return status === '' || statuses.includes(status) ? null : 'status has an invalid value';
}

function applyStatus({ resting }: LivechatOffice, agent: WorldAgent, status: string): void {
  // An agent cannot be logged in by somebody else.
  if (status === '' || !agent.online) return;
  agent.online = status !== 'offline';
  if (status === 'not accepting chats') resting.add(agent.id);
  else resting.delete(agent.id);
}

function applyProfile(office: LivechatOffice, agent: WorldAgent, body: Values): void {
  const name = textAt(body, 'name');
  if (name !== '') Object.assign(agent, splitName(name));
  agent.role = roles[textAt(body, 'permission')] ?? agent.role;
  agent.maxChats = Number(textAt(body, 'max_chats_count')) || agent.maxChats;
  const groups = textsAt(body, 'groups')?.filter((group) => group !== '0');
  if (groups) agent.departmentIds.splice(0, Infinity, ...groups);
  const title = textAt(body, 'job_title');
  if (title !== '') office.jobTitles.set(agent.id, title);
}

/** `POST /agents`: answers the new agent, who is offline. */
export function createAgent({ office, body }: LivechatCall): EmulatedReply {
  const login = textAt(body, 'login');
  const name = textAt(body, 'name');
  if (!/^\S+@\S+$/.test(login)) return refusedChange('login must be an e-mail address');
  if (name === '') return refusedChange('name is required');
  if (findAgent(office, login)) return refusedChange('login is already in use');
  const problem = findProblem(office, body);
  if (problem !== null) return refusedChange(problem);
  const agent: WorldAgent = {
    id: login,
    ...splitName(name),
    nickname: splitName(name).firstName,
    email: login,
    role: 'agent',
    online: false,
    departmentIds: [],
    websiteIds: [],
    maxChats: 6,
    externalId: null,
  };
  applyProfile(office, agent, body);
  office.desk.agents.push(agent);
  return jsonReply(toAgentDetails(office, agent));
}

/** `PUT /agents/{login}`: changes what is given and leaves the rest. */
export function updateAgent({ office, segments, body }: LivechatCall): EmulatedReply {
  const agent = findAgent(office, segments[0]);
  if (!agent) return notFound('Agent');
  const problem = findProblem(office, body);
  if (problem !== null) return refusedChange(problem);
  applyProfile(office, agent, body);
  applyStatus(office, agent, textAt(body, 'status'));
  return jsonReply(toAgentDetails(office, agent));
}

/** `DELETE /agents/{login}`. */
export function deleteAgent({ office, segments }: LivechatCall): EmulatedReply {
  const agent = findAgent(office, segments[0]);
  if (!agent) return notFound('Agent');
  office.desk.agents.splice(office.desk.agents.indexOf(agent), 1);
  return jsonReply({ result: `${agent.email} removed successfully` });
}
