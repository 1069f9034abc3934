import { isDay, type Day } from '../../vendor-kit/time-zone.ts';

/** What it takes to find a conversation again: the service lists by day and kind only. */
export interface ConversationAddress {
  readonly kind: 'chat' | 'ticket';
  /** The day on which it began, by the account's clock; its list, or one beside it, has the conversation. */
  readonly day: Day;
  /** VisitorID or TicketID. */
  readonly id: string;
}

const prefixes = { chat: 'v', ticket: 't' } as const;

/** Writes the key of a conversation: `v:2010-07-13:<VisitorID>`, `t:2010-06-20:<TicketID>`. */
export function toKey({ kind, day, id }: ConversationAddress): string {
  return `${prefixes[kind]}:${day}:${id}`;
}

/** Reads a key; null for a text that `toKey` would never write. */
export function fromKey(key: string): ConversationAddress | null {
  const [, prefix, day, id] = /^([vt]):([\d-]+):([^]+)$/.exec(key) ?? [];
  if (!prefix || !day || !id || !isDay(day)) return null;
  return { kind: prefix === 'v' ? 'chat' : 'ticket', day, id };
}
