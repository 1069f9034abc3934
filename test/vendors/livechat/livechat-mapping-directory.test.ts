import { describe, expect, it } from 'vitest';
import { toAgent, toDepartment } from '../../../src/vendors/livechat/livechat-mapping-directory.ts';
import {
  customerKeyOf,
  ticketOfCustomerKey,
  toCustomer,
} from '../../../src/vendors/livechat/livechat-mapping-customer.ts';
import { agentSchema, groupSchema } from '../../../src/vendors/livechat/livechat-wire.ts';
import { baseUrl } from './sample-ticket.ts';

const listed = {
  login: 'ida@desk.example.com',
  name: 'Ida Berg',
  permission: 'normal',
  avatar: 'cdn.example.net/faces/ida.png',
  status: 'accepting chats',
  api_key: 'k-7',
};

const agentOf = (record: object) => toAgent(agentSchema.parse(record), baseUrl);

describe('agents', () => {
  it('leave only the departments and the chat limit open in the list', () => {
    expect(agentOf(listed)).toEqual({
      key: 'ida@desk.example.com',
      vendorId: 'ida@desk.example.com',
      name: 'Ida Berg',
      firstName: null,
      lastName: null,
      nickname: null,
      email: 'ida@desk.example.com',
      role: 'AGENT',
      avatarUrl: 'https://cdn.example.net/faces/ida.png',
      externalId: null,
      availability: {
        online: true,
        chat: true,
        calls: null,
        tickets: null,
        activeChats: null,
        maxChats: undefined,
        vendorStatus: 'accepting chats',
      },
      departments: undefined,
      websites: null,
    });
  });

  it('have groups and chat limit in the single answer, and never a key', () => {
    const agent = agentOf({ ...listed, max_chats_count: 6, groups: [{ id: 2, name: 'Sales' }, 5] });
    expect(agent.departments).toEqual([
      { key: '2', vendorId: '2', name: 'Sales' },
      { key: '5', vendorId: '5' },
    ]);
    expect(agent.availability?.maxChats).toBe(6);
    expect(JSON.stringify(agent)).not.toContain('k-7');
  });

  it.each([
    ['owner', 'OWNER'],
    ['administrator', 'ADMINISTRATOR'],
    ['normal', 'AGENT'],
    ['viceroy', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    [null, null],
  ])('with permission %s are %s', (permission, role) => {
    expect(agentOf({ ...listed, permission }).role).toBe(role);
  });

  it.each([
    ['accepting chats', true, true],
    ['not accepting chats', true, false],
    ['offline', false, false],
    ['at lunch', false, null],
    ['constructor', false, null],
  ])('with status %s are online: %s, for chats: %s', (status, online, chat) => {
    expect(agentOf({ ...listed, status }).availability).toMatchObject({ online, chat, vendorStatus: status });
  });
});

describe('departments', () => {
  it('name their agents by login, but for the group of all', () => {
    const sales = groupSchema.parse({ id: 2, name: 'Sales', agents: ['ida@desk.example.com'] });
    expect(toDepartment(sales)).toMatchObject({
      key: '2',
      name: 'Sales',
      agents: [{ key: 'ida@desk.example.com' }],
    });
    expect(toDepartment(groupSchema.parse({ id: 0, name: 'Everybody' })).agents).toBeUndefined();
  });

  it.each([null, undefined, '', []])('have no agents where LiveChat writes %j in their place', (agents) => {
    expect(toDepartment(groupSchema.parse({ id: 2, name: 'Sales', agents })).agents).toEqual([]);
  });
});

describe('customers', () => {
  it('go by their mail address, compared trimmed and in lower case', () => {
    const requester = { mail: ' Nora.Lind@Example.org ', name: ' Nora ', ip: null };
    expect(toCustomer({ id: 'H3LPA', requester })).toMatchObject({
      key: 'nora.lind@example.org',
      vendorId: 'Nora.Lind@Example.org',
      email: 'Nora.Lind@Example.org',
      name: 'Nora',
    });
    expect(customerKeyOf('Nora.Lind@Example.org')).toBe('nora.lind@example.org');
    expect(ticketOfCustomerKey('t:somebody@example.org')).toBeNull();
  });

  it('without an address go by their ticket', () => {
    const customer = toCustomer({ id: 'H3LPA', requester: { mail: '', name: 'Walk-in', ip: null } });
    expect(customer).toMatchObject({ key: 't:H3LPA', vendorId: 'H3LPA', email: null, name: 'Walk-in' });
    expect(ticketOfCustomerKey('t:H3LPA')).toBe('H3LPA');
    expect(customerKeyOf('H3LPA')).toBe('t:H3LPA');
  });

  it('with something else instead of an address go by their ticket, too', () => {
    const requester = { mail: ' n/a ', name: 'Nora', ip: null };
    expect(toCustomer({ id: 'H3LPA', requester })).toMatchObject({
      key: 't:H3LPA',
      vendorId: 'H3LPA',
      email: null,
      name: 'Nora',
    });
    expect(toCustomer({ id: 'H3LPA', requester: { ...requester, name: '' } })).toMatchObject({
      email: null,
      name: 'n/a',
    });
  });

  it('are none where the ticket tells nothing of them', () => {
    expect(toCustomer({ id: 'H3LPA', requester: { mail: null, name: ' ', ip: '198.51.100.4' } })).toBeNull();
  });
});
