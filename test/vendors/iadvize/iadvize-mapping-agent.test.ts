import { describe, expect, it } from 'vitest';
import { toAgent } from '../../../src/vendors/iadvize/iadvize-mapping-agent.ts';
import { toWebsite } from '../../../src/vendors/iadvize/iadvize-mapping-website.ts';
import { operatorSchema } from '../../../src/vendors/iadvize/iadvize-wire.ts';

const operator = {
  id: '412',
  external_id: 'RH-7',
  name: 'Nadia Brunel',
  nick: 'Nad',
  pseudo: 'Nadia',
  rights: 'operator',
  curchat: '1',
  maxchat: '4',
  is_online: '1',
  messenger_isonline: '0',
};

function agentOf(fields = {}) {
  return toAgent(operatorSchema.parse({ ...operator, ...fields }));
}

describe('an operator as an agent', () => {
  it('tells all that the list has', () => {
    expect(agentOf()).toEqual({
      key: '412',
      vendorId: '412',
      name: 'Nadia Brunel',
      firstName: null,
      lastName: null,
      nickname: 'Nadia',
      email: null,
      role: 'AGENT',
      avatarUrl: null,
      externalId: 'RH-7',
      availability: {
        online: true,
        chat: false,
        calls: null,
        tickets: null,
        activeChats: 1,
        maxChats: 4,
        vendorStatus: null,
      },
      departments: null,
    });
  });

  it.each([
    ['operator', 'AGENT'],
    ['manager', 'MANAGER'],
    ['Admin', 'ADMINISTRATOR'],
    ['supervisor', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    ['', null],
  ])('with the rights %j has the role %s', (rights, role) => {
    expect(agentOf({ rights }).role).toBe(role);
  });

  it.each([
    ['1', '1', true, true],
    ['0', '1', true, true],
    ['0', '0', false, false],
    ['1', undefined, true, true],
    [true, false, true, false],
    [false, 'non', false, false],
  ])(
    'with is_online %s and messenger_isonline %s is online: %s, for chats: %s',
    (console, messenger, online, chat) => {
      expect(agentOf({ is_online: console, messenger_isonline: messenger }).availability).toMatchObject({
        online,
        chat,
      });
    },
  );

  it('tells no availability where the vendor does not', () => {
    expect(agentOf({ is_online: undefined, messenger_isonline: undefined }).availability).toBeNull();
  });

  it('without an id elsewhere has none', () => {
    expect(agentOf({ external_id: '' }).externalId).toBeNull();
  });
});

describe('the address of a web site', () => {
  it.each([
    ['boutique.example', 'https://boutique.example'],
    ['intranet/aide', 'https://intranet/aide'],
    ['//boutique.example/fr', 'https://boutique.example/fr'],
    ['http://boutique.example/', 'http://boutique.example/'],
    ['/boutique', 'https://www.iadvize.com/boutique'],
    ['javascript:alert(1)', null],
    [null, null],
  ])('%s becomes %s', (url, expected) => {
    expect(toWebsite({ id: '4', label: 'Boutique', url }, 'https://www.iadvize.com/api').url).toBe(expected);
  });
});
