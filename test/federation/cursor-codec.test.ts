import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCursorCodec } from '../../src/federation/cursor-codec.ts';
import { InvalidCursor } from '../../src/federation/invalid-cursor.ts';

const codec = createCursorCodec('one secret');

describe('a sealed cursor', () => {
  it('opens to what was sealed, also for another codec of the same secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (identity, state) => {
        const written: unknown = JSON.parse(JSON.stringify(state));
        expect(createCursorCodec('one secret').open(identity, codec.seal(identity, state))).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same for the same state and another for another', () => {
    expect(codec.seal('list', [1])).toBe(codec.seal('list', [1]));
    expect(codec.seal('list', [1])).not.toBe(codec.seal('list', [2]));
  });

  it('is refused when any of its characters is changed, added or lost', () => {
    const cursor = codec.seal('list', ['some state']);
    const anywhere = fc.integer({ min: 0, max: cursor.length });
    const character = fc.constantFrom(...'AQgwabcXYZ0189-_=+/ é'.split(''));
    fc.assert(
      fc.property(
        anywhere,
        fc.constantFrom(0, 1, 3, 200),
        fc.string({ unit: character, maxLength: 3 }),
        (at, cut, put) => {
          const changed = cursor.slice(0, at) + put + cursor.slice(at + cut);
          fc.pre(changed !== cursor);
          expect(() => codec.open('list', changed)).toThrow(InvalidCursor);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is refused however much of its end is lost', () => {
    const cursor = codec.seal('list', []);
    for (let length = 0; length < cursor.length; length += 1) {
      expect(() => codec.open('list', cursor.slice(0, length))).toThrow(InvalidCursor);
    }
  });

  it.each(['', 'x', 'null', '{}', 'WyJjIiwiYSJd', 'A'.repeat(100_000)])(
    'is refused when it is something else (%#)',
    (text) => {
      expect(() => codec.open('list', text)).toThrow('after: expected a cursor that this list gave');
    },
  );

  it('is refused under another secret or for another list, with the reason', () => {
    const cursor = codec.seal('list', [1]);
    expect(() => createCursorCodec('other secret').open('list', cursor)).toThrow('did not write');
    expect(() => codec.open('other', cursor)).toThrow('another list, filter or order');
  });

  it('cannot be read without the secret', () => {
    const state = { customer: 'ann@example.org' };
    const bytes = Buffer.from(codec.seal('list', state), 'base64url');
    expect(bytes.includes('ann')).toBe(false);
    expect(bytes.includes('list')).toBe(false);
  });
});
