import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/contract/call-context.ts';
import type { TimelineBatch } from '../../../src/contract/timeline.ts';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { callContext, openChatServer, type ChatServer, type ReceivedCall } from './chat-server.ts';
import { newestFirst } from './walk.ts';

const day = 86_400_000;
const now = Date.parse('2026-03-12T10:00:00Z');

let server: ChatServer | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

async function open(answer: (call: ReceivedCall) => unknown): Promise<ChatServer> {
  return (server = await openChatServer(answer));
}

function wireSurvey(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    id: '900',
    operator: 'Ines Moreau',
    chat_id: '51',
    note_accueil: 3,
    note_delai: 0,
    note_resolution: '2',
    comment: '',
    date: '11.03.2026 16:15',
    ...fields,
  };
}

const purchaseHeader = '"id"; "operator"; "chat_id"; "client_email"; "transaction_id"; "amount"; "date"';

/** A table with a purchase after each of some chats; 0 = none. */
function purchasesOf(...chats: readonly number[]): string {
  const rows = chats.map((chat) => `${chat + 1}; ""; ${chat}; ""; "x"; 1.00; "11.03.2026 09:00"`);
  return [purchaseHeader, ...rows].join('\n');
}

interface Lists<Row> {
  list(request: never, context: never): Promise<Answer<TimelineBatch<Row>>>;
}

async function firstRows<Row>(reader: Lists<Row>, filter = {}) {
  return (await firstBatch(reader, filter)).rows;
}

/** The nearest range of a window of one day. */
async function firstBatch<Row>(reader: Lists<Row>, filter = {}) {
  const window = { from: Date.parse('2026-03-10T23:00:00Z'), to: Date.parse('2026-03-11T23:00:00Z') };
  const request = { window, order: newestFirst, filter, limit: 26, position: null };
  const { value } = await reader.list(request as never, callContext() as never);
  return value;
}

describe('surveys', () => {
  it('are read with notes as numbers, no note as null and the chat they are about', async () => {
    const { source } = await open(() => [wireSurvey()]);
    expect(await firstRows(source.satisfactionRatings!)).toEqual([
      {
        key: '2026-03-11/900',
        vendorId: '900',
        agentName: 'Ines Moreau',
        conversation: { key: '51', vendorId: '51' },
        createdAt: Date.parse('2026-03-11T15:15:00Z'),
        welcome: 3,
        delay: null,
        resolution: 2,
        comment: null,
      },
    ]);
  });

  it('come as CSV just as well', async () => {
    const header =
      '"id"; "operator"; "chat_id"; "note_accueil"; "note_delai"; "note_resolution"; "comment"; "date"';
    const { source } = await open(
      () => `${header}\r\n900; "Zoé"; 0; 1; 2; 3; "dit ""merci""; au revoir"; "11.03.2026 16:15"\r\n`,
    );
    expect(await firstRows(source.satisfactionRatings!)).toMatchObject([
      { agentName: 'Zoé', conversation: null, welcome: 1, comment: 'dit "merci"; au revoir' },
    ]);
  });

  it('of one operator are asked for by id, and then their agent is known', async () => {
    const { source, calls } = await open(() => [wireSurvey()]);
    const rows = await firstRows(source.satisfactionRatings!, { agentKey: '7' });
    expect(calls[0]?.query['opid']).toBe('7');
    expect(rows).toMatchObject([{ agent: { key: '7' }, agentName: 'Ines Moreau' }]);
  });

  it('of others are left out where the account overlooks which operator was asked for', async () => {
    const names = ['Ines Moreau', 'ines', 'Paul Roy', 'Who Left'];
    const operators = [
      { id: '7', name: 'Ines Moreau', pseudo: 'Ines' },
      { id: '8', name: 'Paul Roy', pseudo: 'Paul' },
    ];
    const { source } = await open(({ path }) =>
      path.includes('Operator')
        ? { operators }
        : names.map((operator, index) => wireSurvey({ id: String(900 + index), operator })),
    );
    const rows = await firstRows(source.satisfactionRatings!, { agentKey: '7' });
    expect(rows.map(({ agentName }) => agentName)).toEqual(['Ines Moreau', 'ines', 'Who Left']);
  });

  it('are fetched again by the day in their keys, one call a day', async () => {
    const { source, calls } = await open(() => [wireSurvey(), wireSurvey({ id: '901' })]);
    const keys = ['2026-03-11/901', '2026-03-11/900', '2026-02-30/77', 'rubbish'];
    const found = await source.satisfactionRatings!.get(keys, callContext());
    expect(found.map((row) => (row instanceof VendorError ? row : row?.vendorId))).toEqual([
      '901',
      '900',
      undefined,
      undefined,
    ]);
    expect(calls.map(({ query }) => [query['sdate'], query['edate']])).toEqual([
      ['2026-03-11', '2026-03-11'],
    ]);
  });

  it('without a readable date are told beside the others, from the days that were read', async () => {
    const { source } = await open(() => [wireSurvey({ id: '7', date: 'yesterday' }), wireSurvey()]);
    expect(await firstBatch(source.satisfactionRatings!)).toMatchObject({
      rows: [{ vendorId: '900' }],
      unread: {
        span: { from: Date.parse('2026-03-10T23:00:00Z'), to: Date.parse('2026-03-11T23:00:00Z') },
        because: { kind: 'wrong-answer', source: 'boutique', operation: 'satisfactionRatings.list' },
      },
    });
  });

  it.each([
    ['a refused key', { result: 'error', message: 'Invalid key' }, 'unauthenticated'],
    ['words', 'Something went wrong', 'bad-response'],
    ['nothing', '', 'bad-response'],
  ])('in an answer that is %s are an error', async (_what, body, kind) => {
    const { source } = await open(() => body);
    await expect(firstRows(source.satisfactionRatings!)).rejects.toMatchObject({ kind });
  });
});

describe('purchases', () => {
  it('keep every digit of the amount', async () => {
    const { source } = await open(
      () => `${purchaseHeader}\n42; "Judy"; 51; "a@example.com"; "00123"; 19.90; "11.03.2026 09:00"\n`,
    );
    expect(await firstRows(source.transactions!)).toMatchObject([
      {
        key: '2026-03-11/42',
        reference: '00123',
        amount: { amount: '19.90', currency: null },
        customerEmail: 'a@example.com',
      },
    ]);
  });

  it('come as JSON just as well', async () => {
    const row = { id: 42, operator: '', chat_id: '0', amount: 19.9, date: '11.03.2026 09:00' };
    const { source } = await open(() => [row]);
    expect(await firstRows(source.transactions!)).toMatchObject([
      { vendorId: '42', agentName: null, conversation: null, amount: { amount: '19.9' }, reference: null },
    ]);
  });

  it.each([
    ['9007199254740993.10', '9007199254740993.10'],
    ['19.90', '19.90'],
    ['1e21', '1000000000000000000000'],
    ['1e-7', '0.0000001'],
    ['"1.234,50"', '1234.50'],
    ['"19.90 €"', '19.90'],
  ])('keep every digit of an amount that JSON writes as %s', async (written, amount) => {
    const { source } = await open(() => `[{"id":1,"date":"11.03.2026 09:00","amount":${written}}]`);
    expect(await firstRows(source.transactions!)).toMatchObject([{ amount: { amount } }]);
  });

  it('after a chat are asked for, those without one are picked here', async () => {
    const { source, calls } = await open(({ query }) =>
      query['chatted'] ? purchasesOf(51) : purchasesOf(0, 51),
    );
    expect(await firstRows(source.transactions!, { afterChat: true })).toMatchObject([{ vendorId: '52' }]);
    expect(await firstRows(source.transactions!, { afterChat: false })).toMatchObject([{ vendorId: '1' }]);
    expect(calls.map(({ query }) => query['chatted'])).toEqual(['1', undefined]);
  });

  const purchase = { id: 1, amount: '5.00', chat_id: '51', date: '11.03.2026 09:00' };

  it.each([
    { amount: '' },
    { amount: 'free' },
    { amount: null },
    { amount: undefined },
    { id: '' },
    { id: false },
  ])('with %j are told beside the others, from their time', async (odd) => {
    const { source } = await open(() => [purchase, { ...purchase, id: 2, ...odd }]);
    const at = Date.parse('2026-03-11T08:00:00Z');
    const batch = await firstBatch(source.transactions!);
    expect(batch).toMatchObject({
      rows: [{ vendorId: '1', amount: { amount: '5.00' } }],
      unread: { span: { from: at, to: at + 1 }, because: { operation: 'transactions.list' } },
    });
    expect(batch.unread?.because.retryable).toBe(false);
  });

  it('that cannot be read fail for their chat and their id alone, and are no outage', async () => {
    const { source } = await open(() => [purchase, { ...purchase, id: 2, chat_id: '52', amount: '' }]);
    const moments = ['51', '52', '53'].map((key) => ({ key, createdAt: now - day }));
    const found = await source.transactions!.ofConversations(moments, callContext());
    expect(found).toMatchObject([[{ vendorId: '1' }], { kind: 'wrong-answer' }, []]);
    const keys = ['2026-03-11/1', '2026-03-11/2', '2026-03-11/3'];
    const single = await source.transactions!.get(keys, callContext());
    expect(single).toMatchObject([{ vendorId: '1' }, { kind: 'wrong-answer' }, null]);
    expect(source.status()).toBe('UP');
  });
});

describe('what came of a page of chats', () => {
  it('costs one call for a month, and is sorted by chat, oldest first', async () => {
    const { source, calls } = await open(() => [
      wireSurvey({ id: '2', date: '11.03.2026 16:15' }),
      wireSurvey({ id: '1', date: '10.03.2026 16:15' }),
      wireSurvey({ id: '3', chat_id: '60', date: '12.03.2026 10:55' }),
    ]);
    const moments = ['51', '52', '60'].map((key, index) => ({
      key,
      createdAt: now - (28 - index * 14) * day,
    }));
    const found = await source.satisfactionRatings!.ofConversations(moments, callContext());
    expect(
      found.map((rows) => (rows instanceof VendorError ? rows : rows.map((row) => row.vendorId))),
    ).toEqual([['1', '2'], [], ['3']]);
    expect(calls.map(({ query }) => [query['sdate'], query['edate']])).toEqual([
      ['2026-02-12', '2026-03-12'],
    ]);
  });

  it('is looked for up to 30 days later, and apart where chats are far apart', async () => {
    const { source, calls } = await open(() => purchaseHeader);
    const moments = [now - 300 * day, now - 100 * day].map((createdAt, index) => ({
      key: `${index}`,
      createdAt,
    }));
    await source.transactions!.ofConversations(moments, callContext());
    expect(calls.map(({ query }) => `${query['sdate']}/${query['edate']}`).toSorted()).toEqual([
      '2025-05-16/2025-06-15',
      '2025-12-02/2026-01-01',
    ]);
  });

  it('costs one call for chats of 38 days, and is of 30 days for each, as when it is asked for alone', async () => {
    const { source, calls } = await open(() =>
      ['17', '18', '19'].map((date, index) =>
        wireSurvey({ chat_id: '51', id: `${index}`, date: `${date}.12.2025 09:00` }),
      ),
    );
    const moments = ['51', '52'].map((key, index) => ({ key, createdAt: now - (114 - index * 37) * day }));
    const [late] = await source.satisfactionRatings!.ofConversations(moments, callContext());
    expect(calls.map(({ query }) => [query['sdate'], query['edate']])).toEqual([
      ['2025-11-18', '2026-01-24'],
    ]);
    expect(late).toMatchObject([{ vendorId: '0' }, { vendorId: '1' }]);
    const [alone] = await source.satisfactionRatings!.ofConversations(moments.slice(0, 1), callContext());
    expect(alone).toEqual(late);
  });

  it.each([
    ['newest first', ['100', '99']],
    ['oldest first', ['99', '100']],
  ])('within one minute goes by the ids, told %s', async (_order, ids) => {
    const { source } = await open(() => ids.map((id) => wireSurvey({ id })));
    const moments = [{ key: '51', createdAt: Date.parse('2026-03-11T15:00:00Z') }];
    const [found] = await source.satisfactionRatings!.ofConversations(moments, callContext());
    expect(found).toMatchObject([{ vendorId: '99' }, { vendorId: '100' }]);
  });

  it('fails for these chats alone when the vendor does', async () => {
    const { source } = await open(({ query }) =>
      query['sdate'] === '2025-05-16' ? 'broken' : purchaseHeader,
    );
    const moments = [now - 300 * day, now - 100 * day].map((createdAt, index) => ({
      key: `${index}`,
      createdAt,
    }));
    const [broken, fine] = await source.transactions!.ofConversations(moments, callContext());
    expect(broken).toBeInstanceOf(VendorError);
    expect(fine).toEqual([]);
  });
});
