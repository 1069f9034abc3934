import { describe, expect, it } from 'vitest';
import { OpeningRange } from '../../../src/vendors/iadvize/iadvize-opening-range.ts';
import { dayWalk } from '../../../src/vendors/iadvize/iadvize-days.ts';

const timeZone = 'Europe/Paris';
const day = 24 * 3_600_000;
const now = Date.parse('2026-03-12T10:00:00Z');

function openingOf(range: OpeningRange, { days = 30, at = now, end = now, isDescending = true } = {}) {
  const walk = dayWalk({ from: now - days * day, to: end }, isDescending, { timeZone, now: at });
  if (!walk) throw new Error('expected a walk');
  const { first, last } = range.rangeFor({ walk, filter: undefined, limit: 26, now: at });
  return `${first}/${last}`;
}

describe('the first range of a walk', () => {
  it('is the whole window, up to a month, while nothing is known', () => {
    expect(openingOf(new OpeningRange())).toBe('2026-02-10/2026-03-12');
    expect(openingOf(new OpeningRange(), { days: 3 })).toBe('2026-03-09/2026-03-12');
    expect(openingOf(new OpeningRange(), { days: 300 })).toBe('2026-02-10/2026-03-12');
  });

  it('reaches the open days from the oldest on, too', () => {
    expect(openingOf(new OpeningRange(), { isDescending: false })).toBe('2026-02-10/2026-03-12');
    expect(openingOf(new OpeningRange(), { days: 90, isDescending: false })).toBe('2025-12-12/2026-01-11');
  });

  it('is as long as the rows a day suggest', () => {
    const range = new OpeningRange();
    range.learn(300, 30, undefined);
    expect(openingOf(range)).toBe('2026-03-09/2026-03-12');
  });

  it('is today alone in a busy account, and where a month was too much', () => {
    const busy = new OpeningRange();
    busy.learn(3000, 30, undefined);
    expect(openingOf(busy)).toBe('2026-03-12/2026-03-12');
    const tooMuch = new OpeningRange();
    tooMuch.learnTooMuch(undefined);
    expect(openingOf(tooMuch)).toBe('2026-03-12/2026-03-12');
  });

  it('does not take a quiet day for a quiet account', () => {
    const range = new OpeningRange();
    range.learn(3000, 30, undefined);
    range.learn(0, 1, undefined);
    expect(openingOf(range)).toBe('2026-03-12/2026-03-12');
  });

  it('stays the same for a while, for the next page of a walk too', () => {
    const range = new OpeningRange();
    const first = openingOf(range);
    range.learn(3000, 30, undefined);
    expect(openingOf(range, { at: now + 5000 })).toBe(first);
    expect(openingOf(range, { end: now - 2 * day })).toBe(first);
    expect(openingOf(range, { at: now + 60_000 })).toBe('2026-03-12/2026-03-12');
  });
});
