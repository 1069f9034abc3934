import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretForms, withoutSecretForms } from '../../src/decoding/secret-forms.ts';
import { ownTime } from '../support/own-time.ts';

const secret = 'K3y/+&=säcret%20"Zz9"';
const hide = (text: string, ...secrets: string[]) => withoutSecretForms(text, secretForms(secrets));

describe('a secret in what a vendor sends', () => {
  it.each([
    ['as it is', secret],
    ['in an address', encodeURIComponent(secret)],
    [
      'in an address, in lower case',
      encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['in an address that is in an address', encodeURIComponent(encodeURIComponent(secret))],
    ['in a form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['in HTML', 'K3y/+&amp;=säcret%20&quot;Zz9&quot;'],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON as PHP writes it', String.raw`K3y\/+&=s\u00e4cret%20\"Zz9\"`],
    ['in JSON as PHP writes it for HTML', String.raw`K3y\/+\u0026=s\u00e4cret%20\u0022Zz9\u0022`],
    ['in JSON that is in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['in XML', 'K3y/+&#38;=s&#xE4;cret%20&#034;Zz9&quot;'],
    ['in HTML that is in JSON', String.raw`K3y\/+\u0026amp;=s\u00e4cret%20\u0026quot;Zz9\u0026quot;`],
    ['in numeric references', Array.from(secret, (each) => `&#${each.codePointAt(0)};`).join('')],
    [
      'in an address with nothing as it is',
      [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
    ],
    ['in hexadecimal digits', Buffer.from(secret).toString('hex').toUpperCase()],
  ])('is hidden %s', (_form, text) => {
    expect(hide(`before ${text} behind`, secret)).toBe('before [secret] behind');
  });

  it('is hidden in JSON where that has letters for its characters', () => {
    const odd = 'tab\tand\r\nline\fend\b';
    expect(hide(JSON.stringify({ odd }), odd)).toBe('{"odd":"[secret]"}');
  });

  it.each(['', 'a', 'ab', 'jane@desk.example'])(
    'is hidden in a header for basic access behind %j',
    (login) => {
      const shown = hide(Buffer.from(`${login}:${secret}`).toString('base64'), secret);
      // What is left around it holds the login, and at most a part of a letter of the secret.
      expect(Buffer.from(shown.replaceAll('[secret]', ' '), 'base64').toString()).not.toContain(
        secret.slice(0, 2),
      );
      expect(shown).toContain('[secret]');
    },
  );

  it('is never left over, whatever it is made of', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (key, before, behind) => {
        for (const form of [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]) {
          expect(hide(`${before}${form}${behind}`, key)).toContain('[secret]');
        }
      }),
    );
  });

  it('is looked for in bounded time, whatever the vendor writes', async () => {
    const spent = await ownTime(() => {
      for (const mark of ['\\', '&amp;', '%25', '&#0', 'K3y/'])
        hide(mark.repeat(20_000), secret, '\\\\\\"&%/');
    });
    expect(spent).toBeLessThan(2000);
  });

  it('leaves other texts as they are', () => {
    expect(hide('nothing of it', secret)).toBe('nothing of it');
    expect(hide('the longer of two: abcdefgh', 'abcdef', 'abcdefgh')).toBe('the longer of two: [secret]');
    expect(hide('ab is too short to be told from other words', 'ab')).toContain('ab is');
    expect(secretForms([])).toBeUndefined();
  });
});
