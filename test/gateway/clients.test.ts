import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfDesk } from '../support/world-rows.ts';

const keys = { wide: 'key-of-the-wide-client', narrow: 'key-of-the-narrow-client', foreign: 'clé-Ω' };

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

let restoreClock: () => void;
let sandbox: SandboxGateway;
let gateway: TestGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  sandbox = await openSandboxGateway({ size: 0.05 });
  gateway = sandbox.another({
    clients: [
      { name: 'wide', keyHash: hash(keys.wide), access: 'write' },
      { name: 'narrow', keyHash: hash(keys.narrow), access: 'read', sources: ['tickets', 'shop'] },
      { name: 'foreign', keyHash: hash(keys.foreign), access: 'read' },
      { name: 'western', keyHash: hash('clé'), access: 'read' },
    ],
  });
});

beforeEach(() => sandbox.forgetCalls());

afterAll(async () => {
  await sandbox.close();
  restoreClock();
});

const narrow = { 'x-api-key': keys.narrow };
const wide = { authorization: `Bearer ${keys.wide}` };

it.each([
  ['in UTF-8, as curl sends it', Buffer.from(keys.foreign).toString('latin1')],
  ['in Latin-1, as fetch sends it', 'clé'],
])('a key with letters beyond ASCII is known %s', async (_what, key) => {
  for (const headers of [{ 'x-api-key': key }, { authorization: `Bearer ${key}` }]) {
    const { status, errors } = await gateway.query('{ __typename }', {}, headers);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
  }
});

it.each([
  ['no key', {}],
  ['an unknown key', { 'x-api-key': 'guess' }],
  ['an empty key', { 'x-api-key': '' }],
  ['an unknown bearer', { authorization: 'Bearer guess' }],
  ['another scheme', { authorization: `Basic ${Buffer.from(`x:${keys.wide}`).toString('base64')}` }],
  ['the hash of a key', { 'x-api-key': hash(keys.wide) }],
])('a request with %s gets 401 and calls nobody', async (_what, headers) => {
  const { status, data, errors, text } = await gateway.query(
    '{ conversations { nodes { id } } }',
    {},
    headers,
  );
  expect(status).toBe(401);
  expect(data ?? null).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  expect(errors[0]?.extensions.requestId).toEqual(expect.any(String));
  expect(text).not.toContain('guess');
  expect(sandbox.calls()).toEqual([]);
});

it('a client with access to all sources sees them all', async () => {
  const { data } = await gateway.query('{ sources { name } }', {}, wide);
  expect((data as { sources: { name: string }[] }).sources.map(({ name }) => name).sort()).toEqual([
    'legacy',
    'shop',
    'support',
    'tickets',
  ]);
});

it('for a client with fewer sources the others do not exist', async () => {
  const { data, errors } = await gateway.query(
    /* GraphQL */ `
      {
        sources {
          name
        }
        support: source(name: "support") {
          name
        }
        conversations(first: 50) {
          nodes {
            source {
              name
            }
          }
          sources {
            source {
              name
            }
          }
        }
        tags(first: 100) {
          nodes {
            source {
              name
            }
          }
        }
        person(email: "someone@example.com") {
          sources {
            source {
              name
            }
          }
        }
      }
    `,
    {},
    narrow,
  );
  expect(errors).toEqual([]);
  expect((data as { support: unknown }).support).toBeNull();
  const names = [...JSON.stringify(data).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(['tickets', 'shop']));
  expect(new Set(sandbox.calls().map(({ source }) => source))).not.toContain('support');
  expect(new Set(sandbox.calls().map(({ source }) => source))).not.toContain('legacy');
});

it('ids of a source that does not exist for the client give null', async () => {
  const [row] = rowsOfDesk(sandbox.world, 'liveagent');
  const id = encodeGlobalId({ type: 'Conversation', source: 'support', key: row?.vendorId ?? '' });
  const document =
    'query N($id: ID!) { node(id: $id) { id } conversation(id: $id) { id } nodes(ids: [$id]) { id } }';
  const seen = await gateway.query(document, { id }, wide);
  expect(seen.data).toEqual({ node: { id }, conversation: { id }, nodes: [{ id }] });
  sandbox.forgetCalls();
  const unseen = await gateway.query(document, { id }, narrow);
  expect(unseen.errors).toEqual([]);
  expect(unseen.data).toEqual({ node: null, conversation: null, nodes: [null] });
  expect(sandbox.calls()).toEqual([]);
});

it('a source that does not exist for the client cannot be named, and its name is not told', async () => {
  const document = '{ conversations(filter: { sources: ["support"] }) { nodes { id } } }';
  const { errors } = await gateway.query(document, {}, narrow);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  const unknown = await gateway.query(document.replace('support', 'nowhere'), {}, narrow);
  expect(errors[0]?.message.replace('support', 'nowhere')).toBe(unknown.errors[0]?.message);
});

it('a cursor of one client is no cursor for another that sees fewer sources', async () => {
  const document =
    'query P($after: String) { conversations(first: 3, after: $after) { pageInfo { endCursor } } }';
  const { data } = await gateway.query(document, {}, wide);
  const after = (data as { conversations: { pageInfo: { endCursor: string } } }).conversations.pageInfo
    .endCursor;
  const { errors } = await gateway.query(document, { after }, narrow);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
