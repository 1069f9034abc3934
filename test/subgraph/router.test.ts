import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { composeServices } from '@theguild/federation-composition';
import type { Executor } from '@graphql-tools/utils';
import { execute, graphql, parse, print, type ExecutionResult, type GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { federatedTypeDefinitions } from '../../src/server/schema.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { createInvoicesSchema, invoiceDefinitions } from '../../examples/federation/invoices-schema.ts';

interface Row {
  readonly id: string;
  readonly subject: string | null;
  readonly source: { readonly name: string };
}

let gateway: SandboxGateway;
let rows: readonly Row[];
/** Documents that reached the gateway. */
let asked: string[];
let ask: (document: string) => Promise<{ data: Record<string, unknown>; errors: readonly GraphQLError[] }>;

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.1 });
  const { data } = await gateway.query(
    '{ conversations(first: 12) { nodes { id subject source { name } } } }',
  );
  rows = (data as { conversations: { nodes: readonly Row[] } }).conversations.nodes;
  const invoices = createInvoicesSchema(
    rows.map(({ id }, index) => ({
      number: `R-${index}`,
      total: '12.00',
      conversation: id,
      email: 'Nobody@example.org',
    })),
  );
  const composed = composeServices([
    { name: 'deskgraph', url: 'http://deskgraph.example', typeDefs: parse(federatedTypeDefinitions()) },
    { name: 'invoices', url: 'http://invoices.example', typeDefs: parse(invoiceDefinitions) },
  ]);
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: composed.supergraphSdl ?? '',
    onSubschemaConfig(config) {
      const isGateway = config.name.toLowerCase() === 'deskgraph';
      config.executor = (async ({ document, variables = {} }) => {
        if (!isGateway) return execute({ schema: invoices, document, variableValues: variables });
        asked.push(print(document));
        return JSON.parse((await gateway.query(print(document), variables)).text) as ExecutionResult;
      }) as Executor;
    },
  });
  ask = async (source) => {
    const { data, errors = [] } = await graphql({ schema, source });
    return { data: data ?? {}, errors };
  };
});

afterAll(() => gateway.close());

describe('a router in front of this graph and another', () => {
  it('follows the other graph’s references to conversations, all in one request', async () => {
    asked = [];
    const { data, errors } = await ask(
      '{ invoices(first: 12) { number about { subject source { name } } } }',
    );
    expect(errors).toEqual([]);
    expect((data['invoices'] as { about: Omit<Row, 'id'> }[]).map(({ about }) => ({ ...about }))).toEqual(
      rows.map(({ subject, source }) => ({ subject, source })),
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('_entities');
  });

  it('adds what the other graph knows to the rows of a list', async () => {
    asked = [];
    const { data, errors } = await ask(
      '{ conversations(first: 12) { nodes { subject invoices { number } } } }',
    );
    expect(errors).toEqual([]);
    const { nodes } = data['conversations'] as { nodes: { subject: unknown; invoices: unknown }[] };
    expect(nodes.map(({ subject, invoices }) => ({ subject, invoices }))).toEqual(
      rows.map(({ subject }, index) => ({ subject, invoices: [{ number: `R-${index}` }] })),
    );
  });

  it('joins people by e-mail address in both directions', async () => {
    asked = [];
    const { data, errors } = await ask(
      '{ person(email: " Nobody@Example.org ") { email openInvoices } invoices(first: 12) { payer { email customers { id } } } }',
    );
    expect(errors).toEqual([]);
    expect(data['person']).toEqual({ email: 'nobody@example.org', openInvoices: rows.length });
    expect((data['invoices'] as unknown[])[0]).toEqual({
      payer: { email: 'Nobody@example.org', customers: [] },
    });
  });

  it('tells what failed here by its code, and the rest of the answer', async () => {
    asked = [];
    const { data, errors } = await ask('{ node(id: "not an id") { id } invoices(first: 12) { number } }');
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(data['invoices']).toHaveLength(rows.length);
  });
});
