import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  instantOf,
  isDay,
  laterInstantOf,
  startOfDay,
  wallClockOf,
} from '../../src/vendor-kit/time-zone.ts';

const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Paris',
  'UTC',
];
const hour = 3_600_000;

describe.each(zones)('the wall clock of %s', (zone) => {
  it('leads back to every hour of 2024 to 2027, or to the earlier one it shows as well', () => {
    let twice = 0;
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += hour) {
      const back = instantOf(wallClockOf(at, zone), zone);
      if (back === at) continue;
      twice += 1;
      expect(back).not.toBeNull();
      expect(at - Number(back)).toBeGreaterThan(0);
      expect(at - Number(back)).toBeLessThanOrEqual(hour);
      expect(wallClockOf(Number(back), zone)).toEqual(wallClockOf(at, zone));
    }
    expect(twice).toBeLessThanOrEqual(4);
  });
});

const clock = (month: number, day: number, hours: number, minute = 0) => ({
  year: 2026,
  month,
  day,
  hour: hours,
  minute,
  second: 0,
  millisecond: 0,
});

describe('a wall-clock time', () => {
  it('that occurs twice is the earlier one', () => {
    expect(instantOf(clock(10, 25, 2, 30), 'Europe/Paris')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf(clock(11, 1, 1, 30), 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it('that occurs twice is the later one where that is asked for, and any other is the same', () => {
    expect(laterInstantOf(clock(10, 25, 2, 30), 'Europe/Paris')).toBe(Date.UTC(2026, 9, 25, 1, 30));
    expect(laterInstantOf(clock(10, 25, 3), 'Europe/Paris')).toBe(Date.UTC(2026, 9, 25, 2));
    expect(laterInstantOf(clock(3, 29, 2, 30), 'Europe/Paris')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(laterInstantOf(clock(6, 31, 12), 'Europe/Paris')).toBeNull();
  });

  it('that never occurs is moved on by the gap', () => {
    expect(instantOf(clock(3, 29, 2, 30), 'Europe/Paris')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(instantOf(clock(3, 8, 2, 30), 'America/New_York')).toBe(Date.UTC(2026, 2, 8, 7, 30));
  });

  it.each([
    [6, 31, 12],
    [2, 29, 0],
    [13, 1, 0],
    [1, 1, 24],
  ])('that is no date is none (month %i, day %i, hour %i)', (month, day, hours) => {
    expect(instantOf(clock(month, day, hours), 'Europe/Paris')).toBeNull();
  });
});

describe('a calendar day', () => {
  it('begins when the account’s clock says so', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 28, 23));
    expect(startOfDay('2026-03-30', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 29, 22));
    expect(dayOf(Date.UTC(2026, 2, 28, 23), 'Europe/Paris')).toBe('2026-03-29');
    expect(dayOf(Date.UTC(2026, 2, 28, 23) - 1, 'Europe/Paris')).toBe('2026-03-28');
  });

  it.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-01', false],
    ['2026-03-01T00:00', false],
    ['', false],
  ])('%j is one: %s', (text, isOne) => {
    expect(isDay(text)).toBe(isOne);
  });

  it('is counted on over month ends and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

// Clocks are set by half an hour on Lord Howe, by a day on Samoa; others change at midnight or in the middle of an hour.
it.each(['Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kolkata', 'Europe/Paris'])(
  'agrees with the calendar of %s about every clock, whether its hour was seen before or not',
  (zone) => {
    const clock = fc.record({
      year: fc.constantFrom(2005, 2011, 2024),
      month: fc.integer({ min: 1, max: 13 }),
      day: fc.integer({ min: 1, max: 31 }),
      hour: fc.integer({ min: 0, max: 24 }),
      minute: fc.integer({ min: -1, max: 60 }),
      second: fc.integer({ min: 0, max: 60 }),
      millisecond: fc.integer({ min: 0, max: 999 }),
    });
    const exact = (wall: Parameters<typeof instantOf>[0]) => {
      try {
        return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(zone)
          .epochMilliseconds;
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(clock, (wall) => {
        expect(instantOf(wall, zone)).toBe(exact(wall));
        expect(instantOf({ ...wall, minute: 31 }, zone)).toBe(exact({ ...wall, minute: 31 }));
      }),
      { numRuns: 400 },
    );
    for (let hour = 0; hour < 24; hour += 1) {
      for (const day of [
        { month: 4, day: 7 },
        { month: 10, day: 6 },
        { month: 3, day: 31 },
      ]) {
        const wall = { year: 2024, ...day, hour, minute: 17, second: 0, millisecond: 0 };
        expect(instantOf(wall, zone)).toBe(exact(wall));
      }
    }
  },
);
