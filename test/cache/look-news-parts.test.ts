import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import { NewsParts, partsOf } from '../../src/cache/look-news-parts.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { LookNews } from '../../src/contract/shared-looks.ts';

const seal = new ContentSeal(null);
const place = 'desk';

const rows = fc.array(
  fc.record({
    subject: fc.string({ maxLength: 300 }),
    updatedAt: fc.option(fc.integer()),
    createdAt: fc.integer(),
    key: fc.string(),
  }),
  { maxLength: 100 },
) as unknown as fc.Arbitrary<readonly Conversation[]>;

const news: fc.Arbitrary<LookNews> = fc.record({
  rows,
  from: fc.integer(),
  lookedAt: fc.integer(),
  isWhole: fc.boolean(),
  lacksRows: fc.constant(false),
  nextWithin: fc.nat(3_600_000),
});

const lacking = { isWhole: false, lacksRows: true, rows: [] };

/** A message as somebody makes it who knows how they are sealed. */
const forged = (content: string) => seal.seal(Buffer.from(content), JSON.stringify(['looks', 1, place]));

/** News of so many rows with a text of so many characters each. */
const newsOf = (count: number, length: number): LookNews => ({
  from: 0,
  lookedAt: 0,
  isWhole: true,
  lacksRows: false,
  nextWithin: 1,
  rows: Array.from({ length: count }, (_, at) => {
    return { key: `c${at}`, createdAt: 0, updatedAt: null, subject: 'x'.repeat(length) };
  }) as unknown as readonly Conversation[],
});

describe('news in parts', () => {
  test('come together as they were', () => {
    fc.assert(
      fc.property(news, fc.integer({ min: 3500, max: 12_000 }), (told, maxBytes) => {
        const parts = new NewsParts();
        const heard = partsOf(told, place, seal, maxBytes).map((part) => parts.take(part, place, seal));
        const last = heard.pop();
        expect(last).toEqual(told);
        // Rows are compared with others by their texts.
        expect(JSON.stringify(last?.rows)).toBe(JSON.stringify(told.rows));
        expect(heard.every((each) => each === undefined)).toBe(true);
      }),
    );
  });

  test('are few and no longer than a message may be', () => {
    const parts = partsOf(newsOf(100, 300), place, seal, 4000);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(4000);
    expect(parts.length).toBeLessThan(15);
  });

  test('leave out a row that is longer than a message may be, and say so', () => {
    const mixed = { ...newsOf(1, 5000), rows: [...newsOf(1, 5000).rows, ...newsOf(2, 10).rows] };
    const [only = Buffer.alloc(0), ...others] = partsOf(mixed, place, seal, 4000);
    expect(others).toEqual([]);
    expect(new NewsParts().take(only, place, seal)).toEqual({ ...newsOf(2, 10), lacksRows: true });
  });

  test('of which one was lost say that something is missing, and the next news are whole again', () => {
    const [first = Buffer.alloc(0), , ...others] = partsOf(newsOf(100, 300), place, seal, 4000);
    const parts = new NewsParts();
    expect(parts.take(first, place, seal)).toBeUndefined();
    for (const part of others) expect(parts.take(part, place, seal)).toMatchObject(lacking);
    expect(parts.take(first, place, seal)).toBeUndefined();
    const heard = partsOf(newsOf(50, 300), place, seal, 4000).map((part) => parts.take(part, place, seal));
    expect(heard.at(-1)).toEqual(newsOf(50, 300));
  });

  const around = { from: 0, lookedAt: 0, isWhole: true, lacksRows: false, part: 0, isLast: true };
  test.each([
    ['no JSON', 'x'],
    ['no object', 'null'],
    ['no rows', JSON.stringify({ ...around, nextWithin: 1 })],
    ['rows that are none', JSON.stringify({ ...around, nextWithin: 1, rows: [null] })],
    ['a silence of a year', JSON.stringify({ ...around, nextWithin: 31_536_000_000, rows: [] })],
  ])('that somebody forged say that something is missing: %s', (_what, content) => {
    expect(new NewsParts().take(forged(content), place, seal)).toMatchObject(lacking);
  });

  test('that are damaged, or meant for something else, say so too', () => {
    const [part = Buffer.alloc(0)] = partsOf({ ...around, nextWithin: 1, rows: [] }, place, seal, 4000);
    expect(new NewsParts().take(part, place, seal)).toMatchObject({ isWhole: true });
    expect(new NewsParts().take(part.subarray(1), place, seal)).toMatchObject(lacking);
    expect(new NewsParts().take(part, 'another desk', seal)).toMatchObject(lacking);
  });
});
