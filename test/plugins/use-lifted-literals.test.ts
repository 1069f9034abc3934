import * as fc from 'fast-check';
import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  print,
  valueFromASTUntyped,
  type DocumentNode,
} from 'graphql';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { describe, expect, it } from 'vitest';
import { nameAsked } from '../../src/plugins/asked-document.ts';
import { useLiftedLiterals } from '../../src/plugins/use-lifted-literals.ts';

/** Reads numbers of hours, as `7h`. */
const hours = (value: unknown): number => {
  const [, number] = /^(\d+)h$/.exec(String(value)) ?? [];
  if (number === undefined) throw new GraphQLError(`expected hours, got ${String(value)}`);
  return Number(number);
};

const schema = createSchema({
  typeDefs: /* GraphQL */ `
    scalar Hours
    scalar JSON
    enum Size {
      SMALL
      LARGE
    }
    input Filter {
      text: String
      sizes: [Size!]
      after: Hours
      names: [String]
      inner: Filter
    }
    type Query {
      echo(
        int: Int = 7
        float: Float
        text: String
        id: ID
        ids: [ID!]
        yes: Boolean
        size: Size
        after: Hours
        any: JSON
        filter: Filter
        must: Int! = 1
      ): Echo
      fail(text: String): String
    }
    type Echo {
      told: String
      echo(int: Int!): Echo
      fail(text: String): String!
    }
    type Mutation {
      echo(int: Int): String
    }
  `,
  resolvers: {
    Query: { echo: (_root, given) => ({ given }), fail },
    Echo: {
      told: ({ given }: { given: object }) => JSON.stringify(given),
      echo: (_root, given) => ({ given }),
      fail,
    },
    Mutation: { echo: (_root, given) => JSON.stringify(given) },
    Hours: new GraphQLScalarType({
      name: 'Hours',
      parseValue: hours,
      parseLiteral: (node) => hours(node.kind === Kind.STRING ? node.value : null),
    }),
    JSON: new GraphQLScalarType({
      name: 'JSON',
      parseValue: (value) => value,
      parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
    }),
  },
});

function fail(_source: unknown, { text }: { readonly text?: string }): never {
  throw new GraphQLError(`failed: ${text}`);
}

const manyWays: readonly ((number: number) => string)[] = [
  (number) => `{ echo(int: ${number}) { told } }`,
  (number) =>
    `query ($a: Int = 3) { a: echo(int: $a, filter: { text: "${number}" }) { told } echo(int: ${number}) { told } }`,
  (number) =>
    `fragment F on Query { echo(int: ${number}) { told } } query Q { ...F b: echo(int: 1) { told } }`,
  (number) =>
    `query Q${number}($a: Int!) # ${number}\n{\n  echo(\n    int: $a,,\n    text: "${'x'.repeat(number)}"\n  ) { told }\n}`,
];

/** A server, with the documents it executed and what their operations were called. */
function serverWith(plugins: Plugin[]) {
  const documents: DocumentNode[] = [];
  const names: (string | null)[] = [];
  const record: Plugin = {
    onExecute({ args }) {
      documents.push(args.document);
      names.push(nameAsked(args));
    },
  };
  const yoga = createYoga({
    schema,
    logging: false,
    maskedErrors: false,
    plugins: [...plugins, useDeferStream(), record],
  });
  const ask = async (query: string, others: object = {}): Promise<string> => {
    const response = await yoga.fetch('http://yoga/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, ...others }),
    });
    return `${response.status} ${await response.text()}`;
  };
  return { ask, documents, names };
}

const sharing = () => serverWith([useLiftedLiterals({ maxTokens: 200 })]);
const plain = serverWith([]);

/** Whether the third of a kind is executed as the document that others of its kind share. */
async function isShared(kin: (number: number) => string, others: object = {}): Promise<boolean> {
  const { ask, documents } = sharing();
  for (const number of [1, 2, 3]) {
    expect(await ask(kin(number), others)).toBe(await plain.ask(kin(number), others));
  }
  expect(documents).toHaveLength(3);
  return /\$_0\b/.test(print(documents.at(-1)!));
}

describe('queries that differ in literals and names', () => {
  it('share one document from the third on', async () => {
    const { ask, documents, names } = sharing();
    const queries = [5, 6, 7, 8].map((number) => `query Q${number} { echo(int: ${number}) { told } }`);
    for (const query of queries) expect(await ask(query)).toBe(await plain.ask(query));
    expect(new Set(documents.slice(2)).size).toBe(1);
    expect(documents.map((document) => document.definitions.length)).toEqual([1, 1, 1, 1]);
    expect(names).toEqual(['Q5', 'Q6', 'Q7', 'Q8']);
  });

  it('share it without a name, with variables of their own, in fragments and spread over lines', async () => {
    const others = { variables: { a: 4 } };
    for (const kin of manyWays) {
      const { ask, documents } = sharing();
      for (const number of [1, 2, 3]) {
        const query = kin(number);
        expect(await ask(query, others)).toBe(await plain.ask(query, others));
      }
      expect(print(documents.at(-1)!)).toContain('$_0');
    }
  });

  it('share none where the literals are part of what the document means', async () => {
    expect(await isShared((number) => `{ echo(int: ${number}) { told } }`)).toBe(true);
    expect(
      await isShared((number) => `{ echo(int: ${number}) { told } echo(int: ${number}) { told } }`),
    ).toBe(false);
    expect(
      await isShared((number) => `query ($_7: Int = 1) { echo(int: $_7, must: ${number}) { told } }`),
    ).toBe(false);
    expect(await isShared((number) => `query ($a: Int = ${number}) { echo(int: $a) { told } }`)).toBe(false);
    expect(
      await isShared((number) => `query A { echo(int: ${number}) { told } } query B { fail }`, {
        operationName: 'A',
      }),
    ).toBe(false);
    expect(await isShared((number) => `mutation { echo(int: ${number}) }`)).toBe(false);
    expect(await isShared((number) => `{ echo(any: { a: ${number} }) { told } }`)).toBe(false);
    expect(await isShared((number) => `{ echo(int: ${number}) { ... @defer(if: false) { told } } }`)).toBe(
      false,
    );
  });

  it('are not those of another name than the one asked for', async () => {
    const { ask } = sharing();
    const queries = [5, 6, 7, 8].map((number) => `query Q { echo(int: ${number}) { told } }`);
    for (const query of queries) {
      for (const operationName of ['Q', 'R', '', null, undefined]) {
        expect(await ask(query, { operationName })).toBe(await plain.ask(query, { operationName }));
      }
    }
  });

  it('leave what is wrong with variables as it is', async () => {
    const { ask } = sharing();
    const queries = [5, 6, 7, 8].map(
      (number) => `query ($a: Int!) { echo(int: ${number}, must: $a) { told } }`,
    );
    for (const query of queries) {
      for (const variables of [{ a: 1 }, { a: 1, _0: 9 }, {}, { a: 'x' }, 'x', [1], null]) {
        expect(await ask(query, { variables })).toBe(await plain.ask(query, { variables }));
      }
    }
  });

  it('are refused above the limit of words as ever', async () => {
    const { ask, documents } = serverWith([useLiftedLiterals({ maxTokens: 12 })]);
    for (const number of [1, 2, 3]) await ask(`{ echo(int: ${number}) { told } }`);
    expect(print(documents.at(-1)!)).toContain('int: 3');
  });
});

const text = fc.oneof(
  fc.string().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'grapheme' }).map((value) => JSON.stringify(value)),
  fc.constantFrom('"7h"', '"80h"', '"h"', '""', '"""7h"""', '"""a\n   b\n  "c" """', '"\\u00e9\\u{1F600}"'),
);
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? '0.0' : String(value))),
  fc.constantFrom(
    '0',
    '-0',
    '1e400',
    '2147483648',
    '-2147483649',
    '9007199254740993',
    '1.0',
    '12345678901234567890',
  ),
);
const literal = fc.oneof(text, number, fc.constantFrom('null', 'true', 'SMALL'));
const argument = fc.constantFrom('int', 'float', 'text', 'id', 'after', 'any', 'must');
const list = fc.array(literal, { maxLength: 3 }).map((items) => `[${items.join(' ')}]`);

/** What differs between two documents of a kind stands at `§`. */
const shape = fc.oneof(
  argument.map((name) => `{ echo(${name}: §) { told } }`),
  fc
    .tuple(argument, argument)
    .map(
      ([a, b]) =>
        `query Q {\n echo(int: 3) { told } b: fail(text: §)\n c: echo(${a}: §) { ...F } } fragment F on Echo { fail(text: §) echo(int: §) { told } d: echo(int: 1) { fail(text: "${b}") } }`,
    ),
  fc.constant('{ echo(ids: §) { told } }'),
  fc.constant('{ echo(filter: { text: §, after: §, names: [§, §], inner: { names: § } }) { told } }'),
);

describe('any query', () => {
  it('is answered alike, errors and their places too, whatever its literals are', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(fc.oneof({ weight: 4, arbitrary: literal }, { weight: 1, arbitrary: list }), {
          minLength: 5,
          maxLength: 5,
        }),
        fc.array(fc.array(literal, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
        async (query, literals, others) => {
          const { ask } = sharing();
          for (const values of [...others, literals, ...others]) {
            let place = 0;
            const filled = query.replaceAll('§', () => values[place++ % values.length]!);
            expect(await ask(filled)).toBe(await plain.ask(filled));
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});
