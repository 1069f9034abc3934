import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened));

function serve(records: Readonly<Record<string, unknown>>): void {
  desk.answer = ({ path }) =>
    path in records ? { record: records[path] } : refusal(404, `${path} not found`);
}

const leftOut = { kind: 'wrong-answer', message: expect.stringContaining('an id in every row') };

/** By type: the path, the list, and the column with the id. */
const lists = [
  ['Agent', 'onlinestatus/agents', 'agentsOnlineStates', 'id'],
  ['Company', 'companies', 'companies', 'id'],
  ['CustomerGroup', 'customersgroups', 'groups', 'id'],
  ['Department', 'departments', 'departments', 'departmentid'],
  ['KnowledgeBase', 'knowledgebase/knowledgebases', 'knowledgebases', 'kb_id'],
  ['SuggestionCategory', 'suggestioncategories', 'suggestioncategories', 'id'],
  ['Tag', 'tags', 'tags', 'id'],
] as const;

describe('a directory', () => {
  it.each(lists)('of type %s keeps its other rows where one has no id', async (type, path, list, id) => {
    serve({ [path]: { [list]: [{ [id]: 'one' }, { name: 'Nobody' }, 'odd', { [id]: 'two' }] } });
    const { value, cutBecause } = await source.directories[type]!.list!(callContext());
    expect(value.map(({ key }) => key)).toEqual(['one', 'two']);
    expect(cutBecause).toMatchObject(leftOut);
  });

  it.each(lists)('of type %s is whole where every row has one', async (type, path, list, id) => {
    serve({ [path]: { [list]: [{ [id]: 'one' }] } });
    const { cutBecause } = await source.directories[type]!.list!(callContext());
    expect(cutBecause).toBeNull();
  });
});

describe('entries of knowledge bases', () => {
  const rows = [{ kb_entry_id: '1', title: 'Pay' }, { title: 'No id' }, { kb_entry_id: '3' }];

  it.each([
    ['listed', 'knowledgebase/entries', 'entries', {}],
    ['listed by an older server', 'knowledgebase/articles', 'articles', {}],
    ['found', 'knowledgebase/search', 'entries', { search: 'pay' }],
  ])('are %s without the one that has no id', async (_how, path, list, criteria) => {
    serve({ [path]: { [list]: rows } });
    const { value } = await source.articles!.find(criteria, callContext());
    expect(value.articles.map(({ key }) => key)).toEqual(['1', '3']);
    expect(value.cutBecause).toMatchObject(leftOut);
  });
});

describe('authors of messages', () => {
  it('are looked up singly where a row of the list of agents cannot be read', async () => {
    const message = { messageid: 'm1', rtype: 'M', userid: 'ag2', message: 'Hi' };
    serve({
      'onlinestatus/agents': { agentsOnlineStates: [{ id: 'ag1' }, { firstname: 'Eve' }] },
      'agents/ag2': { userid: 'ag2', firstname: 'Eve' },
      'conversations/k1/messages': {
        groups: [{ rtype: '3', datecreated: '2020-01-01 00:00:00', messages: [message] }],
      },
    });
    const [messages] = await source.conversations!.messages([{ key: 'k1', revision: null }], callContext());
    expect(messages).toMatchObject([{ authorRole: 'AGENT', authorName: 'Eve' }]);
  });
});

describe('what stands in the place of a message', () => {
  const one = { messageid: 'm1', rtype: 'M', message: 'Hi' };
  const dated = { rtype: '3', datecreated: '2020-01-01 00:00:00' };

  it.each([
    ['of one', [{ ...dated, messages: [one, 'Anybody?'] }]],
    [
      'of the messages of a group',
      [
        { ...dated, messages: [one] },
        { ...dated, messages: 'Anybody?' },
      ],
    ],
    ['of a group', [{ ...dated, messages: [one] }, 'Anybody?']],
  ])('%s is shown as a message, and the others come', async (_place, groups) => {
    serve({ 'conversations/k1/messages': { groups } });
    const [messages] = await source.conversations!.messages([{ key: 'k1', revision: null }], callContext());
    expect(messages).toMatchObject([
      { vendorId: 'm1', kind: 'MESSAGE', body: 'Hi' },
      { vendorId: null, kind: 'OTHER', body: 'Anybody?', author: null },
    ]);
  });
});

describe('the departments of an agent', () => {
  it('are not told where one of the account cannot be read, as it may be one of them', async () => {
    serve({
      'onlinestatus/agents': { agentsOnlineStates: [{ id: 'ag1' }] },
      departments: { departments: [{ departmentid: 'd1' }, { name: 'No id' }] },
      'departments/d1/agents': { agents: [{ userid: 'ag1' }] },
    });
    const [departments] = await source.directories.Agent!.fields!.departments!(['ag1'], callContext());
    expect(departments).toMatchObject(leftOut);
  });
});

describe('online states of departments', () => {
  it('are told where one of them has no id', async () => {
    serve({
      departments: { departments: [{ departmentid: 'd1', name: 'One' }] },
      'onlinestatus/departments': {
        departmentsOnlineStates: [{ name: 'Nobody' }, { id: 'd1', onlineStatus: 'T', chat_count: '2' }],
      },
    });
    const read = source.directories.Department!.fields!.availability!;
    expect(await read(['d1'], callContext())).toMatchObject([{ chat: true, chatCount: 2 }]);
  });
});

describe('a list inside of a record', () => {
  it.each([[null], [''], [false], [[]]])('has no row for an item that is %j', async (nothing) => {
    serve({
      'conversations/k1/tags': { tags: [nothing, { id: 't1', name: 'VIP' }] },
      'conversations/k1/messages': {
        groups: [nothing, { datecreated: '2020-01-01 00:00:00', messages: [nothing, { message: 'Hi' }] }],
      },
    });
    const { conversations } = source;
    const reference = { key: 'k1', revision: null };
    expect(await conversations!.fields!.tags!([reference], callContext())).toMatchObject([[{ key: 't1' }]]);
    expect(await conversations!.messages([reference], callContext())).toMatchObject([[{ body: 'Hi' }]]);
  });
});
