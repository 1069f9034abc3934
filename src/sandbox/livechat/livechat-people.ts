import type { Desk, WorldAgent, WorldConversation, WorldCustomer } from '../world/world.ts';

/** How a person is named inside a ticket. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An agent's display name. */
export function agentName(agent: WorldAgent): string {
  return `${agent.firstName} ${agent.lastName}`.trim();
}

/** An agent inside a ticket: the login is the id. */
export function namedAgent(desk: Desk, agentId: string): Named {
  const agent = desk.agents.find(({ id }) => id === agentId);
  return agent ? { id: agent.email, name: agentName(agent) } : { id: agentId, name: agentId };
}

/** A customer's name. */
export function customerName(customer: WorldCustomer): string {
  return `${customer.firstName} ${customer.lastName}`.trim();
}

/** The customer of a conversation. */
export function customerOf(desk: Desk, conversation: WorldConversation): WorldCustomer | undefined {
  return desk.customers.find(({ id }) => id === conversation.customerId);
}

/** A name in two parts, as the world keeps it. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...others] = name.trim().split(/\s+/);
  return { firstName, lastName: others.join(' ') };
}
