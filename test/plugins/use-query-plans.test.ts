import { createSchema, createYoga, useExecutionCancellation } from 'graphql-yoga';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import type { GraphQLResolveInfo } from 'graphql';
import { expect, it, describe } from 'vitest';
import { FieldInfo } from '../../src/execution/field-info.ts';
import { useQueryPlans } from '../../src/plugins/use-query-plans.ts';

const byPlan = (_source: unknown, _given: object, _context: unknown, info: GraphQLResolveInfo) =>
  info instanceof FieldInfo;

/** A server whose fields tell whether they were resolved by a plan. */
const yoga = createYoga({
  logging: false,
  plugins: [useExecutionCancellation(), useQueryPlans(), useDeferStream()],
  schema: createSchema({
    typeDefs: /* GraphQL */ `
      type Query {
        byPlan(number: Int, numbers: [Int!]): Boolean!
        other: Boolean
        list: [Boolean]
      }
      type Mutation {
        byPlan(numbers: [Int!]): Boolean!
      }
    `,
    resolvers: { Query: { byPlan, other: byPlan }, Mutation: { byPlan } },
  }),
});

async function ask(query: string, variables: object = {}, operationName?: string): Promise<unknown> {
  const response = await yoga.fetch('http://yoga/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const { data, errors } = (await response.json()) as {
    readonly data: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string }[];
  };
  return errors ? errors.map(({ message }) => message) : data;
}

describe('a plan', () => {
  it('is made of every query', async () => {
    const query = 'query ($number: Int) { byPlan(number: $number) }';
    expect(await ask(query, { number: 1 })).toEqual({ byPlan: true });
    expect(await ask(query, { number: 2 })).toEqual({ byPlan: true });
    expect(await ask(query, { number: 3 })).toEqual({ byPlan: true });
  });

  it('is that of the operation asked for', async () => {
    const query = 'query A { a: byPlan } query B { b: byPlan other } mutation C { byPlan }';
    for (let time = 1; time <= 3; time += 1) {
      expect(await ask(query, {}, 'A')).toEqual({ a: true });
      expect(await ask(query, {}, 'B')).toEqual({ b: true, other: true });
      expect(await ask(query, {}, 'C')).toEqual({ byPlan: false });
    }
    expect(await ask(query)).toEqual(['Could not determine what operation to execute.']);
  });

  it('heeds the conditions of each time', async () => {
    const query =
      'query ($yes: Boolean! = true, $no: Boolean = false) { byPlan @skip(if: $no) ... @include(if: $yes) { other } __typename @skip(if: true) }';
    expect(await ask(query, { no: false })).toEqual({ byPlan: true, other: true });
    expect(await ask(query, { no: true })).toEqual({ other: true });
    expect(await ask(query, { no: false, yes: false })).toEqual({ byPlan: true });
    expect(await ask(query, { no: true, yes: false })).toEqual({});
    expect(await ask(query, { no: null })).toEqual([expect.stringContaining('"if"')]);
  });

  it.for([
    'mutation { byPlan }',
    '{ byPlan __schema { queryType { name } } }',
    '{ byPlan ... @defer(if: false) { other } }',
    '{ byPlan list @stream(if: false) }',
    '{ byPlan __proto__: other }',
  ])('is not made of %s', async (query) => {
    const first = await ask(query);
    expect(first).toMatchObject({ byPlan: false });
    expect(await ask(query)).toEqual(first);
    expect(await ask(query)).toEqual(first);
  });

  it('is not made where variables do not fit, which is told', async () => {
    const query = 'query ($number: Int!) { byPlan(number: $number) }';
    const first = await ask(query, { number: 'x' });
    expect(first).toEqual([expect.stringContaining('Variable "$number" got invalid value "x"')]);
    expect(await ask(query, { number: 'x' })).toEqual(first);
    expect(await ask(query, { number: 1 })).toEqual({ byPlan: true });
  });
});

describe('of variables that do not fit', () => {
  it.for(['query', 'mutation'])('no more is told than the first ten faults, of a %s', async (kind) => {
    const numbers = Array<string>(20_000).fill('x');
    const errors = await ask(`${kind} ($numbers: [Int!]) { byPlan(numbers: $numbers) }`, { numbers });
    expect(errors).toHaveLength(11);
    expect(errors).toEqual(expect.arrayContaining([expect.stringContaining('error limit reached')]));
  });
});
