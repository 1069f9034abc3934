import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { ConversationReader } from '../../../src/contract/conversation-reader.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { TimelineOrder } from '../../../src/contract/timeline.ts';
import type { Emulator } from '../../../src/sandbox/emulator.ts';
import { createLivechatEmulator } from '../../../src/sandbox/livechat/livechat-emulator.ts';
import { openEmulator } from '../../../src/sandbox/open-emulator.ts';
import { createWorld } from '../../../src/sandbox/world/create-world.ts';
import type { Desk } from '../../../src/sandbox/world/world.ts';
import { contextOf, openSource } from './stub-server.ts';
import { walkTimeline } from './walk-timeline.ts';

const now = Date.parse('2024-05-31T15:00:00Z');
const day = 86_400_000;
const twoWeeks = { from: now - 14 * day, to: now };
const quirks = [
  ['as live answers are', {}],
  ['as the document has it', { dates: 'epoch', groups: 'numbers', singleTicket: 'enveloped' }],
] as const;

function comparable(row: unknown): unknown {
  return JSON.parse(JSON.stringify({ ...(row as Conversation), fetchedAt: 0 }));
}

async function keysOf(
  list: Promise<{ value: readonly { key: string }[] }> | undefined,
): Promise<Set<string>> {
  return new Set((await list)?.value.map(({ key }) => key));
}

describe.each(quirks)('an emulated account, answers %s', (_form, quirks) => {
  let desk: Desk;
  let emulator: Emulator;
  let source: HelpdeskSource;
  let conversations: ConversationReader;

  beforeAll(async () => {
    desk = createWorld({ seed: 7, size: 0.6, now }).desks.livechat;
    const account = { login: 'owner@desk.example.com', apiKey: 'key-of-tests', now: () => now, quirks };
    emulator = await openEmulator(createLivechatEmulator(desk, account));
    source = openSource(emulator.origin);
    conversations = source.conversations as ConversationReader;
  });

  afterAll(async () => {
    await source.close();
    await emulator.close();
  });

  it.each([
    { field: 'CREATED_AT', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'ASC' },
    { field: 'UPDATED_AT', direction: 'DESC' },
    { field: 'UPDATED_AT', direction: 'ASC' },
  ] as const)('gives every ticket of two weeks once, by %j', async (order: TimelineOrder) => {
    const ofDesk = (ticket: { createdAt: number; updatedAt: number }) =>
      order.field === 'CREATED_AT' ? ticket.createdAt : ticket.updatedAt;
    const wanted = desk.conversations.filter((ticket) => {
      const time = Math.floor(ofDesk(ticket) / 1000) * 1000;
      return time >= twoWeeks.from && time < twoWeeks.to;
    });
    const timeOf = (row: Conversation) =>
      order.field === 'CREATED_AT' ? row.createdAt : (row.updatedAt as number);
    const walk = await walkTimeline((request) => conversations.list(request, contextOf()), timeOf, {
      order,
      window: twoWeeks,
      limit: 26,
    });
    expect(wanted.length).toBeGreaterThan(50);
    expect(walk.keys.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
  });

  it('tells in a list all that a single answer tells', async () => {
    const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
    const request = { window: twoWeeks, order, filter: {}, limit: 26, position: null };
    const { value } = await conversations.list(request, contextOf());
    const some = value.rows.slice(0, 5);
    emulator.calls.clear();
    const whole = await conversations.get(some, contextOf());
    expect(emulator.calls.list()).toHaveLength(5);
    expect(whole.map(comparable)).toEqual(some.map(comparable));
  });

  it('has agents, departments and tags that its tickets refer to', async () => {
    const { Agent, Department, Tag } = source.directories;
    const agents = await keysOf(Agent?.list?.(contextOf()));
    const departments = await keysOf(Department?.list?.(contextOf()));
    const tags = await keysOf(Tag?.list?.(contextOf()));
    const order = { field: 'UPDATED_AT', direction: 'DESC' } as const;
    const { value } = await conversations.list(
      { window: twoWeeks, order, filter: {}, limit: 101, position: null },
      contextOf(),
    );
    for (const { assignee, department, tags: labels } of value.rows) {
      expect(!assignee || agents.has(assignee.key)).toBe(true);
      expect(!department || departments.has(department.key)).toBe(true);
      expect(labels?.every(({ key }) => tags.has(key))).toBe(true);
    }
  });

  it('makes few calls for a first page by any order', async () => {
    const calls: Record<string, number> = {};
    for (const field of ['CREATED_AT', 'UPDATED_AT'] as const) {
      for (const direction of ['ASC', 'DESC'] as const) {
        emulator.calls.clear();
        const request = {
          window: twoWeeks,
          order: { field, direction },
          filter: {},
          limit: 26,
          position: null,
        };
        await conversations.list(request, contextOf({ bypassCache: true }));
        calls[`${field} ${direction}`] = emulator.calls.list().length;
      }
    }
    expect(calls['CREATED_AT DESC']).toBeLessThanOrEqual(4);
    expect(calls['CREATED_AT ASC']).toBeLessThanOrEqual(4);
    expect(calls['UPDATED_AT DESC']).toBe(1);
    expect(calls['UPDATED_AT ASC']).toBeLessThanOrEqual(12);
  });
});
