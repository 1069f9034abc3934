import * as fc from 'fast-check';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { encodePath, encodeRequest } from '../../src/transport/request-encoding.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchGateway } from './support/bench-gateway.ts';
import { openFaultBench, sourceNames, type FaultBench, type SourceName } from './support/fault-bench.ts';
import { leaksOf, peopleInLog } from './support/fault-bench.ts';

let bench: FaultBench;
let gateway: BenchGateway;
beforeAll(async () => {
  bench = await openFaultBench();
  gateway = await bench.open({ server: { requestTimeoutMs: 5000 } });
});
afterAll(async () => {
  await gateway.stop();
  await bench.close();
});

const byVendorId = `query Find($source: String!, $type: NodeType!, $vendorId: String!) {
  nodeByVendorId(source: $source, type: $type, vendorId: $vendorId) { id }
}`;
const byReference = `query Find($source: String!, $reference: String!) {
  conversationByReference(source: $source, reference: $reference) { id }
}`;

const byId = `query Node($id: ID!) { node(id: $id) { id ... on Conversation { subject note } ... on Agent { name email } } }`;

const hostile = [
  '..',
  '.',
  '../agents',
  '%2e%2e',
  'a/b',
  'a\\b',
  'a?x=1',
  'a#b',
  '#',
  '\u0000',
  'a\r\nX-Evil: 1',
  'x'.repeat(10_000),
  '\u202Eabc',
  '🙂',
  'somebody@example.com',
  '</API_Key>',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '\u0001\u001F',
  'a&apikey=other',
  ';',
  '\uD800',
  ' ',
  '',
];

/** What a vendor may be asked for whatever the id is: nothing but what stands here, with one segment for the id. */
const expectedPaths: Readonly<Record<SourceName, RegExp>> = {
  support:
    /^GET \/api\/(?:onlinestatus\/agents|(?:conversations|customers|agents|tags|departments)(?:\/[^/?]+)?(?:\/messages|\/groups)?)(?:\?[^#]*)?$/,
  shop: /^GET \/api\/[a-z_]+\/get[A-Za-z]+\/?(?:\?[^#]*)?$/,
  tickets: /^GET \/(?:tickets|agents|tags|groups)(?:\/[^/?]+)?(?:\?[^#]*)?$/,
  legacy: /^POST \/webservices\/enterprise\.asmx$/,
};

function escapesOf(name: SourceName): string[] {
  return bench.emulators[name].calls
    .list()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((line) => !expectedPaths[name].test(line));
}

async function ask(name: SourceName, id: string): Promise<readonly string[]> {
  const answers = await Promise.all([
    gateway.ask(byVendorId, { source: name, type: 'CONVERSATION', vendorId: id }),
    gateway.ask(byReference, { source: name, reference: id }),
    gateway.ask(byVendorId, { source: name, type: 'CUSTOMER', vendorId: id }),
    gateway.ask(byId, { id: encodeGlobalId({ type: 'Conversation', source: name, key: id }) }),
    gateway.ask(byId, { id: encodeGlobalId({ type: 'Agent', source: name, key: id }) }),
  ]);
  return answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code));
}

const allowed = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'UNSUPPORTED', 'UPSTREAM_RATE_LIMITED']);

const anyId = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.webPath(),
  fc.string({
    unit: fc.constantFrom('.', '/', '%', '2', 'e', '\\', '?', '#', '&', '=', '+', ' '),
    maxLength: 8,
  }),
  fc.constantFrom(...hostile),
);

function encodedOrNull(...call: Parameters<typeof encodePath>): string | null {
  try {
    return encodePath(...call);
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'invalid-input') return null;
    throw error;
  }
}

describe('ids made to do harm', () => {
  it.for(sourceNames)('F57 %s: known tricks', async (name, test) => {
    bench.forget();
    for (const id of hostile) {
      const codes = await ask(name, id);
      expect(
        codes.filter((code) => !allowed.has(code)),
        JSON.stringify(id),
      ).toEqual([]);
    }
    expect(escapesOf(name)).toEqual([]);
    test.task.meta.fault = { figure: `0 escapes in ${bench.emulators[name].calls.list().length} calls` };
  });

  it.for(sourceNames)('F57 %s: anything', async (name, test) => {
    bench.forget();
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(anyId, async (id) => {
        tried += 1;
        expect((await ask(name, id)).filter((code) => !allowed.has(code))).toEqual([]);
      }),
      { numRuns: 40, seed: 57 },
    );
    expect(escapesOf(name)).toEqual([]);
    test.task.meta.fault = { figure: `0 escapes of ${tried} ids` };
  });

  it('F57 200,000 ids in the path of a call keep to their place, or are refused', ({ task }) => {
    const label = { source: 'any', operation: 'any' };
    let refused = 0;
    let tried = 0;
    fc.assert(
      fc.property(anyId, fc.constantFrom('/api', '', '/webservices/enterprise.asmx'), (id, base) => {
        tried += 1;
        const before = [...base.split('/').slice(1), 'conversations'];
        const path = encodedOrNull(['conversations', id, 'messages'], base, label);
        if (path === null) refused += 1;
        else {
          const segments = new URL(path, 'http://host').pathname.split('/').slice(1);
          expect(segments.slice(0, -2).concat(segments.slice(-1))).toEqual([...before, 'messages']);
          expect(decodeURIComponent(segments.at(-2) ?? '')).toBe(id);
        }
      }),
      { numRuns: 100_000, seed: 57 },
    );
    fc.assert(
      fc.property(anyId, anyId, (id, name) => {
        tried += 1;
        const query = { [`n${name}`]: id, last: 'x' };
        const { path } = encodeRequest({ method: 'GET', path: ['list'], query }, '/api', label);
        const parameters = [...new URL(path, 'http://host').searchParams];
        expect(parameters).toEqual([
          [`n${name.toWellFormed()}`, id.toWellFormed()],
          ['last', 'x'],
        ]);
      }),
      { numRuns: 100_000, seed: 57 },
    );
    task.meta.fault = { figure: `0 escapes of ${tried} ids, ${refused} refused` };
  });

  it('F61 none of it, nor any key, is found in the log', () => {
    expect(leaksOf(bench)).toEqual([]);
    expect(peopleInLog(bench)).toEqual([]);
  });
});
