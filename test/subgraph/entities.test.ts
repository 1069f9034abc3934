import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeGlobalId, encodeGlobalId } from '../../src/contract/global-id.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
let ids: readonly string[];

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.1 });
  const { data } = await gateway.query(
    '{ conversations(first: 20, filter: { sources: ["support", "tickets"] }) { nodes { id } } }',
  );
  ids = (data as { conversations: { nodes: { id: string }[] } }).conversations.nodes.map(({ id }) => id);
});
afterAll(() => gateway.close());

const document = `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Conversation { id subject }
    ... on Person { email called: name }
    ... on Source { name }
    ... on Agent { nickname }
  }
}`;

async function entitiesIn(from: TestGateway, representations: readonly object[], headers = {}) {
  const answer = await from.query(document, { representations }, headers);
  const { _entities: entities } = (answer.data ?? {}) as { readonly _entities?: unknown[] };
  return { ...answer, entities };
}

const conversation = (id: string | undefined) => ({ __typename: 'Conversation', id });

describe('entities by their keys', () => {
  it('come in the order asked, as node(id:) gives them', async () => {
    const { entities, errors } = await entitiesIn(gateway, ids.map(conversation));
    expect(errors).toEqual([]);
    expect(ids).toHaveLength(20);
    const { data } = await gateway.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Conversation { id subject } } }',
      { ids },
    );
    expect(entities).toEqual((data as { nodes: unknown }).nodes);
  });

  it('cost no call more than the same ids by nodes', async () => {
    const byNodes = gateway.another();
    gateway.forgetCalls();
    await byNodes.query('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Conversation { subject } } }', {
      ids,
    });
    const wanted = gateway.calls().length;
    const byKeys = gateway.another();
    gateway.forgetCalls();
    const { errors } = await entitiesIn(byKeys, [...ids, ...ids].map(conversation));
    expect(errors).toEqual([]);
    expect(wanted).toBeGreaterThan(0);
    expect(gateway.calls()).toHaveLength(wanted);
  });

  it('are null where they are gone', async () => {
    const gone = encodeGlobalId({ type: 'Conversation', source: 'tickets', key: 'NOSUCHTICKET' });
    const elsewhere = encodeGlobalId({ type: 'Conversation', source: 'sold', key: '1' });
    const { entities, errors } = await entitiesIn(gateway, [gone, ids[0], elsewhere].map(conversation));
    expect(errors).toEqual([]);
    expect(entities).toEqual([null, expect.objectContaining({ id: ids[0] }), null]);
  });

  it('may be sources and people', async () => {
    const { data } = await gateway.query('{ source(name: "shop") { id } }');
    const { entities, errors } = await entitiesIn(gateway, [
      { __typename: 'Source', id: (data as { source: { id: string } }).source.id },
      { __typename: 'Person', email: ' Nobody@Example.org' },
    ]);
    expect(errors).toEqual([]);
    expect(entities).toEqual([
      { __typename: 'Source', name: 'shop' },
      { __typename: 'Person', email: 'nobody@example.org', called: null },
    ]);
  });

  it.each([
    ['a type without a key', { __typename: 'Money', amount: '1.00' }],
    ['a type of JavaScript’s own', { __typename: 'constructor', id: 'x' }],
    ['no type', { id: 'x' }],
    ['no key', { __typename: 'Conversation' }],
    ['a key of another type', { __typename: 'Conversation', id: 7 }],
    ['a text that is no id', { __typename: 'Conversation', id: 'x' }],
    ['no address', { __typename: 'Person', email: 'jane' }],
  ])('fail on their own: %s', async (_what, representation) => {
    const { entities, errors, status } = await entitiesIn(gateway, [representation, conversation(ids[0])]);
    expect(status).toBe(200);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['_entities', 0],
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', requestId: expect.any(String) }),
      }),
    ]);
    expect(entities).toEqual([null, expect.objectContaining({ id: ids[0] })]);
  });

  it('fail on their own where the id is of another type', async () => {
    const { errors, entities } = await entitiesIn(gateway, [{ __typename: 'Agent', id: ids[0] }]);
    expect(errors.map(({ message }) => message)).toEqual([
      'expected an id of type Agent, but got one of type Conversation',
    ]);
    expect(entities).toEqual([null]);
  });

  it('of a source that fails are told with its code, the others are there', async () => {
    const support = ids.find((id) => decodeGlobalId(id)?.source === 'support');
    const tickets = ids.find((id) => decodeGlobalId(id)?.source === 'tickets');
    const half = gateway.another({ sources: { support: { url: 'http://127.0.0.1:9', retries: 0 } } });
    const { errors, entities } = await entitiesIn(half, [support, tickets].map(conversation));
    expect(errors.map(({ path, extensions }) => [path?.slice(0, 2), extensions.code])).toEqual([
      [['_entities', 0], 'UPSTREAM_UNAVAILABLE'],
    ]);
    expect(entities).toEqual([null, expect.objectContaining({ id: tickets })]);
  });

  it('of sources that do not exist for the caller are null', async () => {
    const keyHash = createHash('sha256').update('key-of-a-router').digest('hex');
    const scoped = gateway.another({ clients: [{ name: 'router', keyHash, sources: ['tickets'] }] });
    const { errors, entities = [] } = await entitiesIn(scoped, ids.map(conversation), {
      'x-api-key': 'key-of-a-router',
    });
    expect(errors).toEqual([]);
    const seen = ids.map((id, index) => [decodeGlobalId(id)?.source, entities[index] !== null]);
    expect(seen).toContainEqual(['support', false]);
    expect(seen).toContainEqual(['tickets', true]);
    expect(seen).not.toContainEqual(['support', true]);
    expect(seen).not.toContainEqual(['tickets', false]);
    const { errors: refused } = await entitiesIn(scoped, ids.map(conversation));
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

async function costOf(query: string, variables = {}): Promise<number> {
  const { extensions } = await gateway.query(query, variables);
  return (extensions as { cost: { upstreamCalls: number } }).cost.upstreamCalls;
}

describe('limits of entities', () => {
  it('each costs like node(id:)', async () => {
    const part = '... on Conversation { messages { nodes { id } } }';
    const one = await costOf(`query ($id: ID!) { node(id: $id) { ${part} } }`, { id: ids[0] });
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${part} } }`;
    const some = await costOf(query, { representations: ids.slice(0, 5).map(conversation) });
    expect([one, some]).toEqual([3, 11]);
  });

  it('each person costs a look-up at every source, but lists searched for all of them count once', async () => {
    const searched = 62;
    const one = await costOf('{ person(email: "a@example.org") { name } }');
    const people = ['a', 'b', 'c'].map((name) => ({ __typename: 'Person', email: `${name}@example.org` }));
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name } } }';
    expect(await costOf(query, { representations: people })).toBe(searched + 3 * (1 + one - searched));
  });

  it('too many are refused before anybody is called', async () => {
    gateway.forgetCalls();
    const many = Array.from({ length: 1001 }, (_, index) => conversation(ids[index % ids.length]));
    const { errors, status } = await entitiesIn(gateway, many);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    const wide = gateway.another({ limits: { maxCost: 1_000_000 } });
    const { errors: refused } = await entitiesIn(wide, many);
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.calls()).toEqual([]);
  });
});

describe('_service', () => {
  const query = '{ _service { sdl } }';

  it('tells the schema with its keys, without a cost', async () => {
    const { data, extensions } = await gateway.query(query);
    const { sdl } = (data as { _service: { sdl: string } })._service;
    expect(sdl).toContain('type Conversation implements Node @key(fields: "id")');
    expect(extensions).toBeUndefined();
  });

  it('is refused like introspection where that is off, but entities are not', async () => {
    const closed = gateway.another({ server: { introspection: false } });
    const { errors } = await closed.query(query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const { entities } = await entitiesIn(closed, [conversation(ids[0])]);
    expect(entities).toEqual([expect.objectContaining({ id: ids[0] })]);
  });
});
