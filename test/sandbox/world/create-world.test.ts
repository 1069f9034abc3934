import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../src/sandbox/world/create-world.ts';
import type { Desk, DeskName, WorldConversation } from '../../../src/sandbox/world/world.ts';
import { wallClock } from '../../../src/sandbox/zone-time.ts';

const now = Date.UTC(2025, 5, 18, 12);
const day = 86_400_000;
const world = createWorld({ now });
const desks = Object.entries(world.desks) as [DeskName, Desk][];
const all = desks.flatMap(([, desk]) => desk.conversations);

function share(list: readonly unknown[], part: readonly unknown[]): number {
  return part.length / list.length;
}

function textOf({ entries }: WorldConversation): string {
  return entries.map(({ text }) => text).join('\n');
}

/** The same for every way of typing an address. */
function asOne(email: string): string {
  return email.trim().toLowerCase();
}

function shareHolding({ conversations }: Desk, pattern: RegExp): number {
  return share(
    conversations,
    conversations.filter((one) => pattern.test(textOf(one))),
  );
}

describe('createWorld', () => {
  test('makes the same world from the same seed and another one from another seed', () => {
    const small = { size: 0.05, now };
    expect(createWorld(small)).toEqual(createWorld(small));
    const [one, other] = [createWorld({ ...small, seed: 1 }), createWorld({ ...small, seed: 2 })];
    const ids = ({ desks: { livechat } }: typeof one) => livechat.conversations.map(({ id }) => id);
    expect(ids(one)).not.toEqual(ids(other));
  });

  test('spreads 3,000 conversations and 40 agents over the four desks', () => {
    const counts = desks.map(([name, desk]) => [name, desk.conversations.length]);
    expect(Object.fromEntries(counts)).toEqual({
      liveagent: 1200,
      livechat: 800,
      iadvize: 600,
      zazachat: 400,
    });
    expect(desks.flatMap(([, desk]) => desk.agents)).toHaveLength(40);
  });

  test('has as many conversations as its size says', () => {
    const { livechat } = createWorld({ size: 0.1, now }).desks;
    expect(livechat.conversations).toHaveLength(80);
  });

  test('tells nothing that is later than its moment or older than 60 days', () => {
    for (const { createdAt, updatedAt, entries, transactions, rating } of all) {
      const times = [
        createdAt,
        updatedAt,
        ...entries.map(({ at }) => at),
        ...transactions.map(({ at }) => at),
      ];
      expect(Math.max(...times, rating?.at ?? 0)).toBeLessThanOrEqual(now);
      expect(createdAt).toBeGreaterThanOrEqual(now - 60 * day - 1000);
    }
  });

  test('keeps conversations by creation and entries by time', () => {
    for (const [, { conversations }] of desks) {
      expect(conversations).toEqual(conversations.toSorted((one, other) => one.createdAt - other.createdAt));
    }
    for (const { entries, createdAt } of all) {
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(entries[0]?.at).toBe(createdAt);
    }
  });

  test('refers only to people, departments and tags that the desk has', () => {
    for (const [, desk] of desks) {
      const agents = new Set(desk.agents.map(({ id }) => id));
      const customers = new Set(desk.customers.map(({ id }) => id));
      const known = (one: WorldConversation): boolean =>
        customers.has(one.customerId) &&
        (one.assigneeId === null || agents.has(one.assigneeId)) &&
        desk.departments.some(({ id }) => id === one.departmentId) &&
        one.tagIds.every((id) => desk.tags.some((tag) => tag.id === id));
      expect(desk.conversations.filter((one) => !known(one))).toEqual([]);
    }
  });

  test('gives every desk ids that occur once', () => {
    for (const [, desk] of desks) {
      const ids = desk.conversations.flatMap(({ id, code, publicCode }) => [id, code, publicCode]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(desk.customers.map(({ id }) => id)).size).toBe(desk.customers.length);
    }
  });

  test('knows many people at several desks, some with their address typed otherwise', () => {
    const typed = new Map<string, Set<string>>();
    const seenAt = new Map<string, number>();
    for (const [, { customers }] of desks) {
      for (const email of customers.flatMap((customer) => customer.email ?? [])) {
        typed.set(asOne(email), (typed.get(asOne(email)) ?? new Set()).add(email));
        seenAt.set(asOne(email), (seenAt.get(asOne(email)) ?? 0) + 1);
      }
    }
    expect([...seenAt.values()].filter((count) => count > 1).length).toBeGreaterThan(150);
    expect([...typed.values()].filter((forms) => forms.size > 1).length).toBeGreaterThan(30);
  });

  test('is busy in office hours of working days, by the clock of the desk', () => {
    const { timeZone, conversations } = world.desks.liveagent;
    const busy = conversations.filter(({ createdAt }) => {
      const { hour } = wallClock(createdAt, timeZone);
      return hour >= 8 && hour < 19;
    });
    expect(share(conversations, busy)).toBeGreaterThan(0.7);
  });
});

describe('the conversations of the world', () => {
  test('come with several beginnings in one second, in pairs and in one burst', () => {
    for (const [, { conversations }] of desks) {
      const sizes = Map.groupBy(conversations, ({ createdAt }) => createdAt).values();
      const ties = [...sizes].map((group) => group.length).filter((count) => count > 1);
      expect(ties.filter((count) => count === 2).length).toBeGreaterThan(3);
      expect(Math.max(...ties)).toBeGreaterThanOrEqual(4);
    }
  });

  test('are in the languages of their desks', () => {
    const { iadvize, liveagent, livechat, zazachat } = world.desks;
    expect(shareHolding(iadvize, /merci|bonjour|commande|taille|carte|adresse/)).toBeGreaterThan(0.9);
    expect(shareHolding(liveagent, /[ぁ-ん]/)).toBeGreaterThan(0.1);
    expect(shareHolding(livechat, /[¿¡ñ]|pedido|talla/)).toBeGreaterThan(0.2);
    expect(shareHolding(zazachat, /[ぁ-ん¿éà]/)).toBe(0);
  });

  test('hold mails with quotations, pictures, signatures and scripts to be cleaned away', () => {
    const mails = all.filter(({ channel }) => channel === 'email').map(textOf);
    for (const part of ['<blockquote', '<img', 'Kind regards', '<script', 'javascript:', 'onerror=']) {
      expect(mails.filter((text) => text.includes(part)).length, part).toBeGreaterThan(5);
    }
  });

  test('include notes, transfers, tags, ratings, files, reopened, unassigned and spam ones', () => {
    const kinds = new Set(all.flatMap(({ entries }) => entries.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(
      ['close', 'message', 'navigation', 'note', 'rating', 'status', 'tag', 'transfer'].toSorted(),
    );
    const files = all.filter(({ entries }) => entries.some(({ attachments }) => attachments.length > 0));
    const reopened = all.filter(({ entries }) =>
      entries.some(({ kind, text }) => kind === 'status' && text === 'open'),
    );
    for (const found of [
      files,
      reopened,
      all.filter(({ assigneeId }) => assigneeId === null),
      all.filter(({ status }) => status === 'spam'),
      all.filter(({ customFields }) => customFields.length > 0),
      world.desks.iadvize.conversations.filter(({ transactions }) => transactions.length > 0),
    ]) {
      expect(found.length).toBeGreaterThan(10);
    }
  });

  test('include calls from people of whom only the number is known', () => {
    const { conversations, customers } = world.desks.liveagent;
    const nameless = new Set(customers.filter(({ email }) => email === null).map(({ id }) => id));
    const calls = conversations.filter(({ channel }) => channel === 'call');
    expect(calls.filter(({ customerId }) => nameless.has(customerId)).length).toBeGreaterThan(10);
    expect(customers.filter(({ email, phone }) => email === null && phone === null)).toEqual([]);
  });

  test('hold lines at ZaZaChat that look like the stamps of its ticket log', () => {
    const stamp = /\n\[\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\] \w+:/;
    expect(
      world.desks.zazachat.conversations.filter((one) => stamp.test(textOf(one))).length,
    ).toBeGreaterThan(3);
  });

  test('go on over midnight in some chats', () => {
    const { timeZone, conversations } = world.desks.iadvize;
    const over = conversations.filter(
      ({ createdAt, updatedAt }) => wallClock(createdAt, timeZone).day !== wallClock(updatedAt, timeZone).day,
    );
    expect(over.length).toBeGreaterThan(3);
  });
});
