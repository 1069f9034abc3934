import { afterEach, describe, expect, it } from 'vitest';
import type { DepartmentAvailability } from '../../../src/contract/directory.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { LiveAgentAccount } from '../../../src/sandbox/liveagent/liveagent-account.ts';
import type { Desk } from '../../../src/sandbox/world/world.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext, openSource } from './open-source.ts';
import { refusal, type DeskAnswer, type TestDesk } from './test-desk.ts';

function availabilityOf(source: HelpdeskSource, keys: readonly string[]) {
  return source.directories.Department!.fields!.availability!(keys, callContext());
}

describe.each(['json', 'xml'] as const)('the sandbox desk, read as %s', (format) => {
  let sandbox: Sandbox<'liveagent'>;
  let desk: Desk;
  let source: HelpdeskSource;

  async function open(account: Partial<LiveAgentAccount> = {}): Promise<void> {
    sandbox = await startSandbox({ desks: ['liveagent'], size: 0.1, accounts: { liveagent: account } });
    desk = sandbox.world.desks.liveagent;
    const { url, apiKey } = sandbox.sources.support as Record<string, string>;
    source = openSource(url ?? '', { apiKey: new Secret(apiKey ?? ''), format });
  }

  afterEach(async () => {
    await source.close();
    await sandbox.close();
  });

  function operations(): string[] {
    return sandbox.emulators.liveagent.calls.list().map(({ operation }) => operation);
  }

  function count(channel: string, wanted: string): number {
    return desk.conversations.filter((one) => one.channel === channel && one.status === wanted).length;
  }

  it('tells of all departments, with one call, what they are online for and how much they have to do', async () => {
    await open();
    const keys = desk.departments.map(({ id }) => id);
    const told = (await availabilityOf(source, keys)) as readonly DepartmentAvailability[];
    expect(operations()).toEqual(['GET onlinestatus/departments']);
    for (const [index, { id }] of desk.departments.entries()) {
      const open = desk.conversations.filter(
        ({ departmentId, status }) => departmentId === id && (status === 'new' || status === 'open'),
      );
      const availability = told[index]!;
      expect(availability).toMatchObject({
        chatCount: open.filter(({ channel }) => channel === 'chat').length,
        newCount: open.filter(({ status }) => status === 'new').length,
        customerReplyCount: open.filter(({ status }) => status === 'open').length,
        totalCount: open.length,
      });
      const letters = availability.vendorStatus ?? '';
      expect(availability).toMatchObject({
        chat: letters.includes('T'),
        calls: letters.includes('P'),
        tickets: letters.includes('M'),
        online: /[TPM]/.test(letters),
      });
    }
    expect(told.some(({ online }) => online)).toBe(true);
    expect(told.some(({ totalCount }) => totalCount! > 0)).toBe(true);
  });

  it('tells what goes on in chats and calls', async () => {
    await open();
    const chats = (await source.chatsOverview!(callContext())).value;
    expect(chats).toMatchObject({ chats: count('chat', 'open'), queue: count('chat', 'new') });
    expect(chats?.visitors).toBeGreaterThanOrEqual(chats!.chats! + chats!.queue!);
    expect(chats?.agents).toBeGreaterThan(0);
    expect((await source.callsOverview!(callContext())).value).toEqual({
      running: count('call', 'open'),
      ringing: 0,
      queue: count('call', 'new'),
    });
  });

  it('lists the widgets with the code that a web page needs', async () => {
    await open();
    const widgets = (await source.widgets!(callContext())).value ?? [];
    const [first] = desk.departments;
    expect(widgets.map(({ department }) => department?.key)).toContain(first?.id);
    for (const { vendorId, vendorKind, language, integrationCode } of widgets) {
      expect(['B', 'C']).toContain(vendorKind);
      expect(language).toBe('en-US');
      expect(integrationCode).toMatch(
        new RegExp(`^<script type="text/javascript">.*'${vendorId}', this\\);</script>$`),
      );
    }
  });

  it('of a server without these calls still tells what departments are online for', async () => {
    await open({ withoutOverviews: true });
    const [one] = desk.departments;
    const [told] = await availabilityOf(source, [one!.id]);
    expect(told).toMatchObject({ chatCount: null, totalCount: null, vendorStatus: expect.any(String) });
    expect((await source.chatsOverview!(callContext())).value).toBeNull();
    expect((await source.callsOverview!(callContext())).value).toBeNull();
  });
});

describe('a desk', () => {
  let desk: TestDesk;
  let source: HelpdeskSource;

  deskForEachTest((opened) => ({ desk, source } = opened));

  function serve(
    records: Readonly<Record<string, unknown>>,
    failing: Readonly<Record<string, DeskAnswer>> = {},
  ) {
    desk.answer = ({ path }) =>
      failing[path] ?? (path in records ? { record: records[path] } : refusal(404, `${path} not found`));
  }

  const departments = {
    departments: [
      { departmentid: 'd1', name: 'One', onlinestatus: 'TM', deleted: 'N' },
      { departmentid: 'd2', name: 'Two', onlinestatus: ' ', deleted: 'N' },
      { departmentid: 'd3', name: 'Three', deleted: 'N' },
    ],
  };

  it('whose list of online states is cut off tells the others by the letters of their records', async () => {
    serve({
      departments,
      'onlinestatus/departments': {
        departmentsOnlineStates: [{ id: 'd1', onlineStatus: 'RP', chat_count: '2', max_count: '' }],
      },
    });
    const told = await availabilityOf(source, ['d1', 'd2', 'd3', 'gone']);
    expect(told).toEqual([
      {
        online: true,
        chat: false,
        calls: true,
        tickets: false,
        chatCount: 2,
        newCount: null,
        customerReplyCount: null,
        totalCount: null,
        maxCount: null,
        vendorStatus: 'RP',
      },
      expect.objectContaining({ online: false, vendorStatus: null }),
      null,
      null,
    ]);
  });

  it('that fails is told so for each department, and covered up by nothing', async () => {
    serve({ departments }, { 'onlinestatus/departments': refusal(503, 'Application is updating') });
    expect(await availabilityOf(source, ['d1', 'd2'])).toMatchObject([
      { kind: 'unavailable' },
      { kind: 'unavailable' },
    ]);
    await expect(source.chatsOverview!(callContext())).resolves.toMatchObject({ value: null });
  });

  it('without a row in its overview tells nothing', async () => {
    serve({
      'chats/overview': { chatsOverview: [] },
      'calls/overview': { callsOverview: [{ running: '' }] },
    });
    expect((await source.chatsOverview!(callContext())).value).toBeNull();
    expect((await source.callsOverview!(callContext())).value).toEqual({
      running: null,
      ringing: null,
      queue: null,
    });
  });

  it.each([
    ['&lt;a href=&quot;x&quot;&gt;&#039;&amp;amp;&#039;&lt;/a&gt;', `<a href="x">'&amp;'</a>`],
    ['&amp;lt;b&amp;gt;', '<b>'],
    ['<b>&lt;</b>', '<b>&lt;</b>'],
    ['no code', 'no code'],
    ['', null],
  ])('with the widget code %j tells %j', async (code, html) => {
    serve({ widgets: { widgets: [{ contactwidgetid: 'w1', integration_code: code }] } });
    expect((await source.widgets!(callContext())).value).toEqual([
      {
        vendorId: 'w1',
        name: null,
        vendorKind: null,
        language: null,
        department: null,
        integrationCode: html,
      },
    ]);
  });

  it('has its figures for a few seconds only and its widgets for longer', async () => {
    serve({ 'calls/overview': { callsOverview: [{ running: '1' }] }, widgets: { widgets: [] } });
    const patient = openSource(desk.url, { cacheSeconds: { list: 0, directory: 60 } });
    for (let time = 0; time < 2; time += 1) {
      await patient.callsOverview!(callContext());
      await patient.widgets!(callContext());
    }
    expect(desk.calls.map(({ path }) => path)).toEqual(['calls/overview', 'widgets', 'calls/overview']);
    await patient.close();
  });
});
