import { describe, expect, it } from 'vitest';
import type { ConversationCriteria } from '../../../src/contract/conversation-reader.ts';
import type { TimelineRequest } from '../../../src/contract/timeline.ts';
import { sampleEvent, sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub, type Answers } from './stub-server.ts';

const page = (...tickets: object[]) => ({ tickets, total: tickets.length, pages: 1 });
const march = { from: Date.parse('2024-03-01T06:00:00Z'), to: Date.parse('2024-03-31T12:00:00Z') };

function request(
  filter: ConversationCriteria = {},
  parts: Partial<TimelineRequest<ConversationCriteria>> = {},
) {
  const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
  return { window: march, order, filter, limit: 26, position: null, ...parts };
}

function named(name: string, date: string): object {
  return sampleTicket({ id: date.slice(-3), date, requester: { mail: 'Nora.Lind@example.org', name } });
}

const ticketsOnly: Answers = ({ path }) => {
  if (path === '/v2/tickets') return page(sampleTicket());
  return path === '/v2/tickets/H3LPA' ? sampleTicket() : undefined;
};

const ida = { login: 'ida@desk.example.com', name: 'Ida' };
const twoGroups = [
  { id: 0, name: 'All' },
  { id: 1, name: 'Post', agents: [] },
];

describe('the LiveChat source', () => {
  it('sends credentials and version with every call, and the region where one is set', async () => {
    await using stub = await startStub(ticketsOnly, { region: 'fra' });
    await stub.source.conversations?.list(request(), contextOf());
    const [call] = stub.calls;
    expect(call?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('owner@desk.example.com:key-of-tests').toString('base64')}`,
      'x-api-version': '2',
      'x-region': 'fra',
    });
  });

  it('answers a first page of conversations, messages included, with one call', async () => {
    await using stub = await startStub(ticketsOnly);
    const answer = await stub.source.conversations?.list(request(), contextOf());
    expect(answer?.value).toMatchObject({
      rows: [{ key: 'H3LPA', messages: [{ kind: 'MESSAGE' }] }],
      coveredTo: null,
    });
    expect(Object.fromEntries(stub.calls[0]?.query ?? [])).toEqual({
      order: 'desc',
      date_from: '2024-03-01',
      date_to: '2024-03-31',
      page: '1',
    });
    expect(stub.calls).toHaveLength(1);
  });

  it('drops rows of the days asked for that were created outside the window', async () => {
    const early = sampleTicket({ id: 'EARLY', date: '2024-03-01T05:59:59Z' });
    await using stub = await startStub(() => page(early, sampleTicket()));
    const answer = await stub.source.conversations?.list(request(), contextOf());
    expect(answer?.value.rows.map(({ key }) => key)).toEqual(['H3LPA']);
  });

  it.each([
    { field: 'CREATED_AT', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'ASC' },
    { field: 'UPDATED_AT', direction: 'DESC' },
    { field: 'UPDATED_AT', direction: 'ASC' },
  ] as const)(
    'tells of tickets without an id or a date beside the others, by $field $direction',
    async (order) => {
      await using stub = await startStub(() => page({ subject: 'whose?' }, sampleTicket(), { id: 'WHEN1' }));
      const answer = await stub.source.conversations?.list(request({}, { order }), contextOf());
      expect(answer?.value).toMatchObject({
        rows: [{ key: 'H3LPA' }],
        coveredTo: null,
        unread: {
          span: march,
          because: { kind: 'wrong-answer', source: 'tickets', operation: 'conversations.list' },
        },
      });
    },
  );

  it('says that pages do not go on from each other where a server gives the first one for all', async () => {
    const first = Array.from({ length: 25 }, (_, index) => sampleTicket({ id: `T${index}` }));
    await using stub = await startStub(() => ({ tickets: first, total: 30, pages: 2 }));
    const answer = await stub.source.conversations?.list(request(), contextOf());
    expect(answer?.value.rows).toHaveLength(25);
    expect(answer?.value.unread?.because.message).toBe(
      'expected each page to go on where the one before ends; tickets may be left out',
    );
  });

  it('asks by the time of change without dates, as a change need not be an activity', async () => {
    await using stub = await startStub(ticketsOnly);
    const order = { field: 'UPDATED_AT', direction: 'ASC' } as const;
    await stub.source.conversations?.list(request({ status: ['OPEN'] }, { order }), contextOf());
    expect(Object.fromEntries(stub.calls[0]?.query ?? [])).toEqual({
      status: 'open',
      order: 'asc',
      page: '1',
    });
  });

  it('narrows a list by the time of change to the days of a span of creation', async () => {
    await using stub = await startStub(ticketsOnly);
    const order = { field: 'UPDATED_AT', direction: 'DESC' } as const;
    await stub.source.conversations?.list(request({ created: march }, { order }), contextOf());
    expect(stub.calls[0]?.query.get('date_from')).toBe('2024-03-01');
    expect(stub.calls[0]?.query.get('date_to')).toBe('2024-03-31');
  });

  it('asks for all tickets where the account lists no such tag', async () => {
    await using stub = await startStub(({ path }) => (path === '/v2/tags' ? [{ name: 'VIP' }] : page()));
    await stub.source.conversations?.list(request({ tag: 'gone' }), contextOf());
    expect(stub.calls.map(({ path, query }) => `${path} ${query.get('tag') ?? ''}`)).toEqual([
      '/v2/tags ',
      '/v2/tickets ',
    ]);
  });

  it('lists the tickets of a tag where the account does not tell its tags', async () => {
    await using stub = await startStub(ticketsOnly);
    const answer = await stub.source.conversations?.list(request({ tag: 'heating' }), contextOf());
    expect(answer?.value.rows).toMatchObject([{ key: 'H3LPA' }]);
  });

  it('gets a conversation with its messages in one call, and null for one that is gone', async () => {
    await using stub = await startStub(ticketsOnly);
    const references = [
      { key: 'H3LPA', revision: null },
      { key: 'GONE1', revision: null },
    ];
    const conversations = await stub.source.conversations?.get(references, contextOf());
    const messages = await stub.source.conversations?.messages(references, contextOf());
    expect(conversations).toMatchObject([{ key: 'H3LPA', customFields: [], note: null }, null]);
    expect(messages).toMatchObject([[{ key: '0' }], { kind: 'not-found', source: 'tickets' }]);
    expect(stub.calls).toHaveLength(2);
  });

  it.each([
    [5000, 1],
    [1000, 2],
  ])('keeps a conversation that changed %i ms ago for %i call(s)', async (ago, calls) => {
    await using stub = await startStub(ticketsOnly, { cacheSeconds: { conversation: 0.05 } });
    const references = [{ key: 'H3LPA', revision: new Date(Date.now() - ago).toISOString() }];
    await stub.source.conversations?.get(references, contextOf());
    await new Promise((resolve) => setTimeout(resolve, 150));
    await stub.source.conversations?.get(references, contextOf());
    expect(stub.calls).toHaveLength(calls);
  });

  it('puts a failure in its place and leaves the others alone', async () => {
    await using stub = await startStub(({ path }) =>
      path.endsWith('BAD01') ? [500, { error: 'x' }] : sampleTicket(),
    );
    const references = ['BAD01', 'H3LPA'].map((key) => ({ key, revision: null }));
    const conversations = await stub.source.conversations?.get(references, contextOf());
    expect(conversations).toMatchObject([
      { kind: 'unavailable', operation: 'conversations.get' },
      { key: 'H3LPA' },
    ]);
  });

  it('finds a ticket by the id as people paste it', async () => {
    await using stub = await startStub(ticketsOnly);
    const find = (text: string) => stub.source.conversations?.findByReference?.(text, contextOf());
    expect((await find(' #H3LPA '))?.value?.key).toBe('H3LPA');
    expect((await find('h3lpa'))?.value?.key).toBe('H3LPA');
    expect(stub.calls).toHaveLength(1);
    expect((await find('NONE1'))?.value).toBeNull();
    expect((await find('  '))?.value).toBeNull();
  });

  it('knows a customer by the newest of their tickets', async () => {
    const other = sampleTicket({ requester: { mail: 'nora.lind@example.org.evil.test', name: 'Somebody' } });
    await using stub = await startStub(({ query }) =>
      query.get('requester[mail]') === 'nora.lind@example.org'
        ? page(other, named('Nora L.', '2023-01-01'), named('Nora Lind', '2024-01-02'))
        : page(),
    );
    const { customers } = stub.source;
    expect(await customers?.findByEmail?.('nora.lind@example.org', contextOf())).toMatchObject({
      value: [{ name: 'Nora Lind' }],
    });
    expect(await customers?.findByVendorId?.('Nora.Lind@example.org', contextOf())).toMatchObject({
      name: 'Nora Lind',
    });
    expect(await customers?.findByEmail?.('nobody@example.org', contextOf())).toMatchObject({ value: [] });
    expect(stub.calls).toHaveLength(2);
  });

  it('gets a customer without an address from their ticket', async () => {
    await using stub = await startStub(({ path }) =>
      path === '/v2/tickets/H3LPA' ? sampleTicket({ requester: { name: 'Walk-in' } }) : undefined,
    );
    const customers = await stub.source.customers?.get(['t:H3LPA', 't:GONE1'], contextOf());
    expect(customers).toMatchObject([{ key: 't:H3LPA', name: 'Walk-in', email: null }, null]);
  });

  it('never hands out an agent’s key', async () => {
    const agent = {
      login: 'ida@desk.example.com',
      name: 'Ida',
      api_key: 'k-9',
      permission: 'owner',
      status: 'offline',
    };
    await using stub = await startStub(({ path }) => (path === '/v2/agents' ? [agent] : agent));
    const reader = stub.source.directories.Agent;
    const seen = [
      await reader?.list?.(contextOf()),
      await reader?.get(['ida@desk.example.com'], contextOf()),
    ];
    expect(JSON.stringify(seen)).toContain('Ida');
    expect(JSON.stringify(seen)).not.toContain('k-9');
  });

  it('asks for one agent alone, and for many by two lists', async () => {
    const agents = ['ida', 'pavel', 'suki'].map((name) => ({ login: `${name}@desk.example.com`, name }));
    const groups = [
      { id: 0, name: 'All' },
      { id: 2, name: 'Sales', agents: ['ida@desk.example.com'] },
    ];
    await using stub = await startStub(({ path }) => {
      if (path === '/v2/agents') return agents;
      if (path === '/v2/groups') return groups;
      return path === '/v2/agents/ida@desk.example.com'
        ? { ...agents[0], max_chats_count: 4, status: 'offline' }
        : undefined;
    });
    const reader = stub.source.directories.Agent;
    const one = await reader?.get(['ida@desk.example.com'], contextOf());
    expect(one).toMatchObject([{ availability: { maxChats: 4 }, departments: undefined }]);
    expect(await reader?.get(['left@desk.example.com'], contextOf())).toEqual([null]);
    expect(stub.calls).toHaveLength(2);
    const two = ['pavel@desk.example.com', 'left@desk.example.com'];
    expect(await reader?.get(two, contextOf())).toMatchObject([{ name: 'pavel' }, null]);
    expect(stub.calls).toHaveLength(3);
    const keys = ['left@desk.example.com', ...agents.map(({ login }) => login)];
    expect(await reader?.get(keys, contextOf())).toMatchObject([
      null,
      { name: 'ida' },
      { name: 'pavel' },
      { name: 'suki' },
    ]);
    const read = reader!.fields!.departments!;
    expect(await read(keys, contextOf())).toMatchObject([null, [{ key: '2', name: 'Sales' }], [], []]);
    expect(stub.calls).toHaveLength(4);
  });

  it('takes the departments of one agent from the groups where the answer for the agent lacks them', async () => {
    const groups = [...twoGroups, { id: 2, name: 'Sales', agents: [ida.login] }];
    await using stub = await startStub(({ path }) => {
      if (path === '/v2/groups') return groups;
      return path === '/v2/agents' ? [ida] : { ...ida, permission: 'owner' };
    });
    const read = stub.source.directories.Agent!.fields!.departments!;
    expect(await read([ida.login], contextOf())).toMatchObject([[{ key: '2', name: 'Sales' }]]);
    expect(stub.calls).toHaveLength(3);
  });

  it('fills the group of all agents from the list of agents', async () => {
    await using stub = await startStub(({ path }) => (path === '/v2/agents' ? [ida] : twoGroups));
    const read = stub.source.directories.Department!.fields!.agents!;
    expect(await read(['1', '9'], contextOf())).toEqual([[], null]);
    expect(stub.calls).toHaveLength(1);
    expect(await read(['0'], contextOf())).toMatchObject([[{ key: ida.login }]]);
    expect(stub.calls).toHaveLength(2);
  });

  it('tells no departments of agents where a group cannot be read, as they may be in it', async () => {
    await using stub = await startStub(({ path }) =>
      path === '/v2/agents' ? [ida, { login: 'pavel' }, { login: 'suki' }] : [...twoGroups, 'odd'],
    );
    const { fields, get } = stub.source.directories.Agent!;
    const keys = [ida.login, 'pavel', 'suki'];
    expect(await fields!.departments!(keys, contextOf())).toMatchObject(
      keys.map(() => ({ kind: 'wrong-answer' })),
    );
    expect(await get(keys, contextOf())).toMatchObject(keys.map((key) => ({ key })));
  });

  it('tells nobody in the group of all agents where one of them cannot be read', async () => {
    await using stub = await startStub(({ path }) =>
      path === '/v2/agents' ? [ida, { name: 'No login' }] : twoGroups,
    );
    const { fields, get } = stub.source.directories.Department!;
    expect(await fields!.agents!(['0', '1'], contextOf())).toMatchObject([{ kind: 'wrong-answer' }, []]);
    expect(await get(['0'], contextOf())).toMatchObject([{ name: 'All' }]);
  });

  it.each([
    ['Agent', { login: 'ida@desk.example.com' }],
    ['Department', { id: 1, name: 'Post' }],
    ['Tag', { name: 'vip' }],
  ] as const)('tells of rows that a list of type %s leaves out', async (type, row) => {
    await using stub = await startStub(() => [row, { title: 'odd' }]);
    const answer = await stub.source.directories[type]!.list!(contextOf());
    expect(answer).toMatchObject({ value: [{}], cutBecause: { kind: 'wrong-answer' } });
  });

  it('lists tags once for any number of them', async () => {
    await using stub = await startStub(() => [{ name: 'vip', count: { inTickets: 3 } }, { name: 'late' }]);
    const reader = stub.source.directories.Tag;
    expect((await reader?.list?.(contextOf()))?.value.map(({ name }) => name)).toEqual(['vip', 'late']);
    expect(await reader?.get(['late', 'none'], contextOf())).toMatchObject([
      { key: 'late', archived: false },
      null,
    ]);
    expect(stub.calls).toHaveLength(1);
  });

  it('proves itself by a list, and tells refused credentials', async () => {
    await using good = await startStub(() => page());
    await good.source.probe(contextOf());
    expect(good.calls.map(({ path }) => path)).toEqual(['/v2/tickets']);
    await using refused = await startStub(() => [401, { error: 'Invalid login' }]);
    await expect(refused.source.probe(contextOf())).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  it('tells a list that is not there from an empty one', async () => {
    await using stub = await startStub(() => undefined);
    await expect(stub.source.conversations?.list(request(), contextOf())).rejects.toMatchObject({
      kind: 'bad-response',
    });
  });

  it('reads past the cache when told to', async () => {
    let subject = 'before';
    await using stub = await startStub(() => sampleTicket({ subject, events: [sampleEvent()] }));
    const subjectOf = async (bypassCache: boolean) =>
      (
        await stub.source.conversations?.get([{ key: 'H3LPA', revision: null }], contextOf({ bypassCache }))
      )?.[0];
    await subjectOf(false);
    subject = 'after';
    expect(await subjectOf(false)).toMatchObject({ subject: 'before' });
    expect(await subjectOf(true)).toMatchObject({ subject: 'after' });
  });

  it('finds entities by the vendor’s own ids', async () => {
    await using stub = await startStub(ticketsOnly);
    const key = stub.source.keyOfVendorId.bind(stub.source);
    expect([
      key('Conversation', 'H3LPA'),
      key('Agent', 'a@b.test'),
      key('Department', '0'),
      key('Tag', 'vip'),
    ]).toEqual(['H3LPA', 'a@b.test', '0', 'vip']);
    expect(key('Customer', 'Nora@example.org')).toBe('nora@example.org');
    expect(key('Website', '1')).toBeNull();
  });
});
