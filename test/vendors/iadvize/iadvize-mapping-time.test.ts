import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/vendor-kit/time-zone.ts';
import {
  createLocalClock,
  toDurationSeconds,
  toLocalTime,
  toSecondOfDay,
} from '../../../src/vendors/iadvize/iadvize-mapping-time.ts';

describe('local times', () => {
  it.each([
    ['10.03.2026 14:05', '2026-03-10', 14 * 3600 + 300],
    ['1.3.2026 4:05:09', '2026-03-01', 4 * 3600 + 309],
    ['2026-03-10 14:05:00', '2026-03-10', 14 * 3600 + 300],
  ])('are read from %s', (text, day, second) => {
    expect(toLocalTime(text)).toEqual({ day, second });
  });

  it.each([
    [null],
    [''],
    ['hier'],
    ['10.03.2026'],
    ['10.03.26 14:05'],
    ['10.03.2026 24:00'],
    ['10.03.2026 14:60'],
  ])('are not read from %s', (text) => {
    expect(toLocalTime(text)).toBeNull();
  });

  it('become the moments that a wall clock in the zone shows them at, on every day of the year', () => {
    const clock = createLocalClock('Europe/Paris');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 86_399 }), (offset, second) => {
        const date = new Date(Date.UTC(2026, 0, 1 + offset));
        const wall = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: Math.floor(second / 3600),
          minute: Math.floor(second / 60) % 60,
          second: second % 60,
          millisecond: 0,
        };
        expect(clock({ day: date.toISOString().slice(0, 10), second })).toBe(instantOf(wall, 'Europe/Paris'));
      }),
    );
  });

  it('that never occurred are moved on, and those that occurred twice are the earlier', () => {
    const clock = createLocalClock('Europe/Paris');
    expect(clock({ day: '2026-03-29', second: 9000 })).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(clock({ day: '2026-10-25', second: 9000 })).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it('on a day that no calendar has are no moments', () => {
    expect(createLocalClock('Europe/Paris')({ day: '2026-02-30', second: 0 })).toBeNull();
  });
});

describe('lengths and times of day', () => {
  it.each([
    ['02:14', 134],
    ['00:00', 0],
    ['125:10', 7510],
    ['01:02:03', 3723],
    ['2 min', null],
    [null, null],
  ])('reads the length %s', (text, seconds) => {
    expect(toDurationSeconds(text)).toBe(seconds);
  });

  it.each([
    ['00:00', 0],
    ['9:30', 34_200],
    ['23:59:59', 86_399],
    ['24:00', null],
    ['midi', null],
  ])('reads the time of day %s', (text, second) => {
    expect(toSecondOfDay(text)).toBe(second);
  });
});
