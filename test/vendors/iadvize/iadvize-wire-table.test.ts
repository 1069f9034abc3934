import { describe, expect, it } from 'vitest';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { decodeTable } from '../../../src/vendors/iadvize/iadvize-wire-table.ts';
import { label, replyOf } from './reply-of.ts';

const kind = { expected: 'a table of surveys', columns: ['id', 'operator', 'comment'] } as const;

async function rowsIn(body: unknown) {
  return decodeTable(await replyOf(body), label, kind, (cells) => cells);
}

describe('a table', () => {
  it.each([
    ['JSON', [{ id: '8', operator: 'Luc', comment: 'très "bien"; merci' }]],
    ['wrapped JSON', { surveys: [{ id: '8', operator: 'Luc', comment: 'très "bien"; merci' }] }],
    ['CSV', '"id";"operator";"comment"\n8;"Luc";"très ""bien""; merci"\n'],
    [
      'CSV with blanks, a mark and CRLF',
      '\uFEFFid; operator; comment\r\n8; "Luc"; "très ""bien""; merci"\r\n',
    ],
  ])('is read from %s', async (_form, body) => {
    expect(await rowsIn(body)).toEqual([{ id: '8', operator: 'Luc', comment: 'très "bien"; merci' }]);
  });

  it.each([['[]'], ['"id";"operator";"comment"\n']])('may have no rows: %j', async (body) => {
    expect(await rowsIn(body)).toEqual([]);
  });

  it.each([
    ['', 'bad-response'],
    ['Wrong parameters', 'bad-response'],
    ['Invalid API key', 'unauthenticated'],
    ['"id";"operator"\n8;"Luc"\n', 'bad-response'],
    ['"id";"operator";"comment"\n8;"Lu', 'bad-response'],
    ['<html><body>oops</body></html>', 'bad-response'],
    [{ result: 'error' }, 'bad-response'],
    [[{ id: '8' }], 'bad-response'],
  ])('is refused as %j', async (body, expected) => {
    await expect(rowsIn(body)).rejects.toSatisfy(
      (error: unknown) => error instanceof VendorError && error.kind === expected,
    );
  });
});
