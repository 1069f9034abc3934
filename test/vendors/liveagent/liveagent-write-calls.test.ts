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
    { response: { status: 'OK' } },
    { response: { statuscode: '0' } },
    { response: { status: 'OK', statuscode: 0, error: null } },
    '<?xml version="1.0"?><response><status>OK</status><statuscode>0</statuscode></response>',
  ])('is a success: %j', async (body) => {
    await expect(judged(body)).resolves.toBeTypeOf('object');
  });

  it('is a success where the record of what was made is all of it', async () => {
    const making = changeCall({ ...settings, format: 'json' }, { ...change, ids: ['contactid', 'email'] });
    const made = { response: { contactid: 'c1', email: null } };
    expect(await making.parse(await replyOf(JSON.stringify(made)))).toEqual(made.response);
    await expect(judged(made)).rejects.toMatchObject({ kind: 'bad-response' });
  });

  it.each([
    'Missing mandatory parameter department',
    'Department is not selected',
    'Something about this ticket is odd',
    'Too many recipients in cc',
    'Too many attachments',
    'Error updating ticket: agent is not in department',
    'Failed updating conversation: department is mandatory',
    'Agent is currently unavailable',
    'User installing is not an agent',
    'Internal notes are not enabled',
    'Department "API keys" is not valid',
  ])('is a refusal in its own words, whatever the status: %s', async (words) => {
    for (const status of [500, 400, 200]) {
      const told = await refusalOf(refusal(words), status);
      expect(told).toMatchObject({
        kind: 'invalid-input',
        status: 500,
        message: words,
      });
    }
  });

  it.each([
    { response: { status: 'FAILED', statuscode: 1 } },
    { response: { statuscode: '12' } },
    { response: { status: 'ERROR', statuscode: 0 } },
    { response: { status: 'ERROR', statuscode: 500, errormessage: '' } },
    { response: { result: false } },
    '<response><status>FAILED</status><statuscode>1</statuscode></response>',
  ])('is a refusal without words: %j', async (body) => {
    expect(await refusalOf(body, 200)).toMatchObject({
      kind: 'invalid-input',
      message: 'LiveAgent refused the change and did not say why',
    });
  });

  it.each([
    ['', 400],
    ['<html>Request Entity Too Large</html>', 413],
  ])('is a refusal without an envelope: %j with status %d', async (body, status) => {
    expect(await refusalOf(body, status)).toMatchObject({ kind: 'invalid-input', status });
  });

  it('is a refusal in the words of another column, too', async () => {
    const told = await refusalOf({ response: { status: 'FAILED', message: 'Tag is taken' } }, 200);
    expect(told).toMatchObject({
      kind: 'invalid-input',
      message: 'Tag is taken',
    });
  });

  it('tells words that are escaped for a page as they were meant', async () => {
    const told = await refusalOf(refusal('Agents &amp; <b>teams</b> have no name &lt;x&gt; or <y>'));
    expect(told.message).toBe('Agents & teams have no name <x> or <y>');
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
    [{ response: {} }, 200],
    [{ response: { id: 'ab12' } }, 200],
    [{ response: { status: 'R' } }, 200],
    [{ response: { status: 'OK', statuscode: 12 } }, 200],
    ['<response/>', 200],
    [refusal('Internal server error'), 500],
    [refusal('Internal server error'), 200],
    [refusal('An unexpected error occurred'), 400],
    ['', 408],
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
