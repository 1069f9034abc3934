import { describe, expect, it } from 'vitest';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { decodeList, decodeOne } from '../../../src/vendors/iadvize/iadvize-wire-decoding.ts';
import { chats, operators, websites } from '../../../src/vendors/iadvize/iadvize-wire-kinds.ts';
import { line, wireChat } from './chats.ts';
import { label, replyOf } from './reply-of.ts';

const one = wireChat({ id: '1' });
const two = wireChat({ id: '2' });

async function idsIn(body: unknown): Promise<readonly (string | null)[]> {
  return (await decodeList(await replyOf(body), label, chats)).rows.map(({ value }) => value.id);
}

async function failureOf(body: unknown, status?: number): Promise<VendorError> {
  const failure = await decodeList(await replyOf(body, status), label, chats).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(VendorError);
  return failure as VendorError;
}

async function decodeId(body: unknown, status?: number): Promise<string | null> {
  return (await decodeOne(await replyOf(body, status), label, chats))?.value.id ?? null;
}

describe('a list of chats', () => {
  it.each([
    ['bare', [one, two]],
    ['wrapped by a name', { history: [one, two] }],
    ['wrapped beside a count', { count: 2, chats: [one, two] }],
    ['wrapped with the success word', { result: 'success', chats: [one, two] }],
    ['numbered with gaps', { 0: one, 7: two }],
    ['numbered with gaps inside a wrapper', { chats: { 3: one, 4: two } }],
  ])('is read when it is %s', async (_form, body) => {
    expect(await idsIn(body)).toEqual(['1', '2']);
  });

  it.each([
    ['alone', one],
    ['alone in a wrapper', { history: one }],
  ])('is read when the one chat stands %s', async (_form, body) => {
    expect(await idsIn(body)).toEqual(['1']);
  });

  it.each([['[]'], ['{}'], ['null'], ['{"history":[]}'], ['\uFEFF[]']])('is empty as %s', async (body) => {
    expect(await idsIn(body)).toEqual([]);
  });

  it('holds its odd records, too', async () => {
    const { id: _, ...without } = two;
    expect(await idsIn([one, { ...two, id: '' }, without])).toEqual(['1', null, null]);
    expect(await idsIn([one, null, [], 'x'])).toEqual(['1', null, null, null]);
    expect(await idsIn({ chats: { 3: one, 4: without, 7: null } })).toEqual(['1', null, null]);
  });

  it('takes numbers for text and a lone line for a list of lines', async () => {
    const body = [wireChat({ id: 55, opid: 7, extid: 0, history: line('visitor', '10:00', 'allô') })];
    const [record] = (await decodeList(await replyOf(body), label, chats)).rows;
    expect(record?.value).toMatchObject({ id: '55', opid: '7', extid: '0', history: [{ msg: 'allô' }] });
  });

  it('takes false for nothing, as PHP writes it', async () => {
    const nothing = {
      opid: false,
      opname: false,
      group: false,
      vuid: false,
      extid: false,
      user_agent: false,
    };
    const [record] = (await decodeList(await replyOf([{ ...one, ...nothing }]), label, chats)).rows;
    const none = Object.fromEntries(Object.keys(nothing).map((name) => [name, null]));
    expect(record?.value).toMatchObject({ id: '1', ...none });
  });

  it('takes fields of another kind, and missing ones, for fields that are not told', async () => {
    const body = [{ id: '9', vuid: { a: 1 }, group: '  ' }];
    const [record] = (await decodeList(await replyOf(body), label, chats)).rows;
    expect(record?.value).toMatchObject({ vuid: null, group: null, duration: null, history: [] });
  });

  it('keeps the record as it came', async () => {
    const [record] = (await decodeList(await replyOf([{ ...one, unheard: [1] }]), label, chats)).rows;
    expect(record?.raw).toEqual({ ...one, unheard: [1] });
  });
});

describe('chats in XML', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
    <discussions website="boutique.example"><chat id="61">
      <operator>Nadia &amp; Luc</operator><datetime>10.03.2026 14:05</datetime><duration>01:30</duration>
      <history><NAVIGATION time="14:05">https://boutique.example/</NAVIGATION><visitor time="14:06">a &lt; b</visitor><operator time="14:07">oui</operator></history>
    </chat></discussions>`;

  it('are read like those in JSON', async () => {
    const [record] = (await decodeList(await replyOf(xml), label, chats)).rows;
    expect(record?.value).toMatchObject({
      id: '61',
      opname: 'Nadia & Luc',
      duration: '01:30',
      history: [
        { from: 'NAVIGATION', time: '14:05' },
        { from: 'visitor', time: '14:06', msg: 'a < b' },
        { from: 'operator', time: '14:07', msg: 'oui' },
      ],
    });
  });

  it('may be none', async () => {
    expect(await idsIn('<discussions website="boutique.example"/>')).toEqual([]);
  });

  it('are refused when the document is another one', async () => {
    expect((await failureOf('<service><name>x</name></service>')).kind).toBe('bad-response');
    expect((await failureOf('<error>Invalid API key</error>')).kind).toBe('unauthenticated');
  });
});

describe('an answer that is no list', () => {
  it.each([
    ['an empty body', ''],
    ['the success word', { result: 'success' }],
    ['the success word in single quotes', "{'result':'success'}"],
    ['a failure', { result: 'error' }],
    ['a failure in single quotes', "{'result':'fail'}"],
    ['an error beside an empty list', { error: 'database', history: [] }],
    ['a page', '<!DOCTYPE html><html><body>Bonjour</body></html>'],
    ['text', 'Service momentanément indisponible'],
    ['JSON that is cut off', JSON.stringify([one]).slice(0, -9)],
    ['JSON with a trailing comma', '[1,]'],
    ['the word false', 'false'],
    ['a number', '0'],
    ['a list of something else', [{ name: 'x' }]],
    ['records without a word of ids', [{ vuid: 'x' }]],
    ['CSV', '"id";"operator"\n1;"x"\n'],
    ['something missing', { result: 'error', message: 'not found' }],
  ])('fails as bad-response when it is %s', async (_what, body) => {
    expect((await failureOf(body)).kind).toBe('bad-response');
  });

  it.each([
    ['Invalid API key'],
    ['Clé API invalide'],
    ['Authentication failed'],
    [{ result: 'error', message: 'Cl\u00e9 inconnue' }],
    [{ result: 'WRONG_KEY' }],
    ["{'result':'bad key'}"],
    [{ error: { code: 3, text: 'Access denied' } }],
    ['<html><body>Invalid <b>API key</b></body></html>'],
    ["{'result':'error','message':'invalid key'}"],
    ['<response><result>error</result><message>invalid key</message></response>'],
    ['<html><body>Cl&eacute; <b>API</b> inconnue</body></html>'],
    ['"result";"message"\n"error";"invalid key"\n'],
  ])('fails as unauthenticated when it says %j, whatever the status', async (body) => {
    expect((await failureOf(body)).kind).toBe('unauthenticated');
    expect((await failureOf(body, 400)).kind).toBe('unauthenticated');
  });

  it.each([
    [401, 'unauthenticated'],
    [403, 'unauthenticated'],
    [404, 'bad-response'],
    [301, 'bad-response'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('with status %i fails as %s', async (status, kind) => {
    expect((await failureOf('<html><body>oops</body></html>', status)).kind).toBe(kind);
  });

  it('with a status that says the server is broken is an outage, whatever words it has', async () => {
    expect((await failureOf('upstream key server unreachable', 502)).kind).toBe('unavailable');
  });

  it.each([
    [
      'cut off',
      JSON.stringify([wireChat({ history: [line('visitor', '10:00', 'Invalid API key')] })]).slice(0, -9),
    ],
    ['of something else', [{ group: 'Invalid API key' }, null]],
    ['of something else, wrapped', { history: [{ group: 'access denied' }, 5] }],
  ])('is not explained by what people wrote in a list %s', async (_how, body) => {
    expect((await failureOf(body)).kind).toBe('bad-response');
  });

  it('never repeats the words of the body', async () => {
    const failure = await failureOf({
      result: 'error',
      message: 'key k-SECRET-9 unknown for luc@example.com',
    });
    expect(failure.message + JSON.stringify(failure)).not.toMatch(/SECRET|luc@/);
  });
});

describe('one chat', () => {
  it.each([
    ['an object', one],
    ['a list of one', [one]],
    ['wrapped', { history: [one] }],
  ])('is read as %s', async (_form, body) => {
    expect(await decodeId(body)).toBe('1');
  });

  it.each([
    ['[]'],
    ['{}'],
    ['null'],
    ['false'],
    ['{"result":"error","message":"Discussion introuvable"}'],
    ['{"result":"error","message":"This chat does not exist"}'],
  ])('is not there when the answer is %s', async (body) => {
    expect(await decodeId(body)).toBeNull();
  });

  it('is not there when the status says so', async () => {
    expect(await decodeId('nope', 404)).toBeNull();
  });

  it('is refused when there are several', async () => {
    await expect(decodeId([one, two])).rejects.toMatchObject({ kind: 'bad-response' });
  });

  it('is refused when the body is empty', async () => {
    await expect(decodeId('')).rejects.toMatchObject({ kind: 'bad-response' });
  });
});

describe('directories', () => {
  it('are read wrapped, bare and numbered', async () => {
    const site = { id: 4, label: 'Boutique', url: 'boutique.example' };
    for (const body of [{ websites: [site] }, [site], { websites: { 2: site } }]) {
      expect((await decodeList(await replyOf(body), label, websites)).rows[0]?.value).toEqual({
        ...site,
        id: '4',
      });
    }
  });

  it.each([
    ['without an id', { name: 'B' }],
    ['that is empty', []],
    ['that is none', null],
  ])('set a record aside %s, and fail where there are no others', async (_how, odd) => {
    const { rows, unread } = await decodeList(await replyOf([{ id: '1', name: 'A' }, odd]), label, operators);
    expect(rows.map(({ value }) => value.name)).toEqual(['A']);
    expect(unread).toHaveLength(1);
    const alone = decodeList(await replyOf({ operators: [odd] }), label, operators);
    await expect(alone).rejects.toMatchObject({ kind: 'bad-response' });
  });

  it('read flags and counts whatever way they are sent', async () => {
    const body = {
      operators: [
        { id: '1', name: 'A', is_online: '1', messenger_isonline: 0, curchat: '2', maxchat: 6 },
        { id: '2', name: 'B', is_online: false, messenger_isonline: '', curchat: 'x' },
      ],
    };
    const { rows } = await decodeList(await replyOf(body), label, operators);
    expect(rows.map(({ value }) => value)).toMatchObject([
      { is_online: true, messenger_isonline: false, curchat: 2, maxchat: 6 },
      { is_online: false, messenger_isonline: null, curchat: null, maxchat: null },
    ]);
  });
});
