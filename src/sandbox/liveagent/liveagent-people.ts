import type { WorldAgent, WorldConversation, WorldCustomer } from '../world/world.ts';
import { LiveAgentFailure } from './liveagent-call.ts';
import type { LiveAgentState } from './liveagent-state.ts';
import { digest } from '../digest.ts';

/** The user id of the software itself. */
export const systemUserId = 'system00';

/** The contact id of an agent, which differs from the user id. */
export function contactIdOf(agent: WorldAgent): string {
  return digest(`contact ${agent.id}`).slice(0, 8);
}

function sameEmail(one: string | null, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

/** An agent by user id or e-mail address. */
export function findAgent(state: LiveAgentState, identifier: string): WorldAgent | undefined {
  return (
    state.agentsById.get(identifier) ?? state.desk.agents.find(({ email }) => sameEmail(email, identifier))
  );
}

/** A customer by contact id, user id or e-mail address. */
export function findCustomer(state: LiveAgentState, identifier: string): WorldCustomer | undefined {
  return (
    state.customersById.get(identifier) ??
    state.desk.customers.find(({ userId, email }) => userId === identifier || sameEmail(email, identifier))
  );
}

/** The same, for paths; fails with 404. */
export function requireCustomer(state: LiveAgentState, identifier: string): WorldCustomer {
  const customer = findCustomer(state, identifier);
  if (!customer) throw new LiveAgentFailure(404, 'Customer not found');
  return customer;
}

/** A conversation by id, code or public code; fails with 404. */
export function requireConversation(state: LiveAgentState, identifier: string): WorldConversation {
  const conversation = state.conversations.get(identifier);
  if (!conversation) throw new LiveAgentFailure(404, 'Conversation not found');
  return conversation;
}
