import { describe, expect, it } from 'vitest';
import type { VendorError } from '../../../src/contract/vendor-error.ts';
import { expectSuccess } from '../../../src/vendors/iadvize/iadvize-write-reply.ts';
import { label, replyOf } from './reply-of.ts';

async function judged(body: unknown, status = 200): Promise<VendorError | 'success'> {
  const reply = await replyOf(body, status);
  try {
    expectSuccess(reply, label, { makesNew: false, sent: ['jo@x.example', 'Mickey@disney.fr'] });
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
    '<result>success</result>',
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
    [
      `{"result":"error","message":"l'email mickey@disney.fr est deja pris"}`,
      'mickey@disney.fr est deja pris',
    ],
    ['{"result":"error","message":"Operator mickey already exists"}', 'Operator mickey already exists'],
    ['{"result":"error","error":"email deja pris","key":"email"}', 'email deja pris'],
    ['{"result":"error","errors":{"email":["deja pris"]}}', 'email: deja pris'],
    ['{"result":"error","message":"Turkey is not allowed"}', 'Turkey is not allowed'],
    ['{"result":"error","message":"Field authenticated is read only"}', 'Field authenticated is read only'],
    ['{"result":"error","message":"agents &amp; op&eacute;rateurs"}', 'agents & opérateurs'],
    ['{"result":"error"}', 'and did not say why'],
    ['{"result":false}', 'and did not say why'],
    ['{"error":true}', 'and did not say why'],
    ["{'result':'fail'}", 'and did not say why'],
    ['error', 'and did not say why'],
  ])('is a refusal in its own words when it says %s', async (body, words) => {
    expect(await judged(body)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(words) as string,
    });
  });

  it.each([
    '{"result":"error","message":"email is already in use"}',
    "{'result':'error','message':'email is already in use'}",
    "{'result':'email is already in use'}",
    '{"error":"email is already in use"}',
    '<answer><result>error</result><message>email is already in use</message></answer>',
    '<?xml version="1.0"?>\n<error>email is already in use</error>',
  ])('is a refusal with any status of a failure when it says %s', async (body) => {
    for (const status of [200, 400, 500, 503]) {
      expect(await judged(body, status)).toMatchObject({
        kind: 'invalid-input',
        message: 'email is already in use',
        status,
      });
    }
  });

  it.each([
    'Agent is unavailable',
    'Internal notes are not enabled',
    'Mail server of department is not set',
    'Too many attachments',
    'The name contains an unexpected sign',
  ])('is a refusal in its own words with status 500: %s', async (words) => {
    expect(await judged({ result: 'error', message: words }, 500)).toMatchObject({
      kind: 'invalid-input',
      message: words,
    });
  });

  it('says that there is no such thing with status 500 as well', async () => {
    const answer = await judged('{"result":"error","message":"unknown operator"}', 500);
    expect(answer).toMatchObject({ kind: 'not-found' });
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
    ['{"result":"error","message":"Unknown error"}', 200],
    ['{"result":"error","message":"Application is updating"}', 503],
    ['<p>email is already in use</p>', 200],
    ['<answer><result>err', 500],
    ['internal error', 500],
    ['email is already in use', 500],
    ['"email is already in use"', 500],
    ['', 500],
    ['<html><body>email is already in use</body></html>', 500],
    ['{}', 500],
    ['{"result":"error"}', 500],
    ['{"error":"Internal Server Error"}', 500],
    ['{"result":"error","message":"Maintenance en cours"}', 503],
    ['{"message":"Service Unavailable"}', 503],
    ['{"message":"Endpoint request timed out"}', 504],
    ['', 408],
    ['{"result":"success"}', 502],
    ['{"result":"success","message":"the account can be used soon"}', 500],
  ])('leaves open what became of the change with %j and status %d', async (body, status) => {
    expect(await judged(body, status)).toMatchObject({
      kind: expect.stringMatching(/^(bad-response|unavailable)$/) as string,
    });
  });

  it.each([
    ['', 400],
    ['<html><title>Request-URI Too Large</title></html>', 414],
    ['{"result":"success"}', 422],
    ['{}', 405],
  ])('is a refusal with %j and status %d', async (body, status) => {
    expect(await judged(body, status)).toMatchObject({ kind: 'invalid-input', status });
  });

  it('is about the credentials when a failing server says so in the form of an answer', async () => {
    const answer = await judged('{"result":"error","message":"Invalid API key"}', 500);
    expect(answer).toMatchObject({ kind: 'unauthenticated' });
    const other = await judged('{"error":"Duplicate entry for key \'email\'"}', 500);
    expect(other).toMatchObject({ kind: 'invalid-input' });
  });

  it('keeps an address that the caller has sent, and words in several lines of JSON', async () => {
    const words = 'jo@x.example is taken\\nask https://x.example/help';
    expect(await judged(`{"result":"error","message":"${words}"}`)).toMatchObject({
      message: 'jo@x.example is taken ask [address]',
    });
    // A failing server may show where it failed.
    const stack = await judged(`{"result":"error","message":"${words}"}`, 500);
    expect(stack).toMatchObject({ kind: 'unavailable' });
  });

  it('never repeats what looks like a key', async () => {
    const told = await judged('the password is too weak for 0123456789abcdef0123456789abcdef');
    expect(told).toMatchObject({ message: expect.stringContaining('is too weak for […]') as string });
  });
});
