import { describe, expect, it } from 'vitest';
import type { VendorError } from '../../../src/contract/vendor-error.ts';
import { expectSuccess } from '../../../src/vendors/iadvize/iadvize-write-reply.ts';
import { label, replyOf } from './reply-of.ts';

async function judged(
  body: unknown,
  status = 200,
  passwords: readonly string[] = [],
): Promise<VendorError | 'success'> {
  const reply = await replyOf(body, status);
  try {
    expectSuccess(reply, label, passwords);
    return 'success';
  } catch (error) {
    return error as VendorError;
  }
}

describe('the answer to a change at iAdvize', () => {
  it.each([
    "{'result':'success'}",
    "{\n    'result' : 'success'\n}\n",
    '{"result":"success"}',
    '{"result":"SUCCESS","id":12}',
    'success',
    '"success"',
  ])('is a success when it says %s', async (body) => {
    expect(await judged(body)).toBe('success');
  });

  it.each([
    ['{"result":"error","message":"email is already in use"}', 'email is already in use'],
    ["{'result':'wrong type'}", 'wrong type'],
    ["{ 'result' : 'error' , 'message' : 'l\\'adresse existe' }", "l'adresse existe"],
    ['{"error":"maxchat must be 1 to 6"}', 'maxchat must be 1 to 6'],
    ['adresse invalide', 'adresse invalide'],
  ])('is a refusal in its own words when it says %s', async (body, words) => {
    expect(await judged(body)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(words) as string,
    });
  });

  it.each([
    'unknown operator',
    '{"result":"error","message":"opérateur inconnu"}',
    '{"error":"Operator not found"}',
  ])('says that there is no such thing with %s', async (body) => {
    expect(await judged(body)).toMatchObject({ kind: 'not-found' });
  });

  it.each([
    'wrong key',
    '{"result":"error","message":"Invalid API key"}',
    "{'result':'error','message':'Invalid API key'}",
  ])('is about the credentials with %s, and is not repeated', async (body) => {
    expect(await judged(body)).toMatchObject({
      kind: 'unauthenticated',
      message: 'iAdvize refused the API key',
    });
  });

  it.each([
    ['', 200],
    ['<!DOCTYPE html><html><body>Oops</body></html>', 200],
    ['{}', 200],
    ['null', 200],
    ['{"result":', 200],
    ["{'result':'succ", 200],
    ['succ', 200],
    ['OK', 200],
    ['{"result":"done"}', 200],
    ['internal error', 500],
    ['{"result":"success"}', 502],
  ])('leaves open what became of the change with %j and status %d', async (body, status) => {
    expect(await judged(body, status)).toMatchObject({
      kind: expect.stringMatching(/^(bad-response|unavailable)$/) as string,
    });
  });

  it('never repeats a password or what looks like a key', async () => {
    const words = 'password pa55word is too weak for 0123456789abcdef0123456789abcdef';
    const told = (await judged(words, 200, ['pa55word'])) as VendorError;
    expect(told.message).not.toMatch(/pa55word|0123456789abcdef/);
    expect(told.message).toContain('is too weak');
  });
});
