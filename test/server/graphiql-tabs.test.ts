import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleTabs } from '../../src/server/graphiql-tabs/example-tabs.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 1 });
});
afterAll(() => gateway?.close());

const tabs = exampleTabs.map(({ query, variables = '{}' }) => ({
  name: /^(?:query|mutation) (?<name>\w+)/m.exec(query)?.groups?.['name'] ?? 'untitled',
  query,
  variables: JSON.parse(variables) as object,
}));

describe('the examples of GraphiQL', () => {
  test.for(tabs)('answer without an error in the sandbox: $name', async ({ query, variables }) => {
    const { data, errors } = await gateway.query(query, variables);
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(data).toBeTruthy();
  });

  test('show one human in three help desks', async () => {
    const tab = tabs.find(({ name }) => name === 'Person');
    const { data } = await gateway.query(tab!.query, tab!.variables);
    const { customers, conversations } = (data as Shown).person;
    const desks = new Set(customers.map(({ source }) => source.vendor));
    expect([...desks].sort()).toEqual(['LIVEAGENT', 'LIVECHAT', 'ZAZACHAT']);
    expect(conversations.nodes.length).toBeGreaterThan(2);
  });

  test('have lines that a window of usual width shows whole', () => {
    const lines = exampleTabs.flatMap(({ query }) => query.split('\n'));
    expect(lines.filter((line) => line.length > 66)).toEqual([]);
  });
});

interface Shown {
  readonly person: {
    readonly customers: readonly { readonly source: { readonly vendor: string } }[];
    readonly conversations: { readonly nodes: readonly unknown[] };
  };
}
