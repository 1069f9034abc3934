import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorldConversation } from '../../../src/sandbox/world/world.ts';
import type { TestDesk } from './liveagent-desk.ts';
import { openTestDesk } from './liveagent-desk.ts';

const ok = { status: 'OK', statuscode: 0 };
let account: TestDesk;
let one: WorldConversation;
let path: string;
beforeEach(async () => {
  account = await openTestDesk();
  one = account.desk.conversations[20] as WorldConversation;
  path = `conversations/${one.id}`;
});
afterEach(() => account.emulator.close());

async function lastMessage(): Promise<unknown> {
  const { groups } = await account.get(`${path}/messages`);
  return groups().at(-1)?.messages[0];
}

async function listedIds(parameters: Record<string, string>): Promise<string[]> {
  const { column } = await account.get('conversations', { limit: '1000', ...parameters });
  return column('conversations', 'conversationid');
}

describe('changing a conversation at LiveAgent', () => {
  test('sets the statuses A, R and C, and no other', async () => {
    expect((await account.send('PUT', `${path}/status`, { status: 'C' })).response).toEqual(ok);
    expect(['C', 'T']).toContain((await account.get(path)).response.status);
    expect((await account.send('PUT', `${path}/status`, { status: 'W' })).status).toBe(500);
  });

  test('adds a message of an agent and moves the date of change', async () => {
    const before = (await account.get(path)).response['datechanged'] ?? '';
    const agent = account.desk.agents[0];
    const form = { message: 'On its way', useridentifier: agent?.email ?? '', type: 'M' };
    expect((await account.send('POST', `${path}/messages`, form)).response).toEqual(ok);
    expect(await lastMessage()).toMatchObject({ rtype: 'M', message: 'On its way', userid: agent?.id });
    const after = (await account.get(path)).response;
    expect(after.status).toBe('A');
    expect((after['datechanged'] ?? '') > before).toBe(true);
  });

  test('makes a note of a message without a user, whatever its type', async () => {
    await account.send('POST', `${path}/messages`, { message: 'psst', type: 'M' });
    expect(await lastMessage()).toMatchObject({ rtype: 'N', message: 'psst', userid: 'system00' });
  });

  test('attaches files that were uploaded before', async () => {
    const data = Buffer.from('a label').toString('base64');
    const file = (await account.send('POST', 'files', { name: 'l.txt', type: 'text/plain', data })).response;
    expect(file).toMatchObject({ filename: 'l.txt', filesize: '7', filetype: 'text/plain' });
    const form = { message: 'see file', useridentifier: one.customerId, attachments: `${file.fileid}` };
    expect((await account.send('POST', `${path}/messages`, form)).response).toEqual(ok);
    const { groups } = await account.get(`${path}/messages`);
    expect(groups().at(-1)?.messages.at(-1)).toMatchObject({ rtype: 'F' });
    const wrong = await account.send('POST', `${path}/messages`, { ...form, attachments: 'nothing' });
    expect(wrong.status).toBe(500);
  });

  test('assigns and takes off tags by id or name', async () => {
    const [tag] = account.desk.tags;
    await account.send('POST', `${path}/tags`, { id: tag?.id ?? '' });
    await account.send('POST', `${path}/tags`, { name: 'brand new' });
    const tags = (await account.get(`${path}/tags`)).rows('tags');
    expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining([tag?.name, 'brand new']));
    await account.send('DELETE', `${path}/tags`, { name: 'brand new' });
    const left = (await account.get(`${path}/tags`)).rows('tags');
    expect(left.map(({ name }) => name)).not.toContain('brand new');
    expect((await account.send('POST', `${path}/tags`)).status).toBe(500);
  });

  test('adds a second value for a known field and deletes one code or all', async () => {
    const add = (code: string, value: string) =>
      account.send('POST', `${path}/fields`, { customfields: JSON.stringify([{ code, value }]) });
    await account.send('DELETE', `${path}/fields`);
    await add('size', '42');
    await add('size', '43');
    await add('colour', 'red');
    expect((await account.get(path)).response.customfields).toHaveLength(3);
    await account.send('DELETE', `${path}/fields`, { code: 'size' });
    expect((await account.get(path)).response.customfields).toEqual([{ code: 'colour', value: 'red' }]);
    const wrong = await account.send('POST', `${path}/fields`, { customfields: 'size=42' });
    expect(wrong.status).toBe(500);
  });

  test('transfers to a department and an agent, with a note', async () => {
    const [department, agent] = [account.desk.departments[2], account.desk.agents[4]];
    const form = { department: department?.id ?? '', agentidentifier: agent?.email ?? '', note: 'yours' };
    expect((await account.send('PUT', `${path}/attendants`, form)).response).toEqual(ok);
    expect((await account.get(path)).response).toMatchObject({
      departmentid: department?.id,
      assignedto: agent?.id,
    });
    expect(await lastMessage()).toMatchObject({ rtype: 'N', message: 'yours' });
    expect((await account.send('PUT', `${path}/attendants`, { department: 'none' })).status).toBe(500);
  });

  test('deletes: gone from the list, there with status X', async () => {
    expect((await account.send('DELETE', path, { note: 'twice' })).response).toEqual(ok);
    expect((await account.get(path)).response.status).toBe('X');
    expect(await listedIds({})).not.toContain(one.id);
    expect(await listedIds({ status: 'X' })).toEqual([one.id]);
  });
});

describe('creating at LiveAgent', () => {
  const form = {
    message: 'Hello',
    subject: 'New',
    department: 'default',
    recipient: 'new.person@example.com',
  };

  test('makes a conversation and tells its id, not its codes', async () => {
    const agent = account.desk.agents[0]?.id ?? '';
    const { response } = await account.send('POST', 'conversations', { ...form, useridentifier: agent });
    expect(response).toEqual({
      status: 'OK',
      statuscode: '0',
      conversationid: expect.stringMatching(/^\w{8}$/),
      code: null,
      publicurlcode: null,
    });
    const info = (await account.get(`conversations/${response.conversationid}`)).response;
    expect(info).toMatchObject({ subject: 'New', status: 'N', owneremail: 'new.person@example.com' });
    const newest = (await account.get('conversations', { limit: '1' })).row('conversations', 0);
    expect(newest.conversationid).toBe(response.conversationid);
    expect((await account.get(`conversations/${info.code}`)).status).toBe(200);
  });

  test.each(['message', 'subject', 'department', 'recipient', 'useridentifier'])(
    'refuses a conversation without %s',
    async (name) => {
      const full: Record<string, string> = { ...form, useridentifier: account.desk.agents[0]?.id ?? '' };
      const { [name]: _, ...rest } = full;
      const before = account.desk.conversations.length;
      expect((await account.send('POST', 'conversations', rest)).status).toBe(500);
      expect(account.desk.conversations).toHaveLength(before);
    },
  );

  test('registers a customer once for an address', async () => {
    const person = { email: 'ruth.new@example.org', name: 'Ruth New', gender: 'F', role: 'R' };
    const first = (await account.send('POST', 'customers', person)).response;
    expect(first).toMatchObject({ firstname: 'Ruth', lastname: 'New', gender: 'F', role: 'R' });
    const again = (await account.send('POST', 'customers', { email: 'RUTH.NEW@example.org' })).response;
    expect(again.contactid).toBe(first.contactid);
  });

  test('puts customers into groups and takes them out', async () => {
    const customer = account.desk.customers.find(({ groupIds }) => groupIds.length === 0);
    const groups = `customers/${customer?.id}/groups`;
    await account.send('POST', groups, { name: 'Press' });
    expect((await account.get(groups)).rows('groups')).toMatchObject([{ groupname: 'Press' }]);
    await account.send('DELETE', groups, { name: 'Press' });
    expect((await account.get(groups)).rows('groups')).toEqual([]);
    expect((await account.send('POST', groups, { name: 'Nobody' })).status).toBe(500);
  });

  test.each(['tags', 'customersgroups'])('adds to %s with a status code that is text', async (kind) => {
    const added = (await account.send('POST', kind, { name: 'Fresh', color: 'FF0000' })).response;
    expect(added).toMatchObject({ status: 'OK', statuscode: '0', name: 'Fresh', color: 'FF0000' });
    expect((await account.send('PUT', `${kind}/${added.id}`, { name: 'Stale' })).response).toEqual(ok);
    expect((await account.get(`${kind}/${added.id}`)).response).toMatchObject({
      name: 'Stale',
      color: 'FF0000',
    });
    expect((await account.send('DELETE', `${kind}/${added.id}`)).response).toEqual(ok);
    expect((await account.get(`${kind}/${added.id}`)).status).toBe(500);
  });

  test('takes a deleted tag off every conversation', async () => {
    const tagged = account.desk.conversations.find(({ tagIds }) => tagIds.length > 0);
    const [id = ''] = tagged?.tagIds ?? [];
    await account.send('DELETE', `tags/${id}`);
    expect((await account.get(`conversations/${tagged?.id}`)).response.tags).not.toContain(id);
  });

  test('adds categories and suggestions and deletes with all below', async () => {
    const category = (await account.send('POST', 'knowledgebase/categories', { title: 'Rain', rtype: 'G' }))
      .response;
    expect(category).toMatchObject({ kb_id: 'kb_defa', treepath: '0', parent_entry_id: '0', rtype: 'G' });
    const suggestion = {
      useridentifier: account.desk.customers[0]?.id ?? '',
      category: category.urlcode as string,
      subject: 'Umbrella / big',
      message: 'Please',
    };
    const made = (await account.send('POST', 'suggestions', suggestion)).response;
    expect(made).toMatchObject({ ...ok, url: expect.stringContaining('-Umbrella-big') });
    await account.send('DELETE', `knowledgebase/entries/${category.kb_entry_id}`);
    const entries = (await account.get('knowledgebase/entries', { entry_id: made['id'] ?? '' })).rows(
      'entries',
    );
    expect(entries).toEqual([]);
  });

  test('takes the key from the form as well', async () => {
    const response = await fetch(`${account.emulator.origin}/api/tags`, {
      method: 'POST',
      body: new URLSearchParams({ apikey: 'right', name: 'by form' }),
    });
    expect(response.status).toBe(200);
  });
});
