import { splitName } from '../desk-people.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { WorldAgent } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { refusalReply, successReply } from './iadvize-replies.ts';

const roles: Readonly<Record<string, WorldAgent['role']>> = {
  operator: 'agent',
  manager: 'manager',
  admin: 'administrator',
};

function readMaxChats(text: string | null): number | null {
  if (text === null) return 2;
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 6 ? count : null;
}

function nextId(agents: readonly WorldAgent[]): string {
  return String(Math.max(0, ...agents.map(({ id }) => Number(id)).filter(Number.isFinite)) + 1);
}

function isTaken(email: string, { desk }: IadvizeCall, except?: WorldAgent): boolean {
  return desk.agents.some((agent) => agent !== except && agent.email.toLowerCase() === email.toLowerCase());
}

/** `operator/createAccount`. The answer lacks the new operator's id. */
export function createAccount(call: IadvizeCall): EmulatedReply {
  const { desk, query, quirks } = call;
  const missing = ['name', 'email', 'password', 'pseudo'].find((name) => !query.get(name));
  if (missing !== undefined) return refusalReply(`${missing} is mandatory`, quirks);
  const email = query.get('email') ?? '';
  const role = roles[query.get('type') ?? 'operator'];
  const maxChats = readMaxChats(query.get('maxchat'));
  if (isTaken(email, call)) return refusalReply('email is already in use', quirks);
  if (role === undefined) return refusalReply('type: expected operator, manager or admin', quirks);
  if (maxChats === null) return refusalReply('maxchat: expected 1 to 6', quirks);
  desk.agents.push({
    id: nextId(desk.agents),
    ...splitName(query.get('name') ?? ''),
    nickname: query.get('pseudo') ?? '',
    email,
    role,
    online: false,
    departmentIds: [],
    websiteIds: [],
    maxChats,
    externalId: query.get('external_id') ?? null,
  });
  return successReply(quirks);
}

/** `operator/editAccount`: changes what is given and leaves the rest. */
export function editAccount(call: IadvizeCall): EmulatedReply {
  const { desk, query, quirks } = call;
  const agent = desk.agents.find(({ id }) => id === query.get('id'));
  if (!agent) return refusalReply('unknown operator', quirks);
  const email = query.get('email');
  const maxChats = query.has('maxchat') ? readMaxChats(query.get('maxchat')) : agent.maxChats;
  if (email !== null && isTaken(email, call, agent)) return refusalReply('email is already in use', quirks);
  if (maxChats === null) return refusalReply('maxchat: expected 1 to 6', quirks);
  const name = query.get('name');
  if (name !== null) Object.assign(agent, splitName(name));
  agent.email = email ?? agent.email;
  agent.nickname = query.get('pseudo') ?? agent.nickname;
  agent.externalId = query.get('external_id') ?? agent.externalId;
  agent.maxChats = maxChats;
  return successReply(quirks);
}

/** `operator/deleteAccount`. The chats keep the operator's id, but nobody's name. */
export function deleteAccount({ desk, query, quirks }: IadvizeCall): EmulatedReply {
  const index = desk.agents.findIndex(({ id }) => id === query.get('id'));
  if (index < 0) return refusalReply('unknown operator', quirks);
  desk.agents.splice(index, 1);
  return successReply(quirks);
}
