import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Desk } from '../../../src/sandbox/world/world.ts';
import { callContext, openSource } from './open-source.ts';
import { walkTimeline } from './walk-timeline.ts';

let sandbox: Sandbox<'liveagent'>;
let desk: Desk;
let sources: readonly HelpdeskSource[];

const day = 86_400_000;

beforeAll(async () => {
  sandbox = await startSandbox({ desks: ['liveagent'], size: 0.4 });
  desk = sandbox.world.desks.liveagent;
  const { url, apiKey, timeZone } = sandbox.sources.support as Record<string, string>;
  sources = (['json', 'xml'] as const).map((format) =>
    openSource(url ?? '', { apiKey: new Secret(apiKey ?? ''), timeZone: timeZone ?? '', format }),
  );
});

afterAll(async () => {
  await Promise.all(sources.map((source) => source.close()));
  await sandbox.close();
});

function callsOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly paths: readonly string[] }> {
  const { calls } = sandbox.emulators.liveagent;
  calls.clear();
  return work().then((value) => ({ value, paths: calls.list().map(({ operation }) => operation) }));
}

function window() {
  return { from: sandbox.world.now - 60 * day, to: sandbox.world.now + 1 };
}

describe.each([0, 1])('the sandbox desk, read in format %i of JSON and XML', (index) => {
  const source = () => sources[index] as HelpdeskSource;

  it('lists every conversation once, by creation and by change', async () => {
    for (const field of ['CREATED_AT', 'UPDATED_AT'] as const) {
      const time = (row: Conversation) =>
        field === 'CREATED_AT' ? row.createdAt : (row.updatedAt ?? row.createdAt);
      const walked = await walkTimeline(
        source().conversations!,
        { window: window(), order: { field, direction: 'DESC' }, filter: {}, limit: 51 },
        time,
        callContext(),
      );
      const { from, to } = window();
      const expected = desk.conversations.filter((one) => {
        const at = field === 'CREATED_AT' ? one.createdAt : one.updatedAt;
        return at >= from && at < to;
      });
      expect([...walked.keys].sort()).toEqual(expected.map(({ id }) => id).sort());
    }
  });

  it('reads a page with details and messages in one call each and the agents in one', async () => {
    const page = await callsOf(() =>
      source().conversations!.list(
        {
          window: window(),
          order: { field: 'CREATED_AT', direction: 'DESC' },
          filter: {},
          limit: 21,
          position: null,
        },
        callContext(),
      ),
    );
    expect(page.paths).toHaveLength(1);
    const references = page.value.value.rows.slice(0, 20);
    const details = await callsOf(() => source().conversations!.get(references, callContext()));
    expect(details.paths).toHaveLength(20);
    const messages = await callsOf(() => source().conversations!.messages(references, callContext()));
    expect(messages.paths.filter((path) => path.includes('messages'))).toHaveLength(20);
    expect(messages.paths.length).toBeLessThanOrEqual(21);
    const again = await callsOf(() => source().conversations!.messages(references, callContext()));
    expect(again.paths).toEqual([]);
  });

  it('tells of a conversation what the desk holds', async () => {
    const wanted = desk.conversations
      .filter(({ assigneeId, note }) => assigneeId !== null && note !== null)
      .slice(0, 5);
    const found = await source().conversations!.get(
      wanted.map(({ id }) => ({ key: id, revision: null })),
      callContext(),
    );
    expect(wanted.length).toBeGreaterThan(0);
    for (const [place, one] of wanted.entries()) {
      const conversation = found[place] as Conversation;
      expect(conversation).toMatchObject({
        vendorId: one.id,
        reference: one.code,
        publicCode: one.publicCode,
        subject: one.subject,
        note: one.note,
        createdAt: Math.floor(one.createdAt / 1000) * 1000,
        assignee: { key: one.assigneeId },
        department: { key: one.departmentId },
      });
      expect(conversation.tags?.map(({ key }) => key).sort()).toEqual([...one.tagIds].sort());
      expect(conversation.customFields).toEqual(one.customFields);
    }
  });

  it('tells who wrote what', async () => {
    const agents = new Set(desk.agents.map(({ id }) => id));
    const wanted = desk.conversations.slice(0, 40);
    const found = await source().conversations!.messages(
      wanted.map(({ id }) => ({ key: id, revision: null })),
      callContext(),
    );
    let compared = 0;
    for (const [place, one] of wanted.entries()) {
      const messages = found[place];
      if (messages === undefined || messages instanceof VendorError) throw new Error('expected messages');
      for (const message of messages) {
        const entry = one.entries.find(({ id }) => message.vendorId?.startsWith(id));
        if (!entry) continue;
        compared += 1;
        const { author } = entry;
        if (author.type === 'system') expect(message.authorRole).toBe('SYSTEM');
        else expect(message.authorRole).toBe(agents.has(author.id) ? 'AGENT' : 'CUSTOMER');
        if (entry.kind === 'note') expect(message).toMatchObject({ kind: 'NOTE', internal: true });
      }
      expect(new Set(messages.map(({ key }) => key)).size).toBe(messages.length);
    }
    expect(compared).toBeGreaterThan(wanted.length);
  });

  it('finds a conversation by id, code and public code', async () => {
    const one = desk.conversations[7];
    for (const reference of [one?.id, one?.code, ` ${one?.publicCode}\n`]) {
      const { value } = await source().conversations!.findByReference!(reference ?? '', callContext());
      expect(value?.key).toBe(one?.id);
    }
    const none = await source().conversations!.findByReference!('NO-SUCH-ONE', callContext());
    expect(none.value).toBeNull();
  });

  it('knows the directories', async () => {
    const { Agent, Department, Tag, CustomerGroup } = source().directories;
    const agents = await Agent!.list!(callContext());
    expect(agents.value.map(({ key }) => key).sort()).toEqual(desk.agents.map(({ id }) => id).sort());
    expect(agents.value[0]?.avatarUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    const member = desk.agents.find(({ departmentIds }) => departmentIds.length > 0);
    const whole = await callsOf(() => Agent!.get([member?.id ?? ''], callContext()));
    expect(whole.value[0]).toMatchObject({ key: member?.id, email: member?.email });
    expect(whole.paths).toEqual(['GET agents/[]']);
    const teams = await callsOf(() => Agent!.fields!.departments!([member?.id ?? ''], callContext()));
    const departments = teams.value[0] as readonly { key: string }[];
    expect(departments.map(({ key }) => key).sort()).toEqual([...(member?.departmentIds ?? [])].sort());
    expect(teams.paths).toHaveLength(1 + desk.departments.length);
    for (const [reader, expected] of [
      [Department, desk.departments],
      [Tag, desk.tags],
      [CustomerGroup, desk.customerGroups],
    ] as const) {
      const listed = await reader!.list!(callContext());
      expect(listed.value.map(({ key, name }) => `${key} ${name}`).sort()).toEqual(
        expected.map(({ id, name }) => `${id} ${name}`).sort(),
      );
    }
    for (const field of ['color', 'backgroundColor', 'archived'] as const) {
      const told = await Tag!.fields![field]!(
        desk.tags.map(({ id }) => id),
        callContext(),
      );
      expect(told).toEqual(desk.tags.map((tag) => tag[field]));
    }
  });

  it('knows the customers', async () => {
    const customers = source().customers!;
    const one = desk.customers.find(({ email, groupIds }) => email !== null && groupIds.length > 0);
    const email = one?.email?.trim().toLowerCase() ?? '';
    const { value: found } = await customers.findByEmail!(email, callContext());
    expect(found[0]).toMatchObject({ key: `e:${email}`, vendorId: one?.id, firstName: one?.firstName });
    expect(await customers.findByVendorId!(one?.id ?? '', callContext())).toMatchObject({
      key: `e:${email}`,
    });
    const [groups] = await customers.groups!([`e:${email}`], callContext());
    expect((groups as readonly { key: string }[]).map(({ key }) => key).sort()).toEqual(
      [...(one?.groupIds ?? [])].sort(),
    );
    const walked = await walkTimeline(
      customers.timeline!,
      {
        window: { from: 0, to: sandbox.world.now + 1 },
        order: { field: 'CREATED_AT', direction: 'DESC' },
        filter: {},
        limit: 60,
      },
      ({ createdAt }) => createdAt ?? 0,
      callContext(),
    );
    const vendorIds = [...walked.rows.values()].map(({ vendorId }) => vendorId ?? '').sort();
    expect(vendorIds).toEqual(desk.customers.map(({ id }) => id).sort());
  });

  it('tells the version and the clock', async () => {
    const { value } = await source().application!(callContext());
    expect(value.version).toBeTruthy();
    expect(Math.abs((value.serverTime ?? 0) - Date.now())).toBeLessThan(60_000);
    await expect(source().probe(callContext())).resolves.toBeUndefined();
  });
});

describe('the sandbox desk with a wrong key', () => {
  it('refuses it, and the error does not hold it', async () => {
    const key = 'wrong-key-4711-4711-4711';
    const { url } = sandbox.sources.support as Record<string, string>;
    const source = openSource(url ?? '', { apiKey: new Secret(key) });
    const failure: unknown = await source.probe(callContext()).catch((error: unknown) => error);
    await source.close();
    expect(failure).toMatchObject({ kind: 'unauthenticated', source: 'support' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain(key);
  });
});
