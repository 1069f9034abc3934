import type { Draft } from './conversation-draft.ts';
import { tell } from './conversation-draft.ts';
import type { WorldConversation } from './world.ts';

/** Sometimes lets the customer rate a finished conversation. */
export function maybeRate(draft: Draft, chance: number): WorldConversation['rating'] {
  const { random } = draft.scene;
  if (!random.chance(chance)) return null;
  const content = random.chance(0.75);
  draft.at += random.integer(20, 600) * 1000;
  const rating = {
    welcome: content ? 3 : random.integer(1, 3),
    delay: content ? random.integer(2, 3) : random.integer(1, 2),
    resolution: content ? 3 : 1,
    comment: random.pick(content ? draft.phrases.praise : draft.phrases.complaint),
    at: draft.at,
  };
  return tell(draft, 'rating', draft.customer, content ? 'good' : 'bad') ? rating : null;
}

/** Sometimes lets the visitor buy something afterwards; only at iAdvize, which follows chats to the till. */
export function maybeBuy(draft: Draft): WorldConversation['transactions'] {
  const { random, ids, desk, now } = draft.scene;
  const transactions: WorldConversation['transactions'][number][] = [];
  if (desk !== 'iadvize' || !random.chance(0.15)) return transactions;
  for (let count = random.chance(0.1) ? 2 : 1; count > 0; count -= 1) {
    const at = draft.at + random.integer(2, 90) * 60_000;
    if (at > now) break;
    transactions.push({
      id: ids.transaction(),
      reference: `CMD-${random.word('0123456789', 6)}`,
      amountCents: random.integer(490, 39_990),
      at,
    });
  }
  return transactions;
}
