import { describe, expect, it } from 'vitest';
import { checked, contentOf, rowsOf } from '../../../src/vendors/liveagent/liveagent-wire-decoding.ts';
import { conversationSchema, messageGroupSchema } from '../../../src/vendors/liveagent/liveagent-wire.ts';
import { label, replyOf } from './reply-of.ts';

async function content(body: string, status = 200) {
  return contentOf(await replyOf(body, status), label);
}

function xml(inside: string): string {
  return `<?xml version='1.0' encoding='utf-8'?>\n<response>${inside}</response>`;
}

function parseWithoutId(): unknown {
  return checked(conversationSchema, { code: 'person@example.org', conversationid: null }, label);
}

describe('an answer', () => {
  it('is the same record from JSON and from XML', async () => {
    const json = await content(
      JSON.stringify({
        response: {
          groups: [
            {
              rtype: '3',
              datecreated: '2020-02-03 04:05:06',
              messages: [{ messageid: 'm1', rtype: 'M', message: 'a < b & "c"' }],
            },
          ],
        },
      }),
    );
    const twin = await content(
      xml(
        '\n<groups>\n<group><rtype>3</rtype><datecreated>2020-02-03 04:05:06</datecreated><messages>' +
          '<message><messageid>m1</messageid><rtype>M</rtype><message>a &lt; b &amp; &quot;c&quot;</message></message>' +
          '</messages></group>\n</groups>\n',
      ),
    );
    const parse = (record: typeof json) =>
      rowsOf(record, 'groups', label).map((row) => checked(messageGroupSchema, row, label));
    expect(parse(twin)).toEqual(parse(json));
    expect(parse(json)[0]?.messages?.[0]?.message).toBe('a < b & "c"');
  });

  it('has one text of tag ids in a conversation and a list of tags elsewhere', async () => {
    const record = await content(
      xml(
        '<tags><tag><id>ab12</id><name>VIP</name></tag></tags><conversation><tags>ab12, cd34</tags></conversation>',
      ),
    );
    expect(record.tags).toEqual([{ id: 'ab12', name: 'VIP' }]);
    expect(record.conversation).toEqual({ tags: 'ab12, cd34' });
  });

  it.each([
    ['<entries><entrie><id>1</id></entrie></entries>', 'entries', [{ id: '1' }]],
    ['<companies><companie><name>A</name></companie></companies>', 'companies', [{ name: 'A' }]],
    ['<performance><item><calls>3</calls></item></performance>', 'performance', [{ calls: '3' }]],
    ['<conversations/>', 'conversations', []],
    ['<customers>\n</customers>', 'customers', []],
    ['<callsOverview><running>3</running></callsOverview>', 'callsOverview', [{ running: '3' }]],
    ['<callsOverview><item><running>3</running></item></callsOverview>', 'callsOverview', [{ running: '3' }]],
    ['<chatsOverview/>', 'chatsOverview', []],
  ])('in XML %s is a list', async (inside, key, rows) => {
    expect(rowsOf(await content(xml(inside)), key, label)).toEqual(rows);
  });

  it.each([
    ['<content>It is <b>bold</b> &amp; plain</content>', 'It is <b>bold</b> &amp; plain'],
    ['<content><p class="x">One</p><br/></content>', '<p class="x">One</p><br />'],
    ['<title>A <i>slanted</i> title</title>', 'A <i>slanted</i> title'],
    ['<title>1 &lt; 2</title>', '1 < 2'],
    ['<subject><b>only bold</b></subject>', '<b>only bold</b>'],
    ['<description><x-note>noted</x-note></description>', '<x-note>noted</x-note>'],
    ['<ownername><i>Ann</i> <b>Lee</b></ownername>', '<i>Ann</i> <b>Lee</b>'],
  ])('in XML %s is a text with its markup', async (inside, text) => {
    expect(Object.values(await content(xml(inside)))).toEqual([text]);
  });

  it('in XML has a message of mere markup as a text, and rows with the names of HTML elements as records', async () => {
    const record = await content(
      xml(
        '<groups><group><messages><message><messageid>m1</messageid><message><p>only markup</p></message></message>' +
          '</messages></group></groups>' +
          '<entries><entrie><title>One</title></entrie></entries>' +
          '<customfields><customfield><code>c1</code></customfield></customfields>',
      ),
    );
    expect(record).toEqual({
      groups: [{ messages: [{ messageid: 'm1', message: '<p>only markup</p>' }] }],
      entries: [{ title: 'One' }],
      customfields: [{ code: 'c1' }],
    });
  });

  it.each([
    ['{"response":{"tags":[]}}', []],
    ['{"response":{"tags":""}}', []],
    ['{"response":{"tags":{"0":{"id":"a"},"2":{"id":"b"}}}}', [{ id: 'a' }, { id: 'b' }]],
    ['{"response":{"tags":{"id":"a"}}}', [{ id: 'a' }]],
    ['{"response":{"tags":false}}', []],
  ])('in JSON %s holds a list', async (body, rows) => {
    expect(rowsOf(await content(body), 'tags', label)).toEqual(rows);
  });

  it.each([
    ['', 'an empty body'],
    ['<html><body>Welcome</body></html>', 'an HTML page'],
    ['{"conversations":[]}', 'JSON without an envelope'],
    ['<rss></rss>', 'XML without an envelope'],
    ['service ok', 'plain text'],
    ['{"response":[]}', 'an empty envelope'],
  ])('%s is refused, told as %s', async (body, words) => {
    await expect(content(body)).rejects.toMatchObject({
      kind: 'bad-response',
      message: expect.stringContaining(words),
    });
  });

  it('without the list is refused', async () => {
    const record = await content('{"response":{"tickets":[]}}');
    expect(() => rowsOf(record, 'conversations', label)).toThrow('a list named conversations');
  });

  it('whose record is not as documented names the column and not its value', () => {
    expect(parseWithoutId).toThrow('conversationid');
    expect(parseWithoutId).not.toThrow('person');
  });

  it('cut off anywhere is refused', async () => {
    const body = JSON.stringify({ response: { conversations: [{ conversationid: 'a', subject: 'Größe' }] } });
    for (let length = 0; length < body.length; length += 1) {
      await expect(content(body.slice(0, length))).rejects.toMatchObject({ kind: 'bad-response' });
    }
  });
});

describe('a record', () => {
  it.each([
    [undefined, undefined],
    [null, null],
    ['', null],
    [' \n', null],
    [[], null],
    [' AB-1 ', 'AB-1'],
    [17, '17'],
  ])('with the column %j tells %j', (column, told) => {
    const record = { conversationid: 'a', ...(column === undefined ? {} : { code: column }) };
    expect(checked(conversationSchema, record, label).code).toBe(told);
  });
});
