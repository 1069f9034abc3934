import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentSources } from '../plugins/limits-gateway.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

const page = 'https://desk.example.com';
const strict = 'application/graphql-response+json';
const document = 'query Kind { __typename }';
const documentId = createHash('sha256').update(document).digest('hex');
const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));

let plain: ListeningGateway;
let gateway: ListeningGateway;
beforeAll(async () => {
  const persistedOperations = join(folder, 'documents.json');
  writeFileSync(persistedOperations, JSON.stringify({ [documentId]: document }));
  plain = await listenOver({ sources: silentSources });
  gateway = await listenOver({ sources: silentSources, server: { cors: [page], persistedOperations } });
});
afterAll(async () => {
  await Promise.all([plain.close(), gateway.close()]);
  rmSync(folder, { recursive: true });
});

/** `fetch` adds headers of its own. */
function get(
  search: string,
  headers: Readonly<Record<string, string>> = {},
  origin = gateway.origin,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpGet(`${origin}/graphql?${search}`, { headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response));
    }).on('error', reject);
  });
}

const byHash = `documentId=${documentId}`;
const byText = `query=${encodeURIComponent('{ __typename }')}`;
const streamWord = `query=${encodeURIComponent('query stream { __typename }')}`;

describe.each([
  ['a document by its hash, without Accept', byHash, {}],
  ['a document by its hash, of any type', byHash, { accept: '*/*' }],
  ['a document with a word of streams in it', streamWord, { accept: '*/*' }],
  ['a page that may call', byText, { origin: page, 'sec-fetch-site': 'cross-site' }],
  ['a page that may call and a document by its hash', byHash, { origin: page, accept: '*/*' }],
])('the answer by GET for %s', (_name, search, headers) => {
  it('has a tag by which it is asked for again, and is kept by no shared cache', async () => {
    const first = await get(search, headers);
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(first.headers.vary?.split(', ').sort()).toEqual(['Accept', 'Origin']);
    const tag = first.headers.etag ?? '';
    expect(tag).not.toBe('');
    const again = await get(search, { ...headers, 'if-none-match': tag });
    expect([again.statusCode, again.headers.etag]).toEqual([304, tag]);
    for (const name of ['cache-control', 'vary', 'access-control-allow-origin', 'content-type'])
      expect(again.headers[name]).toBe(first.headers[name]);
    expect(first.headers['access-control-allow-origin']).toBe('origin' in headers ? page : undefined);
  });
});

describe('an answer by GET', () => {
  it.each([
    ['with an error', 'query={nobody}', {}],
    ['that is explained', byText, { 'x-deskgraph-explain': '1' }],
  ])('%s is kept by no shared cache', async (_name, search, headers) => {
    expect((await get(search, headers)).headers['cache-control']).toBe('private, no-cache');
  });

  it('is the same for all origins where no page may call', async () => {
    expect((await get(byText, {}, plain.origin)).headers.vary).toBe('Accept');
  });

  it('is none for a page that may not call, also after another one had it', async () => {
    expect((await get(byText, { origin: page })).statusCode).toBe(200);
    const foreign = { origin: 'https://elsewhere.example.com' };
    expect((await get(byText, foreign)).statusCode).toBe(403);
    expect((await get(byText, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await get(byText, foreign, plain.origin)).statusCode).toBe(403);
  });

  it('has a tag of its own in each media type', async () => {
    const [asStrict, asPlain] = await Promise.all([
      get(byText, { accept: strict }),
      get(byText, { accept: 'application/json' }),
    ]);
    expect(asStrict.headers.etag).not.toBe(asPlain.headers.etag);
    const crossed = { accept: strict, 'if-none-match': asPlain.headers.etag ?? '' };
    expect((await get(byText, crossed)).statusCode).toBe(200);
  });
});
