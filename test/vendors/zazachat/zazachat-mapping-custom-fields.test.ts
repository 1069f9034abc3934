import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  toTicketFields,
  toVisitorFields,
} from '../../../src/vendors/zazachat/zazachat-mapping-custom-fields.ts';
import { ownTime } from '../../support/own-time.ts';

describe('toTicketFields', () => {
  const text = 'Serial Number+|+88-1 B Bought At+|+Main Street 4 Source+|+radio ';

  test('finds names of several words among the names that the account has', () => {
    expect(toTicketFields(text, ['serial number', 'At', 'Bought At', 'Source'])).toEqual([
      { code: 'serial number', value: '88-1 B' },
      { code: 'Bought At', value: 'Main Street 4' },
      { code: 'Source', value: 'radio' },
    ]);
  });

  test('takes the last word before a marker for the name where it knows no names', () => {
    expect(toTicketFields(text, [])).toEqual([
      { code: 'Serial Number', value: '88-1 B Bought' },
      { code: 'At', value: 'Main Street 4' },
      { code: 'Source', value: 'radio' },
    ]);
  });

  test('a word without end takes no time', async () => {
    const value = 'a'.repeat(100_000);
    const spent = await ownTime(() => {
      const [first] = toTicketFields(`Note+|+${value} At+|+home Source+|+radio`, []);
      expect(first).toEqual({ code: 'Note', value });
    });
    expect(spent).toBeLessThan(500);
  });

  test('an empty value is null', () => {
    expect(toTicketFields('Colour+|+ Size+|+ ', [])).toEqual([
      { code: 'Colour', value: null },
      { code: 'Size', value: null },
    ]);
  });

  test('text without a marker holds no fields', () => {
    expect([toTicketFields(null, []), toTicketFields('none', [])]).toEqual([[], []]);
  });

  test('reads any fields back when their names are known', () => {
    const name = fc.constantFrom('Order', 'Customer Number', 'Number', 'Delivery Day', 'E-Mail 2');
    const value = fc.stringMatching(/^[a-z0-9]{1,6}( [a-z0-9]{1,6}){0,2}$/);
    const names = ['Order', 'Customer Number', 'Number', 'Delivery Day', 'E-Mail 2'];
    fc.assert(
      fc.property(fc.array(fc.record({ code: name, value }), { maxLength: 5 }), (fields) => {
        const written = fields.map((field) => `${field.code}+|+${field.value} `).join('');
        expect(toTicketFields(written, names)).toEqual(fields);
      }),
    );
  });
});

test('a visitor’s custom values keep their numbers and order', () => {
  expect(toVisitorFields({ custom10: 'z', custom2: 'ID: 77', custom1: ' ', notes: 'x' })).toEqual([
    { code: 'Custom1', value: null },
    { code: 'Custom2', value: 'ID: 77' },
    { code: 'Custom10', value: 'z' },
  ]);
});
