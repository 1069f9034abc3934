import type { GraphQLUnionType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeGlobalId, encodeGlobalId } from '../../src/contract/global-id.ts';
import { createSchema } from '../../src/server/schema.ts';
import { idIn, mutate } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

/** Lists that name some things of every type, and a field of each that only its record tells. */
const finders: Readonly<Record<string, { readonly list: string; readonly field: string }>> = {
  Agent: { list: 'agents(first: 12) { nodes { id } }', field: 'called: name' },
  Article: { list: 'articles(first: 6) { nodes { id } }', field: 'title' },
  Company: { list: 'companies(first: 6) { nodes { id } }', field: 'called: name' },
  Conversation: { list: 'conversations(first: 12) { nodes { id } }', field: 'subject' },
  Customer: { list: 'customers(first: 6) { nodes { id } }', field: 'called: name' },
  CustomerGroup: { list: 'customerGroups(first: 6) { nodes { id } }', field: 'called: name' },
  Department: { list: 'departments(first: 12) { nodes { id } }', field: 'called: name' },
  File: {
    list: 'file: nodeByVendorId(source: "support", type: FILE, vendorId: "file1") { id }',
    field: 'size',
  },
  KnowledgeBase: { list: 'knowledgeBases { nodes { id } }', field: 'called: name' },
  Message: {
    list: 'conversations(first: 4) { nodes { messages(first: 2) { nodes { id } } } }',
    field: 'text',
  },
  SatisfactionRating: { list: 'satisfactionRatings(first: 6) { nodes { id } }', field: 'comment' },
  Source: { list: 'sources { id }', field: 'called: name' },
  SuggestionCategory: { list: 'suggestionCategories { nodes { id } }', field: 'title' },
  Tag: { list: 'tags(first: 12) { nodes { id } }', field: 'called: name' },
  Transaction: { list: 'transactions(first: 6) { nodes { id } }', field: 'reference' },
  Website: { list: 'websites { nodes { id } }', field: 'called: name' },
};

/** Types of which one list tells all: a call to each source, however many are asked for. */
const listed = new Set([
  'Agent',
  'Company',
  'CustomerGroup',
  'Department',
  'KnowledgeBase',
  'SuggestionCategory',
  'Tag',
  'Website',
]);

interface Found {
  readonly type: string;
  readonly id: string;
}

let restoreClock: () => void;
let gateway: SandboxGateway;
let uploaded: string;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.1 });
  const file = { source: 'support', name: 'plan.txt', mimeType: 'text/plain', base64: 'cGxhbgo=' };
  uploaded = idIn(await mutate(gateway, 'fileUpload', file, 'file { id }'), 'file');
});
afterAll(async () => {
  await gateway.close();
  restoreClock();
});

/** All ids in a piece of an answer. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, ...others } = value as { readonly id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(others).flatMap(idsIn)];
}

it('are all that a router can ask for', () => {
  const names = (createSchema().getType('_Entity') as GraphQLUnionType).getTypes().map(({ name }) => name);
  expect([...Object.keys(finders), 'Person'].sort()).toEqual(names.sort());
});

/** The most calls that entities may take when nothing is cached. */
function mostCalls(type: string, ids: readonly string[]): number {
  const sources = new Set(ids.map((id) => decodeGlobalId(id)?.source)).size;
  if (type === 'Source') return 0;
  // A message is found in its conversation: that, and what was said in it.
  if (type === 'Message') return 2 * 4;
  return listed.has(type) ? sources : ids.length;
}

it.each(Object.entries(finders))(
  '%s: come in the order asked, in few calls, and twice for the same price',
  async (type, { list, field }) => {
    const { data } = await gateway.query(`{ ${list} }`);
    const ids = type === 'File' ? [uploaded] : idsIn(data);
    expect(ids.length).toBeGreaterThan(0);
    const cold = gateway.another({ limits: { maxCost: 100_000 } });
    gateway.forgetCalls();
    const representations = [...ids, ...ids.toReversed()].map((id) => ({ __typename: type, id }));
    const answer = await cold.query(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { type: __typename ... on ${type} { id ${field} } }
      }`,
      { representations },
    );
    expect(answer.errors).toEqual([]);
    const { _entities: entities } = answer.data as { readonly _entities: readonly Found[] };
    expect(entities.map((entity) => [entity.type, entity.id])).toEqual(
      representations.map(({ id }) => [type, id]),
    );
    expect(gateway.calls().length).toBeLessThanOrEqual(mostCalls(type, ids));
  },
);

it('directories: what the list leaves out is read for each, and only where it is asked for', async () => {
  const { data } = await gateway.query('{ agents(filter: { sources: ["support"] }) { nodes { id } } }');
  const ids = idsIn(data).slice(0, 4);
  const callsFor = async (fields: string) => {
    const cold = gateway.another();
    gateway.forgetCalls();
    const { errors, data: found } = await cold.query(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Agent { ${fields} } } }`,
      { ids },
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(found)).not.toContain('null');
    return gateway.calls().length;
  };
  expect(await callsFor('name email')).toBe(1);
  expect(await callsFor('name email role')).toBe(1 + ids.length);
});

it('directories: what is in no list is looked up, and null where it is gone', async () => {
  const { data } = await gateway.query('{ tags(filter: { sources: ["support"] }) { nodes { id } } }');
  const gone = encodeGlobalId({ type: 'Tag', source: 'support', key: 'nosuchtag' });
  const ids = [gone, ...idsIn(data)];
  const cold = gateway.another();
  gateway.forgetCalls();
  const answer = await cold.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(answer.errors).toEqual([]);
  expect((answer.data as { nodes: unknown[] }).nodes).toEqual([null, ...idsIn(data).map((id) => ({ id }))]);
  expect(gateway.calls()).toHaveLength(2);
});

it('Person: looked up once for each address, however it is written', async () => {
  const people = gateway.world.desks.liveagent.customers
    .flatMap(({ email }) => email?.trim() ?? [])
    .slice(0, 3);
  const callsFor = async (emails: readonly string[]) => {
    const cold = gateway.another({ limits: { maxCost: 100_000 } });
    gateway.forgetCalls();
    const answer = await cold.query(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Person { email customers { id } } }
      }`,
      { representations: emails.map((email) => ({ __typename: 'Person', email })) },
    );
    expect(answer.errors).toEqual([]);
    const { _entities: entities } = answer.data as { readonly _entities: readonly { email: string }[] };
    expect(entities.map(({ email }) => email)).toEqual(emails.map((email) => email.trim().toLowerCase()));
    return gateway.calls().length;
  };
  const calls = await callsFor(people);
  expect(await callsFor([...people, ...people.map((email) => ` ${email.toUpperCase()} `)])).toBe(calls);
  // LiveAgent and LiveChat are asked for each, the lists of a day that ZaZaChat has are searched once for all.
  const searched = 62;
  expect(calls).toBeLessThanOrEqual(searched + 2 * people.length);
});
