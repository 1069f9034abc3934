import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../src/contract/conversation.ts';
import { conversationOf, fetchedAt, sampleEvent, sampleTicket } from './sample-ticket.ts';

function without(record: Record<string, unknown>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function visitFrom(url: string): Visit | null | undefined {
  return conversationOf(sampleTicket({ source: { type: 'lc2', url }, requester: null }))?.visit;
}

describe('a ticket as a conversation', () => {
  it('has every field that the ticket tells', () => {
    expect(conversationOf(sampleTicket())).toMatchObject({
      key: 'H3LPA',
      vendorId: 'H3LPA',
      reference: 'H3LPA',
      channel: 'CONTACT_FORM',
      vendorChannel: 'chat-window',
      status: 'OPEN',
      vendorStatus: 'open',
      subject: 'Boiler makes a noise',
      preview: 'Message: it hums all night.\nWhat can I do?',
      createdAt: Date.parse('2024-03-01T08:15:00Z'),
      updatedAt: Date.parse('2024-03-02T10:00:30Z'),
      department: { key: '3', vendorId: '3', name: 'Repairs' },
      assignee: { key: 'pavel@desk.example.com', email: 'pavel@desk.example.com', name: 'Pavel' },
      customer: {
        key: 'nora.lind@example.org',
        email: 'nora.lind@example.org',
        name: 'Nora Lind',
        phones: [],
      },
      visit: {
        country: null,
        host: '198.51.100.4',
        referrer: 'https://heat.example.net/contact',
        userAgent: null,
      },
      tags: [{ key: 'heating', vendorId: 'heating', name: 'heating', archived: false, color: null }],
      customFields: [],
      note: null,
      revision: '2024-03-02T10:00:30Z',
      fetchedAt,
    });
  });

  it('leaves nothing for a second call', () => {
    const open = Object.entries(conversationOf(sampleTicket()) ?? {}).filter(
      ([, value]) => value === undefined,
    );
    expect(open).toEqual([]);
  });

  it.each([
    ['open', 'OPEN'],
    ['pending', 'PENDING'],
    ['solved', 'RESOLVED'],
    ['spam', 'SPAM'],
    ['snoozed', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('maps status %s to %s and keeps the code', (status, expected) => {
    expect(conversationOf(sampleTicket({ status }))).toMatchObject({
      status: expected,
      vendorStatus: status,
    });
  });

  it.each([
    ['mail', 'EMAIL'],
    ['chat-window', 'CONTACT_FORM'],
    ['lc2', 'CHAT'],
    ['agent-app-manual', 'MANUAL'],
    ['constructor', 'OTHER'],
    ['facebook', 'FACEBOOK'],
    ['facebook:conversation', 'FACEBOOK'],
    ['facebook:post', 'FACEBOOK'],
    ['pigeon', 'OTHER'],
  ])('maps source %s to %s and keeps the code', (type, expected) => {
    const source = { type, url: null };
    expect(conversationOf(sampleTicket({ source }))).toMatchObject({
      channel: expected,
      vendorChannel: type,
    });
  });

  it('takes the time of creation from wherever it stands', () => {
    const opened = [{ from: 1_709_280_000 }, { from: 1_709_290_000 }];
    const events = [sampleEvent({ date: '1709270000' })];
    const bare = without(sampleTicket({ opened, events }), 'date');
    expect(conversationOf(bare)?.createdAt).toBe(1_709_280_000_000);
    expect(conversationOf(without(bare, 'opened'))?.createdAt).toBe(1_709_270_000_000);
    expect(conversationOf({ id: 'X', modified: 1_709_260_000 })?.createdAt).toBe(1_709_260_000_000);
    expect(conversationOf({ id: 'X' })).toBeNull();
  });

  it('reads groups as numbers, and prefers the current group', () => {
    const numbers = without(sampleTicket({ groups: [0, 4] }), 'currentGroup');
    expect(conversationOf(numbers)?.department).toEqual({ key: '0', vendorId: '0' });
    const moved = sampleTicket({ groups: [{ id: 1, name: 'Sales' }] });
    expect(conversationOf(moved)?.department).toMatchObject({ key: '3' });
    expect(conversationOf(without(sampleTicket({ groups: [] }), 'currentGroup'))?.department).toBeNull();
  });

  it('has none of what an unassigned ticket without source and requester leaves out', () => {
    const bare = without(sampleTicket(), 'assignee', 'requester', 'source', 'tags', 'subject');
    expect(conversationOf(bare)).toMatchObject({
      assignee: null,
      customer: null,
      visit: null,
      tags: [],
      subject: null,
      channel: 'OTHER',
      vendorChannel: null,
    });
  });

  it('writes a referrer without a scheme as an absolute one and drops what is no web address', () => {
    expect(visitFrom('heat.example.net/contact')).toMatchObject({
      referrer: 'https://heat.example.net/contact',
    });
    expect(visitFrom('javascript:alert(1)')).toBeNull();
  });

  it('leaves open what a row without its history may have lost', () => {
    const row = conversationOf(without(sampleTicket(), 'events', 'tags'), false);
    expect(row).toMatchObject({ key: 'H3LPA', preview: null });
    expect(row?.messages).toBeUndefined();
    expect(row?.tags).toBeUndefined();
  });

  it('takes a whole ticket at its word where history and tags are missing', () => {
    expect(conversationOf(without(sampleTicket(), 'events', 'tags'))).toMatchObject({
      messages: [],
      tags: [],
    });
  });

  it('cuts a long preview between characters', () => {
    const events = [sampleEvent({ message: '  ' }), sampleEvent({ message: `\n${'🔥'.repeat(300)}` })];
    expect(conversationOf(sampleTicket({ events }))?.preview).toBe('🔥'.repeat(200));
  });

  it('keeps the record but for keys and tokens', () => {
    const assignee = { id: 'pavel@desk.example.com', name: 'Pavel', api_key: 'k-1' };
    const raw = conversationOf(
      sampleTicket({ assignee, token: 't-1', extra: [{ Password: 'p-1', kept: 1 }] }),
    )?.raw;
    expect(raw).toMatchObject({ id: 'H3LPA', rate: 'not_rated', extra: [{ kept: 1 }] });
    expect(JSON.stringify(raw)).not.toMatch(/k-1|t-1|p-1/);
  });

  it('gives a tag that stands twice once', () => {
    expect(conversationOf(sampleTicket({ tags: ['vip', 'vip'] }))?.tags).toHaveLength(1);
  });
});
