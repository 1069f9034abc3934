import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDesk } from './liveagent-desk.ts';
import { openTestDesk } from './liveagent-desk.ts';

let account: TestDesk;
beforeAll(async () => {
  account = await openTestDesk();
});
afterAll(() => account.emulator.close());

function scalars(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [value];
}

const period = { date_from: '2025-05-01', date_to: '2025-06-18' };

describe('LiveAgent JSON', () => {
  test.each([
    ['conversations', {}],
    ['customers', {}],
    ['onlinestatus/agents', {}],
    ['onlinestatus/departments', {}],
    ['knowledgebase/entries', {}],
    ['companies', {}],
    ['reports/agents', period],
    ['reports/performance', period],
  ])('writes every value of %s as text or null', async (path, parameters) => {
    const { status, response } = await account.get(path, parameters);
    expect(status).toBe(200);
    const values = scalars(response);
    expect(values.length).toBeGreaterThan(4);
    expect(values.filter((value) => typeof value !== 'string' && value !== null)).toEqual([]);
  });

  test('escapes slashes and everything beyond ASCII, as PHP does', async () => {
    const { text } = await account.get('onlinestatus/agents');
    expect(text).toContain(String.raw`themes\/agent\/`);
    const departments = await account.get('departments');
    expect(departments.text).toContain(String.raw`\u65e5\u672c\u8a9e`);
    expect(departments.text).not.toMatch(/[^ -~]/);
  });

  test('has an empty list where there is nothing', async () => {
    const { response } = await account.get('customers', { email: 'nobody@nowhere.example' });
    expect(response).toEqual({ customers: [] });
  });

  test('has null and empty text as the reference shows them', async () => {
    const { id } =
      account.desk.conversations.find(({ dueAt, note }) => dueAt === null && note === null) ?? {};
    const { response } = await account.get(`conversations/${id}`);
    expect(response).toMatchObject({ datedue: null, ownernote: null, cursor: null });
    expect((await account.get(`tags/${account.desk.tags[0]?.id}`)).response.is_archived).toBeNull();
    const { row } = await account.get('knowledgebase/entries');
    expect(row('entries')['parent_entry_id']).toBe('');
  });
});

describe('LiveAgent XML', () => {
  const parser = new XMLParser({ parseTagValue: false, processEntities: true });

  test.each([
    ['companies', 'companie'],
    ['knowledgebase/entries', 'entrie'],
    ['suggestioncategories', 'suggestioncategorie'],
    ['onlinestatus/agents', 'agentsOnlineState'],
    ['tags', 'tag'],
    ['departments', 'department'],
  ])('names the rows of %s %s', async (path, row) => {
    const { text } = await account.get(`${path}.xml`);
    const { response } = parser.parse(text) as { response: Record<string, Record<string, unknown>> };
    const [list] = Object.values(response);
    expect(Object.keys(list ?? {})).toEqual([row]);
  });

  test('calls the rows of a list without a final s item', async () => {
    const { text } = await account.get('reports/performance.xml', period);
    expect(text).toMatch(/<performance>\s*<item>/);
  });

  test('says the same as JSON, with empty elements for null and for nothing', async () => {
    const id = account.desk.conversations[10]?.id;
    const [json, xml] = await Promise.all([
      account.get(`conversations/${id}`),
      account.get(`conversations/${id}.xml`),
    ]);
    const { response } = parser.parse(xml.text) as { response: Record<string, unknown> };
    const plain = Object.entries(json.response as Record<string, unknown>).filter(
      ([, value]) => !Array.isArray(value),
    );
    expect(plain.length).toBeGreaterThan(15);
    for (const [name, value] of plain) expect(response[name], name).toBe(value ?? '');
    expect(xml.text).toContain('<ownernote/>');
  });

  test('lets groups, messages and texts share the name message', async () => {
    const code = account.desk.conversations[3]?.code;
    const { text } = await account.get(`conversations/${code}/messages.xml`);
    expect(text).toMatch(/<messages><message>[^]*<message>[^]*<\/message><\/message>/);
  });
});

describe('LiveAgent errors', () => {
  const missing = { status: 'ERROR', debugmessage: '' };

  test('put status, number and reason into the envelope', async () => {
    const { status, response } = await account.get('reports/agents');
    expect(status).toBe(500);
    expect(response).toEqual({
      ...missing,
      statuscode: 500,
      errormessage: 'Missing mandatory parameter date_from',
    });
  });

  test('use the envelope in XML, too', async () => {
    const { status, text } = await account.get('agents/nobody.xml');
    expect(status).toBe(404);
    expect(text).toContain('<status>ERROR</status>\n<statuscode>404</statuscode>');
  });

  test.each([
    ['conversations/zzzzzzzz', 404],
    ['customers/nobody@nowhere.example', 404],
    ['tags/zzzz', 500],
    ['files/00', 500],
    ['no/such/call', 404],
    ['tags.yaml', 500],
  ])('answer %s with %i', async (path, status) => {
    expect((await account.get(path)).status).toBe(status);
  });

  test('refuse a wrong key and a missing one', async () => {
    const { response, status } = await account.get('tags', { apikey: 'wrong' });
    expect([status, response.errormessage]).toEqual([401, 'ApiKey not found']);
    const without = await fetch(`${account.emulator.origin}/api/tags`);
    expect(without.status).toBe(400);
    expect(await without.text()).toContain('Api key is not found in request');
  });

  test('refuse a wrong key with 403 where the account says so', async () => {
    const strict = await openTestDesk({ wrongKeyStatus: 403 });
    expect((await strict.get('tags', { apikey: 'wrong' })).status).toBe(403);
    await strict.emulator.close();
  });

  test('hide behind 200 where the account says so', async () => {
    const sly = await openTestDesk({ errorsWith200: true });
    const { status, response } = await sly.get('conversations/zzzzzzzz');
    expect([status, response.status, response.statuscode]).toEqual([200, 'ERROR', 404]);
    await sly.emulator.close();
  });

  test('come as 429 beyond the calls allowed a minute', async () => {
    const busy = await openTestDesk({ requestsPerMinute: 2 });
    const statuses = [await busy.get('tags'), await busy.get('tags'), await busy.get('tags')];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    await busy.emulator.close();
  });
});

describe('LiveAgent addresses', () => {
  test('reach the same call by index.php and handler', async () => {
    const response = await fetch(`${account.emulator.origin}/api/index.php?handler=tags&apikey=right`);
    expect(await response.text()).toBe((await account.get('tags')).text);
  });

  test('take an e-mail address with a plus sign in the path', async () => {
    const customer = account.desk.customers.find(({ email }) => email?.includes('+') === true);
    const { response } = await account.get(`customers/${encodeURIComponent(customer?.email?.trim() ?? '')}`);
    expect(response.contactid).toBe(customer?.id);
  });

  test('name operations in the ledger without ids and keys', async () => {
    account.emulator.calls.clear();
    await account.get(`conversations/${account.desk.conversations[0]?.id}/messages.xml`);
    const [call] = account.emulator.calls.list();
    expect(call?.operation).toBe('GET conversations/[]/messages');
    expect(call?.path).not.toContain('right');
  });
});
