import { describe, expect, it } from 'vitest';
import { parseDateTime } from '../../src/resolvers/scalars.ts';

describe('a DateTime', () => {
  it.each([
    ['2026-03-01T08:15:00Z', '2026-03-01T08:15:00.000Z'],
    ['2026-03-01 08:15:00.1239+01:30', '2026-03-01T06:45:00.123Z'],
    ['2024-02-29t23:59:59z', '2024-02-29T23:59:59.000Z'],
    ['2026-12-31T23:00:00-02:00', '2027-01-01T01:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['1990-12-31T15:59:60.5-08:00', '1991-01-01T00:00:00.500Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('is read: %s', (text, instant) => {
    expect(new Date(parseDateTime(text)).toISOString()).toBe(instant);
  });

  it.each([
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-06-31T00:00:00Z',
    '2026-06-32T00:00:00Z',
    '2026-06-30T24:00:00Z',
    '2026-06-30T08:60:00Z',
    '2026-06-30T08:00:60Z',
    '2026-06-29T23:59:60Z',
    '2026-06-30T23:59:61Z',
    '2026-06-30T23:59:60+02:00',
    '2026-06-30T08:00:00+24:00',
    '2026-06-30T08:00:00',
    '2026-06-30',
    1_780_000_000,
  ])('that there is not is the fault of who sent it: %s', (given) => {
    expect(() => parseDateTime(given)).toThrow(/^DateTime expects RFC 3339/);
  });

  it.each(['0000-01-01T00:59:59+01:00', '9999-12-31T23:00:00-01:00'])(
    'that its offset takes out of the years that can be written is refused: %s',
    (given) => {
      expect(() => parseDateTime(given)).toThrow(
        /^DateTime expects a moment in the years 0000 to 9999 of UTC/,
      );
    },
  );
});
