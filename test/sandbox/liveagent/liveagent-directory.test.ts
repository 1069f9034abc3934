import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDesk } from './liveagent-desk.ts';
import { openTestDesk } from './liveagent-desk.ts';

let account: TestDesk;
beforeAll(async () => {
  account = await openTestDesk();
});
afterAll(() => account.emulator.close());

describe('people at LiveAgent', () => {
  test('can be fetched as agents by id and by address, login cookie included', async () => {
    const agent = account.desk.agents[3];
    const [byId, byEmail] = await Promise.all([
      account.get(`agents/${agent?.id}`),
      account.get(`agents/${encodeURIComponent(agent?.email ?? '')}`),
    ]);
    expect(byId.response).toEqual(byEmail.response);
    expect(byId.response).toMatchObject({ userid: agent?.id, browsercookiename: 'A_auth' });
    expect(byId.response.authtoken).toMatch(/^[0-9a-f]{32}$/);
    expect(byId.response.contactid).not.toBe(agent?.id);
  });

  test('show letters for what they take, with relative pictures', async () => {
    const { rows } = await account.get('onlinestatus/agents');
    const states = rows('agentsOnlineStates');
    expect(states.every((state) => /^[MPRTF]*$/.test(state['onlineStatus'] ?? '?'))).toBe(true);
    expect(states.some((state) => state['avatar_url']?.startsWith('themes/'))).toBe(true);
  });

  test('are paged as customers by limitcount and limitfrom', async () => {
    const all = (await account.get('customers', { limitcount: '1000' })).rows('customers');
    const part = (await account.get('customers', { limitcount: '5', limitfrom: '7' })).rows('customers');
    expect(part).toEqual(all.slice(7, 12));
    expect((await account.get('customers')).rows('customers').length).toBe(Math.min(100, all.length));
  });

  test('match as customers by a part of the name and by creation', async () => {
    const customer = account.desk.customers.find(({ lastName }) => lastName.length > 4);
    const part = customer?.lastName.slice(1, 4).toUpperCase() ?? '';
    const found = (await account.get('customers', { lastname: part, limitcount: '1000' })).rows('customers');
    expect(found.map((row) => row.contactid)).toContain(customer?.id);
    const none = await account.get('customers', { datecreatedfrom: '2025-06-18' });
    expect(none.rows('customers')).toEqual([]);
  });

  test('give away their login cookie as customers, but not in the list', async () => {
    const { response } = await account.get(`customers/${account.desk.customers[0]?.id}`);
    expect(response.authtoken).toMatch(/^[0-9a-f]{32}$/);
    const list = await account.get('customers', { limitcount: '1' });
    expect(Object.keys(list.row('customers'))).not.toContain('authtoken');
  });
});

describe('three kinds of groups and tags at LiveAgent', () => {
  test('differ in the names of their columns', async () => {
    const member = account.desk.customers.find(({ groupIds }) => groupIds.length > 0);
    const ofCustomer = await account.get(`customers/${member?.id}/groups`);
    expect(Object.keys(ofCustomer.row('groups'))).toEqual(['groupid', 'groupname']);
    const all = await account.get('customersgroups');
    expect(Object.keys(all.row('groups'))).toEqual(['id', 'name']);
    const company = (await account.get('companies')).row('companies', 2);
    const info = await account.get(`companies/${company['id']}`);
    expect(company['emails']?.split(',')).toEqual(info.response['emails']);
    expect(Object.keys(info.row('groups'))).toEqual(['groupid', 'groupname']);
  });

  test('are text in a conversation and rows in its tags', async () => {
    const one = account.desk.conversations.find(({ tagIds }) => tagIds.length === 2);
    const [info, tags] = await Promise.all([
      account.get(`conversations/${one?.id}`),
      account.get(`conversations/${one?.id}/tags`),
    ]);
    const ids = info.response['tags']?.split(/,\s*/) ?? [];
    expect(tags.column('tags', 'id').toSorted()).toEqual(ids.toSorted());
  });

  test('belong to departments that list their agents', async () => {
    const { response } = await account.get('departments/default');
    expect(response).toMatchObject({ departmentid: 'default', deleted: 'N' });
    const agents = (await account.get('departments/default/agents')).rows('agents');
    const expected = account.desk.agents.filter(({ departmentIds }) => departmentIds.includes('default'));
    expect(agents.map(({ userid }) => userid)).toEqual(expected.map(({ id }) => id));
  });
});

describe('the knowledge base of LiveAgent', () => {
  test('is paged by limit and offset, 50 entries or 10 articles at once', async () => {
    const entries = (await account.get('knowledgebase/entries', { limit: '4', offset: '2' })).response
      .entries;
    const all = (await account.get('knowledgebase/entries', { limit: '500' })).rows('entries');
    expect(entries).toEqual(all.slice(2, 6));
    expect((await account.get('knowledgebase/articles')).rows('articles')).toHaveLength(10);
  });

  test('filters by base, parent and tree path', async () => {
    const below = (await account.get('knowledgebase/entries', { tree_path: '0|7' })).rows('entries');
    const children = (await account.get('knowledgebase/entries', { parent_entry_id: '7' })).rows('entries');
    expect(children).toEqual(below);
    expect(children.length).toBeGreaterThan(3);
    const roots = (await account.get('knowledgebase/entries', { parent_entry_id: '0' })).rows('entries');
    expect(roots.every((row) => row.treepath === '0')).toBe(true);
    const bases = (await account.get('knowledgebase/knowledgebases')).rows('knowledgebases');
    expect(bases.map(({ kb_id }) => kb_id)).toEqual(['kb_defa', 'ec81d4f0']);
  });

  test('is searched for words in any script, with addresses that lack a scheme', async () => {
    const { row } = await account.get('knowledgebase/search', { query: '配送' });
    expect(row('entries')['url']).toMatch(/^\/\/support\.example\.com\/\d{6}-/);
  });

  test('answers a search under the older name, with doubly escaped addresses, where asked to', async () => {
    const older = await openTestDesk({ olderSearch: true });
    const { row } = await older.get('knowledgebase/search', { query: 'size' });
    expect(row('articles')['url']).toMatch(/^\\\/\\\//);
    await older.emulator.close();
  });

  test('has categories for suggestions with their path', async () => {
    const { rows } = await account.get('suggestioncategories');
    expect(rows('suggestioncategories')).toContainEqual({
      id: '61',
      title: 'Website',
      path: 'Ideas / Website',
    });
  });
});
