import * as fc from 'fast-check';
import type { GraphQLArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSchema } from '../../src/server/schema.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { randomQuery } from '../support/random-query.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

const settings = {
  limits: { maxCost: 150, maxAliases: 10_000 },
  everySource: { requestsPerMinute: null },
};

let sharing: SandboxGateway;
/** One that sees each kind of document once. */
let other: TestGateway;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  sharing = await openSandboxGateway({ size: 0.02, ...settings });
  other = sharing.another();
});

afterAll(async () => {
  await sharing.close();
  vi.useRealTimers();
});

async function told(gateway: TestGateway, query: string) {
  const { status, data, errors, text } = await gateway.query(query, {}, { 'x-request-id': 'one' });
  const { extensions } = JSON.parse(text) as { readonly extensions?: object };
  const sorted = errors.map((error) => JSON.stringify(error)).sort();
  return { status, data: JSON.stringify(data), errors: sorted, extensions };
}

/** What stands for a literal, until it is known which one. */
const [smallNumber, bigNumber, name, id] = ['11', '1000000', '"supp§"', '"WyJjIiwic3VwcG9ydCIsIjEiXQ"'];

function valueFor({ name: argument }: GraphQLArgument): string | undefined {
  if (argument === 'first') return smallNumber;
  if (argument === 'id' || argument === 'vendorId') return id;
  if (argument === 'ids') return `[${id} ${name}]`;
  if (argument === 'name' || argument === 'source') return name;
  if (argument === 'email') return name.replace('§', '@example.com');
  return undefined;
}

describe('queries that differ in literals only', () => {
  const queries = randomQuery({
    schema: createSchema(),
    depth: 4,
    argumentOf: (_field, argument) => valueFor(argument),
  });

  it('are answered as if they shared nothing: data, errors with places, and what they cost', async () => {
    await fc.assert(
      fc.asyncProperty(queries, fc.nat(), async (query, seed) => {
        // No other query has this key.
        const own = query.replace('{', `query Q {\n  a${seed}: __typename`);
        const withLiterals = (word: string, number: string) =>
          own
            .replaceAll('supp§', word)
            .replaceAll(': 11', `: ${number}`)
            .replace('query Q', `query Q${word}`);
        await sharing.query(withLiterals('x', '1'));
        await sharing.query(withLiterals('legacyy', '22'));
        const last = withLiterals('support', seed % 3 === 0 ? bigNumber : '2');
        await sharing.query(last);
        expect(await told(sharing, last)).toEqual(await told(other, last));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const fragmentWith = (word: string) =>
  `fragment query ${word} Query { sources { name } } query A { ...query }`;

describe('a fragment called query', () => {
  it('is taken for no query whose name may differ', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect((await sharing.query(fragmentWith('on'))).errors).toEqual([]);
    }
    const { data, errors } = await sharing.query(fragmentWith('zz'));
    expect([data, errors[0]?.extensions.code]).toEqual([undefined, 'GRAPHQL_PARSE_FAILED']);
  });
});
