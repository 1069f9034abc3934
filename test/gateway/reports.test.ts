import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

let gateway: SandboxGateway;
let giveBackClock: () => void;

beforeAll(async () => {
  giveBackClock = shiftClock(calmDay);
  gateway = await openSandboxGateway();
});

beforeEach(() => gateway.forgetCalls());

afterAll(async () => {
  await gateway.close();
  giveBackClock();
});

/** Whole days in Paris, long past on the test's clock but within the sandbox's world. */
const period = 'from: "2026-02-01T00:00:00+01:00", to: "2026-03-01T00:00:00+01:00"';

interface Connection {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly {
    readonly source: { readonly name: string };
    readonly state: string;
    readonly error: { readonly code: string } | null;
  }[];
}

/** Runs a query for `report` and gives the reports by name. */
async function report(
  fields: string,
  reportArguments = period,
): Promise<Readonly<Record<string, Connection>>> {
  const { data, errors } = await gateway.query(`{ report(${reportArguments}) { ${fields} } }`);
  expect(errors).toEqual([]);
  return (data as { report: Readonly<Record<string, Connection>> }).report;
}

/** The calls that reached the vendors, as `source path`, and their parameter `columns`. */
function calls(): { readonly call: string; readonly columns: string | null }[] {
  return gateway.calls().map(({ source, path }) => {
    const url = new URL(path, 'http://vendor');
    return { call: `${source} ${url.pathname}`, columns: url.searchParams.get('columns') };
  });
}

const sources = 'sources { source { name } state error { code } }';

function outcomes(connection: Connection | undefined): string[] {
  return (connection?.sources ?? []).map(
    ({ source, state, error }) => `${source.name} ${state}${error ? ` ${error.code}` : ''}`,
  );
}

/** The id of the first of a list of the LiveAgent source. */
async function idOf(list: string): Promise<string> {
  const { data } = await gateway.query(
    `{ ${list}(first: 1, filter: { sources: ["support"] }) { nodes { id } } }`,
  );
  return (data as Record<string, { nodes: { id: string }[] }>)[list]?.nodes[0]?.id ?? '';
}

describe('a dashboard', () => {
  it('makes one call for each report selected and asks for the columns selected', async () => {
    const dashboard = await report(`
      agents(first: 50) { nodes { agent { name } metrics { answers unratedPercent presenceHours } } ${sources} }
      departments { edges { node { department { name } metrics { createdTickets } } } }
      channels { nodes { name ... on ChannelReport { metrics { ... { notes } } } } }
      performance(interval: WEEK) { nodes { from to metrics { calls: chats } } }
      slaLog(medium: TICKETS, first: 5) { nodes { marginSeconds dueAt } }
    `);
    expect(calls().toSorted((one, other) => one.call.localeCompare(other.call))).toEqual([
      { call: 'shop /api/operator_stats/getStats/', columns: null },
      { call: 'support /api/reports/agents', columns: 'id,firstname,lastname,answers,not_ranked_p' },
      { call: 'support /api/reports/channels', columns: 'id,channelName,notes' },
      { call: 'support /api/reports/departments', columns: 'id,departmentName,created_tickets' },
      { call: 'support /api/reports/performance', columns: 'datetime,dateto,chats' },
      { call: 'support /api/reports/tickets/slalog', columns: 'id,sla,date_due' },
    ]);
    expect(outcomes(dashboard['agents'])).toEqual([
      'support OK',
      'shop OK',
      'tickets SKIPPED UNSUPPORTED',
      'legacy SKIPPED UNSUPPORTED',
    ]);
  });

  it('calls nobody for a period of which no report is selected', async () => {
    await report('from to');
    expect(calls()).toEqual([]);
  });

  it('leaves out the columns that a variable leaves out', async () => {
    const document = `query ($all: Boolean!) { report(${period}) {
      tags { nodes { tag { id } metrics { answers @include(if: $all) calls } } }
    } }`;
    await gateway.query(document, { all: false });
    await gateway.query(document, { all: true });
    expect(calls().map(({ columns }) => columns)).toEqual(['id,tagName,calls', 'id,tagName,answers,calls']);
  });
});

describe('the report of agents', () => {
  it('pages through all sources, each agent once, in the order of the configuration', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { agents } = await report(
        `agents(first: 4${after ? `, after: "${after}"` : ''}) {
          nodes { source { name } agent { vendorId } } pageInfo { hasNextPage endCursor }
        }`,
      );
      const nodes = agents?.nodes as { source: { name: string }; agent: { vendorId: string } }[];
      seen.push(...nodes.map(({ source, agent }) => `${source.name} ${agent.vendorId}`));
      if (!agents?.pageInfo.hasNextPage) break;
      after = agents.pageInfo.endCursor;
    }
    const { liveagent, iadvize } = gateway.world.desks;
    expect(seen).toEqual([
      ...liveagent.agents.map(({ id }) => `support ${id}`),
      ...iadvize.agents.map(({ id }) => `shop ${id}`),
    ]);
  });

  it('tells money in the account’s currency and ratings of 0 as none', async () => {
    const { agents } = await report(
      `agents(first: 50) { nodes { agent { vendorId } metrics { chats salesCount salesAmount { amount currency } overallRating } } }`,
      `${period}, filter: { sources: ["shop"] }`,
    );
    const { conversations } = gateway.world.desks.iadvize;
    const [from, to] = [Date.parse('2026-02-01T00:00:00+01:00'), Date.parse('2026-03-01T00:00:00+01:00')];
    for (const { agent, metrics } of (agents?.nodes ?? []) as {
      agent: { vendorId: string };
      metrics: Record<string, unknown>;
    }[]) {
      const own = conversations.filter(({ assigneeId }) => assigneeId === agent.vendorId);
      const sales = own.flatMap(({ transactions }) => transactions).filter(({ at }) => at >= from && at < to);
      const cents = sales.reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect(metrics).toMatchObject({
        chats: own.filter(({ createdAt }) => createdAt >= from && createdAt < to).length,
        salesCount: sales.length,
        salesAmount: { amount: (cents / 100).toFixed(2), currency: 'EUR' },
      });
      const isRated = own.some(({ rating }) => rating && rating.at >= from && rating.at < to);
      expect(metrics['overallRating'] === null).toBe(!isRated);
    }
    expect(agents?.nodes.length).toBeGreaterThan(3);
  });

  it('has figures of whole days where its ends are midnights of UTC, and tells what that leaves out', async () => {
    const { agents } = await report(
      `agents { nodes { source { name } } sources { state missingFrom missingTo error { code } } }`,
      'from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z"',
    );
    expect(agents?.nodes.map(({ source }) => source)).toContainEqual({ name: 'shop' });
    expect(agents?.sources.slice(0, 2)).toEqual([
      { state: 'OK', missingFrom: null, missingTo: null, error: null },
      {
        state: 'PARTIAL',
        missingFrom: '2026-02-28T23:00:00.000Z',
        missingTo: '2026-03-01T00:00:00.000Z',
        error: { code: 'UNSUPPORTED_FILTER' },
      },
    ]);
  });

  it('skips a source that has figures for whole days only, when the period is of others', async () => {
    const { agents } = await report(
      `agents { nodes { source { name } } ${sources} }`,
      'from: "2026-02-01T08:00:00Z", to: "2026-03-01T00:00:00Z"',
    );
    expect(outcomes(agents).slice(0, 2)).toEqual(['support OK', 'shop SKIPPED UNSUPPORTED_FILTER']);
  });
});

describe('a filter', () => {
  it('goes to the vendor where the report knows it, and skips the source where not', async () => {
    const id = await idOf('agents');
    gateway.forgetCalls();
    const reports = await report(
      `load(medium: CHATS) { nodes { at } ${sources} } departments { nodes { metrics { calls } } ${sources} }`,
      `${period}, filter: { agentId: "${id}" }`,
    );
    expect(outcomes(reports['departments'])[0]).toBe('support SKIPPED UNSUPPORTED_FILTER');
    // The id is of another source than these, so nothing of theirs can match.
    expect(outcomes(reports['load'])).toEqual(['support OK', 'shop OK', 'tickets OK', 'legacy OK']);
    expect(
      gateway.calls('support').map(({ path }) => new URL(path, 'http://v').searchParams.has('agentid')),
    ).toEqual([true]);
  });

  it.each([
    ['agents', 'agent', 'agentId'],
    ['departments', 'department', 'departmentId'],
  ])('leaves of the report of %s the row about the one named', async (list, subject, argument) => {
    const read = (filter: string) =>
      report(
        `${list} { nodes { ${subject} { id } metrics { answers } } ${sources} }`,
        `${period}, filter: { ${filter} }`,
      );
    const all = (await read('sources: ["support"]'))[list]?.nodes ?? [];
    const wanted = all[2] as Record<string, { readonly id: string }>;
    const one = (await read(`${argument}: "${wanted[subject]?.id}"`))[list];
    expect(one?.nodes).toEqual([wanted]);
    expect(outcomes(one)).toEqual(['support OK', 'shop OK', 'tickets OK', 'legacy OK']);
  });

  it('by customer works for the ranking, whose rows tell who was rated', async () => {
    const { ranking: all } = await report(
      'ranking(first: 100) { nodes { customer { id } agent { name } conversation { id } } }',
      'from: "2025-12-01T00:00:00Z", to: "2026-03-06T00:00:00Z"',
    );
    const wanted = all?.nodes[0] as { customer: { id: string }; agent: { name: string } };
    const { ranking: own } = await report(
      'ranking(first: 100) { nodes { customer { id } agent { name } conversation { id } } }',
      `from: "2025-12-01T00:00:00Z", to: "2026-03-06T00:00:00Z", filter: { customerId: "${wanted.customer.id}" }`,
    );
    expect(own?.nodes).toEqual(
      all?.nodes.filter(({ customer }) => (customer as { id: string } | null)?.id === wanted.customer.id),
    );
    expect(own?.nodes[0]?.['agent']).toMatchObject({ name: expect.stringMatching(/\S/) });
  });
});

describe('what cannot be reported', () => {
  it.each([
    ['from: "2026-02-02T00:00:00Z", to: "2026-02-01T00:00:00Z"', 'from to'],
    ['from: "2026-02-02T00:00:00Z", to: "2026-02-02T00:00:00Z"', 'from to'],
    [period, 'agents(first: 0) { nodes { source { name } } }'],
    [period, 'agents(after: "nonsense") { nodes { source { name } } }'],
    [`${period}, filter: { agentId: "nonsense" }`, 'ranking { nodes { comment } }'],
    [`${period}, filter: { sources: ["nobody"] }`, 'ranking { nodes { comment } }'],
  ])('is bad input: %s %s', async (reportArguments, fields) => {
    const { errors } = await gateway.query(`{ report(${reportArguments}) { ${fields} } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(calls()).toEqual([]);
  });

  it('refuses a cursor of another report', async () => {
    const { channels } = await report('channels(first: 1) { pageInfo { endCursor } }');
    const { errors } = await gateway.query(
      `{ report(${period}) { tags(after: "${channels?.pageInfo.endCursor}") { nodes { source { name } } } } }`,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('leaves the other reports alone when one fails at a vendor', async () => {
    gateway.emulators.liveagent.faults.set({ status: 500, match: 'reports/tags' });
    const reports = await gateway
      .another()
      .query(
        `{ report(${period}) { tags { nodes { tag { name } } ${sources} } channels { nodes { name } ${sources} } } }`,
      );
    const { tags, channels } = (reports.data as { report: Record<string, Connection> }).report;
    expect(outcomes(tags)[0]).toMatch(/^support FAILED UPSTREAM_/);
    expect(outcomes(channels)[0]).toBe('support OK');
    expect(channels?.nodes.length).toBeGreaterThan(3);
    gateway.emulators.liveagent.faults.clear();
  });
});
