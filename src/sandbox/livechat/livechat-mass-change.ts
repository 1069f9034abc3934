import type { Desk } from '../world/world.ts';

const day = 86_400_000;

/**
 * Makes it look as if somebody had touched `count` old, resolved tickets at the same moment, some days ago: their
 * `modified` is then much later than the last event, and the same on all of them.
 */
export function applyMassChange({ conversations }: Desk, count: number): void {
  const moment = Math.max(0, ...conversations.map(({ updatedAt }) => updatedAt)) - 3 * day;
  const old = conversations.filter(
    ({ status, updatedAt }) => status === 'resolved' && updatedAt < moment - 10 * day,
  );
  const apart = Math.max(1, Math.floor(old.length / Math.max(1, count)));
  for (const conversation of old.filter((_ticket, index) => index % apart === 0).slice(0, count)) {
    conversation.updatedAt = moment;
  }
}
