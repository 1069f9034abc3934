import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { zazachat } from '../../../src/vendors/zazachat/zazachat-definition.ts';

const settings = z.object(zazachat.settings);
const least = { clientId: 12345, apiKey: 'k' };

describe('the settings', () => {
  test('need only the account and its key', () => {
    expect(settings.parse(least)).toEqual({
      url: 'http://zazaalerter.zazachat.com/webservices/enterprise.asmx',
      clientId: '12345',
      apiKey: 'k',
      timeZone: 'America/New_York',
      preChat: ['name', 'email'],
      customFieldNames: [],
      namespace: 'http://www.zazachat.com/webservices/',
    });
  });

  test.each(['z1001', 'Z1001', ' 1001 '])('take the account number from %j', (clientId) => {
    expect(settings.parse({ ...least, clientId }).clientId).toBe('1001');
  });

  test.each([
    { clientId: 'account' },
    { clientId: 1.5 },
    { clientId: 1e17 },
    { clientId: '' },
    { apiKey: '' },
    { timeZone: 'Europe/Nowhere' },
    { namespace: 'http://x/"\r\nX-Injected: 1' },
    { namespace: 'webservices' },
    { preChat: [''] },
  ])('refuse %j', (parts) => {
    expect(settings.safeParse({ ...least, ...parts }).success).toBe(false);
  });

  test('accept a zone without daylight saving', () => {
    expect(settings.parse({ ...least, timeZone: '-05:00' }).timeZone).toBe('-05:00');
  });
});
