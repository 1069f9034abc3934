import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { Customer } from '../../src/contract/customer.ts';
import type { Message } from '../../src/contract/message.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { accountVariants } from './accounts.ts';
import { walkWindow } from './walk-window.ts';
import { openAccount, requestContext, type OpenAccount } from './open-account.ts';

const day = 86_400_000;
const recent = { from: calmDay - 30 * day, to: calmDay };

let restoreClock: () => void;
beforeAll(() => {
  restoreClock = shiftClock(calmDay);
});
afterAll(() => restoreClock());

/** What a conversation says, without when it was fetched. */
function said(row: Conversation | VendorError | null | undefined): object {
  if (!row || row instanceof VendorError) throw new Error('expected a conversation');
  return { ...row, fetchedAt: 0 };
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function wordsOf(messages: readonly Message[]): string {
  return withoutBlanks(messages.map(({ body }) => body).join(' '));
}

/** Everything is told, be it that there is none. */
function expectWhole(customer: Customer): void {
  for (const field of ['vendorId', 'name', 'email', 'phones', 'createdAt', 'role', 'gender'] as const) {
    expect(customer[field], field).not.toBeUndefined();
  }
}

/** A key of the same form that nothing has. */
function missing(key: string): string {
  return key.replace(/[^:]{2}$/, 'zz');
}

describe.each(accountVariants)('$title', (variant) => {
  const { habits } = variant;
  let account: OpenAccount;
  let rows: readonly Conversation[];

  beforeAll(async () => {
    account = await openAccount(variant, { size: 0.1 });
    const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
    const walk = { order, window: recent, limit: 30, wanted: new Map<string, number>() };
    rows = [...(await walkWindow(account.conversations, walk)).values()].slice(0, 30);
    expect(rows.length).toBeGreaterThan(10);
  });
  afterAll(() => account.close());

  it('tells that reads of details wait, for as long as they do', async () => {
    const { conversations, detailLine } = account.again({ maxConcurrent: 1 });
    const references = rows.slice(0, 6).map(({ key }) => ({ key, revision: null }));
    expect(detailLine?.isCrowded).toBe(false);
    const reading = conversations!.get(references, requestContext());
    await expect.poll(() => detailLine?.isCrowded, { interval: 1 }).toBe(true);
    await detailLine?.whenRoomy(1, requestContext());
    expect(detailLine?.isCrowded).toBe(false);
    await reading;
  });

  it('gives the same conversation again by its key alone, with every field told', async () => {
    const some = rows.slice(0, 6);
    const references = some.map(({ key }) => ({ key, revision: null }));
    const found = await account.again().conversations!.get(references, requestContext());
    found.forEach((conversation, index) => {
      const row = some[index]!;
      const known = Object.fromEntries(
        Object.entries({ ...row, fetchedAt: 0, raw: null }).filter(
          ([name, value]) =>
            value !== undefined && !['department', 'assignee', 'customer', 'tags'].includes(name),
        ),
      );
      expect({ ...said(conversation), raw: null }).toMatchObject(known);
      const whole = said(conversation) as Conversation;
      for (const field of [
        'note',
        'dueAt',
        'department',
        'assignee',
        'customer',
        'visit',
        'tags',
        'customFields',
      ] as const) {
        expect(whole[field], field).not.toBeUndefined();
      }
      expect(whole.assignee?.key).toBe(
        whole.assignee
          ? account.rows().find(({ vendorId }) => vendorId === row.vendorId)?.assignee
          : undefined,
      );
      const fetchedAt = conversation && 'fetchedAt' in conversation ? conversation.fetchedAt : 0;
      expect(Math.abs(Date.now() - fetchedAt)).toBeLessThan(60_000);
    });
  });

  it('keeps length and order, with null for what is gone', async () => {
    const [one, other] = rows;
    const references = [one!, { key: missing(one!.key), revision: null }, other!, one!].map(
      ({ key, revision }) => ({
        key,
        revision,
      }),
    );
    const found = await account.conversations.get(references, requestContext());
    expect(found.map((row) => (row instanceof VendorError ? row.kind : (row?.key ?? null)))).toEqual([
      one!.key,
      null,
      other!.key,
      one!.key,
    ]);
    const messages = await account.conversations.messages(references.slice(0, 3), requestContext());
    expect(messages).toHaveLength(3);
    expect(messages[0]).toBeInstanceOf(Array);
    if (habits.isSilentAboutNobody) expect(messages[1]).toEqual([]);
    else expect(messages[1]).toMatchObject({ kind: 'not-found' });
    expect(messages[2]).toBeInstanceOf(Array);
    expect(await account.conversations.get([], requestContext())).toEqual([]);
    expect(await account.conversations.messages([], requestContext())).toEqual([]);
  });

  it.each(['', '.', '..', '../x', 'a/b', 'ü', 'x'.repeat(300), '%00', ' '])(
    'has no conversation with the made-up key %j',
    async (key) => {
      const [found] = await account.conversations.get([{ key, revision: null }], requestContext());
      if (found instanceof VendorError) expect(['invalid-input', 'not-found']).toContain(found.kind);
      else expect(found).toBeNull();
    },
  );

  it('gives messages oldest first, under keys that stay', async () => {
    const some = rows.slice(0, 12);
    const first = await account.conversations.messages(some, requestContext());
    const second = await account.again().conversations!.messages(some, requestContext());
    expect(first).toEqual(second);
    first.forEach((messages, index) => {
      if (messages instanceof VendorError) throw messages;
      const keys = messages.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const times = messages.flatMap(({ sentAt }) => sentAt ?? []);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      const world = account.desk.conversations.find(({ id }) => id === some[index]?.vendorId);
      const spoken =
        world?.entries.filter(({ kind, author }) => kind === 'message' && author.type !== 'system') ?? [];
      const words = wordsOf(messages);
      for (const entry of spoken) {
        expect(words).toContain(withoutBlanks(habits.textOf(entry)));
      }
    });
  });

  it('tells notes from what the customer sees, with their words', async () => {
    const noted = rows.flatMap((row) => {
      const world = account.desk.conversations.find(({ id }) => id === row.vendorId);
      const notes = world?.entries.filter(({ kind }) => kind === 'note') ?? [];
      return notes.length > 0 ? { row, notes: notes.map((note) => withoutBlanks(habits.textOf(note))) } : [];
    });
    expect(noted.length > 0 || habits.notes === 'none').toBe(true);
    const references = noted.map(({ row }) => row);
    const found = await account.conversations.messages(references, requestContext());
    found.forEach((messages, index) => {
      if (messages instanceof VendorError) throw messages;
      const hidden = messages.filter(({ kind, internal }) => kind === 'NOTE' && internal);
      const seen = messages.filter((message) => !hidden.includes(message));
      for (const note of noted[index]!.notes) {
        expect(wordsOf(hidden).includes(note)).toBe(habits.notes === 'marked');
        if (habits.notes !== 'unmarked') expect(wordsOf(seen)).not.toContain(note);
      }
    });
  });

  it('finds a customer again by the key that a conversation names', async () => {
    const reader = account.again().customers;
    if (!reader) return;
    const customers = rows.flatMap(({ customer }) => customer ?? []).slice(0, 8);
    expect(customers.length).toBeGreaterThan(0);
    const keys = customers.map(({ key }) => key);
    const found = await reader.get(keys, requestContext());
    found.forEach((customer, index) => {
      if (!customer || customer instanceof VendorError) throw new Error(`no customer ${keys[index]}`);
      expect(customer.key).toBe(keys[index]);
      expect(customer.email?.toLowerCase() ?? null).toBe(customers[index]?.email?.toLowerCase() ?? null);
      expectWhole(customer);
    });
    const [none] = await reader.get([missing(keys[0]!)], requestContext());
    if (none instanceof VendorError) expect(none.kind).toBe('invalid-input');
    else expect(none).toBeNull();
  });

  it('tells all of a customer with the conversation where no call tells more', async () => {
    if (account.source.customers) return;
    const whole = await account.conversations.get(
      rows.map(({ key }) => ({ key, revision: null })),
      requestContext(),
    );
    for (const row of whole) {
      if (!row || row instanceof VendorError) throw new Error('expected a conversation');
      if (row.customer) expectWhole(row.customer);
    }
  });

  it('finds customers by address where it says that it can', async () => {
    const { findByEmail } = account.source.customers ?? {};
    expect(findByEmail !== undefined).toBe(account.source.capabilities.has('CUSTOMER_BY_EMAIL'));
    if (!findByEmail) return;
    const email = account.rows().findLast((row) => row.email !== null)?.email ?? '';
    const begun = Date.now();
    const found = await account.source.customers!.findByEmail!(email, requestContext());
    expect(found.value.length).toBeGreaterThan(0);
    expect(found.fetchedAt).toBeGreaterThan(begun - 60_000);
    expect(found.fetchedAt).toBeLessThanOrEqual(Date.now());
    expect(found.staleBecause).toBeUndefined();
    for (const customer of found.value) expect(customer.email?.trim().toLowerCase()).toBe(email);
    const none = await account.source.customers!.findByEmail!('nobody+x@nowhere.example', requestContext());
    expect(none.value).toEqual([]);
  });

  const directories = ['Agent', 'Tag', 'Department', 'Website', 'CustomerGroup'] as const;

  it.each(directories)('directory %s: lists what the desk has, and gets the same by key', async (type) => {
    const reader = account.source.directories[type];
    if (!reader?.list) {
      // A vendor that tells names at most inside conversations.
      expect(
        account.source.capabilities.has(
          `${({ Agent: 'AGENTS', Tag: 'TAGS', Department: 'DEPARTMENTS', Website: 'WEBSITES', CustomerGroup: 'CUSTOMER_GROUPS' } as const)[type]}_LIST`,
        ),
      ).toBe(false);
      return;
    }
    const { value } = await reader.list(requestContext());
    const { desk } = account;
    const ids = {
      Agent: desk.agents.map(habits.agentId),
      Tag: desk.tags.flatMap((tag) => habits.tagId(tag) ?? []),
      Department: [...desk.departments.map(({ id }) => id), ...habits.commonDepartments],
      Website: desk.websites.map(({ id }) => id),
      CustomerGroup: desk.customerGroups.map(({ id }) => id),
    }[type];
    expect(value.map(({ vendorId }) => vendorId ?? '').sort()).toEqual(ids.sort());
    expect(new Set(value.map(({ key }) => key)).size).toBe(value.length);

    const keys = value.map(({ key }) => key);
    const found = await reader.get([...keys, 'no-such-key'], requestContext());
    expect(found).toHaveLength(keys.length + 1);
    expect(found.at(-1)).toBeNull();
    found.slice(0, -1).forEach((entity, index) => {
      if (!entity || entity instanceof VendorError) throw new Error(`no ${type} ${keys[index]}`);
      const listed = Object.entries(value[index]!).filter(([, told]) => told !== undefined);
      expect(entity).toMatchObject(Object.fromEntries(listed));
      const own = Object.keys(reader.fields ?? {});
      const left = Object.entries(entity).filter(([field]) => !own.includes(field));
      expect(left.map(([, told]) => told)).not.toContain(undefined);
    });
    for (const key of keys) {
      if (
        account.source.keyOfVendorId(type, value.find((each) => each.key === key)?.vendorId ?? '') !== null
      ) {
        expect(account.source.keyOfVendorId(type, value.find((each) => each.key === key)!.vendorId!)).toBe(
          key,
        );
      }
    }
  });

  it('gives out nothing secret, neither in entities nor in what the vendor said', async () => {
    const { directories: all, customers } = account.source;
    const references = rows.map(({ key, revision }) => ({ key, revision }));
    const agents = (await all.Agent?.list?.(requestContext()))?.value ?? [];
    const keys = rows.flatMap(({ customer }) => customer?.key ?? []);
    const text = JSON.stringify([
      rows,
      await account.conversations.get(references, requestContext()),
      await account.conversations.messages(references, requestContext()),
      agents,
      await all.Agent?.get(
        agents.map(({ key }) => key),
        requestContext(),
      ),
      await customers?.get(keys, requestContext()),
    ]);
    for (const secret of sandboxSecrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/authtoken|browsercookiename|"api_key":|"password":/i);
    expect(JSON.parse(text)).toBeTruthy();
  });
});
