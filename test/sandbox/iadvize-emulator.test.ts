import { afterEach, describe, expect, it } from 'vitest';
import type { IadvizeQuirks } from '../../src/sandbox/iadvize/iadvize-account.ts';
import { createIadvizeEmulator } from '../../src/sandbox/iadvize/iadvize-emulator.ts';
import { writeRate } from '../../src/sandbox/iadvize/iadvize-operator-figures.ts';
import { openEmulator } from '../../src/sandbox/open-emulator.ts';
import type { Emulator } from '../../src/sandbox/emulator.ts';
import { sampleConversation, sampleDesk, sampleEntry } from './sample-desk.ts';

const agent = { author: { type: 'agent', id: '11' } } as const;

/** Paris is an hour ahead of UTC in January: the chat runs from 23:58 to 00:03. */
function nightChat() {
  return sampleConversation(
    '5002',
    [
      sampleEntry('2024-01-15T22:58:10Z', 'https://shop.example.com/tents', { kind: 'navigation' }),
      sampleEntry('2024-01-15T22:59:00Z', 'Où est mon colis ?'),
      sampleEntry('2024-01-15T23:01:00Z', 'Je regarde.', agent),
      sampleEntry('2024-01-15T23:01:30Z', 'Entre nous : client fidèle', { ...agent, kind: 'note' }),
      sampleEntry('2024-01-15T23:03:15Z', '', { ...agent, kind: 'close' }),
    ],
    {
      rating: {
        welcome: 3,
        delay: 2,
        resolution: 3,
        comment: 'Très "bien" ; merci',
        at: Date.parse('2024-01-16T08:00:00Z'),
      },
      transactions: [
        { id: '7001', reference: '0042', amountCents: 1990, at: Date.parse('2024-01-16T09:30:00Z') },
      ],
    },
  );
}

function morningChat() {
  return sampleConversation('5003', [sampleEntry('2024-01-16T08:00:00Z', 'Bonjour')], {
    assigneeId: '12',
    rating: { welcome: 1, delay: 1, resolution: 1, comment: '', at: Date.parse('2024-01-17T07:00:00Z') },
  });
}

interface Named {
  readonly id: string;
}

interface Operators {
  readonly operators: readonly Named[];
}

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

const now = (): number => Date.parse('2024-01-17T12:00:00Z');

async function open(quirks: Partial<IadvizeQuirks> = {}) {
  const desk = sampleDesk('Europe/Paris', [nightChat(), morningChat()]);
  emulator = await openEmulator(createIadvizeEmulator(desk, { apiKey: 'secret-1', now, quirks }));
  const { origin } = emulator;
  const call = (method: string, query = '', key = 'secret-1') =>
    fetch(`${origin}/api/${method}/?key=${key}&${query}`);
  return {
    call,
    text: async (method: string, query = '') => (await call(method, query)).text(),
    json: async <Value = unknown>(method: string, query = '') =>
      (await (await call(method, query)).json()) as Value,
    operator: async (id: string) => {
      const { operators } = (await (await call('operator/getClientOperatorList')).json()) as Operators;
      return operators.find((operator) => operator.id === id);
    },
  };
}

const history = 'chat_history/getHistory';

describe('the iAdvize chat history', () => {
  it('gives a chat over midnight with minutes only, and escapes slashes as PHP does', async () => {
    const { json, text } = await open({ loneChat: 'list' });
    expect(await json(history, 'sdate=2024-01-15&edate=2024-01-15')).toEqual([
      {
        id: '5002',
        duration: '05:05',
        datetime: '15.01.2024 23:58',
        opid: '11',
        opname: 'Rosa Keller',
        group: 'Parcels',
        vuid: 'cafe01',
        user_agent: '',
        extid: '900',
        history: [
          { from: 'NAVIGATION', time: '23:58', msg: 'https://shop.example.com/tents' },
          { from: 'visitor', time: '23:59', msg: 'Où est mon colis ?' },
          { from: 'operator', time: '00:01', msg: 'Je regarde.' },
          { from: 'alert', time: '00:03', msg: 'OPERATOR_CHAT_CLOSE' },
        ],
      },
    ]);
    expect(await text(history, 'sdate=2024-01-15&edate=2024-01-15')).toContain('https:\\/\\/shop');
  });

  it('counts both days of a range in the account’s zone, newest chat first', async () => {
    const { json } = await open();
    const chats = await json<Named[]>(history, 'sdate=2024-01-15&edate=2024-01-16');
    expect(chats.map(({ id }) => id)).toEqual(['5003', '5002']);
    expect(await json(history, 'sdate=2024-01-17&edate=2024-01-17')).toEqual([]);
  });

  it('filters by operator, by the operator’s external id and by the visitor’s', async () => {
    const { json } = await open({ loneChat: 'list' });
    const ids = async (query: string) => (await json<Named[]>(history, query)).map(({ id }) => id);
    expect(await ids('opid=12')).toEqual(['5003']);
    expect(await ids('external_id=hr-7')).toEqual(['5003']);
    expect(await ids('extid=900')).toEqual(['5003', '5002']);
    expect(await ids('extid=901')).toEqual([]);
  });

  it('answers a lone chat without a list, but only sometimes', async () => {
    const { json } = await open();
    expect(await json(history, 'opid=11')).toMatchObject({ id: '5002' });
    expect(await json(history, 'opid=12')).toMatchObject([{ id: '5003' }]);
  });

  it('gives one chat by its id as a list of one, and an empty list for an unknown id', async () => {
    const { json } = await open();
    expect(await json('chat_history/getHistoryByID', 'chatid=5002')).toMatchObject([{ id: '5002' }]);
    expect(await json('chat_history/getHistoryByID', 'chatid=1')).toEqual([]);
  });

  it('wraps the history and bares a chat by id when told so', async () => {
    const { json } = await open({ historyWrapper: 'history', chatById: 'object' });
    expect(Object.keys(await json<object>(history))).toEqual(['history']);
    expect(await json('chat_history/getHistoryByID', 'chatid=5002')).toMatchObject({ id: '5002' });
  });

  it('has another structure as XML: the sender is the element', async () => {
    const { call } = await open();
    const response = await call(history, 'opid=11&out=xml');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(text).toContain('<discussions website="shop.example.com">');
    expect(text).toContain('<operator>Rosa Keller</operator>');
    expect(text).toContain('<operator time="00:01">Je regarde.</operator>');
    expect(text).not.toContain('vuid');
  });
});

describe('iAdvize tables', () => {
  it('are CSV where JSON is the default: text in quotes, numbers bare, blanks after some semicolons', async () => {
    const { text, json } = await open();
    expect(await text('transactions/getTransactions', 'sdate=2024-01-16&edate=2024-01-16')).toBe(
      '"id";"operator";"chat_id";"client_email";"transaction_id"; "amount";"date"\n' +
        '7001;"Rosa Keller";5002;"nora.lindt@example.com";"0042"; 19.90;"16.01.2024 10:30"\n',
    );
    expect(await json('transactions/getTransactions')).toMatchObject({ result: 'error' });
  });

  it('can be JSON after all, or have a byte order mark and Latin-1', async () => {
    const asJson = await open({ transactions: 'json' });
    expect(
      await asJson.json('transactions/getTransactions', 'sdate=2024-01-16&edate=2024-01-16'),
    ).toMatchObject([{ id: '7001', amount: '19.90', transaction_id: '0042' }]);
    await emulator?.close();
    const latin = await open({ charset: 'iso-8859-1', lineEnd: '\r\n' });
    const response = await latin.call(
      'satisfaction/getSatisfaction',
      'sdate=2024-01-16&edate=2024-01-16&out=csv',
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toContain('iso-8859-1');
    expect(bytes.toString('latin1')).toContain('"Très ""bien"" ; merci"');
    expect(bytes.toString('utf8')).toContain('\uFFFD');
    expect(bytes.toString('latin1')).toMatch(/\r\n$/);
  });

  it('give the surveys of today unless dates are told; notes are numbers, ids are texts', async () => {
    const { json } = await open();
    const today = await json('satisfaction/getSatisfaction');
    expect(today).toMatchObject([{ operator: 'Ivo Blum', chat_id: '5003', note_accueil: 1, comment: '' }]);
    const all = await json('satisfaction/getSatisfaction', 'sdate=2024-01-01&edate=2024-01-31&opid=11');
    expect(all).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        operator: 'Rosa Keller',
        chat_id: '5002',
        note_accueil: 3,
        note_delai: 2,
        note_resolution: 3,
        comment: 'Très "bien" ; merci',
        date: '16.01.2024 09:00',
      },
    ]);
  });

  it('count an operator’s work, an amount called turnover and a number called sales_count', async () => {
    const { json } = await open();
    const [rosa, ivo] = await json<unknown[]>('operator_stats/getStats', 'sdate=2024-01-15&edate=2024-01-16');
    expect(rosa).toMatchObject({
      operator: 'Rosa Keller',
      id: '11',
      presence: 1,
      chatcount: '1',
      duration: '5.08333333',
      conv_rate: '1.0000',
      turnover: '19.90',
      sales_count: '1',
      problem: '0',
      note_accueil: 3,
      note_globale: 2.67,
    });
    expect(ivo).toMatchObject({ chatcount: '1', turnover: '0.00', sales_count: '0', note_globale: 0 });
  });

  it('write small rates with an exponent of two digits', () => {
    expect(writeRate(8.53721003975901e-5)).toBe('8.53721003975901e-05');
    expect(writeRate(1 / 241)).toBe('0.004149377593361');
    expect(writeRate(0)).toBe('0');
  });
});

describe('iAdvize operators and websites', () => {
  it('have text in every field, flags too', async () => {
    const { json } = await open();
    const { operators } = await json<Operators>('operator/getClientOperatorList');
    expect(operators[1]).toEqual({
      id: '12',
      external_id: 'hr-7',
      name: 'Ivo Blum',
      nick: 'Ivo',
      pseudo: 'Ivo',
      rights: 'operator',
      curchat: '0',
      maxchat: '3',
      is_online: '0',
      messenger_isonline: '0',
    });
    expect((await json<{ websites: unknown[] }>('website/getClientWebsiteList')).websites[0]).toEqual({
      id: '31',
      label: 'Shop',
      url: 'shop.example.com',
    });
  });

  it('answer a change with single quotes and nothing else, or with double quotes', async () => {
    const single = await open();
    expect(await single.text('operator/setAvailable', 'opId=12')).toBe("{'result':'success'}");
    await emulator?.close();
    const double = await open({ successQuotes: 'double' });
    expect(await double.text('operator/setAvailable', 'opid=12')).toBe('{"result":"success"}');
  });

  it('create, edit and delete by GET', async () => {
    const { text, json, operator } = await open();
    const person =
      'name=Ada+Mayer+Roth&email=ada@example.com&password=pw123&pseudo=Ada&type=manager&maxchat=5';
    expect(await text('operator/createAccount', person)).toContain('success');
    expect(await operator('13')).toMatchObject({ name: 'Ada Mayer Roth', rights: 'manager', maxchat: '5' });
    await text('operator/editAccount', 'id=13&pseudo=A.&external_id=x1');
    expect(await operator('13')).toMatchObject({ name: 'Ada Mayer Roth', nick: 'A.', external_id: 'x1' });
    await text('operator/deleteAccount', 'id=13');
    expect(await operator('13')).toBeUndefined();
    expect(await json('operator/deleteAccount', 'id=13')).toMatchObject({ result: 'error' });
    expect(
      await json('operator/createAccount', `${person}&maxchat=9`.replace('maxchat=5&', '')),
    ).toMatchObject({
      result: 'error',
    });
  });

  it('switch availability, the desk and websites', async () => {
    const { text, json, operator } = await open();
    await text('operator/setAvailable', 'external_id=hr-7');
    expect(await operator('12')).toMatchObject({ is_online: '1', messenger_isonline: '1' });
    await text('operator/setUnavailable', 'opid=12');
    expect(await operator('12')).toMatchObject({ is_online: '1', messenger_isonline: '0' });
    await text('operator/disconnect', 'opid=12');
    expect(await operator('12')).toMatchObject({ is_online: '0' });
    await text('operator/linkWebsite', 'opid=12&sid=32');
    const linked = await json<Operators>('operator/getWebsiteOperatorList', 'sid=32');
    expect(linked.operators.map(({ id }) => id)).toEqual(['12']);
    await text('operator/unlinkWebsite', 'opid=12&sid=32');
    expect((await json<Operators>('operator/getWebsiteOperatorList', 'sid=32')).operators).toEqual([]);
  });
});

describe('what goes wrong at iAdvize', () => {
  it('is told with HTTP 200, as JSON or as plain words', async () => {
    const json = await open();
    const wrongKey = await json.call(history, '', 'other');
    expect([wrongKey.status, await wrongKey.json()]).toEqual([
      200,
      { result: 'error', message: 'Invalid API key' },
    ]);
    expect(await json.json(history, 'sdate=2024-02-30')).toMatchObject({ result: 'error' });
    expect(await json.json('operator/fly')).toMatchObject({ result: 'error' });
    await emulator?.close();
    const words = await open({ refusal: 'text' });
    const told = await words.call(history, '', 'other');
    expect([told.status, await told.text()]).toEqual([200, 'Invalid API key']);
  });

  it('names calls by model and method in the ledger, without the key', async () => {
    const { text } = await open();
    await text('website/getClientWebsiteList');
    expect(emulator?.calls.list().map(({ operation, path }) => [operation, path])).toEqual([
      ['website/getClientWebsiteList', '/api/website/getClientWebsiteList/'],
    ]);
  });
});
