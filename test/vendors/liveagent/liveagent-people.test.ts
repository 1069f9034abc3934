import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext, openSource } from './open-source.ts';
import { refusal, type DeskAnswer, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened));

/** Answers by path; what is not there is not found. */
function serve(
  records: Readonly<Record<string, unknown>>,
  failing: Readonly<Record<string, DeskAnswer>> = {},
): void {
  desk.answer = ({ path }) =>
    failing[path] ?? (path in records ? { record: records[path] } : refusal(404, `${path} not found`));
}

async function listedAgents(): Promise<readonly string[]> {
  const { value } = await source.directories.Agent!.list!(callContext());
  return value.map(({ key }) => key);
}

async function find(reference: string): Promise<string | undefined> {
  return (await source.conversations!.findByReference!(reference, callContext())).value?.key;
}

function paths(): string[] {
  return desk.calls.map(({ path }) => path);
}

describe('customers', () => {
  const ann = { contactid: 'c1', email: 'Ann@Example.org', firstname: 'Ann', role: 'V', authtoken: 'cookie' };

  it('are found by address in one call', async () => {
    serve({ 'customers/ann@example.org': ann });
    const found = await source.customers!.findByEmail!('ann@example.org', callContext());
    expect(found.value).toMatchObject([
      { key: 'e:ann@example.org', vendorId: 'c1', role: 'visitor', phones: [] },
    ]);
    expect(paths()).toEqual(['customers/ann@example.org']);
    expect(JSON.stringify(found)).not.toContain('cookie');
  });

  it('with a plus sign in the address are found by the list where the path fails', async () => {
    const plus = { ...ann, email: 'ann+desk@example.org' };
    desk.answer = ({ path, query }) => {
      if (path === 'customers/c1') return { record: plus };
      if (path !== 'customers') return refusal(404, 'Contact not found');
      return { record: { customers: query.email === plus.email ? [{ ...ann, contactid: 'c0' }, plus] : [] } };
    };
    const [found] = await source.customers!.get(['e:ann+desk@example.org'], callContext());
    expect(found).toMatchObject({ vendorId: 'c1', email: plus.email });
  });

  it('are none where neither knows the address', async () => {
    serve({ customers: { customers: [] } });
    expect((await source.customers!.findByEmail!('no@example.org', callContext())).value).toEqual([]);
    expect(await source.customers!.get(['e:no@example.org', 'nonsense', 'o:'], callContext())).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are found by the vendor’s id, under the key that conversations use', async () => {
    serve({ 'customers/c1': ann });
    const key = source.keyOfVendorId('Customer', 'c1') ?? '';
    const [found] = await source.customers!.get([key], callContext());
    expect(found).toMatchObject({ key: 'e:ann@example.org', vendorId: 'c1' });
    expect(await source.customers!.findByVendorId!('c1', callContext())).toEqual(found);
    expect(paths()).toEqual(['customers/c1']);
  });

  it('who only called are read from their conversation again', async () => {
    serve({
      'conversations/k1': {
        conversationid: 'k1',
        datecreated: '2020-01-01 00:00:00',
        owneremail: '+1 555 010 020',
      },
    });
    const [found, groups] = await Promise.all([
      source.customers!.get(['o:k1'], callContext()),
      source.customers!.groups!(['o:k1'], callContext()),
    ]);
    expect(found).toMatchObject([{ key: 'o:k1', phones: ['+1 555 010 020'] }]);
    expect(groups).toEqual([[]]);
  });

  it('that fail do so in their place', async () => {
    serve({ 'customers/c1': ann }, { 'customers/c2': refusal(503, 'Application is updating') });
    const found = await source.customers!.get(['i:c2', 'i:c1', 'i:c2'], callContext());
    expect(found).toMatchObject([{ kind: 'unavailable' }, { vendorId: 'c1' }, { kind: 'unavailable' }]);
    expect(paths().sort()).toEqual(['customers/c1', 'customers/c2']);
  });

  it('tell their groups', async () => {
    serve({ 'customers/ann@example.org/groups': { groups: [{ groupid: 'g1', groupname: 'VIP' }] } });
    const groups = await source.customers!.groups!(['e:ann@example.org'], callContext());
    expect(groups).toMatchObject([[{ key: 'g1', name: 'VIP' }]]);
  });
});

describe('directories', () => {
  const states = {
    agentsOnlineStates: ['a', 'b', 'c'].map((id) => ({
      id: `ag-${id}`,
      contactid: `co-${id}`,
      username: `${id}@example.org`,
      firstname: id,
      lastname: 'Doe',
      onlineStatus: 'M',
    })),
  };
  const departments = {
    departments: ['d1', 'd2', 'd3'].map((departmentid) => ({
      departmentid,
      name: `Team ${departmentid}`,
      deleted: departmentid === 'd3' ? 'Y' : 'N',
    })),
  };
  const records = {
    'onlinestatus/agents': states,
    'agents/ag-a': { userid: 'ag-a', role: 'D', authtoken: 'cookie' },
    'agents/ag-b': { userid: 'ag-b', role: '?' },
    'agents/left': { userid: 'left', email: 'left@example.org', role: 'A' },
    departments,
    'departments/d1/agents': { agents: [{ userid: 'ag-a', firstname: 'a' }] },
    'departments/d2/agents': { agents: [{ userid: 'ag-a' }, { userid: 'ag-b' }] },
  };

  it('tell of several agents with one call for each and one for each team', async () => {
    serve(records);
    const { Agent } = source.directories;
    const keys = ['ag-a', 'co-b', 'left', 'nobody'];
    expect(await Agent!.get(keys, callContext())).toMatchObject([
      { key: 'ag-a', role: 'ADMINISTRATOR' },
      { key: 'ag-b', role: 'UNKNOWN' },
      { key: 'left', name: 'left@example.org', availability: null },
      null,
    ]);
    expect(paths()).toHaveLength(5);
    expect(await Agent!.fields!.departments!(keys, callContext())).toMatchObject([
      [{ key: 'd1' }, { key: 'd2' }],
      [{ key: 'd2' }],
      [],
      null,
    ]);
    expect(paths().filter((path) => path.startsWith('departments'))).toHaveLength(3);
    expect(new Set(paths()).size).toBe(paths().length);
  });

  describe('of exactly ten agents, which may be the first of more', () => {
    const agentsOnlineStates = Array.from({ length: 10 }, (_, index) => ({
      id: `ag-${index}`,
      firstname: `Agent ${index}`,
      onlineStatus: 'T',
    }));

    it('list those of teams, too, each once', async () => {
      const team = { agents: [{ userid: 'ag-9' }, { userid: 'ag-10', firstname: 'Late' }] };
      serve({
        'onlinestatus/agents': { agentsOnlineStates },
        departments,
        'departments/d1/agents': team,
        'departments/d2/agents': team,
      });
      const { value } = await source.directories.Agent!.list!(callContext());
      expect(value.map(({ key }) => key).sort()).toEqual(
        ['ag-10', ...agentsOnlineStates.map(({ id }) => id)].sort(),
      );
      expect(value.find(({ key }) => key === 'ag-9')).toMatchObject({ name: 'Agent 9' });
    });

    it('list these where the teams cannot be read', async () => {
      serve({ 'onlinestatus/agents': { agentsOnlineStates } });
      expect(await listedAgents()).toHaveLength(10);
    });

    it('take one call where they are fewer', async () => {
      serve({ 'onlinestatus/agents': { agentsOnlineStates: agentsOnlineStates.slice(1) }, departments });
      expect(await listedAgents()).toHaveLength(9);
      expect(paths()).toEqual(['onlinestatus/agents']);
    });
  });

  it('leave deleted teams out of the list and still know them', async () => {
    serve(records);
    const { value } = await source.directories.Department!.list!(callContext());
    expect(value.map(({ key }) => key)).toEqual(['d1', 'd2']);
    const { get, fields } = source.directories.Department!;
    expect(await get(['d3', 'd2'], callContext())).toMatchObject([{ name: 'Team d3' }, { name: 'Team d2' }]);
    expect(paths()).toEqual(['departments']);
    expect(await fields!.agents!(['d3', 'd2'], callContext())).toMatchObject([
      null,
      [{ key: 'ag-a' }, { key: 'ag-b' }],
    ]);
  });

  it('ask for a single tag only where the list does not tell all', async () => {
    const full = { id: 't1', name: 'VIP', color: null, bg_color: null, is_archived: null };
    serve({
      tags: { tags: [full, { id: 't2', name: 'New' }, { id: 't3', name: 'Old' }] },
      'tags/t2': { ...full, id: 't2', name: 'New', color: 'AABBCC' },
      'tags/hidden': { ...full, id: 'hidden', name: 'Hidden', is_archived: 'Y' },
    });
    const { get, fields } = source.directories.Tag!;
    const keys = ['t1', 't2', 't3', 'hidden', 'none'];
    expect(await get(keys, callContext())).toMatchObject([
      { name: 'VIP', color: null, archived: false },
      { name: 'New' },
      { name: 'Old' },
      { name: 'Hidden', archived: true },
      null,
    ]);
    expect(paths().sort()).toEqual(['tags', 'tags/hidden', 'tags/none']);
    expect(await fields!.color!(keys, callContext())).toEqual([null, 'AABBCC', null, null, null]);
    expect(await fields!.archived!(keys, callContext())).toEqual([false, false, false, true, false]);
    expect(paths()).not.toContain('tags/t1');
  });

  it('tell what the list tells of a tag while its record cannot be read', async () => {
    serve(
      { tags: { tags: [{ id: 't2', name: 'New', color: 'AABBCC' }] } },
      { 'tags/t2': refusal(503, 'Application is updating') },
    );
    const { get, fields } = source.directories.Tag!;
    expect(await get(['t2'], callContext())).toMatchObject([{ name: 'New' }]);
    expect(await fields!.color!(['t2'], callContext())).toEqual(['AABBCC']);
    expect(await fields!.backgroundColor!(['t2'], callContext())).toMatchObject([{ kind: 'unavailable' }]);
  });

  it('that cannot be listed fail for each key in its place', async () => {
    serve({}, { tags: refusal(503, 'Application is updating') });
    const found = await source.directories.Tag!.get(['t1', 't2'], callContext());
    expect(found).toMatchObject([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
  });
});

function record(conversationid: string, columns: Readonly<Record<string, unknown>> = {}) {
  return {
    conversationid,
    datecreated: '2020-01-01 00:00:00',
    datechanged: '2020-01-02 00:00:00',
    tags: '',
    ...columns,
  };
}

describe('conversations', () => {
  it('that are gone are null, and one that fails is an error in its place', async () => {
    serve(
      { 'conversations/k1': record('k1') },
      { 'conversations/k3': { status: 502, body: '<html></html>' } },
    );
    const found = await source.conversations!.get(
      ['k1', 'k2', 'k3'].map((key) => ({ key, revision: null })),
      callContext(),
    );
    expect(found).toMatchObject([{ key: 'k1' }, null, { kind: 'unavailable' }]);
  });

  it('without a key are gone, and nobody is asked', async () => {
    expect(await source.conversations!.get([{ key: '', revision: null }], callContext())).toEqual([null]);
    const { value } = await source.conversations!.findByReference!('  ', callContext());
    expect(value).toBeNull();
    expect(paths()).toEqual([]);
  });

  it('have the id for their key whatever they were asked for by', async () => {
    serve({ 'conversations/AB-1': record('k1', { code: 'AB-1' }) });
    const { value } = await source.conversations!.findByReference!('AB-1', callContext());
    expect(value).toMatchObject({ key: 'k1', reference: 'AB-1' });
  });

  it('are found by their code in small letters, and their id is looked for as it stands alone', async () => {
    serve({ 'conversations/AB-1': record('k1', { code: 'AB-1' }) });
    expect(await find('ab-1')).toBe('k1');
    expect(paths()).toEqual(['conversations/ab-1', 'conversations/AB-1']);
    expect(await find('abc1')).toBeUndefined();
    expect(paths().slice(2)).toEqual(['conversations/abc1']);
  });

  it('are not asked for again while their revision is the same', async () => {
    serve({ 'conversations/k1': record('k1') });
    const patient = openSource(desk.url, { cacheSeconds: { conversation: 60 } });
    const get = (revision: string) => patient.conversations!.get([{ key: 'k1', revision }], callContext());
    await get('2020-01-02 00:00:00');
    await get('2020-01-02 00:00:00');
    expect(desk.calls).toHaveLength(1);
    await get('2020-01-03 00:00:00');
    expect(desk.calls).toHaveLength(2);
    await patient.close();
  });

  it('show their messages without authors when the agents cannot be read', async () => {
    const groups = [{ rtype: '3', messages: [{ messageid: 'm1', rtype: 'M', userid: 'u1', message: 'Hi' }] }];
    serve({ 'conversations/k1/messages': { groups } });
    const [messages, gone] = await source.conversations!.messages(
      ['k1', 'k2'].map((key) => ({ key, revision: null })),
      callContext(),
    );
    const authorFailure = { kind: 'bad-response', operation: 'onlinestatus.agents' };
    expect(messages).toMatchObject([{ body: 'Hi', authorRole: 'UNKNOWN', authorFailure }]);
    expect(gone).toMatchObject({ kind: 'not-found' });
    expect(paths().filter((path) => path === 'onlinestatus/agents')).toHaveLength(1);
  });
});
