import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

const day = 86_400_000;
const minute = 60_000;

interface Row {
  readonly id: string;
  readonly vendorId: string;
  readonly createdAt: string;
  readonly agentName: string | null;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly conversation: { readonly vendorId: string } | null;
  readonly reference?: string;
}

interface Page {
  readonly rows: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly { readonly state: string }[];
  };
}

type Listing = 'satisfactionRatings' | 'transactions';

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({
    size: 0.3,
    accounts: { iadvize: { quirks: { charset: 'iso-8859-1' } } },
  });
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function page(
  listing: Listing,
  given: { first?: number; after?: string | null; filter?: object } = {},
) {
  const filterType = listing === 'transactions' ? 'TransactionFilter' : 'SatisfactionFilter';
  const { data, errors } = await gateway.query(
    `query ($first: Int, $after: String, $filter: ${filterType}) {
      rows: ${listing}(first: $first, after: $after, filter: $filter) {
        nodes {
          id vendorId createdAt agentName agent { id name } conversation { vendorId }
          ${listing === 'transactions' ? 'reference' : ''}
        }
        pageInfo { hasNextPage endCursor }
        sources { state }
      }
    }`,
    { first: 100, ...given },
  );
  expect(errors).toEqual([]);
  return (data as Page).rows;
}

async function walk(listing: Listing, filter: object): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const next: Page['rows'] = await page(listing, { first: 4, after, filter });
    rows.push(...next.nodes);
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

/** Ratings and purchases of the last days in the made-up world, newest first, to the minute as iAdvize tells them. */
function ofWorld(listing: Listing, days: number) {
  type Told = { readonly chat: string; readonly at: number; readonly reference?: string };
  const { conversations } = gateway.world.desks.iadvize;
  return conversations
    .flatMap(({ id, rating, transactions }): readonly Told[] =>
      listing === 'transactions'
        ? transactions.map(({ at, reference }) => ({ chat: id, at, reference }))
        : rating
          ? [{ chat: id, at: rating.at }]
          : [],
    )
    .map((row) => ({ ...row, at: Math.floor(row.at / minute) * minute }))
    .filter(({ at }) => at >= calmDay - days * day && at < calmDay);
}

function sorted(list: readonly object[]): readonly string[] {
  return list.map((row) => JSON.stringify(row)).toSorted();
}

const span = {
  createdAfter: new Date(calmDay - 40 * day).toISOString(),
  createdBefore: new Date(calmDay).toISOString(),
};

describe.each(['satisfactionRatings', 'transactions'] as const)('%s', (listing) => {
  it('can be walked to the end, each row once, newest first', async () => {
    const rows = await walk(listing, span);
    const times = rows.map(({ createdAt }) => Date.parse(createdAt));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const expected = ofWorld(listing, 40);
    expect(expected.length).toBeGreaterThan(4);
    const told = rows.flatMap(({ conversation, createdAt, reference }) =>
      conversation ? [{ chat: conversation.vendorId, at: Date.parse(createdAt), reference }] : [],
    );
    expect(sorted(told)).toEqual(sorted(expected));
  });

  it('begin 30 days ago unless told otherwise', async () => {
    const { nodes } = await page(listing);
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ createdAt }) => Date.parse(createdAt) >= calmDay - 30 * day)).toBe(true);
  });

  it('are fetched again by id', async () => {
    const [row] = (await page(listing)).nodes;
    const again = await gateway.query(
      `query ($id: ID!) { node(id: $id) { ... on SatisfactionRating { vendorId createdAt } ... on Transaction { vendorId createdAt } } }`,
      { id: row!.id },
    );
    expect(again.data).toEqual({ node: { vendorId: row!.vendorId, createdAt: row!.createdAt } });
  });

  it('lead to their conversations, with what every conversation has', async () => {
    const { data, errors } = await gateway.query(
      `{ rows: ${listing}(first: 100) {
        nodes { conversation { vendorId source { name } status channel createdAt fetchedAt } }
      } }`,
    );
    expect(errors).toEqual([]);
    const { nodes } = (data as { rows: { nodes: { conversation: unknown }[] } }).rows;
    const told = nodes.flatMap(({ conversation }) => conversation ?? []);
    expect(told.length).toBeGreaterThan(0);
    for (const conversation of told) {
      expect(conversation).toMatchObject({
        source: { name: 'shop' },
        status: 'CLOSED',
        channel: 'CHAT',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    }
  });

  it('name the agent where exactly one has the name', async () => {
    const { nodes } = await page(listing);
    const named = nodes.filter(({ agent }) => agent !== null);
    expect(named.length).toBeGreaterThan(0);
    for (const { agent, agentName } of named) expect(agent?.name).toBe(agentName);
  });

  it('tell of the sources that have none', async () => {
    expect((await page(listing)).sources.map(({ state }) => state)).toEqual([
      'SKIPPED',
      'OK',
      'SKIPPED',
      'SKIPPED',
    ]);
  });
});

describe('filters', () => {
  it('pick the ratings of one agent', async () => {
    const all = (await page('satisfactionRatings', { filter: span })).nodes;
    const agentId = all.find(({ agent }) => agent !== null)!.agent!.id;
    const { nodes } = await page('satisfactionRatings', { filter: { ...span, agentId } });
    expect(nodes).toEqual(all.filter(({ agent }) => agent?.id === agentId));
  });

  it('tell purchases after a chat from others', async () => {
    const all = (await page('transactions', { filter: span })).nodes;
    const after = (await page('transactions', { filter: { ...span, afterChat: true } })).nodes;
    const without = (await page('transactions', { filter: { ...span, afterChat: false } })).nodes;
    expect(without).toEqual(all.filter(({ conversation }) => conversation === null));
    expect(without.length).toBeGreaterThan(0);
    expect(after).toEqual(all.filter(({ conversation }) => conversation !== null));
  });
});

describe('a page of conversations', () => {
  it('of 25 takes at most three calls: one for all its ratings, one for all its purchases', async () => {
    const fresh = gateway.another();
    gateway.forgetCalls();
    const { data, errors } = await fresh.query(
      `query ($filter: ConversationFilter) {
        conversations(first: 25, filter: $filter) {
          nodes { vendorId satisfactionRating { comment createdAt } transactions { reference } }
        }
      }`,
      { filter: { ...span, sources: ['shop'] } },
    );
    expect(errors).toEqual([]);
    const operations = gateway.calls('shop').map(({ operation }) => operation);
    expect(operations.filter((name) => !name.startsWith('chat_history/'))).toEqual([
      'satisfaction/getSatisfaction',
      'transactions/getTransactions',
    ]);
    expect(operations.length).toBeLessThanOrEqual(3);
    const { nodes } = (data as { conversations: { nodes: readonly ChatRow[] } }).conversations;
    expect(nodes).toHaveLength(25);
    const { conversations } = gateway.world.desks.iadvize;
    for (const { vendorId, satisfactionRating, transactions } of nodes) {
      const chat = conversations.find(({ id }) => id === vendorId)!;
      expect(satisfactionRating?.comment ?? '').toBe(chat.rating?.comment ?? '');
      expect(satisfactionRating === null).toBe(chat.rating === null);
      expect(transactions.map(({ reference }) => reference).toSorted()).toEqual(
        chat.transactions.map(({ reference }) => reference).toSorted(),
      );
    }
    expect(nodes.some(({ satisfactionRating }) => satisfactionRating !== null)).toBe(true);
    expect(nodes.some(({ transactions }) => transactions.length > 0)).toBe(true);
  });

  it('tells null where the vendor knows neither', async () => {
    const { data } = await gateway.query(
      `{ conversations(first: 1, filter: { sources: ["support"] }) {
        nodes { satisfactionRating { id } transactions { id } }
      } }`,
    );
    expect(data).toEqual({ conversations: { nodes: [{ satisfactionRating: null, transactions: null }] } });
  });
});

interface ChatRow {
  readonly vendorId: string;
  readonly satisfactionRating: { readonly comment: string | null } | null;
  readonly transactions: readonly { readonly reference: string }[];
}
