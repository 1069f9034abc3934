import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidCursor } from '../../src/federation/invalid-cursor.ts';
import { pageList } from '../../src/federation/list-page.ts';
import { cursors } from './fake-world.ts';

interface Line {
  readonly key: string;
}

const lines: readonly Line[] = 'abcdefg'.split('').map((key) => ({ key }));

function page(
  first: number,
  after: string | null = null,
  rows = lines,
  identity: unknown = ['chat-1', null],
) {
  return pageList({ listName: 'messages', identity, rows, keyOf: ({ key }) => key, first, after, cursors });
}

function keys(given: ReturnType<typeof page>): string {
  return given.rows.map(({ row }) => row.key).join('');
}

describe('a page of a list at hand', () => {
  it('starts at the first row and tells whether more follow', () => {
    expect(keys(page(3))).toBe('abc');
    expect(page(6)).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(page(7)).toMatchObject({ hasNextPage: false });
    expect(keys(page(100))).toBe('abcdefg');
  });

  it('goes on behind the cursor of any row with any size', () => {
    const whole = page(7);
    for (const [index, { cursor }] of whole.rows.entries()) {
      expect(keys(page(2, cursor))).toBe('abcdefg'.slice(index + 1, index + 3));
      expect(page(2, cursor).hasPreviousPage).toBe(true);
    }
    expect(whole.startCursor).toBe(whole.rows[0]?.cursor);
    expect(whole.endCursor).toBe(whole.rows[6]?.cursor);
  });

  it('is empty behind the last row', () => {
    expect(page(2, page(7).endCursor)).toMatchObject({
      rows: [],
      hasNextPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('finds its place by the row, also when rows came or went before it', () => {
    const after = page(3).endCursor;
    expect(keys(page(2, after, [{ key: 'new' }, ...lines]))).toBe('de');
    expect(keys(page(2, after, lines.slice(1)))).toBe('de');
  });

  it('goes on where the row was when the row itself is gone', () => {
    const after = page(3).endCursor;
    expect(
      keys(
        page(
          2,
          after,
          lines.filter(({ key }) => key !== 'c'),
        ),
      ),
    ).toBe('de');
  });

  it('loses and repeats no row, whichever rows come or go, while one of the last five given out is left', () => {
    const letters = lines.map(({ key }) => key);
    const subset = fc.subarray(letters);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), subset, subset, (given, gone, grown) => {
        const last = letters.slice(Math.max(0, given - 5), given);
        fc.pre(last.some((letter) => !gone.includes(letter)));
        const left = letters
          .flatMap((letter) => (grown.includes(letter) ? [`before ${letter}`, letter] : [letter]))
          .filter((key) => !gone.includes(key));
        const rest = page(
          100,
          page(given).endCursor,
          left.map((key) => ({ key })),
        ).rows.map(({ row }) => row.key);
        const old = rest.filter((key) => !key.startsWith('before'));
        expect(old).toEqual(letters.slice(given).filter((key) => !gone.includes(key)));
      }),
    );
  });

  it('refuses the cursor of another conversation or filter', () => {
    const after = page(1).endCursor;
    expect(() => page(1, after, lines, ['chat-2', null])).toThrow(InvalidCursor);
    expect(() => page(1, after, lines, ['chat-1', { kinds: ['NOTE'] }])).toThrow(InvalidCursor);
    expect(() => page(1, 'abc')).toThrow(InvalidCursor);
  });
});
