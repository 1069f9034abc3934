import type { Desk, WorldConversation } from '../world/world.ts';

/** The four states of a ticket. */
export type TicketStatus = (typeof ticketStatuses)[number];

/** All states of a ticket. */
export const ticketStatuses = ['open', 'pending', 'solved', 'spam'] as const;

const statuses: Readonly<Record<WorldConversation['status'], TicketStatus>> = {
  answered: 'open',
  closed: 'solved',
  new: 'open',
  open: 'open',
  pending: 'pending',
  postponed: 'pending',
  resolved: 'solved',
  spam: 'spam',
};

const sources: Readonly<Record<WorldConversation['channel'], string>> = {
  call: 'agent-app-manual',
  chat: 'lc2',
  email: 'mail',
  facebook: 'facebook',
  form: 'chat-window',
  manual: 'agent-app-manual',
  whatsapp: 'lc2',
};

/** The state for a status of the world; undefined for any other word. */
export function toTicketStatus(word: string): TicketStatus | undefined {
  return Object.hasOwn(statuses, word) ? statuses[word as WorldConversation['status']] : undefined;
}

/** Where a ticket came from. */
export function toSourceType(conversation: WorldConversation): string {
  return sources[conversation.channel];
}

/** The page a ticket came from; null where it came from none. */
export function toSourceUrl({ websites }: Desk, conversation: WorldConversation): string | null {
  const host = websites[0]?.host;
  if (conversation.channel === 'form' && host !== undefined && !conversation.visit)
    return `https://${host}/contact`;
  return conversation.visit?.referrer || null;
}
