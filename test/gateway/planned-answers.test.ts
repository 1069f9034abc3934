import * as fc from 'fast-check';
import {
  getNamedType,
  parse,
  print,
  visit,
  type GraphQLArgument,
  type InlineFragmentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleTabs } from '../../src/server/graphiql-tabs/example-tabs.ts';
import { createSchema } from '../../src/server/schema.ts';
import { documentationExamples } from '../support/doc-examples.ts';
import { randomQuery } from '../support/random-query.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
/** Global ids by type, some of them of nothing. */
const ids: Record<string, string> = {};

const known = `{
  conversations(first: 1) { nodes { id __typename customer { id __typename } } }
  agents(first: 1) { nodes { id __typename } }
  tags(first: 1) { nodes { id __typename } }
}`;

beforeAll(async () => {
  // Cursors hold the moment that their list was asked for.
  vi.useFakeTimers({ toFake: ['Date'] });
  gateway = await openSandboxGateway({
    size: 0.02,
    limits: { maxCost: 1_000_000, maxAliases: 10_000, maxTokens: 20_000 },
    everySource: { requestsPerMinute: null },
  });
  const { text } = await gateway.query(known);
  for (const { groups } of text.matchAll(/"id":"(?<id>[^"]+)","__typename":"(?<type>\w+)"/g)) {
    ids[groups?.['type'] ?? ''] = groups?.['id'] ?? '';
  }
});

afterAll(async () => {
  await gateway.close();
  vi.useRealTimers();
});

/** The answer by the usual execution and the one by a plan, when nothing has to be fetched any more. */
async function bothAnswers(query: string, variables: object = {}) {
  const unplanned = withoutPlan(query);
  await gateway.query(`# warm\n${query}`, variables);
  // A caller that takes no parts would be given a plan of the rest.
  const usual = await gateway.query(unplanned, variables, { accept: '*/*' });
  const planned = await gateway.query(query, variables);
  return { usual: comparable(usual), planned: comparable(planned) };
}

/** The same query in a form of which no plan is made: what may come in parts has none. */
function withoutPlan(query: string): string {
  const undelayed = parse('{ ... @defer(if: false) { __typename } }')
    .definitions[0] as OperationDefinitionNode;
  const [fragment] = undelayed.selectionSet.selections as [InlineFragmentNode];
  const document = visit(parse(query), {
    OperationDefinition: ({ selectionSet, ...operation }) => ({
      ...operation,
      selectionSet: { ...selectionSet, selections: [{ ...fragment, selectionSet }] },
    }),
  });
  return print(document);
}

/** Errors are told in the order they happen in, each with the id of the request, and stand elsewhere in another text. */
function comparable({ status, data, errors, extensions }: Awaited<ReturnType<SandboxGateway['query']>>) {
  const told = errors.map((error) =>
    JSON.stringify({ ...error, locations: [], extensions: { ...error.extensions, requestId: '' } }),
  );
  return { status, data: JSON.stringify(data), errors: told.sort(), extensions };
}

describe('the answer by a plan is that of the usual execution', () => {
  const tabs = exampleTabs()
    .filter(({ query }) => !/^\s*(?:mutation|subscription)\b|@(?:defer|stream)\b/m.test(query))
    .map(({ query, variables = '{}' }, index) => ({ place: `GraphiQL, tab ${index + 1}`, query, variables }));
  const examples = documentationExamples
    .filter(({ query }) => !/^\s*(?:mutation|subscription)\b|@(?:defer|stream)\b/m.test(query))
    .map((example) => ({ ...example, variables: '{}' }));

  it.for([...tabs, ...examples])('for $place', async ({ query, variables }) => {
    const { usual, planned } = await bothAnswers(query, JSON.parse(variables) as object);
    expect(usual.status).toBe(200);
    expect(planned).toEqual(usual);
  });

  it.for([
    '{ node(id: "nonsense") { id } conversation(id: "bm9uZQ") { id } }',
    '{ conversations(first: 100000) { nodes { id } } }',
    '{ conversations(after: "x") { nodes { id } } tags(after: "x") { nodes { id } } }',
    '{ conversations(filter: { sources: ["nowhere"] }) { nodes { id } } source(name: "nowhere") { name } }',
    '{ person(email: "nobody") { email } nodes(ids: ["x", "y"]) { id } }',
    '{ nodeByVendorId(source: "nowhere", type: CONVERSATION, vendorId: "0") { id } }',
    '{ report(from: "2026-02-01", to: "2026-01-01") { agents { nodes { metrics { answers } } } } }',
  ])('for an error: %s', async (query) => {
    const { usual, planned } = await bothAnswers(query);
    expect(usual.errors).not.toEqual([]);
    expect(planned).toEqual(usual);
  });

  const schema = createSchema();
  const queries = randomQuery({
    schema,
    depth: 5,
    argumentOf: ({ type }, argument) => valueFor(argument, getNamedType(type).name),
  });

  it('for any query', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const { usual, planned } = await bothAnswers(query);
        expect(planned).toEqual(usual);
      }),
      { numRuns: 60 },
    );
  }, 240_000);
});

function valueFor({ name, type }: GraphQLArgument, fieldType: string): string | undefined {
  if (name === 'first') return '2';
  if (name === 'id') return `"${ids[fieldType] ?? ids['Conversation'] ?? ''}"`;
  if (name === 'ids') return JSON.stringify(Object.values(ids));
  if (name === 'email') return '"nobody@example.com"';
  if (name === 'name' || name === 'source') return '"support"';
  if (name === 'reference') return '"x"';
  if (name === 'vendorId') return '"1"';
  if (getNamedType(type).name === 'NodeType') return 'AGENT';
  return undefined;
}
