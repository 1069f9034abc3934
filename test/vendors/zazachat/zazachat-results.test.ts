import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import type { TimelineRequest } from '../../../src/contract/timeline.ts';
import { escapeXml, visitorRow } from './zazachat-rows.ts';
import {
  openSource,
  openStub,
  sampleContext,
  soapAnswer,
  soapFault,
  type Stub,
  type StubAnswer,
} from './zazachat-stub.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await openStub(() => '');
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.calls.length = 0;
});

const request: TimelineRequest<{ channel: ['CHAT'] }> = {
  window: { from: Date.UTC(2011, 2, 3, 5), to: Date.UTC(2011, 2, 4, 5) },
  order: { field: 'CREATED_AT', direction: 'DESC' },
  filter: { channel: ['CHAT'] },
  limit: 10,
  position: null,
};

/** The ids of the chats of a day that is answered like this, or the failure. */
async function chatsOf(answer: StubAnswer): Promise<readonly string[] | VendorError> {
  stub.answer = () => answer;
  const source = openSource(stub.url);
  try {
    const list = await source.conversations?.list(request, sampleContext());
    return list?.value.rows.map(({ vendorId }) => vendorId) ?? [];
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  } finally {
    await source.close();
  }
}

const rows = visitorRow('a-1', '3 Mar 2011 10:00:00:000') + visitorRow('b-2', '3 Mar 2011 11:00:00:000');
const chats = (inner: string | null) => soapAnswer('GetDailyChatters', inner);
const list = `<Visitors xmlns="">${rows}</Visitors>`;

describe('a row that cannot be read', () => {
  const odd = [
    ['without an id', list.replace('a-1', ' ')],
    ['without a time', list.replace('3 Mar 2011 10:00:00:000', '')],
    ['of 31 June', list.replace('3 Mar 2011 10', '31 Jun 2011 10')],
  ] as const;

  test.each(odd)('%s is left out and told, beside the others of its day', async (_what, inner) => {
    stub.answer = () => chats(inner);
    const source = openSource(stub.url);
    const { value } = await source.conversations!.list(request, sampleContext());
    await source.close();
    expect(value.rows.map(({ vendorId }) => vendorId)).toEqual(['b-2']);
    expect(value.unread).toMatchObject({
      span: request.window,
      because: {
        kind: 'wrong-answer',
        message: expect.stringContaining('left out') as string,
        source: 'legacy',
        operation: 'GetDailyChatters',
      },
    });
  });

  test.each(odd)('%s may be the one that is looked for by id', async (_what, inner) => {
    stub.answer = () => chats(inner);
    const source = openSource(stub.url);
    const keys = ['v:2011-03-03:a-1', 'v:2011-03-03:b-2'];
    const references = keys.map((key) => ({ key, revision: null }));
    const found = await source.conversations!.get(references, sampleContext());
    await source.close();
    expect(found).toMatchObject([{ kind: 'wrong-answer' }, { vendorId: 'b-2' }]);
  });

  test.each(odd)('%s is no ticket that is looked for on the same day', async (_what, inner) => {
    stub.answer = ({ method }) => (method === 'GetDailyChatters' ? chats(inner) : soapAnswer(method, null));
    const source = openSource(stub.url);
    const keys = ['v:2011-03-03:b-2', 't:2011-03-03:77'];
    const references = keys.map((key) => ({ key, revision: null }));
    const found = await source.conversations!.get(references, sampleContext());
    await source.close();
    expect(found).toMatchObject([{ vendorId: 'b-2' }, null]);
  });
});

test('an address that no readable row has may stand in one that cannot be read', async () => {
  stub.answer = ({ method }) =>
    method === 'GetDailyChatters'
      ? chats(list.replace('a-1', ' '))
      : soapAnswer('GetDailyTickets', '<Tickets/>');
  const source = openSource(stub.url);
  const search = source.customers!.findByEmail!('nobody@example.org', sampleContext());
  await expect(search).rejects.toMatchObject({ kind: 'wrong-answer', source: 'legacy' });
  await source.close();
});

describe('a list is found', () => {
  test.each([
    ['as elements', chats(`\n  ${list}\n`)],
    ['as CDATA', chats(`<![CDATA[${list}]]>`)],
    [
      'as escaped text with a declaration of its own',
      chats(escapeXml(`<?xml version="1.0" encoding="utf-16"?>${list}`)),
    ],
    ['as text that is escaped twice', chats(escapeXml(escapeXml(list)))],
    ['as escaped text with characters that XML forbids', chats(escapeXml(list.replace('a-1', 'a\u0001-1')))],
    ['in lower case', chats(list.replace(/<(\/?)(\w+)/g, (tag) => tag.toLowerCase()))],
    ['as a data set', chats(`<x:diffgram xmlns:x="urn:x"><NewDataSet>${rows}</NewDataSet></x:diffgram>`)],
    ['without an envelope, as escaped text', `<string xmlns="http://x/">${escapeXml(list)}</string>`],
    ['without an envelope, as a document', `<?xml version="1.0"?>${list}`],
    [
      'in SOAP 1.2',
      chats(list).replace(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      ),
    ],
  ])('%s', async (_form, answer) => {
    expect(await chatsOf(answer)).toEqual(['a-1', 'b-2']);
  });
});

/** The list with this as the notes of its first row. */
const withNotes = (notes: string) => list.replace('<VisitorInfo>', `<VisitorInfo><Notes>${notes}</Notes>`);

describe('a text that nobody escaped', () => {
  const texts = ['Tom & Co', 'a < b', '<John>', 'one<br>two', 'half &amp; half & all'];

  test.each(texts)('is read as it stands, beside the other rows of its day: %s', async (text) => {
    for (const answer of [chats(escapeXml(withNotes(text))), chats(`<![CDATA[${withNotes(text)}]]>`)]) {
      stub.answer = () => answer;
      const source = openSource(stub.url);
      const { value } = await source.conversations!.list(request, sampleContext());
      await source.close();
      expect(value.rows).toMatchObject([
        { vendorId: 'a-1', note: text },
        { vendorId: 'b-2', note: null },
      ]);
    }
  });

  test.each(texts)('is read as it stands in a transcript: %s', async (text) => {
    const transcript = `<Transcript>You're now chatting with Gabe\nGabe: hi\nYou: ${text}</Transcript>`;
    stub.answer = ({ method }) => soapAnswer(method, escapeXml(transcript));
    const source = openSource(stub.url);
    const reference = { key: 'v:2011-03-03:a-1', revision: null };
    const [messages] = await source.conversations!.messages([reference], sampleContext());
    await source.close();
    expect(messages).toMatchObject([{}, { body: 'hi' }, { authorRole: 'CUSTOMER', body: text }]);
  });
});

describe('markup that nobody escaped', () => {
  test('is kept, although elements can be made of it', async () => {
    const text = 'one<br />two <b>three</b>';
    stub.answer = () => chats(withNotes(text));
    const source = openSource(stub.url);
    const { value } = await source.conversations!.list(request, sampleContext());
    await source.close();
    expect(value.rows[0]).toMatchObject({ vendorId: 'a-1', note: text });
  });

  test.each([
    ['as elements', (transcript: string) => transcript],
    ['as text', escapeXml],
  ])('breaks the lines of a transcript that has no others, %s', async (_form, written) => {
    const transcript = "<Transcript>You're now chatting with Gabe<br />Gabe: hi<br/>You: so so</Transcript>";
    stub.answer = ({ method }) => soapAnswer(method, written(transcript));
    const source = openSource(stub.url);
    const reference = { key: 'v:2011-03-03:a-1', revision: null };
    const [messages] = await source.conversations!.messages([reference], sampleContext());
    await source.close();
    expect(messages).toMatchObject([
      { authorRole: 'SYSTEM' },
      { authorRole: 'AGENT', body: 'hi' },
      { authorRole: 'CUSTOMER', body: 'so so' },
    ]);
  });
});

describe('a list is empty', () => {
  test.each([
    ['without a result', chats(null)],
    ['with an empty result', chats('')],
    ['with an empty document', chats('<Visitors />')],
    ['with an empty document as text', chats('&lt;Visitors/&gt;')],
  ])('%s', async (_form, answer) => {
    expect(await chatsOf(answer)).toEqual([]);
  });
});

describe('a failure is told', () => {
  const trace = 'Server was unable to process request. ---&gt; ';
  test.each([
    ['a fault about the key', 'unauthenticated', soapFault(`${trace}Invalid API_Key.`)],
    ['a text about the key', 'unauthenticated', chats('You are not authorized to use this account')],
    ['an error element about the key', 'unauthenticated', chats('<Error>Invalid API Key</Error>')],
    [
      'an error about the key that says so in an attribute',
      'unauthenticated',
      chats('<E><Error Message="Bad key" Text="API key refused"/></E>'),
    ],
    ['an error without a word', 'bad-response', chats('<Error/>')],
    ['plain text about the key', 'unauthenticated', 'Wrong API key'],
    ['status 403', 'unauthenticated', { status: 403, body: 'no' }],
    ['a fault of any other words', 'unavailable', soapFault(`${trace}Timeout expired`)],
    [
      'words about the key in a stack trace only',
      'unavailable',
      soapFault(`${trace}Timeout expired\n   at Zaza.Check(String API_Key)`),
    ],
    [
      'a missing dictionary key',
      'unavailable',
      soapFault(`${trace}The given key was not present in the dictionary.`),
    ],
    [
      'a date that is not read',
      'wrong-answer',
      soapFault(`${trace}String was not recognized as a valid DateTime.`),
    ],
    ['a body that is not read', 'wrong-answer', soapFault('Server was unable to read request. ---&gt; x')],
    [
      'a method that is not known',
      'wrong-answer',
      soapFault('did not recognize the value of HTTP Header SOAPAction: x'),
    ],
    ['status 503 with a page', 'unavailable', { status: 503, body: '<html><body>down</body></html>' }],
    ['status 404', 'bad-response', { status: 404, body: 'no' }],
    ['another text', 'bad-response', chats('something went wrong')],
    ['a page', 'bad-response', '<html><body>enterprise</body></html>'],
    ['an empty body', 'bad-response', ''],
    ['an envelope without a response', 'bad-response', '<Envelope><Body/></Envelope>'],
    ['an envelope that is cut off', 'bad-response', chats(list).slice(0, -40)],
    ['a result that is cut off', 'bad-response', chats(escapeXml(list.slice(0, -20)))],
    ['a document type inside the result', 'bad-response', chats(escapeXml(`<!DOCTYPE a>${list}`))],
  ] satisfies [string, string, StubAnswer][])('%s is %s', async (_form, kind, answer) => {
    const outcome = await chatsOf(answer);
    expect(outcome).toMatchObject({ kind, source: 'legacy', operation: 'GetDailyChatters' });
  });

  test('without a word of what the service said', async () => {
    const canary = 'canary-91';
    for (const answer of [
      soapFault(`Invalid API_Key ${canary}`),
      chats(canary),
      { status: 500, body: canary },
    ]) {
      const outcome = await chatsOf(answer);
      expect(outcome).toBeInstanceOf(VendorError);
      expect(JSON.stringify(outcome) + String((outcome as VendorError).stack)).not.toContain(canary);
    }
  });
});
