import { describe, expect, it } from 'vitest';
import { passwordsIn, withoutLogins } from '../../src/contract/url-login.ts';

describe('a login in an address', () => {
  it.each([
    ['http://u:pw123456@h.example/x?a=1', 'http://[secret]@h.example/x?a=1'],
    ['see HTTPS://token@h.example and ftp://a:b@c', 'see HTTPS://[secret]@h.example and ftp://[secret]@c'],
    ['http:u:p@h.example', 'http:[secret]@h.example'],
    [String.raw`http:\\u:p@h.example`, String.raw`http:\\[secret]@h.example`],
    ['http://a@b:c@h.example', 'http://[secret]@h.example'],
  ])('is left out: %s', (text, shown) => {
    expect(withoutLogins(text)).toBe(shown);
  });

  it.each(['http://h.example/a@b', 'a@b.example', 'http://h.example?x=a@b', 'https: me@h.example', ''])(
    'is none in %s',
    (text) => {
      expect(withoutLogins(text)).toBe(text);
      expect(passwordsIn(text)).toEqual([]);
    },
  );

  it('has a password, as it is written and as it is meant', () => {
    expect(passwordsIn('http://u:pw%26123@h.example http://token@h.example')).toEqual(['pw%26123', 'pw&123']);
    expect(passwordsIn('http://u:%zz@h.example')).toEqual(['%zz', '%zz']);
  });
});
