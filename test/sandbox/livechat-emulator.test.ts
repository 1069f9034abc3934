import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/sandbox/emulator.ts';
import type { LivechatQuirks } from '../../src/sandbox/livechat/livechat-account.ts';
import { createLivechatEmulator } from '../../src/sandbox/livechat/livechat-emulator.ts';
import { openEmulator } from '../../src/sandbox/open-emulator.ts';
import type { WorldConversation } from '../../src/sandbox/world/world.ts';
import { sampleConversation, sampleDesk, sampleEntry } from './sample-desk.ts';

const agent = { author: { type: 'agent', id: '11' } } as const;
const system = { author: { type: 'system' } } as const;

function reopenedTicket(): WorldConversation {
  return sampleConversation(
    'A1B2C',
    [
      sampleEntry('2024-03-01T09:00:00Z', 'The buckle broke.', {
        attachments: [{ name: 'a b.jpg', mimeType: 'image/jpeg', size: 10 }],
      }),
      sampleEntry('2024-03-01T09:05:00Z', '11', { kind: 'transfer', ...agent }),
      sampleEntry('2024-03-01T09:10:00Z', 'Check the warranty', { kind: 'note', ...agent }),
      sampleEntry('2024-03-01T09:20:00Z', '<p>We send a new one.</p>', { html: true, ...agent }),
      sampleEntry('2024-03-01T09:21:00Z', 'resolved', { kind: 'status', ...agent }),
      sampleEntry('2024-03-03T10:00:00Z', 'It came broken, too.'),
      sampleEntry('2024-03-03T10:00:00Z', 'open', { kind: 'status', ...system }),
      sampleEntry('2024-03-03T11:00:00Z', 'resolved', { kind: 'status', ...agent }),
    ],
    {
      channel: 'form',
      status: 'resolved',
      subject: 'Buckle',
      tagIds: ['sh1p', '01da'],
      rating: { welcome: 1, delay: 1, resolution: 1, comment: '', at: Date.parse('2024-03-03T12:00:00Z') },
      updatedAt: Date.parse('2024-03-03T12:00:00Z'),
    },
  );
}

function spamTicket(): WorldConversation {
  return sampleConversation(
    'SP4MM',
    [
      sampleEntry('2024-03-05T00:00:00Z', 'Buy now'),
      sampleEntry('2024-03-05T00:00:05Z', 'spam', { kind: 'status', ...system }),
    ],
    { channel: 'email', status: 'spam', subject: '', assigneeId: null, departmentId: '0' },
  );
}

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

type Json = Readonly<Record<string, unknown>>;
interface Page {
  readonly tickets: readonly { readonly id: string }[];
  readonly total: number;
  readonly pages: number;
}

const now = (): number => Date.parse('2024-03-20T12:00:00Z');

async function open(
  quirks: Partial<LivechatQuirks> = {},
  conversations: WorldConversation[] = [reopenedTicket(), spamTicket()],
) {
  const desk = sampleDesk('UTC', conversations);
  const account = { login: '11@desk.example.com', apiKey: 'secret-2', now, quirks };
  emulator = await openEmulator(createLivechatEmulator(desk, account));
  const { origin } = emulator;
  const headers = {
    authorization: `Basic ${btoa('11@desk.example.com:secret-2')}`,
    'x-api-version': '2',
  };
  const call = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { ...headers, ...(init.headers as object | undefined) } });
  const send = (method: string, path: string, value: unknown) =>
    call(path, { method, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  const get = async <Value = Json>(path: string) => (await (await call(path)).json()) as Value;
  const ids = async (query: string) => (await get<Page>(`/tickets?${query}`)).tickets.map(({ id }) => id);
  return { call, send, get, ids };
}

describe('a LiveChat ticket', () => {
  it('is bare, with ISO dates in whole seconds and groups as objects', async () => {
    const { get } = await open();
    const ticket = await get('/tickets/A1B2C');
    expect(ticket).toMatchObject({
      id: 'A1B2C',
      status: 'solved',
      subject: 'Buckle',
      assignee: { id: '11@desk.example.com', name: 'Rosa Keller' },
      requester: { mail: 'nora.lindt@example.com', name: 'Nora Lindt', utc_offset: 'America/Santiago' },
      groups: [{ id: 4, name: 'Parcels', inherited: false }],
      currentGroup: { id: 4 },
      source: { type: 'chat-window', url: 'https://shop.example.com/contact' },
      date: '2024-03-01T09:00:00Z',
      modified: '2024-03-03T12:00:00Z',
      resolutionDate: '2024-03-03T11:00:00Z',
      firstResponse: { agent: '11@desk.example.com', date: '2024-03-01T09:20:00Z' },
      tags: ['shipping', 'Old'],
      rate: 'rated_bad',
    });
    expect(ticket['opened']).toEqual([
      { from: '2024-03-01T09:00:00Z', to: '2024-03-01T09:21:00Z' },
      { from: '2024-03-03T10:00:00Z', to: '2024-03-03T11:00:00Z' },
    ]);
  });

  it('has events of every kind; the change of status that made itself has no author', async () => {
    const { get } = await open();
    const { events } = await get<{ events: Json[] }>('/tickets/A1B2C');
    expect(events.map(({ type }) => type)).toEqual([
      'message',
      'assignee_changed',
      'message',
      'message',
      'status_changed',
      'rating_offer_sent',
      'message',
      'status_changed',
      'status_changed',
      'rating_offer_sent',
      'rated',
    ]);
    expect(events[0]).toMatchObject({
      author: { id: 'nora.lindt@example.com', type: 'client' },
      attachments: [
        {
          name: 'a b.jpg',
          url: 'files.livechat.example.com/tickets/A1B2C/entry-2024-03-01T09:00:00Z/a%20b.jpg',
        },
      ],
    });
    expect(events[2]).toMatchObject({ is_private: true, author: { type: 'agent' } });
    expect(events[3]).toMatchObject({ is_private: false, message: 'We send a new one.' });
    expect(events[7]).toEqual({
      date: '2024-03-03T10:00:00Z',
      current: 'open',
      previous: 'solved',
      type: 'status_changed',
    });
    expect(events[10]).toMatchObject({ current: 'bad', author: { id: 'nora.lindt@example.com' } });
  });

  it('lacks assignee, answer and resolution where there are none', async () => {
    const { get } = await open();
    const ticket = await get('/tickets/SP4MM');
    expect(ticket).toMatchObject({
      status: 'spam',
      subject: '(no subject)',
      firstResponse: {},
      groups: [{ id: 0 }],
    });
    expect(ticket).not.toHaveProperty('assignee');
    expect(ticket).not.toHaveProperty('resolutionDate');
  });

  it('can look as the documents have it: epoch seconds, numbers, an envelope', async () => {
    const { get } = await open({ dates: 'epoch', groups: 'numbers', singleTicket: 'enveloped' });
    const { tickets, total } = await get<{ tickets: Json[]; total: number }>('/tickets/A1B2C');
    expect(total).toBe(1);
    expect(tickets[0]).toMatchObject({
      modified: 1709467200,
      groups: [4],
      opened: [{ from: 1709283600 }, {}],
    });
    expect(tickets[0]).not.toHaveProperty('date');
  });
});

function manyTickets(count: number): WorldConversation[] {
  return Array.from({ length: count }, (_, index) =>
    sampleConversation(
      `T${String(index).padStart(4, '0')}`,
      [sampleEntry(new Date(Date.parse('2024-02-01T00:00:00Z') + index * 3_600_000).toISOString(), 'Hello')],
      { status: 'resolved' },
    ),
  );
}

describe('the list of LiveChat tickets', () => {
  it('has 25 a page from page 1, newest change first, and nothing behind the last page', async () => {
    const { get, ids } = await open({ massChanged: 0 }, manyTickets(60));
    const first = await get<Page>('/tickets');
    expect([first.total, first.pages, first.tickets.length]).toEqual([60, 3, 25]);
    expect(first.tickets[0]?.id).toBe('T0059');
    expect(await ids('page=3')).toHaveLength(10);
    expect(await ids('page=4')).toEqual([]);
    expect((await ids('order=asc'))[0]).toBe('T0000');
  });

  it('matches days of UTC against any activity, but not against a change without an event', async () => {
    const touched = { ...spamTicket(), updatedAt: Date.parse('2024-03-18T00:00:00Z') };
    const { ids } = await open({}, [reopenedTicket(), touched]);
    expect(await ids('date_from=2024-03-02&date_to=2024-03-03')).toEqual(['A1B2C']);
    expect(await ids('date_from=2024-03-05')).toEqual(['SP4MM']);
    expect(await ids('date_from=2024-03-18&date_to=2024-03-18')).toEqual([]);
    expect(await ids('')).toEqual(['SP4MM', 'A1B2C']);
  });

  it.each([
    ['status=spam', ['SP4MM']],
    ['assigned=0', ['SP4MM']],
    ['assigned=1', ['A1B2C']],
    ['assignee=11%40desk.example.com', ['A1B2C']],
    ['tagged=1', ['A1B2C']],
    ['tag=shipping', ['A1B2C']],
    ['tag=Shipping', []],
    ['requester[mail]=NORA.lindt%40example.com', ['SP4MM', 'A1B2C']],
    ['source=mail', ['SP4MM']],
    ['group=4', ['A1B2C']],
    ['query=BUCKLE', ['A1B2C']],
  ])('filters by %s', async (query, expected) => {
    const { ids } = await open();
    expect(await ids(query)).toEqual(expected);
  });

  it.each(['order=INVALID', 'page=0', 'date_from=2024-02-31', 'status=new'])('refuses %s', async (query) => {
    const { call } = await open();
    const response = await call(`/tickets?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: [expect.stringContaining(query.split('=')[0] ?? '')] });
  });

  it('has old tickets that a mass change touched at one moment, long after their last event', async () => {
    const { get } = await open({ massChanged: 30 }, manyTickets(800));
    const { tickets } = await get<{ tickets: { modified: string; events: { date: string }[] }[] }>(
      '/tickets?page=4',
    );
    const touched = tickets.filter(({ modified, events }) => !events.some(({ date }) => date === modified));
    expect(touched.length).toBeGreaterThan(20);
    expect(new Set(touched.map(({ modified }) => modified)).size).toBe(1);
  });
});

describe('changes of LiveChat tickets', () => {
  it('create a ticket from JSON and answer it bare', async () => {
    const { send, get, ids } = await open();
    const response = await send('POST', '/tickets', {
      message: 'Hello',
      requester: { mail: 'new@example.org', name: 'Uma Park' },
      assignee: { id: '12@desk.example.com' },
      source: { type: 'mail' },
      group: [4],
    });
    const { id } = (await response.json()) as { id: string };
    expect(id).toMatch(/^[A-Z0-9]{5}$/);
    expect(await get(`/tickets/${id}`)).toMatchObject({
      status: 'open',
      subject: '(no subject)',
      modified: '2024-03-20T12:00:00Z',
      requester: { mail: 'new@example.org', name: 'Uma Park' },
      assignee: { id: '12@desk.example.com' },
      events: [{ type: 'message', message: 'Hello', author: { type: 'client' } }],
    });
    expect(await ids('status=open')).toEqual([id]);
  });

  it('create a ticket from a form, which filtered lists may show later only', async () => {
    const { call, get, ids } = await open({ indexLagMs: 5000 });
    const response = await call('/tickets', {
      method: 'POST',
      body: 'message=Hi&requester[mail]=new%40example.org&subject=Shoes',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const { id } = (await response.json()) as { id: string };
    expect(await get(`/tickets/${id}`)).toMatchObject({ subject: 'Shoes' });
    expect(await ids('status=open')).toEqual([]);
    expect(await ids('')).toContain(id);
  });

  it('refuse a ticket without a message under the other name', async () => {
    const { send } = await open();
    const response = await send('POST', '/tickets', { requester: { mail: 'a@example.com' } });
    expect([response.status, await response.json()]).toEqual([400, { error: ['message is required'] }]);
  });

  it('replace all tags of a ticket and answer in the list’s envelope', async () => {
    const { send, get } = await open();
    const response = await send('PUT', '/tickets/A1B2C/tags', { tag: ['urgent', 'shipping'] });
    expect(await response.json()).toMatchObject({ total: 1, tickets: [{ tags: ['urgent', 'shipping'] }] });
    expect(await get('/tickets/A1B2C')).toMatchObject({
      tags: ['urgent', 'shipping'],
      modified: '2024-03-20T12:00:00Z',
    });
  });
});

describe('LiveChat directories', () => {
  it('are bare lists with scheme-less pictures; group 0 has no agents', async () => {
    const { get } = await open();
    const agents = await get<Json[]>('/agents');
    expect(agents[0]).toEqual({
      name: 'Rosa Keller',
      permission: 'owner',
      avatar: expect.stringMatching(/^livechat\.s3\.example\.com\//),
      login: '11@desk.example.com',
      status: 'accepting chats',
    });
    expect(await get('/groups')).toEqual([
      { id: 0, name: 'All operators', language: 'en', status: 'accepting chats' },
      {
        id: 4,
        name: 'Parcels',
        language: 'en',
        agents: ['11@desk.example.com', '12@desk.example.com'],
        status: 'accepting chats',
      },
    ]);
    expect(await get('/tags')).toMatchObject([{ name: 'shipping', count: { inTickets: 1 } }]);
    expect(await get<Json[]>('/canned_responses?group=4')).toHaveLength(2);
    expect(await get('/status')).toEqual({ status: 'online' });
  });

  it('show an agent’s own key in the details', async () => {
    const { get } = await open();
    const own = await get('/agents/11%40desk.example.com');
    expect(own).toMatchObject({
      api_key: 'secret-2',
      max_chats_count: 3,
      groups: [{ id: 4, name: 'Parcels' }],
    });
    expect(await get('/agents/12%40desk.example.com')).not.toHaveProperty('api_key');
  });

  it('create, update and delete agents; nobody can be logged in from outside', async () => {
    const { send, call, get } = await open();
    await send('POST', '/agents', { login: 'uma@example.com', name: 'Uma Park', groups: [4] });
    expect(await get('/agents/uma%40example.com')).toMatchObject({ status: 'offline', permission: 'normal' });
    await send('PUT', '/agents/uma%40example.com', { status: 'accepting chats', max_chats_count: 2 });
    expect(await get('/agents/uma%40example.com')).toMatchObject({ status: 'offline', max_chats_count: 2 });
    await send('PUT', '/agents/11%40desk.example.com', { status: 'not accepting chats' });
    expect(await get('/agents/11%40desk.example.com')).toMatchObject({ status: 'not accepting chats' });
    const gone = await call('/agents/uma%40example.com', { method: 'DELETE' });
    expect(await gone.json()).toEqual({ result: 'uma@example.com removed successfully' });
    expect((await call('/agents/uma%40example.com')).status).toBe(404);
  });

  it('create and delete tags; tickets keep a deleted one', async () => {
    const { send, get } = await open();
    const made = await send('POST', '/tags', { tag: 'fragile', author: '11@desk.example.com', group: 4 });
    expect(await made.json()).toMatchObject({ name: 'fragile', count: { inChats: 0, inTickets: 0 } });
    const gone = await send('DELETE', '/tags/shipping', { group: 4 });
    expect(await gone.json()).toEqual({ ok: true });
    expect(await get('/tags')).toMatchObject([{ name: 'fragile' }]);
    expect(await get('/tickets/A1B2C')).toMatchObject({ tags: ['shipping', 'Old'] });
    const refused = await send('POST', '/tags', { tag: 'fragile', author: 'x', group: 4 });
    expect([refused.status, await refused.json()]).toEqual([400, { errors: 'tag already exists' }]);
  });
});

describe('the LiveChat door', () => {
  it('wants the version, the login and a known path; v2 in front is allowed', async () => {
    const { call } = await open();
    const without = await call('/agents', { headers: { 'x-api-version': '1' } });
    expect([without.status, await without.json()]).toEqual([
      400,
      { error: expect.stringContaining('X-API-Version') },
    ]);
    const stranger = await call('/agents', { headers: { authorization: `Basic ${btoa('x:y')}` } });
    expect([stranger.status, await stranger.json()]).toEqual([401, { error: 'Invalid login or API key' }]);
    expect((await call('/v2/agents')).status).toBe(200);
    expect((await call('/tickets/NOONE')).status).toBe(404);
    const broken = await call('/tickets', {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(broken.status).toBe(400);
  });
});
