import type { Agent, AgentAvailability } from '../../contract/agent.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { agentRoles } from './liveagent-codes.ts';
import { toPresence } from './liveagent-mapping-live.ts';
import { fullName } from './liveagent-mapping-values.ts';
import type { WireAgentState, WireAgent, WireDepartmentAgent } from './liveagent-wire.ts';

/** An agent of the online states, with the second id under which messages and conversations may name them. */
export interface ListedAgent {
  readonly agent: Agent;
  readonly contactId: string | null;
}

/** Maps a row of the online states; role and departments are not in it. */
export function toListedAgent(wire: WireAgentState, baseUrl: string): ListedAgent {
  const agent: Agent = {
    key: wire.id,
    vendorId: wire.id,
    name: fullName(wire.firstname, wire.lastname) ?? wire.username ?? wire.id,
    firstName: wire.firstname ?? null,
    lastName: wire.lastname ?? null,
    nickname: null,
    email: wire.username ?? null,
    avatarUrl: absoluteUrl(wire.avatar_url, baseUrl),
    externalId: null,
    availability: wire.onlineStatus === undefined ? null : toAvailability(wire.onlineStatus),
    websites: null,
  };
  return { agent, contactId: wire.contactid ?? null };
}

/** The agents of the list by each of their ids: user id, contact id, and e-mail address in lower case. */
export function agentsByAnyId(listed: readonly ListedAgent[]): Map<string, Agent> {
  const named = listed.flatMap(({ agent, contactId }) =>
    [agent.email?.toLowerCase(), contactId, agent.key].flatMap((id) => (id ? [[id, agent] as const] : [])),
  );
  return new Map(named);
}

/** Maps a single agent, who may be missing from the online states (as disabled agents are). */
export function toAgent(wire: WireAgent): Agent {
  return {
    ...toDepartmentAgent(wire),
    nickname: null,
    role: wire.role == null ? null : (valueOfCode(agentRoles, wire.role) ?? 'UNKNOWN'),
    avatarUrl: null,
    externalId: null,
    availability: null,
    websites: null,
  };
}

/** One agent out of both answers: only the single one has the role, and the online states have the rest. */
export function completeAgent(listed: Agent | undefined, single: Agent | null): Agent | null {
  const known = listed ?? single;
  return known && { ...known, role: single?.role ?? null };
}

/** Maps a row of a department's agents. */
export function toDepartmentAgent(wire: WireDepartmentAgent): Agent {
  return {
    key: wire.userid,
    vendorId: wire.userid,
    name: fullName(wire.firstname, wire.lastname) ?? wire.email ?? wire.userid,
    firstName: wire.firstname ?? null,
    lastName: wire.lastname ?? null,
    email: wire.email ?? null,
  };
}

function toAvailability(letters: string): AgentAvailability {
  return { ...toPresence(letters), activeChats: null, maxChats: null };
}
