import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../../src/vendors/iadvize/iadvize-mapping-amount.ts';

describe('an amount', () => {
  it.each([
    ['19.90', '19.90'],
    ['0', '0'],
    ['-3.50', '-3.50'],
    ['−3', '-3'],
    ['+5', '5'],
    ['.50', '0.50'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1.5E2', '150'],
    ['1e21', '1000000000000000000000'],
    ['1e-7', '0.0000001'],
    ['12.5e-1', '1.25'],
    ['9007199254740993.10', '9007199254740993.10'],
    ['19,90', '19.90'],
    ['1,234.56', '1234.56'],
    ['1.234,50', '1234.50'],
    ['1,234,567.8', '1234567.8'],
    ['1,234', '1234'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1.234', '1.234'],
    ['0,125', '0.125'],
    ['1 234,50', '1234.50'],
    ['1\u202f234,50\u00a0€', '1234.50'],
    ["1'234.50", '1234.50'],
    ['19.90 €', '19.90'],
    ['€19.90', '19.90'],
    ['-€ 5', '-5'],
    ['EUR 19.90', '19.90'],
    ['19.90 CHF', '19.90'],
    ['007', '7'],
  ])('%s is %s', (text, decimal) => {
    expect(toDecimal(text)).toBe(decimal);
  });

  it.each([null, '', ' ', 'free', '.', '-', '€', 'e5', '1e999', '1.2.3', '1,2,3', '12:30', '5-', 'Infinity'])(
    '%j is none',
    (text) => {
      expect(toDecimal(text)).toBeNull();
    },
  );

  it('is the number that JSON writes, whatever its size', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e30, max: 1e30 }), (value) => {
        fc.pre(Math.abs(value) > 1e-60 || value === 0);
        const decimal = toDecimal(JSON.stringify(value));
        expect(decimal).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(decimal)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
