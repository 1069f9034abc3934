import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventStreamOf } from '../support/event-stream.ts';
import { openHttpGateway } from './http-gateway.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const issuer = 'https://login.example.com';
let server: Server;
let gateway: ReturnType<typeof openHttpGateway>;

beforeAll(async () => {
  server = createServer((_request, response) =>
    response.end(JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] })),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  gateway = openHttpGateway({
    clients: [
      { name: 'staff', jwt: { issuer, audience: 'deskgraph', jwks }, sources: ['support'] },
      { name: 'shop', keyHash: createHash('sha256').update('key-of-shop').digest('hex') },
    ],
  });
});
afterAll(async () => {
  await gateway.close();
  server.close();
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims: object = {}): string {
  const exp = Date.now() / 1000 + 60;
  const signed = `${part({ alg: 'EdDSA' })}.${part({ iss: issuer, aud: 'deskgraph', exp, ...claims })}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

const ask = (query: string, headers: Record<string, string>) =>
  gateway.fetchGraphql('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

describe('callers with a token', () => {
  test('follow changes for as long as it is valid, with a minute to spare', async () => {
    // Some issuers give fractions of a second.
    const exp = Date.now() / 1000 - 58.0123456;
    const gone = new AbortController();
    const response = await gateway.fetch('http://gateway/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${token({ exp })}`,
      },
      body: JSON.stringify({ query: 'subscription { conversationChanged { id } }' }),
      signal: gone.signal,
    });
    expect(response.status).toBe(200);
    expect(await eventStreamOf(response, gone).next()).toBe('complete');
    expect(Date.now() / 1000).toBeGreaterThan(exp + 59);
  });

  test('see the sources of their client and no others', async () => {
    const { body } = await ask('{ sources { name } }', { authorization: `Bearer ${token()}` });
    expect(body.data).toEqual({ sources: [{ name: 'support' }] });
  });

  test('may write their header with any letters and several blanks', async () => {
    const { status } = await ask('{ sources { name } }', { authorization: `bearer  ${token()}` });
    expect(status).toBe(200);
  });

  test('of a client that may read change nothing: mutations are refused as a whole', async () => {
    const create = 'tagCreate(input: { source: "support", name: "x" }) { tag { id } }';
    const { status, body } = await ask(`mutation { a: ${create} b: ${create} }`, {
      authorization: `Bearer ${token()}`,
    });
    expect([status, body.errors?.map(({ extensions }) => extensions.code)]).toEqual([403, ['FORBIDDEN']]);
    expect(body).not.toHaveProperty('data');
  });

  test('live beside callers with a key', async () => {
    const { body } = await ask('{ sources { name } }', { 'x-api-key': 'key-of-shop' });
    expect((body.data as { sources: unknown[] }).sources).toHaveLength(4);
  });

  test('are asked to come again while their issuer was never reached', async () => {
    const nowhere = openHttpGateway({
      clients: [{ name: 'staff', jwt: { issuer, audience: 'deskgraph', jwks: 'http://127.0.0.1:1/' } }],
    });
    const { status, body, headers } = await nowhere.fetchGraphql('', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: JSON.stringify({ query: '{ sources { name } }' }),
    });
    await nowhere.close();
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });

  test.each([
    ['no key at all', () => ({})],
    ['a token that ended', () => ({ authorization: `Bearer ${token({ exp: 1 })}` })],
    ['an unknown key', () => ({ 'x-api-key': 'nobody' })],
  ])('%s is refused with 401 before anything is told of the document', async (_name, headers) => {
    const { status, body, text, headers: told } = await ask('{ nobodyKnows }', headers());
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(told.get('www-authenticate')).toBe('Bearer');
    expect(text).not.toMatch(/nobodyKnows|deskgraph|login\.example/);
  });
});
