import { expect, test } from 'vitest';
import { NeighbourDays } from '../../src/vendor-kit/neighbour-days.ts';

const week = { first: '2026-03-02', last: '2026-03-08' };
const hour = 3_600_000;
/** Midnight in New York at both ends of the week; in its last night the clocks are set forward. */
const from = Date.UTC(2026, 2, 2, 5);
const to = Date.UTC(2026, 2, 9, 4);

test('no further day is read while all rows are listed under their own days', () => {
  const days = new NeighbourDays('America/New_York');
  expect(days.learn([from, to - 1], week)).toBe(false);
  expect(days.around(week)).toEqual(week);
  expect(days.latestIn('2026-03-08')).toBe('2026-03-08');
});

test('a row listed under the day before its own makes that day count, and is news once', () => {
  const days = new NeighbourDays('America/New_York');
  expect(days.learn([to], week)).toBe(true);
  expect(days.learn([to], week)).toBe(false);
  expect(days.around(week)).toEqual({ first: '2026-03-01', last: '2026-03-08' });
  expect(days.latestIn('2026-03-08')).toBe('2026-03-09');
});

test('a row listed under the day after its own makes that day count, and is news once', () => {
  const days = new NeighbourDays('America/New_York');
  expect(days.learn([from - 1], week)).toBe(true);
  expect(days.learn([from - 1], week)).toBe(false);
  expect(days.around(week)).toEqual({ first: '2026-03-02', last: '2026-03-09' });
});

test('a row that is further off says nothing', () => {
  const days = new NeighbourDays('America/New_York');
  expect(days.learn([from - 25 * hour, to + 25 * hour, NaN], week)).toBe(false);
});
