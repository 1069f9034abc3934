import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInstant } from '../../src/vendor-kit/iso-instant.ts';
import { wallClockOf } from '../../src/vendor-kit/time-zone.ts';

const zone = 'America/Los_Angeles';
const moment = Date.UTC(2026, 10, 5, 18, 4, 9);
const inAnyZone = fc.constantFrom('UTC', zone, 'Asia/Kathmandu', '-05:00');
const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 });
const two = (number: number) => String(number).padStart(2, '0');

describe('a date', () => {
  it.each([
    ['with a blank', '2026-11-05 10:04:09', moment],
    ['with a T', '2026-11-05T10:04:09', moment],
    ['with a small t', '2026-11-05t10:04:09', moment],
    ['without seconds', '2026-11-05 10:04', moment - 9000],
    ['without a time of day', '2026-11-05', Date.UTC(2026, 10, 5, 8)],
    ['with a digit of fraction', '2026-11-05 10:04:09.5', moment + 500],
    ['with a comma', '2026-11-05 10:04:09,25', moment + 250],
    ['with microseconds', '2026-11-05 10:04:09.125999', moment + 125],
    ['of UTC', '2026-11-05T18:04:09Z', moment],
    ['of UTC, with a small z', '2026-11-05T18:04:09.001z', moment + 1],
    ['ahead of UTC', '2026-11-05T23:34:09+05:30', moment],
    ['behind UTC', '2026-11-05T14:34:09-0330', moment],
    ['with a blank before the zone', '2026-11-05 14:04:09 -04:00', moment],
    ['behind UTC by minutes', '2026-11-05T17:34:09-00:30', moment],
  ])('%s is read', (_form, text, instant) => {
    expect(isoInstant(text, zone)).toBe(instant);
  });

  it.each([
    '',
    'now',
    '20261105',
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2026-13-01',
    '0000-00-00 00:00:00',
    '2026-11-05 24:00:00',
    '2026-11-05 10:60:00',
    '2026-11-05 10:04:09.',
    '2026-11-05 10:04:09 PST',
    '2026-11-05 10:04:09+5',
    ' 2026-11-05',
    '2026-11-05 ',
    '2026-11-05\n2026-11-06',
    '12026-11-05',
  ])('%j is none', (text) => {
    expect(isoInstant(text, zone)).toBeNull();
  });

  it('comes back as it was written, in any zone', () => {
    fc.assert(
      fc.property(seconds, inAnyZone, (second, timeZone) => {
        const { year, month, day, hour, minute, second: rest } = wallClockOf(second * 1000, timeZone);
        const text = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(rest)}`;
        const read = isoInstant(text, timeZone);
        // Of a time that occurs twice the earlier one is read.
        expect([0, 3_600_000]).toContain(second * 1000 - (read ?? NaN));
      }),
    );
  });

  it('tells its own moment whatever the zone of the account', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), inAnyZone, (instant, timeZone) => {
        expect(isoInstant(new Date(instant).toISOString(), timeZone)).toBe(instant);
      }),
    );
  });
});
