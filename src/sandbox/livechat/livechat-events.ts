import { customerOf, fullName } from '../desk-people.ts';
import { plainText } from '../plain-text.ts';
import type { Desk, WorldConversation, WorldEntry } from '../world/world.ts';
import { toAttachments } from './livechat-attachments.ts';
import { namedAgent } from './livechat-people.ts';
import type { Named } from './livechat-people.ts';
import { toSourceType, toSourceUrl, toTicketStatus } from './livechat-ticket-status.ts';
import type { TicketStatus } from './livechat-ticket-status.ts';

/** Something that happened to a ticket. `fields` is the event as it is sent, without its date. */
export interface TicketEvent {
  readonly at: number;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Set on a public message of an agent: the login. */
  readonly answeredBy?: string;
  /** Set on a change of status: the new one. */
  readonly current?: TicketStatus;
}

interface Story {
  readonly desk: Desk;
  readonly conversation: WorldConversation;
  status: TicketStatus;
}

function authorOf({ desk, conversation }: Story, { author }: WorldEntry): Named | undefined {
  if (author.type === 'agent') return namedAgent(desk, author.id);
  const customer = customerOf(desk, conversation);
  if (author.type === 'system' || !customer) return undefined;
  return { id: customer.email ?? '', name: fullName(customer) };
}

function toMessage(story: Story, entry: WorldEntry): TicketEvent {
  const { conversation } = story;
  const byAgent = entry.author.type === 'agent';
  const author = authorOf(story, entry);
  const first = conversation.entries.find(({ kind }) => kind === 'message') === entry;
  const sourceType = byAgent ? 'lc2' : first ? toSourceType(conversation) : 'mail';
  const url = sourceType === 'chat-window' ? { url: toSourceUrl(story.desk, conversation) } : {};
  const files = toAttachments(conversation.id, entry);
  return {
    at: entry.at,
    type: 'message',
    ...(byAgent && entry.kind === 'message' && author ? { answeredBy: author.id } : {}),
    fields: {
      ...(author ? { author: { ...author, type: byAgent ? 'agent' : 'client' } } : {}),
      is_private: entry.kind === 'note',
      message: plainText(entry),
      type: 'message',
      source: { type: sourceType, ...url },
      ...(files.length > 0 ? { attachments: files } : {}),
    },
  };
}

function toStatusChange(story: Story, entry: WorldEntry, current: TicketStatus): TicketEvent[] {
  const previous = story.status;
  if (previous === current) return [];
  story.status = current;
  const author = authorOf(story, entry);
  // No author when it happened by itself, as when a customer's reply opens the ticket again.
  const fields = { current, previous, type: 'status_changed', ...(author ? { author } : {}) };
  const change: TicketEvent = { at: entry.at, type: 'status_changed', fields, current };
  if (current !== 'solved' || author === undefined) return [change];
  return [change, { at: entry.at, type: 'rating_offer_sent', fields: { type: 'rating_offer_sent' } }];
}

function toEvents(story: Story, entry: WorldEntry): TicketEvent[] {
  switch (entry.kind) {
    case 'message':
    case 'note':
      return [toMessage(story, entry)];
    case 'transfer': {
      const author = authorOf(story, entry);
      const to = namedAgent(story.desk, entry.text);
      const fields = { to, type: 'assignee_changed', ...(author ? { author } : {}) };
      return [{ at: entry.at, type: 'assignee_changed', fields }];
    }
    case 'status':
      return toStatusChange(story, entry, toTicketStatus(entry.text) ?? story.status);
    case 'close':
      return toStatusChange(story, entry, 'solved');
    default:
      return [];
  }
}

function ratingEvents({ desk, conversation }: Story): TicketEvent[] {
  const { rating } = conversation;
  const customer = customerOf(desk, conversation);
  if (!rating || !customer) return [];
  const author = { id: customer.email ?? '', name: fullName(customer) };
  const fields = { current: isGood(rating) ? 'good' : 'bad', type: 'rated', author };
  return [{ at: rating.at, type: 'rated', fields }];
}

/** Whether a survey counts as a good rating: this vendor knows only two. */
export function isGood(rating: NonNullable<WorldConversation['rating']>): boolean {
  return rating.welcome + rating.delay + rating.resolution >= 6;
}

/** The events of a ticket, oldest first; the last status is the conversation's. */
export function eventsOf(desk: Desk, conversation: WorldConversation): TicketEvent[] {
  const story: Story = { desk, conversation, status: 'open' };
  const told = conversation.entries.flatMap((entry) => toEvents(story, entry));
  const events = [...told, ...ratingEvents(story)].toSorted((one, other) => one.at - other.at);
  const status = toTicketStatus(conversation.status) ?? 'open';
  if (status === story.status) return events;
  const fields = { current: status, previous: story.status, type: 'status_changed' };
  const at = events.at(-1)?.at ?? conversation.createdAt;
  return [...events, { at, type: 'status_changed', fields, current: status }];
}

const silent = new Set<WorldEntry['kind']>(['navigation', 'rating', 'tag']);

/** The times of a ticket's events, in no order; cheaper than the events themselves. */
export function activityTimes({ entries, rating }: WorldConversation): number[] {
  const times = entries.filter(({ kind }) => !silent.has(kind)).map(({ at }) => at);
  return rating ? [...times, rating.at] : times;
}
