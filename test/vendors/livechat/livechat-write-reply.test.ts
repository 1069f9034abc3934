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
    [{ id: 'Q1W2E' }, 201],
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
  ])('is a refusal in its own words: %j with status %d', async (body, status) => {
    expect(await refusalOf(body, status)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('message is required') as string,
    });
  });

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
    [{ error: 'message is required' }, 503],
    [{ error: 'POST /tags HTTP/1.1 authorization: Basic Y2FuYXJ5OmNhbmFyeQ==' }, 500],
    ['<html>Bad gateway</html>', 502],
    ['<html>Hello</html>', 200],
    [{ unexpected: true }, 400],
  ])('leaves open what became of the change: %j with status %d', async (body, status) => {
    expect(['unavailable', 'bad-response']).toContain((await refusalOf(body, status)).kind);
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
