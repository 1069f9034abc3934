import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/vendor-kit/text-format.ts';

describe('the format of a text', () => {
  it.each([
    '<p>Hello</p>',
    'one<br>two',
    'one<br />two',
    '<p >Hello',
    '<a\n href="/x">here</a>',
    '<div CLASS=x>',
  ])('is HTML where it has an element of HTML: %j', (text) => {
    expect(formatOf(text)).toBe('html');
  });

  it.each(['if (a<b && c>d)', 'wrong when p <p + 1> 2', 'from <ann@example.org>', '1 < 2'])(
    'is plain where signs only look like one: %j',
    (text) => {
      expect(formatOf(text)).toBe('text');
    },
  );

  it('is escaped where entities stand for characters', () => {
    expect(formatOf('fish &amp; chips')).toBe('escaped');
  });
});
