import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createYoga } from 'graphql-yoga';
import { createInvoicesSchema, type Invoice } from './invoices-schema.ts';

/** Another team's service, to be put beside the gateway by a router. In place of a database it asks the gateway once. */
const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';
const key = process.env['GATEWAY_KEY'];
const port = Number(process.env['INVOICES_PORT'] ?? 4081);

interface Newest {
  readonly data: {
    readonly conversations: {
      readonly nodes: readonly {
        readonly id: string;
        readonly customer: { readonly email: string | null } | null;
      }[];
    };
  };
}

/** An invoice for each of the newest conversations. */
async function makeInvoices(): Promise<readonly Invoice[]> {
  const query = '{ conversations(first: 50) { nodes { id customer { email } } } }';
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as Newest;
  return data.conversations.nodes.map(({ id, customer }, index) => ({
    number: `R-${1001 + index}`,
    total: `${19 + index}.90`,
    conversation: id,
    email: customer?.email ?? null,
  }));
}

const schema = createInvoicesSchema(await makeInvoices());
const server = createServer(createYoga({ schema, logging: 'warn' }));
server.listen(port, '127.0.0.1', () => {
  const { port: open } = server.address() as AddressInfo;
  process.stdout.write(`Invoices   http://127.0.0.1:${open}/graphql\n`);
});
