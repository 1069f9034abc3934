import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/contract/secret.ts';
import type { VendorError } from '../../../src/contract/vendor-error.ts';
import { changeCall, type EndpointChange } from '../../../src/vendors/liveagent/liveagent-write-calls.ts';
import { replyOf } from './reply-of.ts';

const settings = {
  name: 'support',
  url: 'https://desk.example.com',
  timeoutMs: 1000,
  maxConcurrent: 1,
  requestsPerMinute: null,
  retries: 0,
  maxResponseMb: 1,
  cacheSeconds: {},
  apiKey: new Secret('canary-key'),
  timeZone: 'UTC',
} as const;
const change: EndpointChange = {
  operation: 'tags.add',
  method: 'POST',
  path: ['tags'],
  invalidates: ['tags'],
};
const call = changeCall({ ...settings, format: 'json' }, change);

async function judged(body: unknown, status = 200): Promise<unknown> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return call.parse(await replyOf(text, status));
}

async function refusalOf(body: unknown, status = 500): Promise<VendorError> {
  return judged(body, status).then(
    () => Promise.reject(new Error('expected a refusal')),
    (error: unknown) => error as VendorError,
  );
}

const refusal = (errormessage: string, statuscode = 500) => ({
  response: { status: 'ERROR', statuscode, errormessage, debugmessage: 'line 12 of secret.php' },
});

describe('the answer to a change at LiveAgent', () => {
  it.each([
    { response: { status: 'OK', statuscode: 0 } },
    { response: { status: 'OK', statuscode: '0', id: 'ab12' } },
    { response: { contactid: 'c1', email: 'a@example.com' } },
    '<?xml version="1.0"?><response><status>OK</status><statuscode>0</statuscode></response>',
  ])('is a success: %j', async (body) => {
    await expect(judged(body)).resolves.toBeTypeOf('object');
  });

  it.each([
    'Missing mandatory parameter department',
    'Department is not selected',
    'Something about this ticket is odd',
  ])('is a refusal in its own words with status 500: %s', async (words) => {
    const told = await refusalOf(refusal(words));
    expect(told).toMatchObject({ kind: 'invalid-input', status: 500 });
    expect(told.message).toContain(words);
    expect(told.message).not.toContain('secret.php');
  });

  it('is a refusal in XML and in an answer with status 200, too', async () => {
    const xml =
      '<response><status>ERROR</status><statuscode>500</statuscode><errormessage>Invalid status</errormessage></response>';
    expect(await refusalOf(xml)).toMatchObject({ kind: 'invalid-input' });
    expect(await refusalOf(refusal('Invalid status'), 200)).toMatchObject({ kind: 'invalid-input' });
  });

  it('says in its own words that there is no such thing', async () => {
    const told = await refusalOf(refusal('Could not load tag'));
    expect(told).toMatchObject({ kind: 'not-found' });
    expect(told.message).toContain('Could not load tag');
    expect(await refusalOf(refusal('Agent not found', 404), 404)).toMatchObject({ kind: 'not-found' });
  });

  it('is about the key, the limit or an outage and then not about the input', async () => {
    expect(await refusalOf(refusal('ApiKey canary-key not found'), 403)).toMatchObject({
      kind: 'unauthenticated',
      message: expect.not.stringContaining('canary') as string,
    });
    expect(await refusalOf(refusal('Slow down', 429), 429)).toMatchObject({ kind: 'rate-limited' });
    expect(await refusalOf(refusal('Application is updating', 503), 503)).toMatchObject({
      kind: 'unavailable',
    });
  });

  it.each([
    ['', 500],
    [refusal(''), 500],
    ['<html>Bad gateway</html>', 502],
    ['<html>Hello</html>', 200],
    ['', 200],
    [{ ok: true }, 200],
  ])('leaves open what became of the change: %j with status %d', async (body, status) => {
    expect(['unavailable', 'bad-response']).toContain((await refusalOf(body, status)).kind);
  });
});

describe('a change at LiveAgent', () => {
  it('names what a DELETE is about in the query too, as without it everything would go', () => {
    const deletion = { ...change, method: 'DELETE', selector: { code: 'order' } } as const;
    const { request } = changeCall({ ...settings, format: 'json' }, deletion);
    expect(request).toMatchObject({ query: { code: 'order' }, form: { code: 'order' } });
  });

  it('asks for XML by the ending of the path', () => {
    const { request } = changeCall({ ...settings, format: 'xml' }, change);
    expect(request.path).toEqual(['tags.xml']);
  });
});
