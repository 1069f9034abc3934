import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { createGraphqlServer } from '../../src/server/create-graphql-server.ts';
import { createLog } from '../../src/server/log.ts';
import { vendors } from '../../src/vendors/index.ts';
import { silentSources } from './limits-gateway.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const registered = 'query Registered { __typename }';
const other = 'query Other { __typename }';

function open(persistedOnly: boolean) {
  const text = stringify({ sources: silentSources });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const gateway = createGraphqlServer({
    config: {
      ...config,
      server: { ...config.server, persistedOnly },
      operations: new Map([[sha256(registered), registered]]),
    },
    sources: new Map(),
    log: createLog('silent'),
  });
  afterAll(() => gateway.dispose());
  return async (body: object | string, accept = 'application/graphql-response+json') => {
    // A text is what stands in the address.
    const response =
      typeof body === 'string'
        ? await gateway.fetch(`http://gateway/graphql?${body}`, { headers: { accept } })
        : await gateway.fetch('http://gateway/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept },
            body: JSON.stringify(body),
          });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return {
      status: response.status,
      data,
      code: errors?.[0]?.extensions.code,
      message: errors?.[0]?.message,
    };
  };
}

const byHash = (document: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256(document) } },
});

describe('documents named by their hash', () => {
  const send = open(false);

  test('a registered one is answered', async () => {
    expect(await send(byHash(registered))).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  test('an unknown one is asked for, and once sent with its text it is known', async () => {
    expect(await send(byHash(other))).toMatchObject({
      status: 400,
      code: 'PERSISTED_QUERY_NOT_FOUND',
      message: 'PersistedQueryNotFound',
    });
    expect(await send({ query: other, ...byHash(other) })).toMatchObject({ status: 200 });
    expect(await send(byHash(other))).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  test('a text that is not the one of its hash is refused and not kept', async () => {
    const false_ = { query: other, ...byHash('query Third { __typename }') };
    expect(await send(false_)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await send(byHash('query Third { __typename }'))).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });

  test('a client that knows application/json only is asked with status 200, as its library expects', async () => {
    expect(await send(byHash('query Fourth { __typename }'), 'application/json')).toMatchObject({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });

  test.each([
    ['documentId', { documentId: `sha256:${sha256(registered)}` }],
    ['documentId in the address', `documentId=sha256:${sha256(registered)}`],
    ['documentId without the name of the function', { documentId: sha256(registered) }],
    [
      'the hash as the client preset writes it',
      { extensions: { persistedQuery: { sha256Hash: `sha256:${sha256(registered)}` } } },
    ],
  ])('may be named by %s', async (_way, body) => {
    expect(await send(body)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  test.each([{ documentId: 'sha256:0' }, { documentId: 'x' }])('%o names none', async (body) => {
    expect(await send(body)).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  test('a documentId that is no text is no document', async () => {
    expect(await send({ documentId: 7 })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  test('other documents are answered as ever', async () => {
    expect(await send({ query: '{ __typename }' })).toMatchObject({ status: 200 });
  });
});

describe('registered documents only', () => {
  const send = open(true);

  test('a registered one is answered, with or without its text', async () => {
    expect(await send(byHash(registered))).toMatchObject({ status: 200 });
    expect(await send({ query: registered, ...byHash(registered) })).toMatchObject({ status: 200 });
  });

  test.each([
    ['a text without a hash', { query: '{ __typename }' }, 'name one by its hash'],
    ['a hash that is not registered', byHash(other), 'the hash of none'],
    ['a text with its own hash', { query: other, ...byHash(other) }, 'the hash of none'],
  ])('%s is refused with 403', async (_name, body, reason) => {
    const refused = await send(body);
    expect(refused).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(refused.message).toContain(reason);
  });

  test('a registered hash with another text is refused', async () => {
    const sent = { query: other, ...byHash(registered) };
    expect(await send(sent)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});
