import { describe, expect, it } from 'vitest';
import type { VendorError } from '../../../src/contract/vendor-error.ts';
import { acceptedJson } from '../../../src/vendors/livechat/livechat-write-reply.ts';
import { label, replyOf } from './reply-of.ts';

async function refusalOf(body: unknown, status: number): Promise<VendorError> {
  const reply = await replyOf(body, status);
  try {
    await acceptedJson(reply, label);
  } catch (error) {
    return error as VendorError;
  }
  throw new Error('expected a refusal');
}

describe('the answer to a change at LiveChat', () => {
  it.each([
    [{ id: 'Q1W2E' }, 200],
    [{ ok: true }, 200],
    [{ result: 'a@example.com removed successfully' }, 200],
    [{ result: 'error@example.com removed successfully' }, 200],
    [{ id: 'Q1W2E' }, 201],
    [{ login: 'a@example.com', status: 'offline', error: null, errors: [] }, 200],
    [{}, 200],
  ])('is a success: %j', async (body, status) => {
    expect(await acceptedJson(await replyOf(body, status), label)).toEqual(body);
  });

  it('may be empty', async () => {
    expect(await acceptedJson(await replyOf('', 204), label)).toBeNull();
  });

  it.each([
    [{ error: 'message is required' }, 400],
    [{ error: ['message is required'] }, 400],
    [{ errors: 'message is required' }, 422],
    [{ errors: ['message is required', 'subject is too long'] }, 409],
    [{ error: 'message is required' }, 200],
    [{ errors: ['message is required'] }, 500],
    [{ errors: { subject: ['message is required'] } }, 200],
    [{ error: { code: 5, message: 'message is required' } }, 200],
    [{ errors: [{ message: 'message is required' }] }, 200],
    [{ success: false, message: 'message is required' }, 200],
    [{ message: 'message is required' }, 400],
    [{ error: 'Bad Request', message: 'message is required' }, 400],
  ])('is a refusal in its own words: %j with status %d', async (body, status) => {
    expect(await refusalOf(body, status)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('message is required') as string,
    });
  });

  it.each(['Agent is unavailable', 'Internal notes are not enabled', 'Mail server of department is not set'])(
    'is a refusal in its own words with status 500: %s',
    async (words) => {
      for (const body of [{ errors: [words] }, { error: { message: words } }]) {
        expect(await refusalOf(body, 500)).toMatchObject({
          kind: 'invalid-input',
          message: words,
        });
      }
    },
  );

  it.each([
    { ok: false },
    { success: false },
    { result: 'error' },
    { error: true },
    { error: { code: 5 } },
    { status: 'failed' },
  ])('is a refusal without words, whatever the status: %j', async (body) => {
    for (const status of [200, 400, 409]) {
      expect(await refusalOf(body, status)).toMatchObject({
        kind: 'invalid-input',
        message: 'LiveChat refused the change and did not say why',
      });
    }
  });

  it.each(['Name "Credential team" too long', 'Field authenticated is read only', 'Name "API key" is taken'])(
    'says nothing of the credentials with the words: %s',
    async (words) => {
      expect(await refusalOf({ errors: [words] }, 400)).toMatchObject({ kind: 'invalid-input' });
    },
  );

  it.each(['Unauthorized', 'Invalid API key', 'Authentication failed'])(
    'is about the credentials with the words: %s',
    async (words) => {
      expect(await refusalOf({ error: words }, 400)).toMatchObject({ kind: 'unauthenticated' });
    },
  );

  it('says that there is no such thing, by status or by words', async () => {
    expect(await refusalOf({ error: 'Ticket not found' }, 404)).toMatchObject({ kind: 'not-found' });
    expect(await refusalOf({ errors: ['No such agent'] }, 400)).toMatchObject({ kind: 'not-found' });
  });

  it.each([401, 403])('is about the credentials with status %d, without the words', async (status) => {
    const told = await refusalOf({ error: 'canary words' }, status);
    expect(told.kind).toBe('unauthenticated');
    expect(told.message).not.toContain('canary');
  });

  it.each([
    [{ error: 'Internal server error' }, 500],
    [{ errors: ['Request timed out, try again'] }, 500],
    [{ error: 'Internal server error' }, 200],
    [{ ok: false }, 500],
    [{ error: 'message is required' }, 503],
    [{ error: 'POST /tags HTTP/1.1 authorization: Basic Y2FuYXJ5OmNhbmFyeQ==' }, 500],
    ['<html>Bad gateway</html>', 502],
    ['<html>Hello</html>', 200],
    [{ unexpected: true }, 408],
  ])('leaves open what became of the change: %j with status %d', async (body, status) => {
    expect(['unavailable', 'bad-response']).toContain((await refusalOf(body, status)).kind);
  });

  it.each([
    [{ unexpected: true }, 400],
    ['<html>Request Entity Too Large</html>', 413],
    ['', 422],
  ])('is a refusal without words: %j with status %d', async (body, status) => {
    expect(await refusalOf(body, status)).toMatchObject({ kind: 'invalid-input', status });
  });

  it.each([
    'authorization: Basic Y2FuYXJ5OmNhbmFyeQ==',
    'got Bearer Y2FuYXJ5OmNhbmFyeQ',
    'PUT /tickets/1 HTTP/1.1',
  ])('does not pass on words that repeat the request: %s', async (words) => {
    const told = await refusalOf({ errors: [`canary ${words}`] }, 400);
    expect(told.kind).toBe('invalid-input');
    expect(told.message).not.toMatch(/canary|Y2FuYXJ5/);
  });
});
