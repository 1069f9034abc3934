import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/contract/name-key.ts';
import { searchKey } from '../../src/contract/search-key.ts';

describe('texts that are compared without regard to case', () => {
  it.each([
    ['capitals', 'Broken KETTLE', 'broken kettle'],
    [
      'letters with their accents apart, as some mail programs write them',
      'Re\u0301servation',
      'RÉSERVATION',
    ],
    ['the end of a Greek word in capitals', 'ΟΔΟΣ', 'οδοσ'],
  ])('are the same: %s', (_what, one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
    expect(nameKey(` ${one}\n`)).toBe(nameKey(other));
  });

  it('hold what somebody began to write in capitals', () => {
    expect(searchKey('ΠΑΡΑΣΤΑΤΙΚΟ')).toContain(searchKey('ΠΑΡΑΣ'));
  });

  it('differ by their letters', () => {
    expect(searchKey('kır')).not.toBe(searchKey('kir'));
    expect(searchKey('reservation')).not.toBe(searchKey('réservation'));
  });
});
