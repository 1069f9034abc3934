import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDateTime } from '../../../src/sandbox/liveagent/liveagent-dates.ts';
import type { WorldConversation } from '../../../src/sandbox/world/world.ts';
import type { TestDesk } from './liveagent-desk.ts';
import { openTestDesk } from './liveagent-desk.ts';

let account: TestDesk;
beforeAll(async () => {
  account = await openTestDesk();
});
afterAll(() => account.emulator.close());

async function idsOf(parameters: Record<string, string>): Promise<string[]> {
  const { column } = await account.get('conversations', { limit: '1000', ...parameters });
  return column('conversations', 'conversationid');
}

function expected(holds: (conversation: WorldConversation) => boolean): string[] {
  return account.desk.conversations
    .toReversed()
    .filter(holds)
    .map(({ id }) => id);
}

function local(at: number): string {
  return writeDateTime(at, account.desk.timeZone);
}

async function typesOf(channel: string): Promise<string[]> {
  const one = account.desk.conversations.find(
    (candidate) => candidate.channel === channel && candidate.entries.length > 4,
  );
  const { groups } = await account.get(`conversations/${one?.id}/messages`);
  return groups().map(({ rtype }) => rtype);
}

describe('GET conversations', () => {
  test('gives 100 rows, newest first, unless told otherwise', async () => {
    const { column } = await account.get('conversations');
    const ids = column('conversations', 'conversationid');
    expect(ids).toEqual(expected(() => true).slice(0, 100));
  });

  test('goes on after the cursor of the last row until nothing is left', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const answer = await account.get('conversations', { limit: '37', ...(cursor && { cursor }) });
      const rows = answer.rows('conversations');
      if (rows.length === 0) break;
      seen.push(...answer.column('conversations', 'conversationid'));
      cursor = rows.at(-1)?.cursor ?? '';
    }
    expect(seen).toEqual(expected(() => true));
  });

  test('takes datefrom and dateto as an ordinary range of creation, both ends included', async () => {
    const { conversations } = account.desk;
    const from = conversations[40]?.createdAt ?? 0;
    const to = conversations[90]?.createdAt ?? 0;
    const found = await idsOf({ datefrom: local(from), dateto: local(to) });
    expect(found).toEqual(expected(({ createdAt }) => createdAt >= from && createdAt <= to));
    expect(found.length).toBeGreaterThan(40);
  });

  test.each([
    ['gt', (at: number, limit: number) => at > limit],
    ['gte', (at: number, limit: number) => at >= limit],
    ['lt', (at: number, limit: number) => at < limit],
    ['lte', (at: number, limit: number) => at <= limit],
    ['eq', (at: number, limit: number) => at === limit],
  ])('compares the date of change by %s', async (operator, compare) => {
    const limit = account.desk.conversations[60]?.updatedAt ?? 0;
    const found = await idsOf({ datechanged: `${operator}:${local(limit)}` });
    expect(found).toEqual(expected(({ updatedAt }) => compare(updatedAt, limit)));
  });

  test('takes a date of change without operator as equal, and btw: as a range', async () => {
    const [first, second] = [account.desk.conversations[30], account.desk.conversations[70]];
    const one = first?.updatedAt ?? 0;
    expect(await idsOf({ datechanged: local(one) })).toEqual(expected(({ updatedAt }) => updatedAt === one));
    const [from, to] = [one, second?.updatedAt ?? 0].toSorted((a, b) => a - b) as [number, number];
    const between = expected(({ updatedAt }) => updatedAt >= from && updatedAt <= to);
    expect(await idsOf({ datechanged: `btw:${local(from)},${local(to)}` })).toEqual(between);
  });

  test('filters by several statuses and channels at once', async () => {
    expect(await idsOf({ status: 'R,L' })).toEqual(
      expected(({ status }) => status === 'resolved' || status === 'closed'),
    );
    const calls = expected(({ channel }) => channel === 'call' || channel === 'facebook');
    expect(await idsOf({ channel_type: 'C,F' })).toEqual(calls);
  });

  test('filters by department, agent, owner and subject', async () => {
    const one = account.desk.conversations.find(({ assigneeId }) => assigneeId !== null);
    const agent = account.desk.agents.find(({ id }) => id === one?.assigneeId);
    const owner = account.desk.customers.find(({ email }) => email !== null);
    const mine = expected(({ assigneeId }) => assigneeId === agent?.id);
    expect(await idsOf({ agent: agent?.email ?? '' })).toEqual(mine);
    expect(await idsOf({ agent: agent?.id ?? '' })).toEqual(mine);
    expect(await idsOf({ department: one?.departmentId ?? '' })).toEqual(
      expected(({ departmentId }) => departmentId === one?.departmentId),
    );
    expect(await idsOf({ owneridentifier: owner?.email?.trim() ?? '' })).toEqual(
      expected(({ customerId }) => customerId === owner?.id),
    );
    expect(await idsOf({ subject: one?.subject ?? '' })).toEqual(
      expected(({ subject }) => subject === one?.subject),
    );
  });

  test('joins tag ids by commas, now and then with a new line behind', async () => {
    const { column } = await account.get('conversations', { limit: '1000' });
    const tags = column('conversations', 'tags');
    expect(tags.filter((text) => text === '').length).toBeGreaterThan(5);
    expect(tags.filter((text) => /^\w{4},\w{4}$/.test(text)).length).toBeGreaterThan(5);
    expect(tags.filter((text) => text.includes(',\n')).length).toBeGreaterThan(0);
  });

  test('has a telephone number in the place of the address of some callers', async () => {
    const { column } = await account.get('conversations', { channel_type: 'C', limit: '1000' });
    const emails = column('conversations', 'owneremail');
    expect(emails.filter((email) => /^\+\d+ 555 /.test(email)).length).toBeGreaterThan(0);
  });
});

describe('GET conversations/[conversationid]', () => {
  test('finds a conversation by each of its three names', async () => {
    const { id, code, publicCode } = account.desk.conversations[5] as WorldConversation;
    const answers = await Promise.all(
      [id, code, publicCode].map((name) => account.get(`conversations/${name}`)),
    );
    expect(answers.map(({ response }) => response.conversationid)).toEqual([id, id, id]);
  });

  test('tells custom fields and who it is assigned to', async () => {
    const one = account.desk.conversations.find(
      ({ customFields, assigneeId }) => customFields.length > 0 && assigneeId !== null,
    );
    const { response } = await account.get(`conversations/${one?.id}`);
    expect(response.customfields).toEqual(one?.customFields);
    expect(response.assignedto).toBe(one?.assigneeId);
  });

  test('writes times by the clock of Los Angeles', async () => {
    const one = account.desk.conversations[0] as WorldConversation;
    const { response } = await account.get(`conversations/${one.id}`);
    const summer = new Date(one.createdAt - 7 * 3_600_000).toISOString();
    expect(response.datecreated).toBe(summer.slice(0, 19).replace('T', ' '));
  });
});

describe('GET conversations/[conversationid]/messages', () => {
  test('tells every entry once, in groups, with users and without group ids', async () => {
    const one = account.desk.conversations.find(({ entries }) => entries.length > 6) as WorldConversation;
    const { groups } = await account.get(`conversations/${one.id}/messages`);
    const messages = groups().flatMap((group) => group.messages.filter(({ rtype }) => rtype !== 'F'));
    expect(messages.map(({ messageid }) => messageid)).toEqual(one.entries.map(({ id }) => id));
    expect(Object.keys(groups()[0] ?? {})).toEqual([
      'userid',
      'rtype',
      'rstatus',
      'datecreated',
      'datefinished',
      'messages',
    ]);
    const customer = account.desk.customers.find(({ id }) => id === one.customerId);
    expect(groups()[0]?.messages[0]?.['userid']).toBe(customer?.userId);
  });

  test('puts mails that come and go into groups of their own and a chat into one', async () => {
    expect((await typesOf('email')).slice(0, 2)).toEqual(['3', '4']);
    expect((await typesOf('chat'))[0]).toBe('C');
  });

  test('names files in a grid whose ids can be fetched', async () => {
    const one = account.desk.conversations.find(({ entries }) =>
      entries.some(({ attachments }) => attachments.length > 0),
    );
    const { groups } = await account.get(`conversations/${one?.id}/messages`);
    const file = groups()
      .flatMap((group) => group.messages)
      .find(({ rtype }) => rtype === 'F') as { message: string };
    const grid = Object.fromEntries(JSON.parse(file.message) as [string, string][]);
    const info = (await account.get(`files/${grid['fileid']}`)).response;
    expect(info).toMatchObject({ filename: grid['filename'], filetype: grid['filetype'] });
    expect(info.downloadUrl).toMatch(/^\/\//);
  });

  test('keeps to datefrom and dateto', async () => {
    const one = account.desk.conversations.find(
      ({ entries, channel }) => channel === 'email' && entries.length > 5,
    ) as WorldConversation;
    const from = one.entries[2]?.at ?? 0;
    const { groups } = await account.get(`conversations/${one.id}/messages`, { datefrom: local(from) });
    const count = groups().flatMap((group) => group.messages.filter(({ rtype }) => rtype !== 'F')).length;
    expect(count).toBe(one.entries.filter(({ at }) => at >= from).length);
  });
});
