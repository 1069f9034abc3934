import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { LookNews } from '../../src/contract/shared-looks.ts';
import { KnownChanges } from '../../src/live/known-changes.ts';

const start = Date.parse('2026-03-03T10:00:00Z');
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

function rowAt(time: number): Conversation {
  return { key: `at${time}`, createdAt: time, updatedAt: time } as unknown as Conversation;
}

function news(told: Partial<LookNews> = {}): LookNews {
  const usual = { rows: [], from: 0, lookedAt: start, isWhole: true, lacksRows: false, nextWithin: 0 };
  return { ...usual, ...told };
}

describe('what is known of a source', () => {
  test('begins with the first look, of which only what is new is told', () => {
    const known = new KnownChanges();
    const told = known.take(news({ rows: [rowAt(start - minute), rowAt(start)] }), true);
    expect(told).toEqual([rowAt(start)]);
    expect(known.take(news({ rows: [rowAt(start - minute)] }), true)).toEqual([]);
  });

  test('is told at once when it comes before the first look', () => {
    const known = new KnownChanges();
    const change = news({ rows: [rowAt(start - minute)], isWhole: false });
    expect(known.take(change, false)).toHaveLength(1);
  });

  test('reaches to the last look of which nothing is missing', () => {
    const known = new KnownChanges();
    known.take(news({ rows: [rowAt(start)], lookedAt: start }), true);
    expect(known.from).toBe(start - 30 * minute);
    known.take(news({ rows: [rowAt(start)], lookedAt: start + minute, isWhole: false }), false);
    expect(known.from).toBe(start - 30 * minute);
    known.take(news({ rows: [rowAt(start)], lookedAt: start + minute, isWhole: false }), true);
    expect(known.from).toBe(start - 29 * minute);
  });

  test('reaches back for hours where some conversations have no time of change, whatever those seen have', () => {
    const known = new KnownChanges(true);
    known.take(news({ rows: [rowAt(start)] }), true);
    expect(known.from).toBe(start - 180 * minute);
  });

  test('is covered by news that reach back as far as a look would, and lack nothing', () => {
    const known = new KnownChanges();
    expect(known.isCoveredBy(news({ from: start }))).toBe(true);
    known.take(news({ rows: [rowAt(start)] }), true);
    const { from } = known;
    expect(known.isCoveredBy(news({ from }))).toBe(true);
    expect(known.isCoveredBy(news({ from: from + 1 }))).toBe(false);
    expect(known.isCoveredBy(news({ from, isWhole: false }))).toBe(false);
    expect(known.isCoveredBy(news({ from, lacksRows: true }))).toBe(false);
  });
});
