import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import * as fc from 'fast-check';
import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  GraphQLScalarType,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { planQuery } from '../../src/execution/plan-query.ts';
import { runPlan } from '../../src/execution/run-plan.ts';
import { faultySchema } from './faulty-schema.ts';

const variables = { times: 2, text: 'hi', yes: true, no: false };
const head = 'query ($times: Int!, $text: String, $yes: Boolean!, $no: Boolean!)';
/** So that every variable is used. */
const used = 'used: said(times: $times, text: $text) @include(if: $yes) @skip(if: $no)';
const fragments =
  'fragment onBox on Box { name weight ...deep } fragment deep on Box { size inner { name } }';

const { box, either } = fc.letrec<Record<'bag' | 'box' | 'either', string>>((tie) => ({
  box: selections(
    'box',
    ['name', 'size', 'weight', '__typename', 'said(times: 3)', 'said(times: $times, text: null)'],
    [
      ['inner', tie('box')],
      ['mustInner', tie('box')],
      ['bags', tie('bag')],
    ],
    ['...onBox', '... on Named { name }', '...deep @include(if: $no)'],
  ),
  bag: selections(
    'bag',
    ['name', 'colour', '__typename'],
    [['box', tie('box')]],
    ['... @skip(if: $no) { name }'],
  ),
  either: fc
    .tuple(tie('box'), tie('bag'))
    .map(([ofBox, ofBag]) => `__typename ... on Box { ${ofBox} } ... on Bag { ${ofBag} }`),
}));
const root = selections(
  'root',
  ['grid', '__typename', 'said(times: $times)'],
  [
    ['box', box],
    ['mustBox', box],
    ['boxes', box],
    ['mustBoxes', box],
    ['any', either],
    ['named', either],
    ['named', fc.constant('name')],
  ],
  [],
);

/** Fields of one type, each under an alias of its own, so that no two are in each other's way. */
function selections(
  alias: string,
  leaves: readonly string[],
  fields: readonly (readonly [name: string, below: fc.Arbitrary<string>])[],
  spreads: readonly string[],
): fc.Arbitrary<string> {
  const condition = fc.constantFrom('', '', '', ' @include(if: $yes)', ' @skip(if: $yes)');
  const leaf = fc.tuple(fc.constantFrom(...leaves), condition).map(([text, on]) => text + on);
  const composite = fc.oneof(...fields.map(([name, below]) => below.map((text) => `${name} { ${text} }`)));
  const spread = spreads.length > 0 ? [fc.constantFrom(...spreads)] : [];
  return fc
    .array(fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, composite, ...spread), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) =>
      parts.map((part, index) => (part.startsWith('...') ? part : `${alias}${index}: ${part}`)).join(' '),
    );
}

async function bothWays(seed: number, query: string) {
  const schema = faultySchema(seed);
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const variableValues = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced!;
  const plan = planQuery({ schema, document, operation, conditions: variableValues });
  const input = { contextValue: {}, rootValue: undefined, signal: undefined, variableValues };
  const usual = await execute({ schema, document, variableValues: variables, contextValue: {} });
  const planned = [await runPlan(plan, input), await runPlan(plan, input)];
  return { usual: plain(usual), planned: planned.map(plain) };
}

interface PlainResult {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
}

function plain({ data, errors = [] }: ExecutionResult): PlainResult {
  return JSON.parse(JSON.stringify({ data, errors })) as PlainResult;
}

/**
 * What is told of each null that an error left: which of several errors below one null are told depends on which of
 * them came first, and is left open by the specification.
 */
function errorsByNull({ data, errors }: PlainResult): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { path = [], locations, message, extensions } of errors) {
    let value = data;
    const end = path.findIndex((key) => {
      if (value === null) return true;
      value = (value as Record<string | number, unknown>)[key];
      return false;
    });
    const place = JSON.stringify(end === -1 ? path : path.slice(0, end));
    const told = JSON.stringify([message, path, locations, extensions]);
    places.set(place, [...(places.get(place) ?? []), told]);
  }
  return places;
}

describe('a query executed by its plan', () => {
  it('is answered as graphql-js answers it: data, their order, and an error for every null', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), root, async (seed, selection) => {
        const query = `${head} { ${used} ${selection} box { ...onBox } } ${fragments}`;
        const { usual, planned } = await bothWays(seed, query);
        const expected = errorsByNull(usual);
        for (const result of planned) {
          expect(JSON.stringify(result.data)).toBe(JSON.stringify(usual.data));
          const told = errorsByNull(result);
          expect([...told.keys()].sort()).toEqual([...expected.keys()].sort());
          for (const [place, errors] of told) {
            expect(errors.some((error) => expected.get(place)?.includes(error))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('fails with the reason as soon as nobody waits any more, and resolves nothing then', async () => {
    const resolved: string[] = [];
    const { promise: slow, resolve: answer } = Promise.withResolvers<object>();
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { slow: Slow, other: String } type Slow { name: String }',
      resolvers: {
        Query: { slow: () => slow },
        Slow: { name: () => resolved.push('name') },
      },
    });
    const { plan } = planOf(schema, '{ slow { name } other }');
    const controller = new AbortController();
    const reason = new Error('gone');
    const running = runPlan(plan, { ...nothing, signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    answer({});
    await setImmediate();
    expect(resolved).toEqual([]);
    await expect(runPlan(plan, { ...nothing, signal: controller.signal })).rejects.toBe(reason);
  });

  it('listens for the end of a request only while it runs', async () => {
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { slow: String }',
      resolvers: { Query: { slow: async () => 'there' } },
    });
    const { signal } = new AbortController();
    const result = await runPlan(planOf(schema, '{ slow }').plan, { ...nothing, signal });
    expect(plain(result)).toEqual({ data: { slow: 'there' }, errors: [] });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('tells what failed before the whole did', async () => {
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { first: String, must: String! }',
      resolvers: {
        Query: { first: () => Promise.reject(new Error('first')), must: () => setImmediate(null) },
      },
    });
    expect(plain(await runPlan(planOf(schema, '{ first must }').plan, nothing))).toMatchObject({
      data: null,
      errors: [{ path: ['first'] }, { path: ['must'] }],
    });
  });

  it('has the error and the value that stands in, where an error brings one for a field that must not be null', async () => {
    const schema = makeExecutableSchema({ typeDefs: 'type Query { must: Boolean!, may: Boolean }' });
    const failure = Promise.reject(new GraphQLError('no', { extensions: { standIn: false } }));
    const rootValue = { must: failure, may: failure };
    const result = plain(await runPlan(planOf(schema, '{ must may }').plan, { ...nothing, rootValue }));
    expect(result).toMatchObject({
      data: { must: false, may: null },
      errors: expect.arrayContaining([
        expect.objectContaining({ message: 'no', path: ['must'] }),
        expect.objectContaining({ message: 'no', path: ['may'] }),
      ]),
    });
  });

  it('leaves nothing under way when it fails', async () => {
    let isDone = false;
    const slow = async () => {
      await setImmediate();
      isDone = true;
    };
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { list: [Thing!] } type Thing { slow: String, must: String! }',
      resolvers: {
        Query: {
          list: () => [
            { slow, must: 'there' },
            { slow, must: null },
          ],
        },
      },
    });
    const { plan } = planOf(schema, '{ list { slow must } }');
    expect(plain(await runPlan(plan, nothing))).toMatchObject({
      data: { list: null },
      errors: [{ path: ['list', 1, 'must'] }],
    });
    expect(isDone).toBe(true);
  });

  it('tells resolvers of their field what graphql-js tells', async () => {
    const told: unknown[] = [];
    const resolve = (_source: unknown, _given: object, _context: unknown, info: GraphQLResolveInfo) => {
      const { fieldName, fieldNodes, returnType, parentType, path, rootValue, variableValues } = info;
      const { schema, fragments, operation } = info;
      told.push({ fieldName, fieldNodes, returnType, parentType, path, rootValue, variableValues });
      told.push(schema, { ...fragments }, operation);
      return [{}];
    };
    const typeOf = async (...[source, context, info]: Parameters<GraphQLTypeResolver<object, unknown>>) => {
      resolve(source, {}, context, info);
      return 'Query';
    };
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { list(size: Int): [Query], any: [Any], size: Int } union Any = Query',
      resolvers: { Query: { list: resolve, size: resolve, any: resolve }, Any: { __resolveType: typeOf } },
    });
    const { plan, document } = planOf(
      schema,
      'query ($a: Int) { b: list(size: $a) { any { ...f } } } fragment f on Query { size }',
    );
    const variableValues = { a: 1 };
    await execute({ schema, document, variableValues, rootValue: 'root' });
    const byGraphqlJs = told.splice(0);
    await runPlan(plan, { ...nothing, variableValues, rootValue: 'root' });
    expect(told).toEqual(byGraphqlJs);
  });
});

it('tells each of several errors that a resolver throws together', async () => {
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { both: String }',
    resolvers: {
      Query: { both: () => Promise.reject(new AggregateError([new Error('one'), new Error('other')])) },
    },
  });
  expect(plain(await runPlan(planOf(schema, '{ both }').plan, nothing))).toMatchObject({
    data: { both: null },
    errors: [
      { message: 'one', path: ['both'] },
      { message: 'other', path: ['both'] },
    ],
  });
});

describe('a value that is none of its type', () => {
  const schema = makeExecutableSchema({
    typeDefs: `
      scalar Odd
      enum Size { SMALL }
      type Other { name: String }
      type Thing { name: String }
      union Any = Thing
      type Query { any: Any, list: [Int!], odd: Odd }
    `,
    resolvers: {
      Any: { __resolveType: ({ type }: { readonly type: string }) => type },
      Odd: new GraphQLScalarType<unknown, unknown>({
        name: 'Odd',
        serialize(value) {
          if (value === 'refused') throw new GraphQLError('for the test');
          return value === 'void' ? undefined : null;
        },
      }),
    },
  });

  it.each([
    ['{ list }', 'abc', ['list']],
    ['{ list }', {}, ['list']],
    ['{ list }', 7, ['list']],
    ['{ list }', [1, 'two', 3], ['list', 1]],
    ['{ list }', [Promise.resolve(1), 'two', 3], ['list', 1]],
    ['{ any { __typename } }', {}, ['any']],
    ['{ any { __typename } }', { type: 'Nothing' }, ['any']],
    ['{ any { __typename } }', { type: 'Size' }, ['any']],
    ['{ any { __typename } }', { type: 'Other' }, ['any']],
    ['{ odd }', 'void', ['odd']],
    ['{ odd }', 'null', ['odd']],
    ['{ odd }', 'refused', ['odd']],
  ])('leaves null and an error of the gateway: %s of %j', async (query, value, path) => {
    const name = String(path[0]);
    const result = await runPlan(planOf(schema, query).plan, { ...nothing, rootValue: { [name]: value } });
    expect(plain(result)).toMatchObject({ data: { [name]: null }, errors: [{ path }] });
    expect(result.errors).toHaveLength(1);
    // One of GraphQL's own would pass for an error that was made for the caller.
    expect(result.errors?.[0]?.originalError).not.toBeInstanceOf(GraphQLError);
    expect(result.errors?.[0]?.originalError).toBeInstanceOf(Error);
  });
});

const nothing = { contextValue: {}, rootValue: undefined, signal: undefined, variableValues: {} };

function planOf(schema: GraphQLSchema, query: string) {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  return { document, plan: planQuery({ schema, document, operation, conditions: {} }) };
}
