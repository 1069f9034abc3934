import { describe, expect, it } from 'vitest';
import { sentTexts, shownWords } from '../../src/vendor-kit/shown-words.ts';
import { ownTime } from '../support/own-time.ts';

const token = '0123456789abcdef0123456789abcdef';

describe('words of a vendor', () => {
  it('are shown without what may be somebody’s data, or a key', () => {
    const words = `no jo@x.example (see https://x.example/a?b=c) for ${token}, or jo+a@y.example.`;
    expect(shownWords(words, [])).toBe('no [address] (see [address]) for […], or [address].');
  });

  it.each([
    'Custom field contract_number_of_customer is required',
    'MANDATORY_PARAMETER_IS_MISSING',
    'Die Benutzeridentifikation fehlt',
    'Unknown Team-Of-The-Night-Shift',
  ])('keep long words and names made of words: %s', (words) => {
    expect(shownWords(words, [])).toBe(words);
  });

  it.each([
    'AbCdEfGhIjKlMnOpQrStUvWx',
    'a'.repeat(40),
    'field_of_customer_2bonc155lz4n',
    '00000000000000000000',
  ])('lose a code that may be a key: %s', (code) => {
    expect(shownWords(`bad ${code}`, [])).toBe('bad […]');
  });

  it.each([
    ['Unable to load agent with identifier Jo@x.example.', 'jo@X.example'],
    ['File 0123456789abcdef0123456789abcdef does not exist', token],
    [
      "Field 'order_number_of_the_customer' is not defined",
      '[{"code":"order_number_of_the_customer","value":"1"}]',
    ],
    ['cannot fetch https://x.example/long_name_of_a_file.pdf', 'https://x.example/long_name_of_a_file.pdf'],
    ['Invalid url "https://x.example/a.pdf": not reachable', 'https://x.example/a.pdf'],
    ['a_very_long_part_of_an_address@x.example is taken', 'a_very_long_part_of_an_address@x.example'],
  ])('keep what the caller has sent: %s', (words, sent) => {
    expect(shownWords(words, ['other', sent])).toBe(words);
  });
});

it('words of a megabyte take no more than a moment', async () => {
  for (const part of ['!', 'a@!', 'http://!', 'x']) {
    const words = `http://${part.repeat(1_000_000 / part.length)}x`;
    expect(await ownTime(() => void shownWords(words, []))).toBeLessThan(2000);
  }
});

describe('the texts that a caller has sent', () => {
  it('are the ids and values of the request, but for secret ones', () => {
    const request = {
      path: ['agents', { id: 'a1' }],
      query: { code: ['c1', 'c2'], none: undefined },
      form: { password: 'hush', name: 'Jo' },
    };
    expect(sentTexts(request, ['password'])).toEqual(['agents', 'a1', 'c1', 'c2', 'Jo']);
    expect(sentTexts({ path: [] }, [])).toEqual([]);
  });
});
