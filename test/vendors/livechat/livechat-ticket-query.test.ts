import { describe, expect, it } from 'vitest';
import { toTicketFilters } from '../../../src/vendors/livechat/livechat-ticket-query.ts';

const given = (filters: object) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));

describe('what LiveChat narrows a list by', () => {
  it('is every criterion that it has one value for', () => {
    const criteria = {
      status: ['RESOLVED'],
      channel: ['EMAIL'],
      departmentKey: '4',
      assigneeKey: 'ida@desk.example.com',
      customerEmail: 'nora@example.org',
      assigned: true,
    } as const;
    expect(given(toTicketFilters(criteria, 'VIP'))).toEqual({
      status: 'solved',
      source: 'mail',
      group: '4',
      assignee: 'ida@desk.example.com',
      'requester[mail]': 'nora@example.org',
      assigned: '1',
      tag: 'VIP',
    });
  });

  it('is nothing that would leave a wanted row out', () => {
    const several = { status: ['OPEN', 'PENDING'], channel: ['EMAIL', 'CHAT'] } as const;
    expect(given(toTicketFilters(several, undefined))).toEqual({});
    const unknown = { status: ['UNKNOWN'], channel: ['FACEBOOK'], search: 'boiler' } as const;
    expect(given(toTicketFilters(unknown, undefined))).toEqual({});
  });

  it('tells unassigned tickets from those that may be either', () => {
    expect(given(toTicketFilters({ assigned: false }, undefined))).toEqual({ assigned: '0' });
    expect(given(toTicketFilters({}, undefined))).toEqual({});
  });
});
