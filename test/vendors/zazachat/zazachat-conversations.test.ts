import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { ticketRow, visitorRow } from './zazachat-rows.ts';
import {
  openSource,
  openStub,
  sampleContext,
  soapAnswer,
  type Stub,
  type StubAnswer,
  type StubCall,
} from './zazachat-stub.ts';

let stub: Stub;
const opened: HelpdeskSource[] = [];
beforeAll(async () => {
  stub = await openStub(answer);
});
beforeEach(() => {
  stub.calls.length = 0;
  stub.answer = answer;
});
afterAll(async () => {
  await Promise.all(opened.map((source) => source.close()));
  await stub.close();
});

const prose = `Chat session started at 11:59:58 PM Please wait
You're now chatting with Mia
Mia: Hi
You: ok
Ended. -Session_Ended-`;

const chat = visitorRow('tok:7-22', '3 Mar 2011 23:59:41:120', {
  Country: 'Canada',
  HostName: '203.0.113.9',
  Referrer: 'www.example.org/search?q=a',
  Department: 'Sales',
  Notes: 'came back',
  PreChat1: 'Ann Poe',
  PreChat2: ' Ann@Example.org ',
  PreChat3: 'green',
  PreChat4: '',
  Custom1: 'gold',
  Custom2: 'ID: 900',
  Custom3: '',
});
const ticket = ticketRow('0042', '3 Mar 2011 08:00:00:500', {
  CurrentStatus: 'On Hold',
  VisitorID: 'tok-8',
  CustomerName: 'Bo Li',
  CustomerEmail: 'bo@example.org',
  TicketTitle: 'Late parcel',
  Question: 'Where is it?\nBo',
  Priority: 'High',
  Category: 'Delivery',
  TicketLog: '[3 Mar 2011 09:15:00] nadia: On its way\n[4 Mar 2011 10:00:05] Bo Li: Thanks\n',
  CustomFields: 'Order+|+77 ',
  Notes: 'calls often',
});

function answer({ method, subject }: StubCall): StubAnswer {
  if (method === 'GetChatTranscript') {
    return soapAnswer(method, subject === 'tok:7-22' ? `<Transcript>${prose}</Transcript>` : null);
  }
  const rows =
    method === 'GetDailyChatters' ? `<Visitors>${chat}</Visitors>` : `<Tickets>${ticket}</Tickets>`;
  return soapAnswer(method, subject === '03/03/2011' ? rows : null);
}

function open(...parameters: [Parameters<typeof openSource>[1]?]) {
  const source = openSource(stub.url, parameters[0]);
  opened.push(source);
  const { conversations, customers } = source;
  if (!conversations || !customers) throw new Error('the source has no readers');
  return { source, conversations, customers };
}

const chatKey = 'v:2011-03-03:tok:7-22';
const ticketKey = 't:2011-03-03:0042';
const reference = (key: string) => ({ key, revision: null });

/** The messages of a chat whose transcript is this result, or the failure. */
async function readTranscript(result: string) {
  stub.answer = ({ method }) => soapAnswer(method, result);
  const [messages] = await open().conversations.messages([reference(chatKey)], sampleContext());
  return messages;
}

describe('a chat', () => {
  test('tells who, whence and what the account asked', async () => {
    const { conversations } = open();
    const [row] = await conversations.get([reference(chatKey)], sampleContext());
    expect(row).toMatchObject({
      key: chatKey,
      vendorId: 'tok:7-22',
      channel: 'CHAT',
      status: 'CLOSED',
      vendorStatus: null,
      subject: null,
      createdAt: Date.UTC(2011, 2, 4, 4, 59, 41, 120),
      updatedAt: null,
      note: 'came back',
      department: { key: 'Sales', name: 'Sales' },
      assignee: null,
      tags: [],
      customer: { key: chatKey, vendorId: 'tok:7-22', name: 'Ann Poe', email: 'Ann@Example.org', phones: [] },
      visit: {
        country: 'Canada',
        host: '203.0.113.9',
        referrer: 'https://www.example.org/search?q=a',
        userAgent: null,
      },
      customFields: [
        { code: 'PreChat3', value: 'green' },
        { code: 'Custom1', value: 'gold' },
        { code: 'Custom2', value: 'ID: 900' },
        { code: 'Custom3', value: null },
      ],
      raw: { VisitorID: 'tok:7-22', VisitorInfo: { PreChat4: '' } },
    });
  });

  test('has the messages of its transcript, the first one with the time at which the chat began', async () => {
    const { conversations } = open();
    const [messages] = await conversations.messages([reference(chatKey)], sampleContext());
    expect(messages).toMatchObject([
      { key: '0', kind: 'SYSTEM', authorRole: 'SYSTEM', sentAt: Date.UTC(2011, 2, 4, 4, 59, 58) },
      { key: '1', kind: 'SYSTEM', sentAt: null },
      {
        key: '2',
        kind: 'MESSAGE',
        authorRole: 'AGENT',
        authorName: 'Mia',
        author: null,
        body: 'Hi',
        sentAt: null,
      },
      { key: '3', authorRole: 'CUSTOMER', authorName: null, body: 'ok' },
      { key: '4', kind: 'SYSTEM', body: 'Ended.' },
    ]);
    expect(stub.calls.map(({ method, subject }) => [method, subject])).toEqual([
      ['GetChatTranscript', 'tok:7-22'],
    ]);
  });

  test('fails where an error stands in the place of its transcript, but not where people write of one', async () => {
    expect(await readTranscript('<Error>Timeout expired</Error>')).toMatchObject({ kind: 'bad-response' });
    expect(await readTranscript('<Error Message="Invalid API Key"/>')).toMatchObject({
      kind: 'unauthenticated',
    });
    expect(
      await readTranscript('<Transcript>You: it says <Error>Timeout</Error></Transcript>'),
    ).toMatchObject([{ body: 'it says <Error>Timeout</Error>' }]);
    expect(await readTranscript('<Transcript>Invalid API key</Transcript>')).toMatchObject({
      kind: 'unauthenticated',
    });
    expect(await readTranscript('<Transcript>You: my account has a wrong key</Transcript>')).toMatchObject([
      { body: 'my account has a wrong key' },
    ]);
  });

  test.each([
    ['a common day', '3 Mar 2011', '2011-03-03', Date.UTC(2011, 2, 4, 5, 0, 3)],
    ['a day of 25 hours', '6 Nov 2011', '2011-11-06', Date.UTC(2011, 10, 7, 5, 0, 3)],
    ['a day of 23 hours', '13 Mar 2011', '2011-03-13', Date.UTC(2011, 2, 14, 4, 0, 3)],
  ])('that was answered after midnight of %s began on the day after', async (_what, date, day, start) => {
    stub.answer = ({ method }) =>
      soapAnswer(
        method,
        method === 'GetChatTranscript'
          ? `<Transcript>${prose.replace('11:59:58 PM', '12:00:03 AM')}</Transcript>`
          : `<Visitors>${visitorRow('tok', `${date} 23:59:41:120`)}</Visitors>`,
      );
    const { conversations } = open();
    const [messages] = await conversations.messages([reference(`v:${day}:tok`)], sampleContext());
    expect(messages).toMatchObject({ 0: { sentAt: start } });
  });
});

describe('a ticket', () => {
  test('tells its state, its customer and its fields', async () => {
    const { conversations } = open();
    const [row] = await conversations.get([reference(ticketKey)], sampleContext());
    expect(row).toMatchObject({
      key: ticketKey,
      vendorId: '0042',
      reference: '0042',
      channel: 'OTHER',
      status: 'PENDING',
      vendorStatus: 'On Hold',
      subject: 'Late parcel',
      preview: 'Where is it? Bo',
      createdAt: Date.UTC(2011, 2, 3, 13, 0, 0, 500),
      updatedAt: Date.UTC(2011, 2, 4, 15, 0, 5),
      priority: 'High',
      category: 'Delivery',
      note: 'calls often',
      customer: { key: ticketKey, vendorId: 'tok-8', name: 'Bo Li', email: 'bo@example.org' },
      visit: null,
      customFields: [{ code: 'Order', value: '77' }],
    });
  });

  test('has its question and its log as messages, without a further call', async () => {
    const { conversations } = open();
    const [messages] = await conversations.messages([reference(ticketKey)], sampleContext());
    expect(messages).toMatchObject([
      {
        key: '0',
        authorRole: 'CUSTOMER',
        sentAt: Date.UTC(2011, 2, 3, 13, 0, 0, 500),
        body: 'Where is it?\nBo',
      },
      {
        key: '1',
        authorRole: 'AGENT',
        authorName: 'nadia',
        sentAt: Date.UTC(2011, 2, 3, 14, 15),
        body: 'On its way',
      },
      { key: '2', authorRole: 'CUSTOMER', authorName: 'Bo Li', body: 'Thanks' },
    ]);
    expect(stub.calls.map(({ method }) => method)).toEqual(['GetDailyTickets']);
  });
});

describe('reading by key', () => {
  test('one list answers for all conversations of its day', async () => {
    const { conversations } = open();
    const keys = [ticketKey, 'nonsense', chatKey];
    const found = await conversations.get(keys.map(reference), sampleContext());
    expect(found.map((row) => (row && 'key' in row ? row.key : row))).toEqual([ticketKey, null, chatKey]);
    expect(stub.calls).toHaveLength(2);
  });

  test('what is on the lists neither of its day nor of those beside it is gone', async () => {
    const { conversations } = open();
    const keys = ['t:2011-03-03:0043', 't:2011-03-03:0044', 'v:2011-03-03:other'];
    expect(await conversations.get(keys.map(reference), sampleContext())).toEqual([null, null, null]);
    expect(stub.calls).toHaveLength(6);
  });

  test('a failing day stands in the place of its conversations', async () => {
    stub.answer = (call) => (call.method === 'GetDailyTickets' ? { status: 503, body: 'x' } : answer(call));
    const { conversations, customers } = open();
    const references = [ticketKey, chatKey].map(reference);
    const failure = { name: 'VendorError', kind: 'unavailable' };
    expect(await conversations.get(references, sampleContext())).toMatchObject([failure, { key: chatKey }]);
    expect(await conversations.messages(references, sampleContext())).toMatchObject([failure, { length: 5 }]);
    expect(await customers.get([ticketKey, chatKey], sampleContext())).toMatchObject([
      failure,
      { name: 'Ann Poe' },
    ]);
  });

  test('messages of a ticket that is gone are not found', async () => {
    const { conversations } = open();
    const [messages] = await conversations.messages([reference('t:2011-03-03:1')], sampleContext());
    expect(messages).toMatchObject({ kind: 'not-found' });
  });

  test('an id that XML cannot hold is refused, and only that one', async () => {
    const { conversations } = open();
    const references = ['v:2011-03-03:a\u0000', chatKey].map(reference);
    expect(await conversations.messages(references, sampleContext())).toMatchObject([
      { kind: 'invalid-input' },
      { length: 5 },
    ]);
  });

  test('finished days are kept: asking again calls nobody', async () => {
    const { conversations } = open();
    await conversations.get([ticketKey, chatKey].map(reference), sampleContext());
    await conversations.messages([reference(chatKey)], sampleContext());
    stub.calls.length = 0;
    await conversations.get([ticketKey, chatKey].map(reference), sampleContext());
    await conversations.messages([reference(chatKey), reference(ticketKey)], sampleContext());
    expect(stub.calls).toEqual([]);
  });
});

describe('the namespace of GetChatTranscript', () => {
  const unknown: StubAnswer = {
    status: 500,
    body: '<Envelope><Body><Fault><faultstring>Server did not recognize the value of HTTP Header SOAPAction: x</faultstring></Fault></Body></Envelope>',
  };
  const double = '"http://www.zazachat.com/webservices//GetChatTranscript"';

  test('is tried with a second slash where the service does not know the method, and remembered', async () => {
    stub.answer = (call) => (call.action === double ? answer(call) : unknown);
    const { conversations } = open();
    const read = (key: string) => conversations.messages([reference(key)], sampleContext());
    expect(await read(chatKey)).toMatchObject([{ length: 5 }]);
    expect(await read('v:2011-03-03:other')).toEqual([[]]);
    expect(stub.calls).toHaveLength(3);
    expect(stub.calls[1]?.body).toContain('xmlns="http://www.zazachat.com/webservices//"');
  });

  test('is tried with a second slash where the first answer is empty, until one is not', async () => {
    const nothing: StubAnswer = { status: 200, body: soapAnswer('GetChatTranscript', null) };
    stub.answer = (call) =>
      call.action === double && call.body.includes('tok:7-22') ? answer(call) : nothing;
    const { conversations } = open();
    const read = (key: string) => conversations.messages([reference(key)], sampleContext());
    expect(await read('v:2011-03-03:silent')).toEqual([[]]);
    expect(stub.calls).toHaveLength(2);
    expect(await read(chatKey)).toMatchObject([{ length: 5 }]);
    expect(stub.calls).toHaveLength(4);
    expect(await read('v:2011-03-03:other')).toEqual([[]]);
    expect(stub.calls).toHaveLength(5);
  });

  test('stays as it is where an answer is empty and the other one is unknown, or fails', async () => {
    const nothing: StubAnswer = { status: 200, body: soapAnswer('GetChatTranscript', null) };
    let other: StubAnswer = { status: 503, body: '' };
    stub.answer = (call) => (call.action === double ? other : nothing);
    const { conversations } = open({ retries: 0 });
    const read = (key: string) => conversations.messages([reference(key)], sampleContext());
    expect(await read('v:2011-03-03:one')).toEqual([[]]);
    other = unknown;
    expect(await read('v:2011-03-03:two')).toEqual([[]]);
    expect(stub.calls).toHaveLength(4);
    expect(await read('v:2011-03-03:three')).toEqual([[]]);
    expect(stub.calls).toHaveLength(5);
  });

  test('can be set', async () => {
    const { conversations } = open({ transcriptNamespace: 'http://www.zazachat.com/webservices//' });
    await conversations.messages([reference(chatKey)], sampleContext());
    expect(stub.calls.map(({ action }) => action)).toEqual([double]);
  });
});

test('a department is rebuilt from its key, which is its name, and never looked up by a name', async () => {
  const { source } = open();
  expect(await source.directories.Department?.get(['Sales'], sampleContext())).toMatchObject([
    { key: 'Sales', vendorId: 'Sales', name: 'Sales' },
  ]);
  expect(source.keyOfVendorId('Department', 'Sales')).toBeNull();
  expect(source.keyOfVendorId('Conversation', '0042')).toBeNull();
});

describe('probe', () => {
  test('notes that an empty answer leaves open whether the key is accepted', async () => {
    const { source } = open();
    expect(await source.probe(sampleContext({ bypassCache: true }))).toEqual({
      message: expect.stringContaining('not authorised'),
      isKeyAccepted: false,
    });
    expect(stub.calls.map(({ method }) => method)).toEqual(['GetDailyChatters']);
  });

  test('fails when the key is refused', async () => {
    stub.answer = () => ({ status: 401, body: '' });
    const { source } = open();
    await expect(source.probe(sampleContext())).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});
