import { describe, expect, it } from 'vitest';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import {
  toRows,
  toTicket,
  toTicketPage,
  type ListSetting,
} from '../../../src/vendors/livechat/livechat-answers.ts';
import { successfulJson } from '../../../src/vendors/livechat/livechat-errors.ts';
import { tagSchema } from '../../../src/vendors/livechat/livechat-wire.ts';
import { label, replyOf } from './reply-of.ts';
import { baseUrl, fetchedAt, sampleEvent, sampleTicket } from './sample-ticket.ts';

const setting = { baseUrl, fetchedAt, label };

function errorOf(act: () => unknown): VendorError {
  try {
    act();
  } catch (error) {
    if (error instanceof VendorError) return error;
  }
  throw new Error('expected a VendorError');
}

async function failure(body: unknown, status: number): Promise<VendorError> {
  const reply = await replyOf(body, status);
  return errorOf(() => successfulJson(reply, label));
}

describe('pages of tickets', () => {
  it('tell rows and counts, also where counts are written as text', () => {
    const page = toTicketPage({ tickets: [sampleTicket()], total: '31', pages: 2 }, setting);
    expect(page).toMatchObject({ rows: [{ key: 'H3LPA' }], total: 31, pages: 2 });
  });

  it('are empty without an array of tickets', () => {
    expect(toTicketPage({ total: 0 }, setting)).toEqual({ rows: [], unread: [], total: 0, pages: 0 });
  });

  it('may come without an envelope', () => {
    expect(toTicketPage([sampleTicket()], setting)).toMatchObject({
      rows: [{ key: 'H3LPA' }],
      total: null,
      pages: null,
    });
  });

  it.each([
    ['a text'],
    [{ tickets: [{ subject: 'no id' }] }],
    [{ tickets: [{ id: 'NEVER' }] }],
    [{ tickets: [{ id: 'NEVER', events: [null] }] }],
    [{ tickets: [null] }],
    [{ tickets: 4 }],
    [{}],
    [{ success: false }],
    [{ status: 'ERROR' }],
    [{ code: 500, message: 'boom' }],
    [{ total: 5, pages: 1 }],
  ])('of another form are refused: %j', (body) => {
    expect(errorOf(() => toTicketPage(body, setting))).toMatchObject({ kind: 'bad-response', ...label });
  });

  it.each([[{ subject: 'no id' }], [{ id: 'NEVER' }], [null], ['x']])(
    'are read but for a ticket that has no id or no date: %j',
    (odd) => {
      const { rows, unread } = toTicketPage({ tickets: [odd, sampleTicket()], total: 2 }, setting);
      expect(rows).toMatchObject([{ key: sampleTicket().id }]);
      expect(unread).toEqual([{ createdAt: null }]);
    },
  );

  it('are read whole although a row is sloppily written', () => {
    const odd = sampleTicket({
      id: 'SLOPY',
      subject: 2024,
      tags: '',
      groups: '',
      opened: '',
      assignee: '',
      requester: { mail: 'nora.lind@example.org', name: 7 },
      events: [null, sampleEvent({ message: 42 }), 'x', sampleEvent({ attachments: '' })],
    });
    const { rows } = toTicketPage({ tickets: [odd, sampleTicket({ tags: [8], events: '' })] }, setting);
    expect(rows).toMatchObject([
      {
        key: 'SLOPY',
        subject: '2024',
        tags: [],
        assignee: null,
        customer: { name: '7' },
        preview: '42',
        // The history only grows: what is left out keeps its place.
        messages: [
          { key: '1', body: '42' },
          { key: '3', attachments: [] },
        ],
      },
      { key: 'H3LPA', tags: [{ name: '8' }], messages: [] },
    ]);
  });

  it.each([
    [{ subject: false }, { subject: null }],
    [{ status: {} }, { status: 'UNKNOWN', vendorStatus: null }],
    [{ tags: [null, 'vip', { name: 'x' }] }, { tags: [{ name: 'vip' }] }],
    [{ tags: {} }, { tags: [] }],
    [{ groups: [null, 7], currentGroup: {} }, { department: { key: '7' } }],
    [{ groups: {}, currentGroup: { id: null, name: 'Sales' } }, { department: null }],
    [{ requester: [] }, { customer: null }],
    [
      { requester: { mail: false, name: 'Nora', ip: [] } },
      { customer: { email: null, name: 'Nora' }, visit: { host: null } },
    ],
    [{ assignee: [] }, { assignee: null }],
    [{ source: [] }, { channel: 'OTHER', vendorChannel: null }],
    [{ events: {} }, { messages: undefined, preview: null }],
    [{ opened: {} }, {}],
    [{ date: {} }, { createdAt: Date.parse('2024-03-01T08:15:00Z') }],
    [{ date: {}, opened: [null, { from: [] }, 4] }, { createdAt: Date.parse('2024-03-01T08:15:00Z') }],
    [{ modified: [] }, { updatedAt: null }],
  ])('keep a row whose fields are odd, which count as lacking: %j', (parts, read) => {
    const { rows } = toTicketPage({ tickets: [sampleTicket(parts), sampleTicket()] }, setting);
    expect(rows).toMatchObject([{ key: 'H3LPA', ...read }, { key: 'H3LPA' }]);
  });

  it('do not tell counts that are none', () => {
    const page = toTicketPage({ tickets: [], total: {}, pages: 'many' }, setting);
    expect(page).toEqual({ rows: [], unread: [], total: null, pages: null });
  });

  it('are refused without a word of their content', () => {
    const record = sampleTicket({ id: { secret: 'private words' } });
    const { message } = errorOf(() => toTicketPage({ tickets: [record] }, setting));
    expect(message).toContain('at id');
    expect(message).not.toContain('private words');
  });
});

describe('single tickets', () => {
  it.each([
    ['bare', sampleTicket()],
    ['in an envelope', { ticket: sampleTicket() }],
    ['in the envelope of a list', { tickets: [sampleTicket()], total: 1, pages: 1 }],
  ])('are read %s', (_form, body) => {
    expect(toTicket(body, setting)).toMatchObject({ key: 'H3LPA', tags: [{ name: 'heating' }] });
  });

  it('take tags that stand beside the ticket', () => {
    const { tags: _tags, ...ticket } = sampleTicket();
    expect(toTicket({ ticket, tags: ['late'] }, setting)?.tags).toMatchObject([{ name: 'late' }]);
  });

  it('are none in an empty envelope', () => {
    expect(toTicket({ tickets: [], total: 0 }, setting)).toBeNull();
  });
});

async function rowsIn(body: unknown) {
  const reply = await replyOf(body);
  const each: ListSetting['each'] = (rows, map) => reply.each(rows, map);
  return toRows(body, tagSchema, 'tag', ({ name }) => name, { label, each });
}

describe('bare lists', () => {
  it('are read row by row, and refused when they are no list', async () => {
    expect(await rowsIn([{ name: 'vip', count: {} }, { name: 'new' }])).toEqual({
      rows: ['vip', 'new'],
      unread: [],
    });
    expect((await rowsIn([{ name: 2024 }])).rows).toEqual(['2024']);
    expect(await rowsIn(null)).toEqual({ rows: [], unread: [] });
    await expect(rowsIn({ name: 'vip' })).rejects.toMatchObject({ kind: 'bad-response', ...label });
    await expect(rowsIn([{ title: 'vip' }])).rejects.toMatchObject({ kind: 'bad-response', ...label });
  });

  it('set aside what is no row, unless there are no others', async () => {
    for (const odd of [null, '', [], {}, { name: '' }]) {
      const { rows, unread } = await rowsIn([{ name: 'vip' }, odd]);
      expect(rows).toEqual(['vip']);
      expect(unread).toHaveLength(1);
      await expect(rowsIn([odd])).rejects.toMatchObject({ kind: 'bad-response', ...label });
    }
  });
});

describe('refusals', () => {
  it.each([
    { error: 'order is wrong' },
    { error: ['order is wrong'] },
    { errors: 'order is wrong' },
    { errors: ['order is wrong'] },
  ])('of the input keep the vendor’s words: %j', async (body) => {
    expect(await failure(body, 400)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('order is wrong'),
    });
  });

  it.each([
    [401, { error: 'Unauthorized' }, 'unauthenticated'],
    [403, { error: 'no' }, 'unauthenticated'],
    [404, { error: 'no ticket' }, 'not-found'],
    [404, 'nothing here', 'not-found'],
    [429, { error: 'Too many requests' }, 'rate-limited'],
    [500, { errors: ['oops'] }, 'unavailable'],
    [502, '<html>Bad gateway</html>', 'unavailable'],
    [301, '', 'bad-response'],
    [400, '{}', 'bad-response'],
    [400, { error: 'Invalid API key' }, 'unauthenticated'],
    [200, { error: 'ticket not found' }, 'not-found'],
    [200, { error: 'strange' }, 'bad-response'],
    [200, '<html>Welcome</html>', 'bad-response'],
    [200, '', 'bad-response'],
  ])('with status %i and body %j are %s', async (status, body, kind) => {
    expect((await failure(body, status)).kind).toBe(kind);
  });

  it('do not hide in tickets: a record with a text called error is none', async () => {
    const body = { tickets: [sampleTicket({ error: 'E42' })], total: 1, pages: 1 };
    expect(await successfulJson(await replyOf(body), label)).toMatchObject({ total: 1 });
  });
});
