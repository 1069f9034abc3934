import { beforeEach, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { Report, ReportReader } from '../../../src/contract/report-reader.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { readReport, week, type WantedRows } from './report-request.ts';
import { refusal, type DeskCall, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;
let rows: readonly unknown[];

const listKeys: Readonly<Record<string, string>> = {
  load: 'loads',
  ranking: 'ranks',
  slacompliance: 'slacompliances',
  slalog: 'slalogs',
};

/** The documented list of a report, with the rows of the test. */
function reportOf({ path }: DeskCall) {
  const name = path.split('/').at(-1) ?? '';
  return { record: { [listKeys[name] ?? name]: rows } };
}

beforeEach(() => {
  rows = [];
});
deskForEachTest((opened) => ({ desk, source } = opened), { answer: reportOf });

/** The one call that reading a report makes, without the key. */
async function callFor(pick: (reports: ReportReader) => Report<never> | undefined, wanted: WantedRows = {}) {
  desk.calls.length = 0;
  await readReport(source, pick, wanted);
  expect(desk.calls).toHaveLength(1);
  const { path, query } = desk.calls[0] as DeskCall;
  const { apikey: _key, ...parameters } = query;
  return { path, query: parameters };
}

/** A time of the day on which Los Angeles sets its clocks back. */
const at = (time: string) => Date.parse(`2024-11-03T${time}Z`);

type Pick = Parameters<typeof callFor>[0];
const pick = (choose: (reports: ReportReader) => unknown) => choose as Pick;

describe('what is asked of the vendor', () => {
  it('is the period in the account’s dates, its end inclusive, and one row more than wanted', async () => {
    expect(await callFor(pick(({ channels }) => channels))).toEqual({
      path: 'reports/channels',
      query: {
        date_from: '2024-02-05 00:00:00',
        date_to: '2024-02-11 23:59:59',
        columns: 'id',
        limitcount: '11',
      },
    });
  });

  // Los Angeles shows the hour from 1 to 2 twice: from 08:00Z to 09:00Z and from there to 10:00Z.
  it.each([
    ['of the first of two hours that the clocks showed alike', '08:00', '09:00', null],
    ['of the second one', '09:00', '10:00', null],
    ['that begins in the second one', '09:30', '12:00', null],
    ['that ends in the first one', '06:00', '08:30', null],
    ['that begins in the first one', '08:30', '12:00', ['09:00', '09:30']],
    ['that ends in the second one', '06:00', '09:30', ['08:30', '09:00']],
    ['of both', '08:00', '10:00', undefined],
    ['that ends before both', '06:00', '08:00', undefined],
    ['that begins after both', '10:00', '12:00', undefined],
  ] as const)(
    'can only be more or less than a period %s, which is told',
    async (_name, from, to, missing) => {
      const { value } = await readReport(source, ({ agents }) => agents, {
        period: { from: at(from), to: at(to) },
      });
      const span = missing && { from: at(missing[0]), to: at(missing[1]) };
      expect(value.misfit?.missing).toEqual(span);
      expect(value.misfit?.because.kind).toBe(missing === undefined ? undefined : 'unsupported-filter');
    },
  );

  it('takes in every second that the period touches', async () => {
    const period = { from: week.from + 400, to: week.to + 400 };
    const { query } = await callFor(
      pick(({ tags }) => tags),
      { period },
    );
    expect(query).toMatchObject({ date_from: '2024-02-05 00:00:00', date_to: '2024-02-12 00:00:00' });
  });

  it.each([
    [
      'agents',
      ['agent', 'metrics'],
      ['workMinutes', 'answersPerHour', 'incomingChats'],
      'id,firstname,lastname,worktime,answers_ph',
    ],
    ['agents', ['metrics'], ['positiveRatingsPercent', 'salesAmount', '__typename'], 'id,rewards_p'],
    [
      'departments',
      ['department'],
      ['incomingChats', 'workMinutes', 'callsPerHour'],
      'id,departmentName,i_chats',
    ],
    ['channels', ['name', 'source'], ['newAnswerAverageSecondsInSla'], 'id,channelName,newAnswerAvgTimeSla'],
    ['tags', ['tag', '__typename'], ['offlineCalls', 'constructor'], 'id,tagName,o_calls'],
  ] as const)('are of %s only the columns of %j and %j', async (name, fields, metrics, columns) => {
    const call = await callFor(
      pick((reports) => reports[name]),
      { fields, metrics },
    );
    expect(call).toMatchObject({ path: `reports/${name}`, query: { columns } });
  });

  it.each(['HOUR', 'DAY', 'WEEK', 'MONTH'] as const)('is performance by %s', async (interval) => {
    const call = await callFor(
      pick(({ performance }) => performance?.[interval]),
      { metrics: ['resolvedTickets'] },
    );
    expect(call).toMatchObject({
      path: 'reports/performance',
      query: { group_by: interval.toLowerCase(), columns: 'datetime,dateto,resolved_tickets' },
    });
  });

  it.each(['CALLS', 'CHATS', 'TICKETS'] as const)('has a path of its own for %s', async (medium) => {
    const word = medium.toLowerCase();
    const paths = [
      (await callFor(pick(({ agentAvailability }) => agentAvailability?.[medium]))).path,
      (await callFor(pick(({ load }) => load?.[medium]))).path,
      (await callFor(pick(({ slaCompliance }) => slaCompliance?.[medium]))).path,
      (await callFor(pick(({ slaLog }) => slaLog?.[medium]))).path,
    ];
    const names = ['agentsavailability', 'load', 'slacompliance', 'slalog'];
    expect(paths).toEqual(names.map((name) => `reports/${word}/${name}`));
  });

  it('has no report of when anybody was there for tickets', async () => {
    expect(source.reports?.availability?.TICKETS).toBeUndefined();
    expect((await callFor(pick(({ availability }) => availability?.CHATS))).path).toBe(
      'reports/chats/availability',
    );
    expect((await callFor(pick(({ availability }) => availability?.CALLS))).path).toBe(
      'reports/calls/availability',
    );
  });

  it('has the filters under the names that each report has for them', async () => {
    const filter = { agentKey: 'ag1', departmentKey: 'dp1', slaLevelId: 'lv1', customerKey: 'i:cu1' };
    const log = await callFor(
      pick(({ slaLog }) => slaLog?.TICKETS),
      { filter },
    );
    expect(log.query).toMatchObject({
      agentid: 'ag1',
      departmentid: 'dp1',
      slalevelid: 'lv1',
      requesterid: 'cu1',
    });
    const { customerKey: _customer, ...others } = filter;
    const compliance = await callFor(
      pick(({ slaCompliance }) => slaCompliance?.CHATS),
      { filter: others },
    );
    expect(compliance.query).toMatchObject({ userid: 'ag1', departmentid: 'dp1', slalevelid: 'lv1' });
    expect(compliance.query).not.toHaveProperty('columns');
    const ranking = await callFor(
      pick(({ ranking }) => ranking),
      { filter: { agentKey: 'ag1', customerKey: 'i:cu1' } },
    );
    expect(ranking.query).toMatchObject({ agentid: 'ag1', contactid: 'cu1' });
    expect(source.reports?.channels?.filters.size).toBe(0);
  });
});

describe('rows', () => {
  it('are cut to the page, and one too many tells that there are more', async () => {
    rows = Array.from({ length: 3 }, (_, index) => ({ id: `t${index}` }));
    const { value } = await readReport(source, ({ tags }) => tags, { limit: 2, offset: 40 });
    expect(value).toMatchObject({ rows: [{ tag: { key: 't0' } }, { tag: { key: 't1' } }], hasMore: true });
    expect(desk.calls[0]?.query).toMatchObject({ limitcount: '3', limitfrom: '40' });
  });

  it('may be as many as the vendor gives at once', async () => {
    rows = Array.from({ length: 1000 }, (_, index) => ({ id: `t${index}` }));
    const { value } = await readReport(source, ({ tags }) => tags, { limit: 1000 });
    expect(value.rows).toHaveLength(1000);
    expect(value.hasMore).toBe(true);
    expect(desk.calls[0]?.query).toMatchObject({ limitcount: '1000' });
  });

  it('are each given once by a server that heeds no limits', async () => {
    rows = Array.from({ length: 23 }, (_, index) => ({
      date: `2024-02-${String(index + 1).padStart(2, '0')}`,
    }));
    const days: unknown[] = [];
    const offsets = [0, 10, 20];
    for (const offset of offsets) {
      const { value } = await readReport(source, ({ availability }) => availability?.CHATS, {
        offset,
        limit: 10,
      });
      expect(value.hasMore).toBe(offset < 20);
      days.push(...value.rows.map((row) => row?.at));
    }
    expect(new Set(days).size).toBe(23);
    expect(days).toHaveLength(23);
  });

  it.each([null, '', 'odd', [], {}, { id: '' }])(
    'keep their places where one of them is %j, which is told to be missing',
    async (odd) => {
      rows = [{ id: 'ab' }, odd, { id: 'cd' }];
      const { value } = await readReport(source, ({ tags }) => tags, { limit: 2 });
      expect(value).toMatchObject({
        rows: [{ tag: { key: 'ab' } }, null],
        hasMore: true,
        misfit: { missing: week, because: { kind: 'wrong-answer', operation: 'reports.tags' } },
      });
    },
  );

  it('are whole where each of them can be read', async () => {
    rows = [{ id: 'ab' }];
    expect((await readReport(source, ({ tags }) => tags)).value.misfit).toBeUndefined();
  });

  it('come from the cache when they are asked for again, and not for other columns', async () => {
    const wanted = { metrics: ['calls'] };
    await readReport(source, ({ agents }) => agents, wanted);
    await readReport(source, ({ agents }) => agents, wanted);
    expect(desk.calls).toHaveLength(1);
    await readReport(source, ({ agents }) => agents, { metrics: ['calls', 'notes'] });
    expect(desk.calls).toHaveLength(2);
  });

  it('are an error where the answer has none', async () => {
    desk.answer = () => ({ record: { something: 'else' } });
    await expect(readReport(source, ({ agents }) => agents)).rejects.toMatchObject({
      kind: 'bad-response',
      operation: 'reports.agents',
    });
    desk.answer = () => refusal(500, 'Missing mandatory parameter date_from', 200);
    await expect(readReport(source, ({ tags }) => tags)).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('are not documented where the server has no such report, and gone at most where a filter names somebody', async () => {
    desk.answer = () => refusal(404, 'Not found');
    await expect(readReport(source, ({ load }) => load?.CALLS)).rejects.toMatchObject({
      kind: 'bad-response',
      message: expect.stringContaining('there is no such thing'),
    });
    const named = readReport(source, ({ load }) => load?.CALLS, { filter: { agentKey: 'uid00001' } });
    await expect(named).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('rows about others than a filter names', () => {
  const one = { userid: 'ag1', agentid: 'ag1', departmentid: 'dp1', req_contactid: 'cu1', contactid: 'cu1' };
  const log = pick(({ slaLog }) => slaLog?.CHATS);
  const online = pick(({ agentAvailability }) => agentAvailability?.CALLS);
  const ranking = pick((reports) => reports.ranking);

  it.each([
    ['agentId', log, { agentKey: 'ag1' }, { agentid: 'ag2' }],
    ['departmentId', log, { departmentKey: 'dp1' }, { departmentid: 'dp2' }],
    ['customerId', log, { customerKey: 'i:cu1' }, { req_contactid: 'cu2' }],
    ['agentId', online, { agentKey: 'ag1' }, { userid: 'ag2' }],
    ['departmentId', online, { departmentKey: 'dp1' }, { departmentid: 'dp2' }],
    ['customerId', ranking, { customerKey: 'i:cu1' }, { contactid: 'cu2' }],
  ])('show that a server does not know the filter %s', async (name, report, filter, other) => {
    rows = [
      { id: '1', ...one },
      { id: '2', ...one, ...other },
    ];
    await expect(readReport(source, report, { filter })).rejects.toMatchObject({
      kind: 'unsupported-filter',
      message: expect.stringContaining(`the filter ${name} `),
    });
  });

  it('are none where all name those, or nobody', async () => {
    rows = [{ id: '1', ...one }, { id: '2' }];
    const filter = { agentKey: 'ag1', departmentKey: 'dp1', customerKey: 'i:cu1' };
    expect((await readReport(source, log, { filter })).value.rows).toHaveLength(2);
    expect(desk.calls[0]?.query['columns']).toMatch(/agentid,.*departmentid,.*req_contactid/);
  });

  it('are not looked for where an agent is known by address, which rows do not have', async () => {
    rows = [{ id: '1', ...one }];
    const filter = { agentKey: 'ann@example.org' };
    expect((await readReport(source, online, { filter })).value.rows).toHaveLength(1);
  });
});

describe('a customer in a filter', () => {
  const byAddress = { filter: { customerKey: 'e:ann@example.org' } };

  it('is looked up by address, as reports know contact ids only', async () => {
    desk.answer = (call) =>
      call.path.startsWith('customers')
        ? { record: { contactid: 'cu77', email: 'Ann@example.org' } }
        : reportOf(call);
    await readReport(source, ({ slaLog }) => slaLog?.CALLS, byAddress);
    expect(desk.calls.map(({ path }) => path)).toEqual(['customers/ann@example.org', 'reports/calls/slalog']);
    expect(desk.calls[1]?.query).toMatchObject({ requesterid: 'cu77' });
  });

  it('who is not there, or has no record, has no rows', async () => {
    desk.answer = (call) =>
      call.path === 'customers' ? { record: { customers: [] } } : refusal(404, 'not found');
    const gone = await readReport(source, ({ ranking }) => ranking, byAddress);
    const caller = await readReport(source, ({ ranking }) => ranking, { filter: { customerKey: 'o:cv1' } });
    expect([gone.value, caller.value]).toEqual([
      { rows: [], hasMore: false },
      { rows: [], hasMore: false },
    ]);
  });
});

describe('the agents of the ranking', () => {
  const agent = {
    id: 'us1',
    contactid: 'co1',
    username: 'Ida@example.org',
    firstname: 'Ida',
    lastname: 'Lund',
  };

  beforeEach(() => {
    rows = [
      { id: '1', agentcontactid: 'co1', agentEmail: '', agent: 'Ida L.' },
      { id: '2', agentcontactid: 'other', agentEmail: 'ida@EXAMPLE.org', agent: 'Ida L.' },
      { id: '3', agentcontactid: 'co9', agentEmail: 'gone@example.org', agent: 'Someone' },
      { id: '4', agentcontactid: 'co8', agentEmail: 'left@example.org', agent: 'Leon' },
    ];
    desk.answer = (call) => {
      if (call.path === 'onlinestatus/agents') return { record: { agentsOnlineStates: [agent] } };
      if (call.path === 'agents/left@example.org')
        return { record: { userid: 'us8', email: 'left@example.org' } };
      return call.path.startsWith('agents/') ? refusal(404, 'not found') : reportOf(call);
    };
  });

  it('are found by contact id or address, singly where the list lacks them', async () => {
    const { value } = await readReport(source, ({ ranking }) => ranking, { fields: ['agent'] });
    expect(value.rows.map((row) => row?.agent?.key ?? null)).toEqual(['us1', 'us1', null, 'us8']);
    expect(value.rows[2]).toMatchObject({ agentName: 'Someone', agentEmail: 'gone@example.org' });
  });

  it('are not looked up where nobody asks for them', async () => {
    await readReport(source, ({ ranking }) => ranking, { fields: ['comment'] });
    expect(desk.calls.map(({ path }) => path)).toEqual(['reports/ranking']);
  });

  it('are left out where the list of agents fails', async () => {
    desk.answer = (call) => (call.path.startsWith('reports') ? reportOf(call) : refusal(503, 'updating'));
    const { value } = await readReport(source, ({ ranking }) => ranking, { fields: ['agent'] });
    expect(value.rows.map((row) => row?.agent)).toEqual([null, null, null, null]);
  });
});
