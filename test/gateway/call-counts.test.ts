import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfDesk } from '../support/world-rows.ts';

const day = 86_400_000;
const recently = {
  createdAfter: ago(20),
  createdBefore: ago(0),
};

const everything = /* GraphQL */ `
  query Everything($first: Int!, $filter: ConversationFilter) {
    conversations(first: $first, filter: $filter) {
      nodes {
        subject
        note
        customFields {
          code
        }
        assignee {
          name
          email
        }
        department {
          name
        }
        customer {
          name
          email
        }
        tags {
          name
        }
        messages(first: 100) {
          nodes {
            text
            authorName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Page {
  readonly conversations: { readonly nodes: readonly { readonly messages: unknown }[] };
}

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.3 });
});

beforeEach(() => gateway.forgetCalls());

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function ask(of: TestGateway, first: number, sources?: string[], document = everything) {
  const filter = { ...recently, ...(sources ? { sources } : {}) };
  const { data, errors } = await of.query(document, { first, filter });
  expect(errors).toEqual([]);
  return (data as Page).conversations.nodes;
}

/** Calls by what the vendor calls the operation. */
function operations(source: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { operation } of gateway.calls(source)) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

describe('LiveAgent', () => {
  it('is asked at most 103 times for a page of 50 with everything in it', async () => {
    expect(await ask(gateway, 50, ['support'])).toHaveLength(50);
    const counts = operations('support');
    expect(counts['GET conversations']).toBe(1);
    expect(counts['GET conversations/[]']).toBe(50);
    expect(counts['GET conversations/[]/messages']).toBe(50);
    expect(counts['GET tags']).toBe(1);
    expect(gateway.calls('support').length).toBeLessThanOrEqual(103);
  });

  it('is asked for all of a page of 100 where it takes one call at a time', async () => {
    const slow = gateway.another({ everySource: { maxConcurrent: 1 } });
    expect(await ask(slow, 100, ['support'])).toHaveLength(100);
    expect(operations('support')['GET conversations/[]/messages']).toBe(100);
  });

  it('is asked once for a page of what its list tells', async () => {
    const listed = /* GraphQL */ `
      query Listed($first: Int!, $filter: ConversationFilter) {
        conversations(first: $first, filter: $filter) {
          nodes {
            id
            reference
            status
            channel
            subject
            preview
            createdAt
            updatedAt
            dueAt
            department {
              name
            }
            customer {
              name
              email
            }
          }
        }
      }
    `;
    expect(await ask(gateway.another(), 50, ['support'], listed)).toHaveLength(50);
    expect(operations('support')).toEqual({ 'GET conversations': 1 });
  });
});

describe('iAdvize', () => {
  it('is asked for days only, transcripts and operators’ names included', async () => {
    const nodes = await ask(gateway, 50, ['shop']);
    expect(nodes.length).toBeGreaterThan(20);
    expect(nodes.every(({ messages }) => messages !== null)).toBe(true);
    const { 'chat_history/getHistory': history = 0, ...others } = operations('shop');
    expect(history).toBeLessThanOrEqual(20);
    // E-mail addresses of operators are in their list alone.
    expect(others).toEqual({ 'operator/getClientOperatorList': 1 });
  });
});

describe('LiveChat', () => {
  it('is asked for pages of tickets only, messages included', async () => {
    const nodes = await ask(gateway, 50, ['tickets']);
    expect(nodes).toHaveLength(50);
    const lists = Object.entries(operations('tickets')).map(([operation, count]) => ({ operation, count }));
    expect(lists.every(({ operation }) => !/tickets\/./.test(operation))).toBe(true);
    expect(gateway.calls('tickets').length).toBeLessThanOrEqual(12);
  });
});

describe('ZaZaChat', () => {
  it('is asked once a day and kind, and once a transcript', async () => {
    const nodes = await ask(gateway, 25, ['legacy']);
    expect(nodes).toHaveLength(25);
    const newest = rowsOfDesk(gateway.world, 'zazachat')
      .filter(({ createdAt }) => createdAt < calmDay)
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .slice(0, 25);
    const { GetChatTranscript, GetDailyChatters = 0, GetDailyTickets = 0, ...others } = operations('legacy');
    expect(GetChatTranscript).toBe(newest.filter(({ channel }) => channel === 'CHAT').length);
    expect(others).toEqual({});
    // A week at most is read that turns out not to be needed, and no day twice.
    const span = Math.ceil((calmDay - (newest.at(-1)?.createdAt ?? 0)) / day) + 1;
    expect(GetDailyChatters).toBeLessThanOrEqual(Math.min(21, span + 7));
    expect(GetDailyTickets).toBe(GetDailyChatters);
  });
});

function ago(days: number): string {
  return new Date(calmDay - days * day).toISOString();
}

describe('a query takes no more calls than its cost tells', () => {
  const quarter = `updatedAfter: "${ago(10.01)}", updatedBefore: "${ago(10)}"`;

  it.each([
    'customers(filter: { email: "x@y.example" }) { nodes { id } }',
    'conversations(filter: { sources: ["legacy"] }, first: 100) { nodes { id } }',
    'conversations(filter: { sources: ["tickets"] }, first: 2) { nodes { customer { person { name } } } }',
    `conversations(filter: { createdAfter: "${ago(30)}", ${quarter} }) { nodes { id } }`,
    `conversations(filter: { sources: ["legacy"], createdBefore: "${ago(9)}" }, orderBy: { field: UPDATED_AT }) { nodes { id } }`,
    'conversations { nodes { customer { conversations { nodes { id } } } } }',
  ])('%s', async (field) => {
    for (const cacheSeconds of [{}, { list: 0, pastDay: 0 }]) {
      const fresh = gateway.another({ everySource: { cacheSeconds } });
      gateway.forgetCalls();
      const { extensions, errors } = await fresh.query(`{ ${field} }`);
      expect(errors).toEqual([]);
      const { upstreamCalls } = (extensions as { cost: { upstreamCalls: number } }).cost;
      expect(gateway.calls().length).toBeLessThanOrEqual(upstreamCalls);
    }
  });
});

it('asks nobody for the same page again while it is fresh', async () => {
  const fresh = gateway.another();
  const first = await ask(fresh, 30);
  expect(gateway.calls().length).toBeGreaterThan(0);
  gateway.forgetCalls();
  expect(await ask(fresh, 30)).toEqual(first);
  expect(gateway.calls()).toEqual([]);
});

it('asks nobody for the default list again while it is fresh', async () => {
  const fresh = gateway.another();
  await fresh.query('{ conversations { nodes { id } } }');
  gateway.forgetCalls();
  await fresh.query('{ conversations { nodes { id } } }');
  expect(gateway.calls().map(({ source, path }) => `${source} ${path}`)).toEqual([]);
});

it('reads past the cache when told so', async () => {
  const fresh = gateway.another();
  const list = '{ conversations(first: 5) { nodes { id } } }';
  await fresh.query(list);
  gateway.forgetCalls();
  await fresh.query(list, {}, { 'cache-control': 'no-cache' });
  expect(new Set(gateway.calls().map(({ source }) => source))).toEqual(
    new Set(['legacy', 'shop', 'support', 'tickets']),
  );
});

it('asks each source only for what the query selects', async () => {
  await gateway.another().query('{ sources { name vendor status capabilities } }');
  expect(gateway.calls()).toEqual([]);
});

it('makes one call for many identical queries at once', async () => {
  const fresh = gateway.another();
  await Promise.all(
    Array.from({ length: 8 }, () =>
      fresh.query('{ tags(filter: { sources: ["support"] }) { nodes { name } } }'),
    ),
  );
  expect(operations('support')).toEqual({ 'GET tags': 1 });
});

it('page 4 costs about what page 1 costs', async () => {
  const fresh = gateway.another({ everySource: { cacheSeconds: { list: 0, conversation: 0 } } });
  const costs: number[] = [];
  let after: string | null = null;
  for (let count = 0; count < 5; count += 1) {
    gateway.forgetCalls();
    const document = /* GraphQL */ `
      query Page($after: String, $filter: ConversationFilter) {
        conversations(first: 20, after: $after, filter: $filter) {
          nodes {
            id
          }
          pageInfo {
            endCursor
          }
        }
      }
    `;
    const answer = await fresh.query(document, { after, filter: recently });
    const { pageInfo } = (answer.data as { conversations: { pageInfo: { endCursor: string } } })
      .conversations;
    after = pageInfo.endCursor;
    costs.push(gateway.calls().length);
  }
  expect(Math.max(...costs)).toBeLessThanOrEqual((costs[0] ?? 0) * 2);
});
