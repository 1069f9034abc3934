import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/contract/message.ts';
import { conversationOf, sampleEvent, sampleTicket } from './sample-ticket.ts';

const agent = { id: 'pavel@desk.example.com', name: 'Pavel' };

function messagesOf(...events: Record<string, unknown>[]): readonly Message[] {
  return conversationOf(sampleTicket({ events }))?.messages ?? [];
}

function messageOf(event: Record<string, unknown>): Message {
  return messagesOf(event)[0] as Message;
}

function at(date: number | null, message: string): Record<string, unknown> {
  return sampleEvent({ date, message });
}

describe('events of a ticket as messages', () => {
  it('reads the requester’s message', () => {
    expect(messageOf(sampleEvent())).toEqual({
      key: '0',
      vendorId: null,
      kind: 'MESSAGE',
      vendorKind: 'message',
      internal: false,
      authorRole: 'CUSTOMER',
      authorName: 'Nora Lind',
      author: undefined,
      sentAt: Date.parse('2024-03-01T08:15:00Z'),
      body: 'Message: it hums all night.\nWhat can I do?',
      bodyFormat: 'text',
      attachments: [],
    });
  });

  it('knows a client who is not the requester as a customer of their own', () => {
    const message = messageOf(
      sampleEvent({ author: { id: 'Omar@Example.org', name: 'Omar', type: 'client' } }),
    );
    expect(message.author).toMatchObject({
      type: 'Customer',
      customer: { key: 'omar@example.org', name: 'Omar' },
    });
  });

  it('reads a private message of an agent as an internal note', () => {
    const message = messageOf(sampleEvent({ author: { ...agent, type: 'agent' }, is_private: true }));
    expect(message).toMatchObject({
      kind: 'NOTE',
      internal: true,
      authorRole: 'AGENT',
      authorName: 'Pavel',
      author: { type: 'Agent', agent: { key: agent.id, name: 'Pavel' } },
    });
  });

  it.each(['constructor', 'toString'])('knows no event of the type %s', (type) => {
    expect(messageOf({ type, author: agent })).toMatchObject({ kind: 'OTHER', vendorKind: type });
  });

  it.each([true, 1, '1', 'true', 'yes', [], {}])('keeps a message private that is so with %j', (mark) => {
    expect(messageOf(sampleEvent({ is_private: mark }))).toMatchObject({ kind: 'NOTE', internal: true });
  });

  it.each([false, undefined, null, 0, '0', '', 'False'])(
    'shows a message that is private with %j to everybody',
    (mark) => {
      expect(messageOf(sampleEvent({ is_private: mark }))).toMatchObject({
        kind: 'MESSAGE',
        internal: false,
      });
    },
  );

  it('gives attachments absolute URLs', () => {
    const file = {
      url: 'files.example.net/att/7/plan.png',
      name: 'plan.png',
      width: 6,
      content_type: 'image/png',
    };
    expect(messageOf(sampleEvent({ attachments: [file] })).attachments).toEqual([
      {
        name: 'plan.png',
        url: 'https://files.example.net/att/7/plan.png',
        mimeType: 'image/png',
        size: null,
      },
    ]);
  });

  it.each([
    [
      { type: 'assignee_changed', author: agent, to: { id: 'ida@desk.example.com', name: 'Ida' } },
      'TRANSFER',
      'AGENT',
      'Assigned to Ida by Pavel.',
    ],
    [{ type: 'assignee_changed', author: agent }, 'TRANSFER', 'AGENT', 'Unassigned by Pavel.'],
    [
      { type: 'status_changed', author: agent, previous: 'open', current: 'solved' },
      'SYSTEM',
      'AGENT',
      'Status changed from open to solved by Pavel.',
    ],
    [
      { type: 'status_changed', previous: 'solved', current: 'open' },
      'SYSTEM',
      'SYSTEM',
      'Status changed from solved to open.',
    ],
    [
      { type: 'rated', author: { id: 'nora.lind@example.org', name: 'Nora Lind' }, current: 'good' },
      'RATING',
      'CUSTOMER',
      'Rated good by Nora Lind.',
    ],
    [{ type: 'rating_offer_sent' }, 'SYSTEM', 'SYSTEM', 'The customer was asked for a rating.'],
    [{ type: 'follow_up_sent' }, 'SYSTEM', 'SYSTEM', 'A follow-up was sent to the customer.'],
    [{ type: 'merged_with', author: agent }, 'OTHER', 'AGENT', 'Event merged_with by Pavel.'],
    [{}, 'OTHER', 'SYSTEM', 'Event without a type.'],
  ])('puts %j into words', (event, kind, authorRole, body) => {
    const vendorKind = 'type' in event ? event.type : null;
    const message = messageOf({ date: 1_709_280_000, ...event });
    expect(message).toMatchObject({
      kind,
      authorRole,
      body,
      vendorKind,
      internal: true,
      sentAt: 1_709_280_000_000,
    });
  });

  it('puts the oldest first, keeps ties as they came, and numbers by the place in the history', () => {
    const messages = messagesOf(
      at(200, 'c'),
      at(100, 'a'),
      at(200, 'd'),
      at(null, 'undated, behind d'),
      at(150, 'b'),
    );
    expect(messages.map(({ key, body }) => `${key} ${body}`)).toEqual([
      '1 a',
      '4 b',
      '0 c',
      '2 d',
      '3 undated, behind d',
    ]);
  });

  it('survives an event of an odd form', () => {
    const odd = {
      type: 'message',
      date: {},
      author: 'somebody',
      message: 7,
      attachments: 'none',
      is_private: 'no',
    };
    expect(messageOf(odd)).toMatchObject({ kind: 'NOTE', body: '7', sentAt: null, attachments: [] });
  });
});
