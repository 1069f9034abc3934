import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import {
  AnswerWithStatus,
  apiKey,
  callContext,
  historyOf,
  openChatServer,
  type ChatServer,
  type ReceivedCall,
} from './chat-server.ts';
import { wireChat } from './chats.ts';
import { newestFirst, walkConversations, type WalkOptions } from './walk.ts';

const hour = 3_600_000;
const day = 24 * hour;
const paris = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** From the first day asked for to the last, in milliseconds. */
const lengthOf = ({ query }: ReceivedCall) =>
  Date.parse(query['edate'] ?? '') - Date.parse(query['sdate'] ?? '');

let server: ChatServer | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-12T10:00:00Z') });
});
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

async function open(answer: (call: ReceivedCall) => unknown): Promise<ChatServer> {
  return (server = await openChatServer(answer));
}

/** A chat that began so long ago, to the minute. */
function chatAgo(id: number, ago: number, fields = {}) {
  const datetime = paris.format(Date.now() - ago).replace(/^(\d+)\/(\d+)\/(\d+)\D+(\d+:\d+)$/, '$1.$2.$3 $4');
  return wireChat({ id: String(id), datetime, ...fields });
}

/** Walks the last days (30 unless told) to the end. */
function walk(
  source: HelpdeskSource,
  { span = 30 * day, ...options }: Partial<WalkOptions> & { span?: number } = {},
) {
  const now = Date.now();
  return walkConversations(source, { window: { from: now - span, to: now }, ...options });
}

describe('listing chats', () => {
  it('asks for days of the account’s calendar, with the key in the query', async () => {
    const { source, calls } = await open(() => []);
    await source.conversations!.list(
      {
        window: { from: Date.parse('2026-03-10T23:30:00Z'), to: Date.parse('2026-03-11T12:00:00Z') },
        order: newestFirst,
        filter: {},
        limit: 26,
        position: null,
      },
      callContext(),
    );
    expect(calls).toEqual([
      {
        path: '/api/chat_history/getHistory/',
        query: { sdate: '2026-03-11', edate: '2026-03-11', key: apiKey },
      },
    ]);
  });

  it('gives every chat of the window once, in few calls, newest and oldest first', async () => {
    const chats = [0.1, 3, 30, 31, 200, 500, 719].map((hours, index) => chatAgo(index + 1, hours * hour));
    const outside = [chatAgo(98, 721 * hour), chatAgo(99, 740 * hour)];
    const { source, calls } = await open((call) => historyOf([...chats, ...outside], call));
    for (const direction of ['DESC', 'ASC'] as const) {
      calls.length = 0;
      const rows = await walk(source, { order: { field: 'UPDATED_AT', direction } });
      expect(rows.map(({ key }) => key).toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
      expect(calls.length).toBeLessThanOrEqual(6);
    }
  });

  it('costs nothing when walked again at once', async () => {
    const { source, calls } = await open((call) => historyOf([chatAgo(1, 80 * hour)], call));
    await walk(source);
    const first = calls.length;
    await walk(source);
    expect(calls).toHaveLength(first);
  });

  it('finds the range it stopped in again in the cache', async () => {
    const chats = [50, 60, 70, 80, 90, 100].map((hours, index) => chatAgo(index + 1, hours * hour));
    const { source, calls } = await open((call) => historyOf(chats, call));
    const window = { from: Date.now() - 30 * day, to: Date.now() };
    const ask = (to: number, position: string | null) =>
      source.conversations!.list(
        { window: { ...window, to }, order: newestFirst, filter: {}, limit: 3, position },
        callContext(),
      );
    const month = await ask(window.to, null);
    expect(month.value.rows).toHaveLength(6);
    const stopped = month.value.rows.toSorted((one, other) => other.createdAt - one.createdAt)[2]!;
    const rest = await ask(stopped.createdAt + 1, null);
    expect(rest.value.rows.map(({ key }) => key).toSorted()).toEqual(['3', '4', '5', '6']);
    expect(calls).toHaveLength(1);
  });

  it('reads a day alone where a month is too much', async () => {
    const chats = [1, 30, 300].map((hours, index) => chatAgo(index + 1, hours * hour));
    const { source, calls } = await open((call) =>
      lengthOf(call) > 20 * day ? '[{"id":' : historyOf(chats, call),
    );
    const rows = await walk(source);
    expect(rows.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(calls.map(lengthOf).findIndex((length) => length <= day)).toBe(1);
  });

  it('reads a day alone where the server fails over a month', async () => {
    const chats = [1, 30, 300].map((hours, index) => chatAgo(index + 1, hours * hour));
    const { source, calls } = await open((call) =>
      lengthOf(call) > 20 * day ? new AnswerWithStatus(500, '') : historyOf(chats, call),
    );
    const rows = await walk(source);
    expect(rows.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(calls.map(lengthOf).findIndex((length) => length <= day)).toBe(1);
  });

  it('leaves the choice of an operator to the vendor, and checks it', async () => {
    const chats = [chatAgo(1, hour, { opid: '7' }), chatAgo(2, hour, { opid: '8' })];
    const { source, calls } = await open(() => chats);
    const rows = await walk(source, { filter: { assigneeKey: '7' }, span: 2 * hour });
    expect(rows.map(({ key }) => key)).toEqual(['1']);
    expect(calls[0]?.query).toMatchObject({ opid: '7' });
  });

  it('leaves the choice of a client to the vendor, and checks it', async () => {
    const chats = [chatAgo(1, hour, { extid: '88' }), chatAgo(2, hour, { extid: '8' })];
    const { source, calls } = await open(() => chats);
    const rows = await walk(source, { filter: { customerExternalId: '8', assigneeKey: '412' } });
    expect(rows.map(({ key }) => key)).toEqual(['2']);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.query).toMatchObject({ extid: '8', opid: '412' });
    // What another client, or nobody, is asked for is another answer.
    expect(await walk(source, { filter: { customerExternalId: '88' } })).toHaveLength(1);
    expect(await walk(source)).toHaveLength(2);
  });

  it('keeps to the spans of the filter, and asks for no other days', async () => {
    const chats = [5, 100, 200].map((hours, index) => chatAgo(index + 1, hours * hour));
    const { source, calls } = await open((call) => historyOf(chats, call));
    const now = Date.now();
    const filter = { created: { from: now - 110 * hour, to: now - 90 * hour } };
    const rows = await walk(source, { filter, order: { field: 'UPDATED_AT', direction: 'DESC' } });
    expect(rows.map(({ key }) => key)).toEqual(['2']);
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('calls nobody when the spans of the filter exclude the window', async () => {
    const { source, calls } = await open(() => []);
    expect(await walk(source, { filter: { updated: { from: 0, to: day } } })).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('goes on by single days where a range of days is too much', async () => {
    const chats = [chatAgo(1, 50 * hour), chatAgo(2, 150 * hour)];
    const { source } = await open((call) =>
      call.query['sdate'] === call.query['edate'] ? historyOf(chats, call) : 'x'.repeat(1_100_000),
    );
    const rows = await walk(source, { span: 8 * day });
    expect(rows.map(({ key }) => key)).toEqual(['1', '2']);
  });

  it.each([
    ['time cannot be read', { id: '1', datetime: 'hier' }],
    ['time is none', { id: '1', datetime: '00.00.0000 00:00' }],
    ['id is empty', { id: '' }],
    ['id is lacking', { id: undefined }],
  ])('tells of a chat whose %s beside the others', async (_what, odd) => {
    const { source } = await open(() => [wireChat(odd), chatAgo(2, hour)]);
    const window = { from: Date.now() - day, to: Date.now() };
    const request = { window, order: newestFirst, filter: {}, limit: 26, position: null };
    expect((await source.conversations!.list(request, callContext())).value).toMatchObject({
      rows: [{ key: '2' }],
      unread: { because: { kind: 'wrong-answer', source: 'boutique', operation: 'conversations.list' } },
    });
  });
});

/** Chat 12 is gone, and 13 is refused. */
function answerById({ query }: ReceivedCall) {
  if (query['chatid'] === '13') return 'Invalid API key';
  return query['chatid'] === '12' ? [] : [wireChat({ id: query['chatid'] })];
}

describe('reading chats by id', () => {
  const references = ['11', '12', '13'].map((key) => ({ key, revision: null }));

  it('answers in the order asked, null for what is gone and the failure for what failed', async () => {
    const { source, calls } = await open(answerById);
    const [found, gone, failed] = await source.conversations!.get(references, callContext());
    expect(found).toMatchObject({ key: '11', status: 'CLOSED' });
    expect(gone).toBeNull();
    expect(failed).toMatchObject({ kind: 'unauthenticated' });
    expect(calls.map(({ path }) => path)).toEqual(Array(3).fill('/api/chat_history/getHistoryByID/'));
  });

  it('gives messages and customers from the same answer', async () => {
    const { source, calls } = await open(answerById);
    const [messages] = await source.conversations!.messages(references.slice(0, 1), callContext());
    expect(messages).toHaveLength(4);
    const customers = await source.customers!.get(['11'], callContext());
    expect(customers).toMatchObject([{ key: '11', vendorId: '9f31c0aa72be4d18' }]);
    expect(calls).toHaveLength(1);
  });

  it('gives no customer of a chat that is gone, and an error for its messages', async () => {
    const { source } = await open(answerById);
    const [missing] = await source.conversations!.messages(references.slice(1, 2), callContext());
    expect(missing).toMatchObject({ kind: 'not-found' });
    expect(await source.customers!.get(['12'], callContext())).toEqual([null]);
    expect((await source.conversations!.findByReference!('12', callContext())).value).toBeNull();
  });

  it('tells a later failure apart from the answer that there is no such chat', async () => {
    let answer: unknown = [];
    const { source } = await open(() => answer);
    const get = () => source.conversations!.get(references.slice(0, 1), callContext());
    expect(await get()).toEqual([null]);
    answer = new AnswerWithStatus(500, 'down');
    expect(await get()).toMatchObject([{ kind: 'unavailable' }]);
    await expect(source.conversations!.findByReference!('11', callContext())).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('refuses another chat than the one asked for', async () => {
    const { source } = await open(() => [wireChat({ id: '99' })]);
    const [answered] = await source.conversations!.get([{ key: '11', revision: null }], callContext());
    expect(answered).toMatchObject({ kind: 'bad-response' });
  });

  it('finds a chat by the id that people paste, and nothing by other words', async () => {
    const { source, calls } = await open(() => wireChat({ id: '11' }));
    const find = async (reference: string) =>
      (await source.conversations!.findByReference!(reference, callContext())).value?.key;
    expect(await find(' 0011 ')).toBe('11');
    expect(await find('ABC-11')).toBeUndefined();
    expect(calls).toHaveLength(1);
  });
});

describe('directories', () => {
  const operators = { operators: [{ id: '412', name: 'Nadia Brunel', rights: 'manager' }] };
  const websites = { websites: [{ id: '4', label: 'Boutique', url: 'boutique.example' }] };
  const answer = ({ path }: ReceivedCall) => (path.includes('/operator/') ? operators : websites);

  it('answer any number of keys from one call', async () => {
    const { source, calls } = await open(answer);
    const { Agent, Website } = source.directories;
    expect(await Agent!.get(['412', '413'], callContext())).toMatchObject([{ role: 'MANAGER' }, null]);
    expect((await Agent!.list!(callContext())).value).toHaveLength(1);
    expect(await Website!.get(['4'], callContext())).toMatchObject([{ url: 'https://boutique.example' }]);
    expect(calls.map(({ path }) => path)).toEqual([
      '/api/operator/getClientOperatorList/',
      '/api/website/getClientWebsiteList/',
    ]);
  });

  it('tell of records that they leave out', async () => {
    const { source } = await open(({ path }) =>
      path.includes('/operator/')
        ? { operators: [...operators.operators, { name: 'Nobody' }] }
        : { websites: [null, ...websites.websites] },
    );
    const cut = { value: [{}], cutBecause: { kind: 'wrong-answer' } };
    expect(await source.directories.Agent!.list!(callContext())).toMatchObject(cut);
    expect(await source.directories.Website!.list!(callContext())).toMatchObject(cut);
    expect(await source.directories.Agent!.get(['412'], callContext())).toMatchObject([{ key: '412' }]);
    expect(source.status()).toBe('UP');
  });

  it('put the vendor’s failure in the place of every key', async () => {
    const { source } = await open(() => ({ result: 'error' }));
    const failure = expect.objectContaining({ kind: 'bad-response', operation: 'agents.list' });
    expect(await source.directories.Agent!.get(['1', '2'], callContext())).toEqual([failure, failure]);
  });

  it('rebuild a group from its key and cannot list groups', async () => {
    const { source, calls } = await open(answer);
    expect(await source.directories.Department!.get(['Avant-vente'], callContext())).toMatchObject([
      { key: 'Avant-vente', name: 'Avant-vente' },
    ]);
    expect(source.directories.Department!.list).toBeUndefined();
    expect(source.capabilities.has('DEPARTMENTS_LIST')).toBe(false);
    expect(calls).toEqual([]);
  });
});

describe('a source', () => {
  it('is down when all it ever says is that it is, in plain text', async () => {
    const { source } = await open(() => 'Service temporarily unavailable\nPlease come again');
    for (let call = 0; call < 10; call += 1) await source.probe(callContext()).catch(() => {});
    expect(source.status()).toBe('DOWN');
  });

  it('is probed by a call of its own each time, whose answer others may use', async () => {
    const { source, calls } = await open(() => ({ websites: [{ id: '4', label: 'Boutique' }] }));
    await source.probe(callContext());
    await source.probe(callContext());
    expect((await source.directories.Website!.list!(callContext())).value).toHaveLength(1);
    expect(calls).toHaveLength(2);
  });

  it('fails its probe when the key is refused, and keeps the key to itself', async () => {
    const { source } = await open(({ query }) => ({
      result: 'error',
      message: `Unknown key ${query['key']}`,
    }));
    const failure: unknown = await source.probe(callContext()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'unauthenticated', code: 'UPSTREAM_AUTH' });
    const { message, stack } = failure as Error;
    expect(message + (stack ?? '') + JSON.stringify(failure)).not.toContain(apiKey);
  });

  it('tells which of the vendor’s ids lead back to an entity', async () => {
    const { source } = await open(() => []);
    expect(source.keyOfVendorId('Conversation', '11')).toBe('11');
    expect(source.keyOfVendorId('Agent', '412')).toBe('412');
    expect(source.keyOfVendorId('Customer', '9f31c0aa72be4d18')).toBeNull();
    expect(source.keyOfVendorId('Department', 'Avant-vente')).toBeNull();
  });
});
