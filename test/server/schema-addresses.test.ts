import {
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type IntrospectionQuery,
  type IntrospectionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/server/schema.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';
import { silentSources } from '../plugins/limits-gateway.ts';

let open: ListeningGateway;
let closed: ListeningGateway;
beforeAll(async () => {
  open = await listenOver({ sources: silentSources, server: { port: 0, cors: ['https://app.example'] } });
  closed = await listenOver({ sources: silentSources, server: { port: 0, introspection: false } });
});
afterAll(() => Promise.all([open.close(), closed.close()]));

async function allowedFor(address: string, origin: string): Promise<(string | null)[]> {
  const { headers } = await fetch(`${open.origin}${address}`, { headers: { origin } });
  return [headers.get('access-control-allow-origin'), headers.get('vary')];
}

describe.each(['/schema.graphql', '/schema.json', '/docs'])('%s', (address) => {
  it('tells the schema with its descriptions', async () => {
    const response = await fetch(`${open.origin}${address}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Everything that can be read.');
  });

  it('is not sent again to who has it', async () => {
    const first = await fetch(`${open.origin}${address}`);
    const tag = first.headers.get('etag') ?? '';
    expect([tag, first.headers.get('cache-control')]).toEqual([
      expect.stringMatching(/^"[\w-]{22}"$/),
      'no-cache',
    ]);
    const ask = async (headers: Readonly<Record<string, string>>, method = 'GET') => {
      const response = await fetch(`${open.origin}${address}`, { headers, method });
      return [response.status, response.headers.get('etag'), (await response.text()).length > 0];
    };
    expect(await ask({ 'if-none-match': tag })).toEqual([304, tag, false]);
    expect(await ask({ 'if-none-match': `"other", W/${tag}` })).toEqual([304, tag, false]);
    expect(await ask({ 'if-none-match': tag }, 'HEAD')).toEqual([304, tag, false]);
    expect(await ask({ 'if-none-match': '"other"' })).toEqual([200, tag, true]);
    expect(await ask({}, 'HEAD')).toEqual([200, tag, false]);
  });

  it('can be read by the pages that may call, and by no others', async () => {
    expect(await allowedFor(address, 'https://app.example')).toEqual(['https://app.example', 'Origin']);
    expect(await allowedFor(address, 'https://other.example')).toEqual([null, 'Origin']);
  });

  it('tells nothing where introspection is switched off', async () => {
    const response = await fetch(`${closed.origin}${address}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Conversation');
  });
});

describe('introspection', () => {
  it('tells of every type what /schema.json does, in the same words', async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    const answer = await fetch(`${open.origin}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as { data: IntrospectionQuery };
    const file = (await (await fetch(`${open.origin}/schema.json`)).json()) as IntrospectionQuery;
    expect(file.__schema.types.length).toBeGreaterThan(200);
    expect(typesWithoutRouters(data)).toEqual(typesWithoutRouters(file));
  });
});

/** By name, without what only routers of a federated graph ask for. */
function typesWithoutRouters({ __schema: { types } }: IntrospectionQuery): Record<string, IntrospectionType> {
  const told = types.filter(({ name }) => !/^_[^_]/.test(name));
  return Object.fromEntries(
    told.map((type) =>
      type.name === 'Query' && 'fields' in type
        ? [type.name, { ...type, fields: type.fields.filter(({ name }) => !name.startsWith('_')) }]
        : [type.name, type],
    ),
  );
}

describe('/docs', () => {
  let page: string;
  beforeAll(async () => {
    page = await (await fetch(`${open.origin}/docs`)).text();
  });

  it('has a place for every type, with all its fields, values and descriptions', () => {
    for (const type of Object.values(createSchema().getTypeMap())) {
      if (type.name.startsWith('_') || /^(?:Boolean|Float|ID|Int|String)$/.test(type.name)) continue;
      const [, section = ''] = page.split(`<section id="${type.name}">`);
      const text = (section.split('</section>')[0] ?? '').replaceAll(/<[^>]+>|`/g, '');
      const members =
        isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : isEnumType(type)
            ? type.getValues()
            : [];
      for (const { name, description } of [type, ...members]) {
        if (name.startsWith('_')) continue;
        expect(text).toContain(name);
        const words = (description ?? '').replaceAll('`', '').split(/[<>&"]/)[0];
        expect(text).toContain(words);
      }
    }
  });

  it('leads nowhere that is not there', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(500);
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, place]) => place));
    expect(targets.filter((target) => !places.has(target))).toEqual([]);
  });

  it('asks for nothing elsewhere and runs no script', async () => {
    const { headers } = await fetch(`${open.origin}/docs`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).not.toMatch(/<script|src=|@import|url\(|\bon\w+=/i);
  });
});
