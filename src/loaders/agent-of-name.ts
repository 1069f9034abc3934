import type { Agent } from '../contract/agent.ts';
import { nameKey } from '../contract/name-key.ts';

/**
 * The one agent with a name; null when none or several have it. Where no full name fits, the names shown to customers
 * count. Names are compared trimmed and without regard to case; where several differ only in case, the case decides.
 */
export function agentOfName(agents: readonly Agent[], name: string): Agent | null {
  const found = agentWith('name', agents, name);
  return (found === undefined ? agentWith('nickname', agents, name) : found) ?? null;
}

/** Null when several have the name, undefined when nobody has. */
function agentWith(
  field: 'name' | 'nickname',
  agents: readonly Agent[],
  name: string,
): Agent | null | undefined {
  const alike = agents.filter(({ [field]: own }) => own != null && nameKey(own) === nameKey(name));
  if (alike.length <= 1) return alike[0];
  const [same, ...others] = alike.filter((agent) => agent[field]?.trim() === name.trim());
  return others.length === 0 ? (same ?? null) : null;
}
