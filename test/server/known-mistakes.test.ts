import { afterAll, describe, expect, test } from 'vitest';
import { openHttpGateway, type HttpAnswer } from './http-gateway.ts';

// The questions that graphql-cop 1.15 asks of a server, and what it takes for a mistake.

const asUsual = openHttpGateway();
const closed = openHttpGateway({ server: { graphiql: false, introspection: false, queriesByGet: false } });
afterAll(() => Promise.all([asUsual.close(), closed.close()]));

type Gateway = typeof asUsual;

interface Mistake {
  readonly name: string;
  readonly ask: (gateway: Gateway) => Promise<HttpAnswer>;
  readonly isMade: (answer: HttpAnswer) => boolean;
}

function post(query: string, { count, variables }: { count?: number; variables?: object } = {}) {
  const one = { query, operationName: 'cop', variables };
  const body = JSON.stringify(count === undefined ? one : Array.from({ length: count }, () => ({ query })));
  return (gateway: Gateway) =>
    gateway.fetchGraphql('', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
}
const get = (query: string) => (gateway: Gateway) =>
  gateway.fetchGraphql(`?query=${encodeURIComponent(query)}`, { headers: { accept: '*/*' } });
const byForm = (gateway: Gateway) =>
  gateway.fetchGraphql('', {
    method: 'POST',
    body: new URLSearchParams({ query: 'query cop { __typename }' }),
  });

const dataOf = ({ body }: HttpAnswer) => (body.data ?? {}) as Readonly<Record<string, unknown>>;
const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const hasTypename = (answer: HttpAnswer) => '__typename' in dataOf(answer);
const hasSchema = (answer: HttpAnswer) => '__schema' in dataOf(answer);
const loop = 'fields { type { '.repeat(4);

const mistakes: readonly Mistake[] = [
  {
    name: '101 aliases',
    ask: post(`query cop { ${repeated(101, (index) => `alias${index}: __typename`)} }`),
    isMade: (answer) => 'alias100' in dataOf(answer),
  },
  {
    name: 'ten queries in one request',
    ask: post('query cop { __typename }', { count: 10 }),
    isMade: ({ text }) => Array.isArray(JSON.parse(text)),
  },
  {
    name: 'ten directives at one field',
    ask: post(`query cop { __typename ${'@aa'.repeat(10)} }`),
    isMade: ({ body }) => body.errors?.length === 10,
  },
  {
    name: 'one field 500 times',
    ask: post(`query cop { ${'__typename '.repeat(500)} }`),
    isMade: hasTypename,
  },
  {
    name: 'a loop over the schema',
    ask: post(`query cop { __schema { types { ${loop}fields { type { name } } ${'} }'.repeat(4)} } } }`),
    isMade: hasSchema,
  },
  {
    name: 'a change by GET',
    ask: get('mutation cop { __typename }'),
    isMade: hasTypename,
  },
  {
    name: 'a query as a form sends it',
    ask: byForm,
    isMade: hasTypename,
  },
  {
    name: 'figures of the execution in the answer',
    ask: post('query cop { __typename }'),
    isMade: ({ text }) => text.includes('tracing'),
  },
  {
    name: 'an exception in the answer',
    ask: post('qwerty cop { abc }'),
    isMade: ({ text }) => /exception|stacktrace/i.test(text),
  },
];

/** What people need who find their way about; each has a switch. */
const conveniences: readonly Mistake[] = [
  {
    name: 'names suggested',
    ask: post('query cop { __schema { directive } }'),
    isMade: ({ text }) => text.includes('Did you mean'),
  },
  {
    name: 'names suggested for what a variable holds',
    ask: post(
      'query cop($by: SortDirection!) { conversations(orderBy: { field: CREATED_AT, direction: $by }) { nodes { id } } }',
      {
        variables: { by: 'DECS' },
      },
    ),
    isMade: ({ text }) => text.includes('Did you mean'),
  },
  {
    name: 'the schema told',
    ask: post('query cop { __schema { types { name fields { name } } } }'),
    isMade: hasSchema,
  },
  {
    name: 'a query by GET',
    ask: get('query cop { __typename }'),
    isMade: hasTypename,
  },
];

describe('mistakes that scanners look for', () => {
  test.each(mistakes)('$name: not made', async ({ ask, isMade }) => {
    for (const gateway of [asUsual, closed]) {
      const answer = await ask(gateway);
      expect([answer.status, isMade(answer)]).toEqual([expect.toSatisfy((status) => status < 500), false]);
    }
  });

  test.each(conveniences)('$name: only where it is switched on', async ({ ask, isMade }) => {
    const [open, shut] = [await ask(asUsual), await ask(closed)];
    expect([isMade(open), isMade(shut)]).toEqual([true, false]);
    expect(shut.body.errors?.[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])(
    'nothing is answered by %s where queries by GET are switched off, and the right way is told',
    async (method) => {
      const { status, headers, body } = await closed.fetchGraphql('?query={__typename}', { method });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
      expect(body.errors).toMatchObject([
        {
          message: `nothing is answered by ${method} here; use POST`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    },
  );
});
