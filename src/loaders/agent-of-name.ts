import type { Agent } from '../contract/agent.ts';

/**
 * The one agent with a name, compared trimmed and without regard to case; by the name shown to customers where no
 * full name fits. Null when none or several have it.
 */
export function agentOfName(agents: readonly Agent[], name: string): Agent | null {
  const wanted = comparable(name);
  const [first, ...others] = [
    agents.filter((agent) => comparable(agent.name) === wanted),
    agents.filter((agent) => comparable(agent.nickname) === wanted),
  ].find((found) => found.length > 0) ?? [null];
  return others.length === 0 ? (first ?? null) : null;
}

function comparable(name: string | null | undefined): string | null {
  return name?.trim().toLowerCase() ?? null;
}
