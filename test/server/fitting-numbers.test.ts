import { buildSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withFittingNumbers } from '../../src/server/fitting-numbers.ts';

const definitions = 'type Query { whole: Int later: Int part: Float owed: Int! list: [Int] }';

async function answer(name: string, value: unknown) {
  const schema = withFittingNumbers(buildSchema(definitions));
  const { data, errors } = await graphql({ schema, source: `{ ${name} }`, rootValue: { [name]: value } });
  return errors ? 'an error' : data?.[name];
}

describe('a number that a vendor tells', () => {
  it.each([
    ['whole', 2 ** 31 - 1, 2 ** 31 - 1],
    ['whole', -(2 ** 31 - 1), -(2 ** 31 - 1)],
    ['whole', 0, 0],
    ['whole', null, null],
    ['part', 5_000_000_000.5, 5_000_000_000.5],
  ])('at a field %s stays as it is where it fits: %d', async (name, value, told) => {
    expect(await answer(name, value)).toBe(told);
  });

  it.each([
    ['whole', 2 ** 31],
    ['whole', 5_000_000_000],
    ['whole', -5_000_000_000],
    ['whole', Number.POSITIVE_INFINITY],
    ['whole', Number.NaN],
    ['part', Number.POSITIVE_INFINITY],
    ['part', Number.NaN],
  ])('at a field %s is null where it does not fit: %d', async (name, value) => {
    expect(await answer(name, value)).toBeNull();
    expect(await answer(name, async () => value)).toBeNull();
  });

  it('is a fault of the gateway where there must be one, or where it is none', async () => {
    expect(await answer('owed', 5_000_000_000)).toBe('an error');
    expect(await answer('whole', 'many')).toBe('an error');
  });
});
