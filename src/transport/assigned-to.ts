/**
 * What single conversations that an agent is in charge of are cached under, for when the agent is renamed or deleted.
 * `agentKey`: key of the agent.
 */
export function assignedTo(agentKey: string): string {
  return `assignedTo:${agentKey}`;
}
