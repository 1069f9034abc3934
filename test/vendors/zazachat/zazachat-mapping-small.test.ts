import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPreChat } from '../../../src/vendors/zazachat/zazachat-mapping-customer.ts';
import { fromKey, toKey } from '../../../src/vendors/zazachat/zazachat-mapping-key.ts';
import { toTicketStatus } from '../../../src/vendors/zazachat/zazachat-mapping-status.ts';

describe('toTicketStatus', () => {
  test.each([
    ['Closed', 'CLOSED'],
    ['OPEN', 'OPEN'],
    ['new', 'NEW'],
    ['Solved', 'RESOLVED'],
    ['Resolved', 'RESOLVED'],
    [' Pending ', 'PENDING'],
    ['On-Hold', 'PENDING'],
    ['Re-Opened', 'OPEN'],
    ['In progress.', 'OPEN'],
    ['Postponed', 'POSTPONED'],
    ['Answered', 'ANSWERED'],
    ['Spam', 'SPAM'],
    ['Deleted', 'DELETED'],
    ['Escalated', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('%j is %s', (text, status) => {
    expect(toTicketStatus(text)).toBe(status);
  });
});

describe('toPreChat', () => {
  test('reads the columns by the account’s words and hands on what is no name, address or number', () => {
    const info = {
      prechat1: 'ann@example.org',
      prechat2: 'Ann',
      prechat3: '+49 1',
      prechat4: 'Acme',
      notes: 'x',
    };
    expect(toPreChat(info, ['Email', 'Name', 'Phone', 'Company'])).toEqual({
      name: 'Ann',
      email: 'ann@example.org',
      phone: '+49 1',
      others: [{ code: 'Company', value: 'Acme' }],
    });
  });

  test('keeps a filled column that has no word, and leaves out an empty one', () => {
    expect(toPreChat({ prechat1: 'Ann', prechat3: 'blue', prechat4: '' }, ['name', 'email'])).toEqual({
      name: 'Ann',
      email: null,
      phone: null,
      others: [{ code: 'PreChat3', value: 'blue' }],
    });
  });
});

describe('keys', () => {
  test('any id comes back out of the key', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom('chat', 'ticket'), day, fc.string({ minLength: 1 }), (kind, date, id) => {
        const address = { kind, day: date.toISOString().slice(0, 10), id } as const;
        expect(fromKey(toKey(address))).toEqual(address);
      }),
    );
  });

  test.each(['', 'x:2010-07-13:a', 'v:2010-02-30:a', 'v:2010-07-13:', 'v:2010-7-13:a', '2010-07-13'])(
    '%j is no key',
    (key) => {
      expect(fromKey(key)).toBeNull();
    },
  );
});
