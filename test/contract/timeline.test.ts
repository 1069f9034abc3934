import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationCriteria } from '../../src/contract/conversation-reader.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { TimelineOrder } from '../../src/contract/timeline.ts';
import { conversationTimeline } from '../../src/federation/conversation-timeline.ts';
import { planSource } from '../../src/federation/source-plan.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import type { WorldRow } from '../support/world-rows.ts';
import { accountVariants, oneAccountEach } from './accounts.ts';
import { openAccount, requestContext, type OpenAccount } from './open-account.ts';
import { walkWindow } from './walk-window.ts';

const day = 86_400_000;

const orders: readonly TimelineOrder[] = [
  { field: 'CREATED_AT', direction: 'DESC' },
  { field: 'CREATED_AT', direction: 'ASC' },
  { field: 'UPDATED_AT', direction: 'DESC' },
  { field: 'UPDATED_AT', direction: 'ASC' },
];

function placeOf(row: WorldRow, { field }: TimelineOrder): number {
  return field === 'CREATED_AT' ? row.createdAt : row.changedAt;
}

function wantedOf(rows: readonly WorldRow[], order: TimelineOrder): Map<string, number> {
  return new Map(rows.map((row) => [row.vendorId, placeOf(row, order)]));
}

function idsOf(rows: Iterable<Conversation>): string[] {
  return [...rows].map(({ vendorId }) => vendorId).sort();
}

let restoreClock: () => void;
beforeAll(() => {
  restoreClock = shiftClock(calmDay);
});
afterAll(() => restoreClock());

describe.each(accountVariants)('$title', (variant) => {
  let account: OpenAccount;

  beforeAll(async () => {
    account = await openAccount(variant, { size: 0.15 });
  });
  afterAll(() => account.close());

  it.each(orders)('gives every conversation of a window once, by $field $direction', async (order) => {
    const window = { from: calmDay - 40 * day, to: calmDay - day };
    const rows = account
      .rows()
      .filter((row) => placeOf(row, order) >= window.from && placeOf(row, order) < window.to);
    expect(rows.length).toBeGreaterThan(10);
    const wanted = wantedOf(rows, order);
    for (const limit of [3, 25, 400]) {
      const found = await walkWindow(account.conversations, { order, window, limit, wanted });
      expect(idsOf(found.values())).toEqual(rows.map(({ vendorId }) => vendorId).sort());
      for (const row of found.values()) {
        const world = rows.find(({ vendorId }) => vendorId === row.vendorId);
        expect({
          createdAt: row.createdAt,
          changedAt: row.updatedAt ?? row.createdAt,
          status: row.status,
          channel: row.channel,
          subject: row.subject,
        }).toEqual({
          createdAt: world?.createdAt,
          changedAt: world?.changedAt,
          status: world?.status,
          channel: world?.channel,
          subject: world?.subject,
        });
      }
    }
  });

  it.each(orders)('keeps to bounds of seconds and of empty windows, by $field $direction', async (order) => {
    const rows = account.rows();
    const at = placeOf(rows[Math.floor(rows.length / 2)]!, order);
    const wanted = wantedOf(
      rows.filter((row) => placeOf(row, order) === at),
      order,
    );
    const found = await walkWindow(account.conversations, {
      order,
      window: { from: at, to: at + 1 },
      limit: 25,
      wanted,
    });
    expect(idsOf(found.values())).toEqual([...wanted.keys()].sort());
    const empty = await walkWindow(account.conversations, {
      order,
      window: { from: at, to: at },
      limit: 25,
      wanted: new Map(),
    });
    expect(found.size).toBeGreaterThan(0);
    expect(empty.size).toBe(0);
  });

  describe('a filter', () => {
    const criteria: readonly (readonly [
      keyof ConversationCriteria,
      (rows: readonly WorldRow[]) => ConversationCriteria,
      (row: WorldRow, filter: ConversationCriteria) => boolean,
    ])[] = [
      [
        'status',
        () => ({ status: ['RESOLVED', 'CLOSED', 'OPEN'] }),
        (row, { status }) => status!.some((each) => each === row.status),
      ],
      [
        'channel',
        () => ({ channel: ['EMAIL', 'OTHER', 'CHAT'] }),
        (row, { channel }) => channel!.some((each) => each === row.channel),
      ],
      [
        'departmentKey',
        (rows) => ({ departmentKey: rows.find(({ department }) => department !== null)?.department ?? 'x' }),
        (row, { departmentKey }) => row.department === departmentKey,
      ],
      [
        'assigneeKey',
        (rows) => ({ assigneeKey: rows.find(({ assignee }) => assignee !== null)?.assignee ?? 'x' }),
        (row, { assigneeKey }) => row.assignee === assigneeKey,
      ],
      [
        'customerEmail',
        (rows) => ({ customerEmail: rows.find(({ email }) => email !== null)?.email ?? 'x@example.com' }),
        (row, { customerEmail }) => row.email === customerEmail,
      ],
      [
        'tag',
        (rows) => ({ tag: rows.find(({ tags }) => tags.length > 0)?.tags[0] ?? 'x' }),
        (row, { tag }) => row.tags.includes(tag!),
      ],
      ['assigned', () => ({ assigned: true }), (row) => row.assignee !== null],
      [
        'created',
        () => ({ created: { from: calmDay - 30 * day, to: calmDay - 10 * day } }),
        (row, { created }) => row.createdAt >= created!.from && row.createdAt < created!.to,
      ],
      [
        'updated',
        () => ({ updated: { from: calmDay - 30 * day, to: calmDay - 10 * day } }),
        (row, { updated }) => row.changedAt >= updated!.from && row.changedAt < updated!.to,
      ],
    ];

    it.each(criteria)(
      '%s: leaves the rows that match, once the gateway has applied what the vendor does not',
      async (name, filterFor, matches) => {
        const window = { from: calmDay - 45 * day, to: calmDay - day };
        for (const order of orders) {
          // A span of the time that the order goes by is the window itself.
          if (name === (order.field === 'CREATED_AT' ? 'created' : 'updated')) continue;
          const inWindow = account
            .rows()
            .filter((row) => placeOf(row, order) >= window.from && placeOf(row, order) < window.to);
          const filter = filterFor(inWindow);
          const rows = inWindow.filter((row) => matches(row, filter));
          const { source, conversations: reader } = account;
          const plan = planSource({ source, reader, criteria: filter }, conversationTimeline);
          if (plan.action === 'nothing') expect(rows).toEqual([]);
          if (plan.action !== 'ask') continue;
          const wanted = wantedOf(rows, order);
          const found = await walkWindow(reader, { order, window, limit: 25, filter, wanted });
          const accepted = [...found.values()].filter(plan.accepts);
          expect(idsOf(accepted)).toEqual([...wanted.keys()].sort());
        }
      },
    );
  });
});

describe.each(oneAccountEach)('$title', (variant) => {
  it('makes progress through many conversations of one moment', async () => {
    const account = await openAccount(variant, { size: 0.15 });
    const { conversations } = account.desk;
    const start = Math.floor(conversations.length / 2);
    const crowd = conversations.slice(start, start + 20);
    const moment = crowd[0]!.createdAt;
    for (const conversation of crowd) Object.assign(conversation, { createdAt: moment });
    const window = { from: calmDay - 50 * day, to: calmDay - day };
    for (const order of orders) {
      const rows = account
        .rows()
        .filter((row) => placeOf(row, order) >= window.from && placeOf(row, order) < window.to);
      const reader = account.again().conversations!;
      const found = await walkWindow(reader, { order, window, limit: 2, wanted: wantedOf(rows, order) });
      expect(idsOf(found.values())).toEqual(rows.map(({ vendorId }) => vendorId).sort());
    }
    await account.close();
  });

  it.each(['2025-11-20T12:00:00Z', '2026-04-20T12:00:00Z'])(
    'loses nothing over the changes of the clocks before %s',
    async (text) => {
      restoreClock();
      const now = Date.parse(text);
      restoreClock = shiftClock(now);
      const account = await openAccount(variant, { size: 0.15, now });
      const window = { from: now - 90 * day, to: now + day };
      const ids = account.desk.conversations.map(({ id }) => id).sort();
      for (const order of orders) {
        const found = await walkWindow(account.conversations, {
          order,
          window,
          limit: 20,
          wanted: new Map(),
        });
        expect(idsOf(found.values())).toEqual(ids);
      }
      await account.close();
      restoreClock();
      restoreClock = shiftClock(calmDay);
    },
  );

  it('sees a conversation that begins while somebody walks', async () => {
    const account = await openAccount(variant, { size: 0.05 });
    const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
    const fresh = {
      window: { from: calmDay - 5 * day, to: Date.now() + 60_000 },
      order,
      filter: {},
      limit: 10,
      position: null,
    };
    const before = await account.conversations.list(fresh, requestContext());
    const newest = account.desk.conversations.at(-1)!;
    const shape = newest.id.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    const id = shape === newest.id ? `${newest.id.slice(0, -2)}q7` : shape;
    account.desk.conversations.push({ ...newest, id, createdAt: Date.now(), updatedAt: Date.now() });
    const after = await account.conversations.list(fresh, requestContext({ bypassCache: true }));
    expect(before.value.rows.map(({ vendorId }) => vendorId)).not.toContain(id);
    expect(after.value.rows.map(({ vendorId }) => vendorId)).toContain(id);
    await account.close();
  });
});
