import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';

const root = join(import.meta.dirname, '..', '..');
const key = 'key-of-the-router';

let sandbox: Sandbox;
let gateway: GatewayProcess;
let invoices: ChildProcess;
let supergraph: GraphQLSchema;

async function startInvoices(): Promise<string> {
  invoices = spawn(process.execPath, [join(root, 'examples', 'federation', 'serve-invoices.ts')], {
    env: { PATH: process.env['PATH'], GATEWAY_URL: gateway.origin, GATEWAY_KEY: key, INVOICES_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(invoices.stdout!.setEncoding('utf8'), 'data')) as [string];
  return /http:\S+/.exec(line)?.[0] ?? '';
}

/** What a router is told by each service itself. */
async function definitionsOf(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly _service: { readonly sdl: string } };
  };
  return data._service.sdl;
}

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.05 });
  const keyHash = createHash('sha256').update(key).digest('hex');
  gateway = await startGatewayProcess({ clients: [{ name: 'router', keyHash }], sources: sandbox.sources });
  const services = { deskgraph: `${gateway.origin}/graphql`, invoices: await startInvoices() };
  const subgraphs = Object.entries(services).map(async ([name, url]) => ({
    name,
    url,
    typeDefs: parse(await definitionsOf(url)),
  }));
  const { supergraphSdl, errors } = composeServices(await Promise.all(subgraphs));
  if (!supergraphSdl) throw new Error(`not composed: ${errors?.join('\n')}`);
  supergraph = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    httpExecutorOpts: { headers: { 'x-api-key': key } },
  });
}, 180_000);

afterAll(async () => {
  invoices?.kill();
  await gateway?.close();
  await sandbox?.close();
});

interface Joined {
  readonly invoices: readonly {
    readonly number: string;
    readonly about: { readonly subject: string | null; readonly status: string };
    readonly payer: { readonly openInvoices: number; readonly customers: readonly object[] } | null;
  }[];
}

describe('the example of a federated graph', () => {
  test('answers the documented query, whose parts come from two services', async () => {
    const text = readFileSync(join(root, 'docs', 'federation.md'), 'utf8');
    const source = /^```\n(?<query>\{\n {2}invoices.*?)^```$/ms.exec(text)?.groups?.['query'] ?? '';
    const { data, errors = [] } = await graphql({ schema: supergraph, source });
    expect(errors.map(({ message }) => message)).toEqual([]);
    const rows = (data as unknown as Joined).invoices;
    expect(rows).toHaveLength(3);
    for (const { number, about } of rows) {
      expect(number).toMatch(/^R-10\d\d$/);
      expect(about.status).toMatch(/^[A-Z]+$/);
    }
    // At some hours none of the three newest conversations has somebody with an address.
    const many = await graphql({ schema: supergraph, source: source.replace('first: 3', 'first: 20') });
    expect(many.errors ?? []).toEqual([]);
    const payers = (many.data as unknown as Joined).invoices.flatMap(({ payer }) => payer ?? []);
    expect(payers.length).toBeGreaterThan(0);
    for (const { openInvoices, customers } of payers) {
      expect(openInvoices).toBeGreaterThan(0);
      expect(customers.length).toBeGreaterThan(0);
    }
  });

  test('shows invoices beside the conversations of a list', async () => {
    const source = '{ conversations(first: 5) { nodes { subject invoices { number } } } }';
    const { data, errors = [] } = await graphql({ schema: supergraph, source });
    expect(errors).toEqual([]);
    const { nodes } = (data as { conversations: { nodes: { invoices: object[] }[] } }).conversations;
    expect(nodes.map(({ invoices: own }) => own.length)).toEqual([1, 1, 1, 1, 1]);
  });
});
