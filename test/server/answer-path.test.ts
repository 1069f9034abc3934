import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';
import { turnBegins } from '../support/turn-begins.ts';

const keys = { wide: 'wide-key', narrow: 'narrow-key', twin: 'twin-key' };
const hash = (key: string) => createHash('sha256').update(key).digest('hex');
const inbox = /* GraphQL */ `
  {
    conversations(first: 4) {
      nodes {
        id
        subject
        tags {
          name
        }
        messages(first: 50) {
          nodes {
            text
          }
        }
      }
      sources {
        state
      }
    }
  }
`;
const support =
  '{ conversations(first: 2, filter: { sources: ["support"] }) { nodes { id subject } sources { state } } }';

let sandbox: Sandbox<'liveagent' | 'livechat'>;
let gateway: ListeningGateway;
let guarded: ListeningGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02, desks: ['liveagent', 'livechat'] });
  const sources = Object.fromEntries(
    Object.entries(sandbox.sources).map(([name, source]) => [
      name,
      { ...source, requestsPerMinute: null, retries: 0 },
    ]),
  );
  gateway = await listenOver({ sources });
  guarded = await listenOver({
    sources,
    clients: [
      { name: 'wide', keyHash: hash(keys.wide), access: 'write' },
      { name: 'narrow', keyHash: hash(keys.narrow), sources: ['tickets'] },
      { name: 'wide', keyHash: hash(keys.twin), sources: ['tickets'] },
    ],
  });
});

beforeEach(() => {
  for (const emulator of Object.values(sandbox.emulators)) {
    emulator.faults.clear();
    emulator.calls.clear();
  }
});

afterAll(async () => {
  await Promise.all([gateway.close(), guarded.close()]);
  await sandbox.close();
});

const callCount = () =>
  Object.values(sandbox.emulators).reduce((sum, { calls }) => sum + calls.list().length, 0);
/** A text that no answer is kept for yet. */
let spaces = 0;
const unseen = (query: string) => `${query}${' '.repeat((spaces += 1))}`;
/** A list that no answer is in any cache for yet. */
let lists = 0;
const unseenList = (rest = '') =>
  `{ conversations(first: 2${rest}, filter: { createdBefore: "${new Date(Date.now() - 600_000 - 60_000 * (lists += 1)).toISOString()}" }) { nodes { id } sources { state } } }`;
/** How often the list of LiveAgent was read, from a cache or not. */
async function listReads(): Promise<number> {
  const lines = (await (await fetch(`${gateway.origin}/metrics`)).text()).split('\n');
  return lines
    .filter((line) => line.includes('cache_events_total{source="support",operation="conversations.list"'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
const as = (key: string) => ({ authorization: `Bearer ${key}` });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const named = (id: string) => ({ 'x-request-id': id });

describe('identical queries', () => {
  it('are executed once when they come together, and each answer has its own request id', async () => {
    const readsAtFirst = await listReads();
    await gateway.post(unseen(inbox), named('alone'));
    const readsBefore = await listReads();
    const query = unseen(inbox);
    await turnBegins();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => gateway.post(query, named(`one-${index}`))),
    );
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies.map(({ headers }) => headers.get('x-request-id'))).toEqual(
      replies.map((_, index) => `one-${index}`),
    );
    // As many as it takes one alone: how far back the page reaches depends on the hour.
    expect((await listReads()) - readsBefore).toBe(readsBefore - readsAtFirst);
  });

  it('are answered from what was kept, without a read, with the same bytes and tag', async () => {
    const query = unseen(inbox);
    const first = await gateway.post(query, named('first'));
    const readsBefore = await listReads();
    const second = await gateway.post(query, named('second'));
    expect(second.text).toBe(first.text);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(second.headers.get('x-request-id')).toBe('second');
    expect(await listReads()).toBe(readsBefore);
  });

  it('are counted and answered by GET with 304 where the caller has the answer', async () => {
    const query = unseen(inbox);
    const first = await gateway.get(query);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    const again = await gateway.get(query, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    // GraphiQL and the other media type have the same address.
    expect([first, again].map(({ headers }) => headers.get('vary'))).toEqual(['Accept', 'Accept']);
    expect((await gateway.get(query, { 'if-none-match': '*' })).status).toBe(304);
    expect((await gateway.get(query, { 'if-none-match': '"other"' })).status).toBe(200);
    const metrics = await (await fetch(`${gateway.origin}/metrics`)).text();
    expect(metrics).toMatch(/requests_total\{status="304"\} 2/);
  });

  it('share a failure, each under its own request id, and ask anew afterwards', async () => {
    const query = unseenList(', strict: true');
    sandbox.emulators.liveagent.faults.set({ status: 503, latencyMs: 30 });
    const ids = ['a-1', 'a-2', 'a-3'];
    const failed = await Promise.all(
      ids.map((id) => gateway.post(query, { ...named(id), 'cache-control': 'no-cache' })),
    );
    expect(failed.map(({ errors }) => errors[0]?.extensions.requestId)).toEqual(ids);
    sandbox.emulators.liveagent.faults.clear();
    // The source is left alone for a moment after it failed.
    await expect.poll(async () => (await gateway.post(query)).errors.length, { interval: 200 }).toBe(0);
  });
});

describe('an answer is not kept', () => {
  it('when a source is missing in it', async () => {
    const query = unseenList();
    sandbox.emulators.liveagent.faults.set({ status: 503 });
    const partial = await gateway.post(query);
    expect(partial.text).toContain('"FAILED"');
    sandbox.emulators.liveagent.faults.clear();
    await expect
      .poll(async () => (await gateway.post(query)).text, { interval: 200 })
      .not.toContain('FAILED');
  });

  it('when it tells of this very moment', async () => {
    const query = '{ sources { name status } }';
    const [first, second] = [await gateway.post(query), await gateway.post(query, named('not-shared'))];
    expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'));
    sandbox.emulators.liveagent.faults.set({ status: 401 });
    await gateway.post('{ agents(first: 3) { nodes { id } } }', { 'cache-control': 'no-cache' });
    expect((await gateway.post(query)).text).toContain('{"name":"support","status":"DOWN"}');
    sandbox.emulators.liveagent.faults.clear();
    await gateway.post('{ agents(first: 3) { nodes { id } } }', { 'cache-control': 'no-cache' });
  });

  it('for who asks past the caches, or how it came about', async () => {
    const query = unseen(support);
    await gateway.post(query);
    const before = callCount();
    await gateway.post(query);
    expect(callCount()).toBe(before);
    await gateway.post(query, { 'cache-control': 'no-cache' });
    expect(callCount()).toBe(before + 1);
    const explained = await gateway.post(query, { 'x-deskgraph-explain': '1' });
    expect(explained.text).toContain('"explain"');
  });
});

describe('changes', () => {
  it('are all made, however alike and near they are', async () => {
    const { data } = await gateway.post(support);
    const id = (data as { conversations: { nodes: { id: string }[] } }).conversations.nodes[0]?.id ?? '';
    const note = `mutation { conversationNoteAdd(input: { conversationId: "${id}", note: "twice" }) { userErrors { message } } }`;
    await Promise.all([gateway.post(note), gateway.post(note)]);
    const { text } = await gateway.post(
      `{ conversation(id: "${id}") { messages(first: 100) { nodes { text } } } }`,
    );
    expect(text.match(/"text":"twice"/g)).toHaveLength(2);
  });

  it('are seen at once, also by who asks while an answer from before is in the making', async () => {
    const { data } = await gateway.post(support);
    const id = (data as { conversations: { nodes: { id: string }[] } }).conversations.nodes[1]?.id ?? '';
    const query = unseen(`{ conversation(id: "${id}") { messages(first: 100) { nodes { text } } } }`);
    sandbox.emulators.liveagent.faults.set({ latencyMs: 300, match: 'messages', times: 1 });
    const early = gateway.post(query);
    await expect.poll(() => callCount()).toBeGreaterThan(1);
    await gateway.post(
      `mutation { conversationNoteAdd(input: { conversationId: "${id}", note: "in between" }) { userErrors { message } } }`,
    );
    expect((await gateway.post(query)).text).toContain('in between');
    await early;
    expect((await gateway.post(query)).text).toContain('in between');
  });
});

describe('callers', () => {
  const everybody = '{ conversations(first: 50) { nodes { source { name } } } }';

  it('never get an answer made for one who may see more, whatever they are called', async () => {
    const wide = await guarded.post(everybody, as(keys.wide));
    expect(wide.text).toContain('"support"');
    for (const key of [keys.narrow, keys.twin]) {
      const reply = await guarded.post(everybody, as(key));
      expect(reply.text).toContain('"tickets"');
      expect(reply.text).not.toContain('"support"');
    }
    expect((await guarded.post(everybody, as(keys.wide))).text).toBe(wide.text);
  });

  it('with a token get what is kept for their client until the token ends', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const keySet = createServer((_request, response) =>
      response.end(JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] })),
    ).listen(0, '127.0.0.1');
    await once(keySet, 'listening');
    const issuer = 'https://login.example.com';
    const jwks = `http://127.0.0.1:${(keySet.address() as AddressInfo).port}/`;
    const clients = [{ name: 'staff', jwt: { issuer, audience: 'desk', jwks }, sources: ['tickets'] }];
    vi.useFakeTimers({ toFake: ['Date'] });
    const known = await listenOver({ sources: sandbox.sources, clients });
    const exp = Date.now() / 1000 + 60;
    const signed = `${part({ alg: 'EdDSA' })}.${part({ iss: issuer, aud: 'desk', exp })}`;
    const token = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    try {
      expect((await known.post(everybody, as(token))).text).toContain('"tickets"');
      const before = callCount();
      expect((await known.post(everybody, as(token))).status).toBe(200);
      expect(callCount()).toBe(before);
      // Clocks may differ by a minute.
      vi.setSystemTime(Date.now() + 121_000);
      expect((await known.post(everybody, as(token))).status).toBe(401);
    } finally {
      vi.useRealTimers();
      await known.close();
      keySet.close();
    }
  });

  it('who are not known get none at all', async () => {
    expect((await guarded.post(everybody, as(keys.wide))).status).toBe(200);
    expect((await guarded.post(everybody)).status).toBe(401);
    expect((await guarded.post(everybody, as('made-up'))).status).toBe(401);
  });
});
