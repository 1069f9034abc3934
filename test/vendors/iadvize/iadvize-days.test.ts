import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coveredTo,
  dayWalk,
  isFinished,
  rangeAfter,
  rangeAt,
  shorterRange,
  toPosition,
} from '../../../src/vendors/iadvize/iadvize-days.ts';

const timeZone = 'Europe/Paris';
const hour = 3_600_000;
const now = Date.parse('2026-03-12T10:00:00Z');

interface WalkPlan {
  readonly from: number;
  readonly to: number;
  readonly isDescending: boolean;
  readonly at?: number;
}

/** Walks a window to its end, `found` chats a range, and tells the ranges asked for. */
function rangesOf({ from, to, isDescending, at = now }: WalkPlan, found: () => number, limit = 26) {
  const asked = [];
  let window = { from, to };
  for (let position: string | null = null; ;) {
    const walk = dayWalk(window, isDescending, { timeZone, now: at });
    if (!walk) return asked;
    const range = rangeAt(walk, position);
    asked.push({ ...range, isFinished: isFinished(walk, range) });
    const bound = coveredTo(walk, range, timeZone);
    if (bound === null) return asked;
    expect(bound).toSatisfy((moment: number) => (isDescending ? moment < window.to : moment > window.from));
    window = isDescending ? { from, to: bound } : { from: bound, to };
    position = toPosition(rangeAfter(walk, range, found(), limit));
  }
}

describe('a walk over days', () => {
  it('of an account without chats covers a month in three calls', () => {
    expect(rangesOf({ from: now - 30 * 24 * hour, to: now, isDescending: true }, () => 0)).toEqual([
      { first: '2026-03-12', last: '2026-03-12', isFinished: false },
      { first: '2026-03-05', last: '2026-03-11', isFinished: true },
      { first: '2026-02-10', last: '2026-03-04', isFinished: true },
    ]);
  });

  it('of a busy account takes one day a call', () => {
    const asked = rangesOf({ from: now - 4 * 24 * hour, to: now, isDescending: true }, () => 300);
    expect(asked.map(({ first, last }) => [first, last])).toEqual(
      ['12', '11', '10', '09', '08'].map((day) => [`2026-03-${day}`, `2026-03-${day}`]),
    );
  });

  it('takes as many days as the chats seen suggest', () => {
    const asked = rangesOf({ from: now - 9 * 24 * hour, to: now, isDescending: true }, () => 9);
    expect(asked[1]).toMatchObject({ first: '2026-03-09', last: '2026-03-11' });
  });

  it('takes yesterday along in the first hours of a day, when its last chats may not be recorded', () => {
    const at = Date.parse('2026-03-12T02:00:00Z');
    expect(rangesOf({ from: at - 72 * hour, to: at, isDescending: true, at }, () => 0)[0]).toEqual({
      first: '2026-03-11',
      last: '2026-03-12',
      isFinished: false,
    });
  });

  it('spends one call on all days ahead', () => {
    const asked = rangesOf(
      { from: now - 24 * hour, to: Date.parse('2199-01-01'), isDescending: true },
      () => 0,
    );
    expect(asked).toEqual([
      { first: '2026-03-12', last: '2027-03-12', isFinished: false },
      { first: '2026-03-11', last: '2026-03-11', isFinished: true },
    ]);
  });

  it('does not begin before there was an iAdvize', () => {
    expect(rangesOf({ from: 0, to: now, isDescending: false }, () => 0)[0]?.first).toBe('2009-01-01');
  });

  it('is none when the window is empty', () => {
    expect(dayWalk({ from: now, to: now }, true, { timeZone, now })).toBeNull();
  });

  it('asks for a planned range unchanged while the window still reaches into it', () => {
    const walk = dayWalk({ from: now - 30 * 24 * hour, to: now - 72 * hour }, true, { timeZone, now });
    expect(walk && rangeAt(walk, '2026-03-05/2026-03-11')).toEqual({
      first: '2026-03-05',
      last: '2026-03-11',
    });
  });

  it.each([['2026-03-10/2026-03-11'], ['2025-01-01/2026-03-11'], ['rubbish'], ['2026-03-05']])(
    'starts afresh at a position that does not fit: %s',
    (position) => {
      const walk = dayWalk({ from: now - 30 * 24 * hour, to: now - 72 * hour }, true, { timeZone, now });
      expect(walk && rangeAt(walk, position)).toEqual({ first: '2026-03-09', last: '2026-03-09' });
    },
  );

  it('falls back to the nearest day of a range, and from a day to nothing', () => {
    const walk = dayWalk({ from: now - 30 * 24 * hour, to: now - 24 * hour }, true, { timeZone, now });
    if (!walk) throw new Error('expected a walk');
    const day = { first: '2026-03-11', last: '2026-03-11' };
    expect(shorterRange(walk, { first: '2026-03-05', last: '2026-03-11' })).toEqual(day);
    expect(shorterRange(walk, day)).toBeNull();
  });

  it('covers every day of any window once, in order, open days apart from finished ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 * 24 }),
        fc.integer({ min: 1, max: 90 * 24 }),
        fc.boolean(),
        fc.infiniteStream(fc.integer({ min: 0, max: 60 })),
        (back, length, isDescending, counts) => {
          const from = now - back * hour;
          const plan = { from, to: from + length * hour, isDescending };
          const asked = rangesOf(plan, () => counts.next().value as number);
          const days = asked.flatMap(({ first, last }) => daysOf(first, last));
          const expected = daysOf(dayIn(plan.from), dayIn(plan.to - 1));
          expect(days.toSorted()).toEqual(expected);
          const starts = asked.map(({ first }) => first);
          expect(starts).toEqual(isDescending ? starts.toSorted().toReversed() : starts.toSorted());
          for (const { first, last } of asked) expect(first >= '2026-03-12').toBe(last >= '2026-03-12');
          expect(
            Math.max(
              ...asked
                .filter((range) => range.isFinished)
                .map(({ first, last }) => daysOf(first, last).length),
              0,
            ),
          ).toBeLessThanOrEqual(31);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function dayIn(moment: number): string {
  return new Date(moment).toLocaleDateString('sv-SE', { timeZone });
}

function daysOf(first: string, last: string): string[] {
  const days = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 24 * hour) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
