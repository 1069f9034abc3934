import { fullName } from '../desk-people.ts';
import type { Desk } from '../world/world.ts';

/** How a person is named inside a ticket. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An agent inside a ticket: the login is the id. */
export function namedAgent(desk: Desk, agentId: string): Named {
  const agent = desk.agents.find(({ id }) => id === agentId);
  return agent ? { id: agent.email, name: fullName(agent) } : { id: agentId, name: agentId };
}
