import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/vendors/liveagent/liveagent-wire-decoding.ts';
import { label, replyOf } from './reply-of.ts';
import { ownTime } from '../../support/own-time.ts';

async function failure(body: string, status: number): Promise<{ kind: string; message: string }> {
  const reply = await replyOf(body, status);
  try {
    await contentOf(reply, label);
  } catch (error) {
    return error as { kind: string; message: string };
  }
  throw new Error('expected a failure');
}

function refusal(statuscode: number | string, errormessage: string): string {
  return JSON.stringify({
    response: { status: 'ERROR', statuscode, errormessage, debugmessage: 'at line 3' },
  });
}

describe('a refusal', () => {
  it.each([
    [401, 'Wrong key', 'unauthenticated'],
    [403, 'ApiKey not found', 'unauthenticated'],
    [400, 'Problem with API key in the application', 'unauthenticated'],
    [500, 'Api key is not found in request', 'unauthenticated'],
    [404, 'Agent with email a@example.org not found', 'not-found'],
    [500, 'Unable to load conversation', 'not-found'],
    [500, 'Row does not exist', 'not-found'],
    [500, 'Could not load conversations', 'unavailable'],
    [500, 'Failed to load the list', 'unavailable'],
    [500, 'parameter message is missing', 'invalid-input'],
    [500, 'Invalid value of limit', 'invalid-input'],
    [500, 'You need to enter department or owneridentifier or both', 'invalid-input'],
    [400, 'Bad request', 'invalid-input'],
    [500, 'An unexpected error occurred', 'unavailable'],
    [500, "SQLSTATE[42S22]: Column not found: 1054 Unknown column 'q'", 'unavailable'],
    [500, '', 'unavailable'],
    [503, 'Application is updating', 'unavailable'],
    [429, 'Too many requests', 'rate-limited'],
  ])('with status %i and the words %j is %s', async (status, words, kind) => {
    expect(await failure(refusal(status, words), status)).toMatchObject({ kind, ...label, status });
  });

  it('inside of a success is one too', async () => {
    expect(await failure(refusal('404', 'Customer not found'), 200)).toMatchObject({ kind: 'not-found' });
    expect(await failure(refusal(0, 'Something broke'), 200)).toMatchObject({ kind: 'unavailable' });
  });

  it('in XML is one too', async () => {
    const body =
      '<?xml version="1.0"?><response><status>ERROR</status><statuscode>500</statuscode>' +
      '<errormessage>parameter department is missing</errormessage><debugmessage/></response>';
    expect(await failure(body, 500)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('parameter department is missing'),
    });
  });

  it('is told without persons, addresses and what may be a key', async () => {
    const words =
      'Invalid owner <b>ann@example.org</b> at https://x.example/api?apikey=1 for 0123456789abcdef0123456789';
    const { message } = await failure(refusal(500, words), 500);
    expect(message).toContain('Invalid owner');
    expect(message).not.toMatch(/ann@|x\.example|0123456789|<b>/);
  });

  it('is told in no time where it repeats a file', async () => {
    const told = refusal(500, `Invalid value of data ${'A'.repeat(100_000)}`);
    expect(await ownTime(() => failure(told, 500))).toBeLessThan(1000);
  });

  it('does not grow long', async () => {
    const { message } = await failure(refusal(500, 'invalid '.repeat(500)), 500);
    expect(message.length).toBeLessThan(400);
  });
});

describe('a failure without the vendor’s words', () => {
  it.each([
    ['<html>Bad gateway</html>', 502, 'unavailable'],
    ['', 504, 'unavailable'],
    ['{"response":', 500, 'unavailable'],
    ['', 301, 'bad-response'],
    ['<html>No such page</html>', 404, 'bad-response'],
    ['{}', 404, 'not-found'],
    ['<html>Sign in</html>', 403, 'unauthenticated'],
  ])('%j with status %i is %s', async (body, status, kind) => {
    expect(await failure(body, status)).toMatchObject({ kind });
  });
});
