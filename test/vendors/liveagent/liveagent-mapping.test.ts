import { describe, expect, it } from 'vitest';
import { channels, codesFor, conversationStatuses } from '../../../src/vendors/liveagent/liveagent-codes.ts';
import { toListedAgent } from '../../../src/vendors/liveagent/liveagent-mapping-agent.ts';
import { toConversation } from '../../../src/vendors/liveagent/liveagent-mapping-conversation.ts';
import { toCustomer } from '../../../src/vendors/liveagent/liveagent-mapping-customer.ts';
import { toTag } from '../../../src/vendors/liveagent/liveagent-mapping-directory.ts';
import { toInstant } from '../../../src/vendors/liveagent/liveagent-mapping-values.ts';
import {
  agentStateSchema,
  conversationSchema,
  customerSchema,
  labelSchema,
} from '../../../src/vendors/liveagent/liveagent-wire.ts';

const timeZone = 'America/Los_Angeles';

function conversation(columns: Record<string, unknown>, complete = false) {
  const raw = { conversationid: 'k3', datecreated: '2021-07-08 09:10:11', ...columns };
  return toConversation(conversationSchema.parse(raw), raw, { fetchedAt: 5, timeZone, complete });
}

describe('a conversation', () => {
  it('keeps its codes beside what they mean', () => {
    expect(conversation({ status: 'W', channel_type: '1' })).toMatchObject({
      status: 'POSTPONED',
      vendorStatus: 'W',
      channel: 'WHATSAPP',
      vendorChannel: '1',
    });
  });

  it('survives codes that nobody knows', () => {
    expect(conversation({ status: 'constructor', channel_type: '9' })).toMatchObject({
      status: 'UNKNOWN',
      vendorStatus: 'constructor',
      channel: 'OTHER',
      vendorChannel: '9',
    });
    expect(conversation({})).toMatchObject({ status: 'UNKNOWN', vendorStatus: null, vendorChannel: null });
  });

  it('has its times from the zone of the account, summer and winter', () => {
    expect(conversation({ datechanged: '2021-12-24 20:00:00' })).toMatchObject({
      createdAt: Date.UTC(2021, 6, 8, 16, 10, 11),
      updatedAt: Date.UTC(2021, 11, 25, 4),
      revision: '2021-12-24 20:00:00',
    });
  });

  it('is not changed before its creation where the clocks were set back in between', () => {
    const changes = {
      '2024-11-03 01:10:00': '09:10',
      '2024-11-03 01:50:00': '08:50',
      '2024-11-03 00:10:00': '07:10',
    };
    for (const [datechanged, updated] of Object.entries(changes)) {
      expect(conversation({ datecreated: '2024-11-03 01:40:00', datechanged })).toMatchObject({
        createdAt: Date.parse('2024-11-03T08:40Z'),
        updatedAt: Date.parse(`2024-11-03T${updated}Z`),
      });
    }
  });

  it('in a list is silent about what only the single record tells', () => {
    const row = conversation({});
    expect(row).toMatchObject({
      note: undefined,
      assignee: undefined,
      customFields: undefined,
      dueAt: undefined,
    });
  });

  it('alone tells everything, null for what there is none of', () => {
    const single = conversation(
      { ownernote: null, assignedto: '', datedue: '0000-00-00 00:00:00', customfields: [] },
      true,
    );
    expect(single).toMatchObject({ note: null, assignee: null, dueAt: null, customFields: [] });
  });

  it('has nothing where PHP says false', () => {
    const nothing = { code: false, subject: false, departmentid: false, assignedto: false, tags: false };
    expect(conversation(nothing, true)).toMatchObject({
      reference: null,
      subject: null,
      department: null,
      assignee: null,
      tags: [],
    });
  });

  it.each([
    [[], []],
    [false, []],
    [[null, 'x', { value: 'v' }, { code: '', value: 'v' }, { code: null }], []],
    [{ code: 'c1', value: 'v' }, [{ code: 'c1', value: 'v' }]],
    [
      [{ code: ' ' }, { code: 'c1', value: 7 }, { code: 'c2' }],
      [
        { code: 'c1', value: '7' },
        { code: 'c2', value: null },
      ],
    ],
  ])('with the custom fields %j has %j', (customfields, fields) => {
    expect(conversation({ customfields }, true)?.customFields).toEqual(fields);
  });

  it('is silent about tags where its record has no column for them', () => {
    expect(conversation({}, true)?.tags).toBeUndefined();
    expect(conversation({ tags: null }, true)?.tags).toEqual([]);
  });

  it.each([
    ['', []],
    ['ab12', ['ab12']],
    ['ab12,\n cd34 ,,ab12', ['ab12', 'cd34']],
    [
      ['ab12', ' cd34', '', null],
      ['ab12', 'cd34'],
    ],
    [[{ id: 'ab12', name: 'VIP' }, { name: 'none' }], ['ab12']],
    [{ id: 'ab12', name: 'VIP' }, ['ab12']],
    [[], []],
  ])('with the tags %j has %j', (tags, keys) => {
    expect(conversation({ tags })?.tags?.map(({ key }) => key)).toEqual(keys);
  });

  it('counts by its change where the creation cannot be read, and is none without both', () => {
    expect(conversation({ datecreated: '', datechanged: '2021-07-08 09:10:12' })?.createdAt).toBe(
      Date.UTC(2021, 6, 8, 16, 10, 12),
    );
    expect(conversation({ datecreated: 'soon' })).toBeNull();
    expect(conversation({ datecreated: 1_793_872_800, datechanged: '2021-07-08 09:10:12' })?.createdAt).toBe(
      Date.UTC(2026, 10, 5, 10),
    );
  });

  it('shows its record without what opens a session', () => {
    const raw = {
      owner: [{ authtoken: 'secret-1', browsercookiename: 'V_auth', name: 'Ann' }],
      apikey: 'secret-2',
    };
    expect(conversation(raw)?.raw).toMatchObject({ owner: [{ name: 'Ann' }] });
    expect(JSON.stringify(conversation(raw))).not.toMatch(/secret-|V_auth/);
  });
});

describe('the owner of a conversation', () => {
  it('is known by address, whatever its case', () => {
    expect(
      conversation({ ownername: 'Ann Lee', owneremail: ' Ann.Lee@Example.org ' })?.customer,
    ).toMatchObject({
      key: 'e:ann.lee@example.org',
      email: 'Ann.Lee@Example.org',
      name: 'Ann Lee',
    });
  });

  it('has a name that is still to be read where the record has no column for it', () => {
    expect(conversation({ owneremail: 'ann@example.org' })?.customer?.name).toBeUndefined();
    expect(conversation({ ownername: '', owneremail: 'ann@example.org' })?.customer?.name).toBeNull();
  });

  it('who called is known by the conversation and has a number', () => {
    expect(conversation({ ownername: 'Ann Lee', owneremail: '+421 900 123 456' })?.customer).toMatchObject({
      key: 'o:k3',
      vendorId: '+421 900 123 456',
      email: null,
      name: 'Ann Lee',
      phones: ['+421 900 123 456'],
    });
  });

  it('with nothing but a name is known by the conversation too', () => {
    expect(conversation({ ownername: 'Visitor' })?.customer).toMatchObject({
      key: 'o:k3',
      vendorId: 'k3',
      phones: [],
    });
  });

  it('may be missing', () => {
    expect(conversation({ ownername: '', owneremail: null })?.customer).toBeNull();
  });
});

describe('a customer', () => {
  it('has the key that conversations give it', () => {
    const wire = customerSchema.parse({ contactid: 'c9', email: 'ANN@example.org', role: 'R', gender: 'F' });
    expect(toCustomer(wire, timeZone, false)).toMatchObject({
      key: 'e:ann@example.org',
      vendorId: 'c9',
      role: 'registered',
      gender: 'FEMALE',
      createdAt: undefined,
    });
  });

  it('without address is known by id', () => {
    const wire = customerSchema.parse({
      contactid: 'c9',
      email: '',
      firstname: 'Ann',
      gender: '?',
      role: 'Q',
    });
    expect(toCustomer(wire, timeZone, true)).toMatchObject({
      key: 'i:c9',
      name: 'Ann',
      email: null,
      gender: 'OTHER',
      role: 'Q',
      customFields: null,
    });
  });

  it.each([
    ['+421 900 123 456', ['+421 900 123 456']],
    ['n/a', []],
  ])('with %j instead of an address is known by id', (email, phones) => {
    const wire = customerSchema.parse({ contactid: 'c9', email });
    expect(toCustomer(wire, timeZone, false)).toMatchObject({ key: 'i:c9', email: null, phones });
  });
});

describe('the gender of a customer', () => {
  it.each([
    ['M', 'MALE'],
    ['O', 'OTHER'],
    ['N', 'OTHER'],
    ['constructor', 'OTHER'],
    ['', null],
    [null, null],
  ])('%j is %j', (gender, told) => {
    const wire = customerSchema.parse({ contactid: 'c9', gender });
    expect(toCustomer(wire, timeZone, false)?.gender).toBe(told);
  });
});

describe('an agent', () => {
  it.each([
    ['MPRT', { online: true, chat: true, calls: true, tickets: true, vendorStatus: 'MPRT' }],
    ['RM', { online: true, chat: false, calls: false, tickets: true }],
    ['F', { online: false, chat: false, calls: false, tickets: false, vendorStatus: 'F' }],
    ['', { online: false, vendorStatus: null }],
  ])('with the letters %j is available as %j', (onlineStatus, availability) => {
    const wire = agentStateSchema.parse({ id: 'u1', onlineStatus, presetStatus: 'MPRT' });
    expect(toListedAgent(wire, 'https://desk.example.org').agent.availability).toMatchObject(availability);
  });

  it('has a picture below the source’s own address and a name in any case', () => {
    const wire = agentStateSchema.parse({
      id: 'u1',
      username: 'ann@example.org',
      avatar_url: 'themes/a b.png',
    });
    expect(toListedAgent(wire, 'https://desk.example.org/support').agent).toMatchObject({
      name: 'ann@example.org',
      avatarUrl: 'https://desk.example.org/support/themes/a%20b.png',
      availability: null,
    });
  });
});

describe('a tag', () => {
  it('in a list is silent about columns that the list lacks', () => {
    expect(toTag(labelSchema.parse({ id: 't1', name: 'VIP' }), false)).toMatchObject({
      color: undefined,
      archived: undefined,
    });
  });

  it('with an empty mark is not archived', () => {
    const wire = labelSchema.parse({ id: 't1', name: 'VIP', is_archived: null, color: 'FFFFFF' });
    expect(toTag(wire, false)).toMatchObject({ color: 'FFFFFF', archived: false });
    expect(toTag({ ...wire, is_archived: 'Y' }, true)).toMatchObject({
      backgroundColor: null,
      archived: true,
    });
  });
});

describe('values', () => {
  it.each(['2021-02-30 10:00:00', '0000-00-00 00:00:00', 'now', '', null, undefined])(
    '%j is no date',
    (text) => {
      expect(toInstant(text, 'UTC')).toBeNull();
    },
  );

  it.each([
    ['2026-11-05 10:00:00', Date.UTC(2026, 10, 5, 18)],
    ['2026-11-05T10:00:00Z', Date.UTC(2026, 10, 5, 10)],
    ['2026-11-05T10:00:00.500+02:00', Date.UTC(2026, 10, 5, 8)],
    ['2026-11-05 10:00:00 -0330', Date.UTC(2026, 10, 5, 13, 30)],
    ['1793872800', Date.UTC(2026, 10, 5, 10)],
    ['2026-02-30T10:00:00Z', null],
    ['10:00:00Z', null],
    ['20261105', null],
    ['0', null],
  ])('%j is the date %j', (text, instant) => {
    expect(toInstant(text, timeZone)).toBe(instant);
  });

  it('are put into all codes that stand for them, or into none', () => {
    expect(codesFor(channels, ['FACEBOOK', 'CALL'])?.split(',').sort()).toEqual(['A', 'C', 'F', 'W']);
    expect(codesFor(conversationStatuses, ['OPEN', 'PENDING'])).toBeNull();
  });
});
