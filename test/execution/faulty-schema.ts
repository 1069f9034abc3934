import { setImmediate } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, type GraphQLResolveInfo, type GraphQLSchema, type ResponsePath } from 'graphql';

const typeDefs = /* GraphQL */ `
  interface Named {
    name: String!
  }
  union Any = Box | Bag
  enum Size {
    SMALL
    LARGE
  }
  type Query {
    box: Box
    mustBox: Box!
    boxes: [Box]
    mustBoxes: [Box!]!
    any: Any
    named: [Named!]
    grid: [[Int]]
    said(text: String = "hello", times: Int!): String
  }
  type Box implements Named {
    name: String!
    size: Size
    weight: Float
    inner: Box
    mustInner: Box!
    bags: [Bag!]
    said(text: String = "hello", times: Int!): String
  }
  type Bag implements Named {
    name: String!
    colour: String
    box: Box
  }
`;

/**
 * A schema whose fields come, come later, are null, or fail in several ways. What a field does depends on the seed and
 * on where the field stands, so two executions of one query are alike.
 */
export function faultySchema(seed: number): GraphQLSchema {
  const resolve = (_source: unknown, given: object, _context: unknown, info: GraphQLResolveInfo) =>
    outcome(chance(seed, placeOf(info.path)), () => valueOf(String(info.returnType), given, seed));
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, resolve]));
  return makeExecutableSchema({
    typeDefs,
    resolvers: {
      Query: all(['box', 'mustBox', 'boxes', 'mustBoxes', 'any', 'named', 'grid', 'said']),
      // Weights and colours are left to the default resolver.
      Box: all(['name', 'size', 'inner', 'mustInner', 'bags', 'said']),
      Bag: all(['name', 'box']),
      Any: { __resolveType: typeOf },
      Named: { __resolveType: typeOf },
    },
  });
}

function typeOf({ type }: { readonly type: string }): string {
  return type;
}

function valueOf(type: string, given: object, seed: number): unknown {
  if (type.startsWith('[[')) return [[1, null, 2.5], null, [Promise.resolve(3)]];
  if (type.startsWith('[')) {
    const inner = type.slice(1, type.lastIndexOf(']'));
    const items = [0, 1, 2].map(
      (item) => async () => outcome(chance(seed, `${type} ${item}`), () => valueOf(inner, given, seed)),
    );
    // graphql-js leaves a rejection unhandled where an item fails at once that must not be null.
    return inner.endsWith('!')
      ? items.map((item) => item())
      : [valueOf(inner, given, seed), ...items.map((item) => item())];
  }
  if (type.startsWith('String')) return JSON.stringify(given);
  if (type.startsWith('Size')) return 'LARGE';
  if (type.startsWith('Bag')) return { type: 'Bag', colour: () => 'red' };
  if (type.startsWith('Box')) return { type: 'Box', weight: Promise.resolve(1.5) };
  return seed % 2 === 0 ? { type: 'Bag', colour: null } : { type: 'Box', weight: 'heavy' };
}

function outcome(draw: number, value: () => unknown): unknown {
  if (draw < 5) throw new Error('thrown');
  if (draw < 8) throw new GraphQLError('told', { extensions: { code: 'TOLD' } });
  if (draw < 13) return Promise.reject(new Error('rejected'));
  if (draw < 16) return new Error('returned');
  if (draw < 19) return null;
  if (draw < 21) return Promise.resolve(null);
  if (draw < 45) return Promise.resolve().then(value);
  if (draw < 55) return setImmediate().then(value);
  return value();
}

/** 0 to 99, the same for the same place. */
function chance(seed: number, place: string): number {
  let hash = seed;
  for (const character of place) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash ^ (hash >>> 11)) % 100;
}

function placeOf(path: ResponsePath | undefined): string {
  return path ? `${placeOf(path.prev)}.${path.key}` : '';
}
