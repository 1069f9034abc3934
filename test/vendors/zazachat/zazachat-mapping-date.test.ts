import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstant, toServiceDate } from '../../../src/vendors/zazachat/zazachat-mapping-date.ts';

const zone = 'America/New_York';

describe('toInstant', () => {
  test('reads the documented form with daylight saving time in summer', () => {
    expect(toInstant('13 Jul 2010 14:33:33:013', zone)).toBe(Date.UTC(2010, 6, 13, 18, 33, 33, 13));
  });

  test('reads winter dates with standard time and fixed zones without daylight saving', () => {
    expect(toInstant('5 Feb 2011 09:00:00:000', zone)).toBe(Date.UTC(2011, 1, 5, 14));
    expect(toInstant('13 Jul 2010 14:33:33:013', '-05:00')).toBe(Date.UTC(2010, 6, 13, 19, 33, 33, 13));
  });

  test.each([
    ['21 Jun 2010 12:51:20', 0],
    ['21 JUN 2010 12:51:20.5', 500],
    ['21 june 2010 12:51:20:5', 5],
    [' 21 Jun 2010  12:51:20.013 ', 13],
  ])('reads %s', (text, milliseconds) => {
    expect(toInstant(text, zone)).toBe(Date.UTC(2010, 5, 21, 16, 51, 20, milliseconds));
  });

  test.each([
    '',
    '31 Jun 2010 10:00:00:000',
    '29 Feb 2011 10:00:00',
    '1 Foo 2010 10:00:00',
    '06/21/2010',
    '1 Jul 2010 25:00:00',
  ])('refuses %j', (text) => {
    expect(toInstant(text, zone)).toBeNull();
  });

  test('reads every moment back that the service could write', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }), (instant) => {
        const date = new Date(instant);
        const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
        const time = date.toISOString().slice(11, 23).replace('.', ':');
        const text = `${date.getUTCDate()} ${month} ${date.getUTCFullYear()} ${time}`;
        return toInstant(text, 'UTC') === instant;
      }),
    );
  });
});

test('a day is sent in American order', () => {
  expect(toServiceDate('2010-07-03')).toBe('07/03/2010');
});
