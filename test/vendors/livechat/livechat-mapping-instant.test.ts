import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/vendors/livechat/livechat-mapping-instant.ts';

const moment = Date.parse('2024-03-01T08:15:00Z');

describe('dates of LiveChat', () => {
  it.each([
    ['ISO text', '2024-03-01T08:15:00Z'],
    ['ISO text without a zone, which is UTC', '2024-03-01T08:15:00'],
    ['ISO text with a blank', '2024-03-01 08:15:00'],
    ['ISO text with another zone', '2024-03-01T10:45:00+02:30'],
    ['ISO text with a zone behind UTC', '2024-03-01T03:15-0500'],
    ['a number of seconds', 1_709_280_900],
    ['digits', '1709280900'],
  ])('reads %s', (_form, date) => {
    expect(toInstant(date)).toBe(moment);
  });

  it('keeps fractions of a second', () => {
    expect(toInstant('2024-03-01T08:15:00.1259Z')).toBe(moment + 125);
    expect(toInstant(1_709_280_900.5)).toBe(moment + 500);
  });

  it.each([
    null,
    undefined,
    '',
    'soon',
    '2024-02-30T00:00:00Z',
    '2024-13-01',
    '99999999999999',
    NaN,
    0,
    '0',
    -1,
    1e300,
  ])('gives null for %s', (date) => {
    expect(toInstant(date)).toBeNull();
  });

  it('reads what toISOString writes and the same moment in seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), (seconds) => {
        const instant = seconds * 1000;
        expect(toInstant(new Date(instant).toISOString())).toBe(instant);
        expect(toInstant(seconds)).toBe(instant);
        expect(toInstant(String(seconds))).toBe(instant);
      }),
    );
  });
});
