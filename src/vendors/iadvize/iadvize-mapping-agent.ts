import type { Agent, AgentAvailability, AgentRole } from '../../contract/agent.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import { toOptionalId } from './iadvize-mapping-id.ts';
import type { WireChat, WireOperator } from './iadvize-wire.ts';

const roles: Readonly<Record<string, AgentRole>> = {
  admin: 'ADMINISTRATOR',
  manager: 'MANAGER',
  operator: 'AGENT',
};

/** An operator, with all that API 1.7 says about one. */
export function toAgent(operator: WireOperator): Agent {
  return {
    key: operator.id,
    vendorId: operator.id,
    name: operator.name,
    firstName: null,
    lastName: null,
    nickname: operator.pseudo ?? operator.nick,
    email: operator.email,
    role: operator.rights === null ? null : (valueOfCode(roles, operator.rights.toLowerCase()) ?? 'UNKNOWN'),
    avatarUrl: null,
    externalId: toOptionalId(operator.external_id),
    availability: toAvailability(operator),
    departments: null,
  };
}

/** What a chat says about its operator; null when none took it. */
export function toAgentReference({ opid, opname }: WireChat): Agent | null {
  const key = toOptionalId(opid);
  if (key === null) return null;
  return opname === null ? { key, vendorId: key } : { key, vendorId: key, name: opname };
}

/**
 * `is_online` is about the console in which an operator works, `messenger_isonline` about the chat that visitors see:
 * an operator made unavailable stays in the console. Operators have nothing but chats.
 */
function toAvailability(operator: WireOperator): AgentAvailability | null {
  const { is_online: console, messenger_isonline: messenger } = operator;
  if (console === null && messenger === null) return null;
  return {
    online: console === true || messenger === true,
    chat: messenger ?? console,
    calls: null,
    tickets: null,
    activeChats: operator.curchat,
    maxChats: operator.maxchat,
    vendorStatus: null,
  };
}
