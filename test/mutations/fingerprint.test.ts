import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, outcomeKey } from '../../src/mutations/fingerprint.ts';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

describe('the fingerprint of an input', () => {
  it('does not depend on the order of its fields', () => {
    assert(
      property(dictionary(string(), jsonValue({ maxDepth: 3 })), (input) => {
        expect(fingerprintOf(reversed(input) as object)).toBe(fingerprintOf(input));
      }),
    );
  });

  it('takes a field that is null for one that is left out', () => {
    expect(fingerprintOf({ note: 'x', agentId: null })).toBe(fingerprintOf({ note: 'x' }));
  });

  it('takes a list without values for one that is left out', () => {
    expect(fingerprintOf({ note: 'x', cc: [] })).toBe(fingerprintOf({ note: 'x' }));
  });

  it.each([
    [{ note: 'x' }, { note: 'y' }],
    [{ note: 'x' }, { message: 'x' }],
    [{ tags: ['a', 'b'] }, { tags: ['b', 'a'] }],
    [{ tags: ['a', 'b'] }, { tags: ['a,b'] }],
    [{ order: 1 }, { order: '1' }],
    [{ note: '' }, {}],
    [{ fields: [{ code: 'a', value: 'b' }] }, { fields: [{ code: 'a' }, { value: 'b' }] }],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });

  it('holds nothing of the input', () => {
    expect(fingerprintOf({ password: 'hunter2' })).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the key of an outcome', () => {
  it('is another one for another client, mutation or id, however they are cut', () => {
    const keys = [
      outcomeKey(null, 'tagCreate', '1'),
      outcomeKey('', 'tagCreate', '1'),
      outcomeKey('a', 'tagCreate', '1'),
      outcomeKey('a', 'tagDelete', '1'),
      outcomeKey('a', 'tagCreate', '11'),
      outcomeKey('atagCreate', '', '1'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
