import type { Conversation } from '../../../src/contract/conversation.ts';
import { toConversation } from '../../../src/vendors/livechat/livechat-mapping-conversation.ts';
import { ticketSchema } from '../../../src/vendors/livechat/livechat-wire.ts';

export const baseUrl = 'https://desk.test/v2';
export const fetchedAt = Date.parse('2024-03-05T09:00:00Z');

/** A ticket as live answers write it; parts replace what a test is about. */
export function sampleTicket(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'H3LPA',
    status: 'open',
    subject: 'Boiler makes a noise',
    requester: {
      mail: 'nora.lind@example.org',
      name: 'Nora Lind',
      utc_offset: 'Europe/Oslo',
      ip: '198.51.100.4',
    },
    assignee: { id: 'pavel@desk.example.com', name: 'Pavel' },
    groups: [{ id: 3, name: 'Repairs', inherited: false }],
    currentGroup: { id: 3, name: 'Repairs', inherited: false },
    source: { type: 'chat-window', url: 'https://heat.example.net/contact' },
    date: '2024-03-01T08:15:00Z',
    modified: '2024-03-02T10:00:30Z',
    opened: [{ from: '2024-03-01T08:15:00Z' }],
    firstResponse: {},
    rate: 'not_rated',
    ccs: [],
    tags: ['heating'],
    events: [sampleEvent()],
    ...parts,
  };
}

/** The requester's message; parts replace what a test is about. */
export function sampleEvent(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    date: '2024-03-01T08:15:00Z',
    author: { id: 'nora.lind@example.org', name: 'Nora Lind', type: 'client' },
    is_private: false,
    message: 'Message: it hums all night.\nWhat can I do?',
    source: { type: 'chat-window', url: 'https://heat.example.net/contact' },
    ...parts,
  };
}

/** The conversation that a ticket becomes; null when it has no date. */
export function conversationOf(record: Record<string, unknown>, complete = true): Conversation | null {
  return toConversation(ticketSchema.parse(record), { baseUrl, fetchedAt, record, complete });
}
