import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

const page = 'https://app.example';
let sandbox: Sandbox<'liveagent'>;
let gateway: ListeningGateway;
/** The same without the answer path. */
let plain: ListeningGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.01, desks: ['liveagent'] });
  const sections = { server: { port: 0, cors: [page] }, sources: sandbox.sources };
  gateway = await listenOver(sections);
  plain = await listenOver(sections, { isPlain: true });
});

afterAll(async () => {
  await Promise.all([gateway.close(), plain.close()]);
  await sandbox.close();
});

interface Asked {
  readonly method: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

const documents = [
  '{ conversations(first: 2) { nodes { id subject } } }',
  '{ __typename }',
  '{ nobodyKnows }',
  'query Named($id: ID!) { conversation(id: $id) { id } }',
  '{ broken',
  '',
];
const accepts = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'text/plain',
];
const origins = [undefined, page, 'https://elsewhere.example'];

const cases: readonly Asked[] = ['POST', 'GET', 'HEAD'].flatMap((method) =>
  documents.flatMap((query) =>
    accepts.flatMap((accept) =>
      origins.map((origin) => ({
        method,
        query,
        headers: {
          ...(accept === undefined ? {} : { accept }),
          ...(origin === undefined ? {} : { origin }),
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
          'x-request-id': 'the-same',
        },
      })),
    ),
  ),
);

/** What a caller gets, without what an answer has only because it is kept. */
async function exchange(of: ListeningGateway, { method, query, headers }: Asked): Promise<object> {
  const address = `${of.origin}/graphql${method === 'POST' ? '' : `?query=${encodeURIComponent(query)}`}`;
  return new Promise((resolve, reject) => {
    const sent = httpRequest(address, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const own = ['cache-control', 'connection', 'content-length', 'date', 'etag', 'keep-alive'];
        // What is kept says by which headers it was chosen.
        response.headers.vary = response.headers.vary?.replace(/(, )?Accept$/, '') || undefined;
        const kept = Object.entries(response.headers).filter(
          ([name]) => !own.includes(name) && name !== 'transfer-encoding',
        );
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode, headers: Object.fromEntries(kept), body });
      });
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? JSON.stringify({ query }) : undefined);
  });
}

describe('an answer that is made, shared or kept', () => {
  test('is in status, headers and body the one of a gateway that makes each anew', async () => {
    const expected = await Promise.all(cases.map((asked) => exchange(plain, asked)));
    const made = await Promise.all(cases.map((asked) => exchange(gateway, asked)));
    const shared = await Promise.all(cases.map((asked) => exchange(gateway, asked)));
    expect(made).toEqual(expected);
    expect(shared).toEqual(expected);
  });
});
