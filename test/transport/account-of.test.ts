import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/contract/secret.ts';
import { accountOf } from '../../src/transport/account-of.ts';
import { settingsOf } from './vendor-stub.ts';

const settings = { ...settingsOf('https://desk.example.com'), apiKey: new Secret('one'), timeZone: 'UTC' };

describe('the mark of an account', () => {
  it('is the same whatever the order of settings and however the account is called', () => {
    const how = {
      timeoutMs: 1,
      maxConcurrent: 2,
      retries: 0,
      requestsPerMinute: 3,
      cacheSeconds: { list: 4 },
    };
    const reversed = Object.fromEntries(Object.entries({ ...settings, ...how }).reverse());
    expect(accountOf(reversed as unknown as typeof settings)).toBe(accountOf(settings));
  });

  it.each([
    { url: 'https://other.example.com' },
    { apiKey: new Secret('two') },
    { timeZone: 'Asia/Tokyo' },
    { vendor: 'bolt' },
    { name: 'support' },
  ])('is another one where one of these differs: %o', (other) => {
    expect(accountOf({ ...settings, ...other })).not.toBe(accountOf(settings));
  });

  it('shows no setting', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (key) => {
        const mark = accountOf(Object.assign({}, settings, { apiKey: new Secret(key) }));
        expect(mark).toMatch(/^[\w-]{32}$/);
        expect(mark).not.toContain(key);
      }),
    );
  });
});
