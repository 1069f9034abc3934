import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capability } from '../../src/contract/capability.ts';
import type { ExampleTab } from '../../src/server/graphiql-tabs/example-tab.ts';
import { exampleTabs } from '../../src/server/graphiql-tabs/example-tabs.ts';
import { namedSources } from '../../src/server/graphiql-tabs/named-sources.ts';
import { silentSources } from '../plugins/limits-gateway.ts';
import { openGateway } from '../support/gateway-over.ts';
import { listenOver } from '../support/listening-gateway.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 1 });
});
afterAll(() => gateway?.close());

const named = ({ query, variables = '{}' }: ExampleTab) => ({
  name: /^(?:query|mutation) (?<name>\w+)/m.exec(query)?.groups?.['name'] ?? 'untitled',
  query,
  variables: JSON.parse(variables) as object,
});
const tabs = exampleTabs().map(named);

const client = (name: string, sources?: string[], access = 'write') => ({
  name,
  keyHash: createHash('sha256').update(name).digest('hex'),
  access,
  sources,
});

describe('the examples of GraphiQL', () => {
  test.for(tabs)('answer without an error in the sandbox: $name', async ({ query, variables }) => {
    const { data, errors } = await gateway.query(query, variables);
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(data).toBeTruthy();
  });

  test.each([
    ['with names of their own', ['support', 'shop', 'tickets', 'legacy']],
    ['one that has no ratings and takes no changes', ['legacy']],
    ['one alone', ['support']],
    ['another one alone', ['shop']],
    ['two', ['tickets', 'legacy']],
  ])('answer without an error over other help desks: %s', async (_what, wanted) => {
    const { sources } = gateway.sandbox;
    const own = openGateway(Object.fromEntries(wanted.map((name) => [`my-${name}`, sources[name]!])));
    const { data } = await own.query('{ sources { name capabilities } }');
    const known = (data as { sources: { name: string; capabilities: Capability[] }[] }).sources.map(
      ({ name, capabilities }) => ({ name, capabilities: new Set(capabilities) }),
    );
    for (const { name, query, variables } of exampleTabs(
      namedSources(known, [{ name: 'my-shop', timeZone: 'Europe/Paris' }]),
    ).map(named)) {
      const { errors } = await own.query(query, variables);
      expect([name, errors.map(({ message }) => message)]).toEqual([name, []]);
    }
    await own.close();
  });

  test('answer without an error where pages are short', async () => {
    const maxPageSize = 3;
    const { query: ask } = gateway.another({ limits: { maxPageSize } });
    for (const { name, query, variables } of exampleTabs(undefined, maxPageSize).map(named)) {
      const { errors } = await ask(query, variables);
      expect([name, errors.map(({ message }) => message)]).toEqual([name, []]);
    }
  });

  test('are about days of the source with ratings, else of UTC', () => {
    const sources = [{ name: 'mine', capabilities: new Set<Capability>(['SATISFACTION_RATINGS_LIST']) }];
    expect(namedSources(sources, [{ name: 'mine', timeZone: 'Asia/Tokyo' }]).timeZone).toBe('Asia/Tokyo');
    expect(namedSources(sources, [{ name: 'mine' }]).timeZone).toBe('UTC');
    expect(namedSources([], [{ name: 'mine', timeZone: 'Asia/Tokyo' }]).timeZone).toBe('UTC');
  });

  test('are on the page with the names that there are, packed for those who take it so', async () => {
    const own = await listenOver({ sources: { mine: silentSources.tickets }, limits: { maxPageSize: 7 } });
    const page = await (await fetch(`${own.origin}/graphql`, { headers: { accept: 'text/html' } })).text();
    const packed = async (coding: string) => {
      const headers = { accept: 'text/html', 'accept-encoding': coding };
      return (await fetch(`${own.origin}/graphql`, { headers })).headers.get('content-encoding');
    };
    expect(await Promise.all(['br, gzip', 'gzip;q=0', 'br'].map(packed))).toEqual(['gzip', null, null]);
    await own.close();
    expect(page).toContain('query Inbox');
    expect(page).toContain('conversations(first: 7)');
    expect(page).toMatch(/source: \\+"mine\\+"/);
    expect(page).not.toMatch(/source: \\+"tickets\\+"/);
  });

  test('are on a page that HEAD finds, too, and nobody gets who takes none', async () => {
    const own = await listenOver({ sources: { mine: silentSources.tickets } });
    const look = async (method: string, accept: string) => {
      const { status, headers } = await fetch(`${own.origin}/graphql`, { method, headers: { accept } });
      return [status, headers.get('content-type')?.split(';')[0]];
    };
    expect(await look('GET', 'text/html')).toEqual([200, 'text/html']);
    expect(await look('HEAD', 'text/html')).toEqual([200, 'text/html']);
    expect(await look('GET', 'text/html;q=0, */*')).toEqual([400, 'application/json']);
    await own.close();
  });

  test('name no help desk that does not exist for one of the clients, and change nothing where one may only read', async () => {
    const { support, shop, legacy } = gateway.sandbox.sources;
    const pageFor = async (clients: object[]) => {
      const own = await listenOver({ sources: { support, shop, legacy }, clients });
      const headers = { accept: 'text/html' };
      const page = await (await fetch(`${own.origin}/graphql`, { headers })).text();
      await own.close();
      return page;
    };
    const some = await pageFor([client('all'), client('some', ['shop', 'legacy'])]);
    expect(some).toMatch(/sources: \[\\+"shop\\+", \\+"legacy\\+"\]/);
    expect(some).toContain('query Aftermath');
    expect(some).not.toMatch(/\\"support\\+"/);
    expect(some).not.toContain('mutation NewTicket');
    expect(await pageFor([client('writer')])).toContain('mutation NewTicket');
    expect(await pageFor([client('writer'), client('reader', undefined, 'read')])).not.toContain(
      'mutation NewTicket',
    );
    const none = await pageFor([client('one', ['support']), client('another', ['legacy'])]);
    expect(none).toContain('query Open');
    expect(none).not.toMatch(/sources: \[/);
    expect(none).not.toMatch(/\\"(?:support|legacy|shop)\\+"/);
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
    const lines = exampleTabs().flatMap(({ query }) => query.split('\n'));
    expect(lines.filter((line) => line.length > 66)).toEqual([]);
  });
});

interface Shown {
  readonly person: {
    readonly customers: readonly { readonly source: { readonly vendor: string } }[];
    readonly conversations: { readonly nodes: readonly unknown[] };
  };
}
