import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import { decodedReply } from '../support/decoded-reply.ts';

const label = { source: 'shop', operation: 'things.get' };

function reply(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<UpstreamReply> {
  return decodedReply({ label, body, headers }, { maxBytes: 100_000 });
}

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
}

describe('a reply', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['\ufeff{"a":1}', 'json'],
    ['\n [1]', 'json'],
    ['<?xml version="1.0"?><a/>', 'xml'],
    ['<s:Envelope/>', 'xml'],
    ['<!-- x --><a/>', 'xml'],
    ['<!DOCTYPE html><p>', 'html'],
    ['<HTML>', 'html'],
    ['<head><title>Login</title>', 'html'],
    ['<!-- proxy --><html>', 'html'],
    [`${'<!---->'.repeat(200)}<html>`, 'html'],
    [`${'<!---->'.repeat(200)}<a/>`, 'xml'],
    ['id;name', 'text'],
    ['< 5', 'text'],
  ])('%j is taken for %s whatever its content type says', async (body, kind) => {
    expect((await reply(body, { 'content-type': 'image/png' })).contentKind).toBe(kind);
  });

  it.each([
    ['UTF-8 by default', Buffer.from('žluťoučký'), undefined, 'žluťoučký'],
    ['the declared charset', Buffer.from([0xe9]), 'text/csv; charset=ISO-8859-1', 'é'],
    ['a quoted charset', Buffer.from([0xbe]), 'text/xml;charset="ISO-8859-2"', 'ž'],
    [
      'Latin-1 where UTF-8 is invalid',
      Buffer.from([0x63, 0x61, 0x66, 0xe9]),
      'text/csv; charset=utf-8',
      'café',
    ],
    ['an unknown charset as UTF-8', Buffer.from('é'), 'text/csv; charset=nonsense', 'é'],
    ['a byte-order mark', Buffer.from('\ufeffé', 'utf16le'), 'text/plain; charset=utf-8', 'é'],
    ['a byte-order mark of UTF-8', Buffer.from('\ufeffé'), 'text/plain; charset=ISO-8859-1', 'é'],
    ['big-endian UTF-16', Buffer.from('\ufeffé', 'utf16le').swap16(), undefined, 'é'],
    ['what only begins like a byte-order mark', Buffer.from([0xef, 0xbb, 0x61]), undefined, 'ï»a'],
    ['Latin-1 that begins like another mark', Buffer.from([0xff, 0x61]), undefined, 'ÿa'],
    ['Latin-1 that begins like a third mark', Buffer.from([0xfe, 0x61]), undefined, 'þa'],
  ])('is read in %s', async (_what, body, contentType, text) => {
    expect((await reply(body, contentType ? { 'content-type': contentType } : {})).text()).toBe(text);
  });

  it.each([0, 1, 2, 3])('that is long is shown by its beginning, of whole characters (%i)', async (more) => {
    const whole = '😀'.repeat(40_000);
    const body = 'x'.repeat(more) + whole;
    const read = await decodedReply({ label, body }, { now: Date.now, until: Date.now() + 60_000 });
    expect(read.text().length).toBeGreaterThan(65_530);
    expect(body.startsWith(read.text())).toBe(true);
  });

  it.each([
    ['<html>Log in</html>', 'the vendor sent an HTML page where JSON was expected'],
    ['<a/>', 'the vendor sent XML where JSON was expected'],
    ['sorry', 'the vendor sent text where JSON was expected'],
    ['', 'the vendor sent an empty body where JSON was expected'],
    ['{"a":', 'the vendor sent JSON that cannot be read'],
  ])('%j fails in words that say what came instead', async (body, message) => {
    const html = await reply(body);
    expect(failureOf(() => html.json())).toMatchObject({ message });
  });

  it('fails as a bad response that quotes nothing of the body', async () => {
    const html = await reply('<html>secret words</html>');
    for (const decode of [() => html.json(), () => html.xml()]) {
      const error = failureOf(decode);
      expect(error).toMatchObject({ kind: 'bad-response', source: 'shop', operation: 'things.get' });
      expect(JSON.stringify(error) + String(error)).not.toContain('secret');
    }
  });

  it('drops the key of JSON that could change what objects inherit', async () => {
    const value = (await reply('{"a":{"__proto__":{"polluted":1},"b":2}}')).json();
    expect(Object.getOwnPropertyNames((value as { a: object }).a)).toEqual(['b']);
    const hidden = (await reply('{"\\u005f_proto__":{"polluted":1}}')).json();
    expect(Object.getOwnPropertyNames(hidden)).toEqual([]);
  });

  it.each([
    ['{"id":12345678901234567890}', { id: '12345678901234567890' }],
    ['[-9007199254740993, 9007199254740991]', ['-9007199254740993', 9_007_199_254_740_991]],
    ['{"a":0.12345678901234567890,"b":-1e3,"c":1E21}', { a: 0.123_456_789_012_345_68, b: -1000, c: 1e21 }],
    ['{"id":"12345678901234567890"}', { id: '12345678901234567890' }],
  ])('keeps every digit of whole numbers in JSON, as they are ids: %s', async (body, value) => {
    expect((await reply(body)).json()).toEqual(value);
  });

  it.each(['{"a":1e999}', '[-1E999]', '{"a": 12.5e999}'])(
    'is refused with a number that cannot be held: %s',
    async (body) => {
      const decoded = await reply(body);
      expect(failureOf(() => decoded.json())).toMatchObject({ kind: 'bad-response' });
    },
  );

  it.each([
    ['small', 0],
    ['large', 600_000],
  ])('gives numbers of %s JSON as they are written where it is told to', async (_size, padding) => {
    const written = '{"a":19.90,"b":[9007199254740993.10,1e999,-0],"__proto__":1,"c":true}';
    const body = written + ' '.repeat(padding);
    const until = Date.now() + 60_000;
    const read = await decodedReply({ label, body }, { numbers: 'as-texts', now: Date.now, until });
    expect(read.json()).toEqual({ a: '19.90', b: ['9007199254740993.10', '1e999', '-0'], c: true });
    const usual = await reply('{"a":19.90}');
    expect(usual.json()).toEqual({ a: 19.9 });
  });

  it.each([
    ['ends before it is complete', gzipSync('hello').subarray(0, -8)],
    ['is broken', Buffer.from('hello')],
  ])('says that a packed answer %s, and nothing of a limit', async (why, body) => {
    await expect(reply(body, { 'content-encoding': 'gzip' })).rejects.toMatchObject({
      kind: 'bad-response',
      message: `the vendor sent a packed answer that ${why}`,
    });
  });

  it('unpacks gzip, but not beyond the limit', async () => {
    expect((await reply(gzipSync('hello'), { 'content-encoding': 'gzip' })).text()).toBe('hello');
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    await expect(reply(bomb, { 'content-encoding': 'gzip' })).rejects.toMatchObject({
      kind: 'bad-response',
      message: expect.stringContaining('larger than the source allows (maxResponseMb)') as string,
    });
    await expect(reply('x', { 'content-encoding': 'br' })).rejects.toMatchObject({ kind: 'bad-response' });
  });
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('CSV', () => {
  it('is read by the names of its header line', async () => {
    const csv = (await reply('\ufeff"id"; "name";\r\n"007"; "a;""b""";\r\n\r\n1;x;\r\n')).csv();
    expect(csv).toEqual([
      { id: '007', name: 'a;"b"' },
      { id: '1', name: 'x' },
    ]);
    expect((await reply('')).csv()).toEqual([]);
    expect((await reply('id;name\n')).csv()).toEqual([]);
  });

  it.each([
    ['in the middle', '"un "vrai" régal"', 'un "vrai" régal'],
    ['across lines', '"dit\nun "oui" enfin"', 'dit\nun "oui" enfin'],
    ['beside doubled ones', '"5"" ou 6" de large"', '5" ou 6" de large'],
    ['at the end', '"elle a dit "merci""', 'elle a dit "merci"'],
    ['at the beginning', '""Parfait", dit-elle"', '"Parfait", dit-elle'],
    ['around everything', '""Parfait""', '"Parfait"'],
  ])('keeps quotes that nobody doubled %s', async (_where, cell, name) => {
    expect((await reply(`"id"; "name"\n1; "x"\n2; ${cell}\n3; "y"\n`)).csv()).toEqual([
      { id: '1', name: 'x' },
      { id: '2', name },
      { id: '3', name: 'y' },
    ]);
  });

  it.each(['id;name\n1', 'id;name\n1;2;3', 'id;name\n1;"open', 'id;name\n1;"a "b"; c"'])(
    'is refused when a row does not fit: %j',
    async (text) => {
      const decoded = await reply(text);
      expect(failureOf(() => decoded.csv())).toMatchObject({ kind: 'bad-response' });
    },
  );

  it('gives back any quoted text', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const text = ['"a";"b"', ...rows.map((row) => row.map(quoted).join(';'))].join('\r\n');
        expect((await reply(text)).csv()).toEqual(rows.map(([a, b]) => ({ a, b })));
      }),
      { numRuns: 300 },
    );
  });
});
