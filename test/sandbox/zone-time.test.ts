import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantOf, wallClock } from '../../src/sandbox/zone-time.ts';

const zones = constantFrom(
  'America/Los_Angeles',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Paris',
  'UTC',
);
const instants = integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });

describe('zone time', () => {
  test('shows what the clocks of a zone show', () => {
    assert(
      property(instants, zones, (at, zone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(wallClock(at, zone)).toEqual({
          year: expected.year,
          month: expected.month,
          day: expected.day,
          hour: expected.hour,
          minute: expected.minute,
          second: expected.second,
          millisecond: expected.millisecond,
        });
      }),
    );
  });

  test('finds the instant of a wall clock, the first one in the hour that autumn repeats', () => {
    assert(
      property(instants, zones, (at, zone) => {
        const wall = wallClock(at, zone);
        const expected = Temporal.ZonedDateTime.from(
          { ...wall, timeZone: zone },
          { disambiguation: 'earlier' },
        );
        expect(instantOf(wall, zone)).toBe(expected.epochMilliseconds);
      }),
    );
  });

  test('lets the first hour of the repeated one win', () => {
    const wall = { year: 2024, month: 10, day: 27, hour: 2, minute: 30 };
    expect(new Date(instantOf(wall, 'Europe/Paris')).toISOString()).toBe('2024-10-27T00:30:00.000Z');
  });

  test('answers for an hour that spring leaves out without failing', () => {
    const wall = { year: 2024, month: 3, day: 31, hour: 2, minute: 30 };
    const at = instantOf(wall, 'Europe/Paris');
    expect(Math.abs(at - Date.UTC(2024, 2, 31, 1, 0))).toBeLessThanOrEqual(3_600_000);
  });
});
