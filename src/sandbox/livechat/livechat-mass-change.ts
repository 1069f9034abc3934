import type { Desk } from '../world/world.ts';

const apart = 29;

/**
 * Lets somebody have touched every 29th resolved ticket at one and the same moment: `modified` is then much
 * later than the last event, and many tickets share it.
 */
export function applyMassChange({ conversations }: Desk): void {
  const latest = Math.max(0, ...conversations.map(({ updatedAt }) => updatedAt));
  const resolved = conversations.filter(({ status }) => status === 'resolved');
  for (const [index, conversation] of resolved.entries()) {
    if (index % apart === apart - 1) conversation.updatedAt = latest;
  }
}
