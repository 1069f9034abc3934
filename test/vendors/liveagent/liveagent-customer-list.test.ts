import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { openGateway, type TestGateway } from '../../support/gateway-over.ts';
import { answerCustomers, type RegisterBehaviour, type RegisteredCustomer } from './customer-register.ts';
import { apiKey, callContext, openSource } from './open-source.ts';
import { openDesk, type TestDesk } from './test-desk.ts';
import { walkTimeline } from './walk-timeline.ts';

const timeZone = 'America/Los_Angeles';
const hour = 3_600_000;
const start = Date.UTC(2020, 0, 1);

let desk: TestDesk;
let source: HelpdeskSource;
let gateway: TestGateway;

beforeEach(async () => {
  desk = await openDesk(() => ({ record: { customers: [] } }));
  source = openSource(desk.url);
  gateway = openGateway({ support: { vendor: 'liveagent', url: desk.url, apiKey, timeZone } });
});

afterEach(async () => {
  await Promise.all([source.close(), gateway.close()]);
  await desk.close();
});

function serve(customers: readonly RegisteredCustomer[], behaviour: Partial<RegisterBehaviour> = {}): void {
  desk.answer = (call) => answerCustomers(customers, { timeZone, ...behaviour }, call);
}

/** Customers an hour apart, newest first. */
function dated(count: number): RegisteredCustomer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    created: start + (count - index) * hour,
  }));
}

function undated(count: number): RegisteredCustomer[] {
  return Array.from({ length: count }, (_, index) => ({ id: `u${index}`, created: null }));
}

function ids(customers: readonly RegisteredCustomer[]): string[] {
  return customers.map(({ id }) => id).sort();
}

function timeOf({ createdAt }: { readonly createdAt: number | null }): number {
  return createdAt ?? 0;
}

async function walk(window = { from: 0, to: Date.now() + 1 }, limit = 26) {
  const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
  const { timeline } = source.customers!;
  const walked = await walkTimeline(timeline!, { window, order, filter: {}, limit }, timeOf, callContext());
  const rows = walked.keys.map((key) => walked.rows.get(key)!);
  return rows.map(({ vendorId, createdAt }) => ({ id: vendorId ?? '', createdAt }));
}

describe('customers whose time of creation cannot be read', () => {
  it.each([
    ['first in the list', [...undated(7), ...dated(90)], 26],
    ['last in the list', [...dated(90), ...undated(7)], 26],
    ['more than one answer holds', [...undated(1500), ...dated(1200)], 400],
    ['among very many', [...dated(2400), ...undated(3)], 400],
  ] as const)('are listed behind all others: %s', async (_where, customers, limit) => {
    serve(customers);
    const rows = await walk(undefined, limit);
    expect(ids(rows.map(({ id }) => ({ id, created: null })))).toEqual(ids(customers));
    const known = customers.filter(({ created }) => created !== null).length;
    expect(rows.slice(0, known).every(({ createdAt }) => createdAt !== null)).toBe(true);
    expect(rows.slice(known).map(({ createdAt }) => createdAt)).toEqual(
      Array.from({ length: customers.length - known }, () => null),
    );
  });

  it('are in no list with a start', async () => {
    serve([...undated(3), ...dated(4)]);
    const rows = await walk({ from: start + 2.5 * hour, to: Date.now() + 1 });
    expect(rows.map(({ id }) => id)).toEqual(['d0', 'd1']);
  });

  it('are in a list with an end only', async () => {
    serve([...dated(4), ...undated(2)]);
    const rows = await walk({ from: 0, to: start + 2.5 * hour });
    expect(rows.map(({ id }) => id)).toEqual(['d2', 'd3', 'u0', 'u1']);
  });

  it('are not listed again where they share an address with one who has a time', async () => {
    const email = 'ann@example.org';
    serve([{ id: 'u0', created: null, email }, ...dated(60), { id: 'late', created: start, email }]);
    const rows = await walk();
    expect(rows).toHaveLength(61);
    expect(rows.at(-1)).toEqual({ id: 'late', createdAt: start });
  });

  it('take one call where the account is small', async () => {
    serve([...undated(3), ...dated(10)]);
    await walk();
    expect(desk.calls).toHaveLength(1);
  });
});

describe('the customers of a server that leaves the column of the date out', () => {
  it.each([
    { count: 8, ignoresDates: false, most: 1 },
    { count: 700, ignoresDates: false, most: 2 },
    { count: 2500, ignoresDates: false, most: 6 },
    { count: 2500, ignoresDates: true, most: 6 },
    { count: 3000, ignoresDates: true, most: 7 },
  ])('are all listed: $count in at most $most calls', async ({ count, ignoresDates, most }) => {
    serve(dated(count), { withoutDates: true, ignoresDates });
    expect(ids((await walk()).map(({ id }) => ({ id, created: null })))).toEqual(ids(dated(count)));
    expect(desk.calls.length).toBeLessThanOrEqual(most);
  });

  it('are an error, not a part of them, where the server does not go on behind its most rows', async () => {
    serve(dated(1500), { withoutDates: true, ignoresPlace: true });
    await expect(walk()).rejects.toMatchObject({ kind: 'bad-response' });
    expect(desk.calls.length).toBeLessThan(10);
  });
});

it('customers without the column of the date are listed in XML, too', async () => {
  const row =
    '<customer><contactid>c1</contactid><email>john@example.com</email><gender>M</gender></customer>';
  const body = `<?xml version="1.0"?><response><customers>${row}</customers></response>`;
  desk.answer = () => ({ status: 200, body, type: 'text/xml' });
  source = openSource(desk.url, { format: 'xml' });
  expect(await walk()).toEqual([{ id: 'c1', createdAt: null }]);
});

it('customers of a server that does not heed the dates asked for are all listed', async () => {
  const customers = dated(2200);
  serve(customers, { ignoresDates: true });
  expect((await walk(undefined, 900)).map(({ id }) => id)).toEqual(customers.map(({ id }) => id));
});

it('customers without an id and an address are left out and told', async () => {
  desk.answer = () => ({
    record: { customers: [{ contactid: 'd1', email: 'ann@example.org' }, { firstname: 'Nobody' }] },
  });
  const answer = await gateway.query(
    '{ customers { nodes { vendorId } sources { state error { code message } } } }',
  );
  expect(answer.data).toEqual({
    customers: {
      nodes: [{ vendorId: 'd1' }],
      sources: [
        {
          state: 'PARTIAL',
          error: {
            code: 'UPSTREAM_BAD_RESPONSE',
            message: expect.stringContaining('left out') as string,
          },
        },
      ],
    },
  });
});

describe('the list of all customers', () => {
  const document = /* GraphQL */ `
    query Customers($after: String, $filter: CustomerFilter) {
      customers(first: 10, after: $after, filter: $filter) {
        nodes {
          vendorId
          createdAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        sources {
          state
        }
      }
    }
  `;

  interface Page {
    readonly customers: {
      readonly nodes: readonly { readonly vendorId: string; readonly createdAt: string | null }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly sources: readonly { readonly state: string }[];
    };
  }

  async function pages(filter: object = {}) {
    const nodes: Page['customers']['nodes'][number][] = [];
    for (let after: string | null = null; ;) {
      const answer = await gateway.query(document, { after, filter });
      expect(answer.errors).toEqual([]);
      const { customers } = answer.data as Page;
      expect(customers.sources).toEqual([{ state: 'OK' }]);
      nodes.push(...customers.nodes);
      if (!customers.pageInfo.hasNextPage) return nodes;
      after = customers.pageInfo.endCursor;
    }
  }

  it.each([false, true])('gives each once, page by page (without dates: %s)', async (withoutDates) => {
    const customers = [...dated(25), ...undated(28)];
    serve(customers, { withoutDates });
    const nodes = await pages();
    expect(nodes.map(({ vendorId }) => vendorId).sort()).toEqual(ids(customers));
    const times = nodes.map(({ createdAt }) => (createdAt === null ? 0 : Date.parse(createdAt)));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(times.filter((time) => time === 0)).toHaveLength(withoutDates ? 53 : 28);
  });

  it('has those without a time only where it reaches back without a bound', async () => {
    serve([...dated(25), ...undated(28)]);
    const moment = new Date(start + 12.5 * hour).toISOString();
    expect(await pages({ createdAfter: moment })).toHaveLength(13);
    expect(await pages({ createdBefore: moment })).toHaveLength(12 + 28);
  });
});
