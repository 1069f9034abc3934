import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfWorld, type WorldRow } from '../support/world-rows.ts';

const day = 86_400_000;
const window = { from: calmDay - 45 * day, to: calmDay - day };
const dates = {
  createdAfter: new Date(window.from).toISOString(),
  createdBefore: new Date(window.to).toISOString(),
};

interface Row {
  readonly vendorId: string;
  readonly subject: string | null;
  readonly preview: string | null;
  readonly source: { readonly name: string };
}

interface Outcome {
  readonly source: { readonly name: string };
  readonly state: string;
  readonly error: { readonly code: string } | null;
}

interface Page {
  readonly conversations: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly Outcome[];
  };
}

const document = /* GraphQL */ `
  query Page($after: String, $filter: ConversationFilter, $orderBy: ConversationOrder) {
    conversations(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        vendorId
        subject
        preview
        source {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      sources {
        source {
          name
        }
        state
        error {
          code
        }
      }
    }
  }
`;

let restoreClock: () => void;
let gateway: SandboxGateway;
let world: readonly WorldRow[];

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.15 });
  world = rowsOfWorld(gateway.world).filter(
    ({ createdAt }) => createdAt >= window.from && createdAt < window.to,
  );
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function all(filter: object, orderBy: object = { field: 'CREATED_AT', direction: 'DESC' }) {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: { data: unknown; errors: readonly unknown[] } = await gateway.query(document, {
      after,
      orderBy,
      filter: { ...dates, ...filter },
    });
    expect(errors).toEqual([]);
    const { nodes, pageInfo, sources } = (data as Page).conversations;
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return { rows, sources };
    after = pageInfo.endCursor;
  }
}

function names(
  rows: readonly { readonly vendorId: string; readonly source: string | { readonly name: string } }[],
) {
  return rows
    .map(({ vendorId, source }) => `${typeof source === 'string' ? source : source.name} ${vendorId}`)
    .sort();
}

function skipped(sources: readonly Outcome[]): Record<string, string | undefined> {
  const short = sources.filter(({ state }) => state !== 'OK');
  return Object.fromEntries(
    short.map(({ source, state, error }) => [source.name, `${state} ${error?.code}`]),
  );
}

describe.each([
  ['CREATED_AT', 'DESC'],
  ['UPDATED_AT', 'ASC'],
] as const)('in the order %s %s', (field, direction) => {
  const orderBy = { field, direction };

  it.each([
    [['OPEN']],
    [['CLOSED', 'RESOLVED']],
    [['NEW', 'PENDING', 'POSTPONED', 'CHATTING']],
    [['SPAM']],
    [['UNKNOWN', 'INIT']],
  ])('status %j means the same for every help desk', async (status) => {
    const { rows, sources } = await all({ status }, orderBy);
    expect(names(rows)).toEqual(names(world.filter((row) => status.includes(row.status))));
    expect(skipped(sources)).toEqual({});
  });

  it.each([[['CHAT']], [['EMAIL', 'CONTACT_FORM']], [['OTHER', 'MANUAL', 'CALL']], [['TWITTER']]])(
    'channel %j means the same for every help desk',
    async (channel) => {
      const { rows, sources } = await all({ channel }, orderBy);
      expect(names(rows)).toEqual(names(world.filter((row) => channel.includes(row.channel))));
      expect(skipped(sources)).toEqual({});
    },
  );

  it('status and channel together are both honoured', async () => {
    const { rows } = await all(
      { status: ['OPEN', 'RESOLVED', 'CLOSED'], channel: ['EMAIL', 'CHAT'] },
      orderBy,
    );
    const wanted = world.filter(
      ({ status, channel }) =>
        ['OPEN', 'RESOLVED', 'CLOSED'].includes(status) && ['EMAIL', 'CHAT'].includes(channel),
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(names(rows)).toEqual(names(wanted));
  });

  it('a tag’s name finds tagged conversations whatever its case', async () => {
    const counts = new Map<string, number>();
    for (const { tags } of world) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const [[tag] = ['']] = [...counts].toSorted((one, other) => other[1] - one[1]);
    const wanted = world.filter(({ tags }) => tags.includes(tag));
    expect(wanted.length).toBeGreaterThan(2);
    for (const spelling of [tag, tag.toUpperCase(), ` ${tag} `]) {
      const { rows, sources } = await all({ tag: spelling }, orderBy);
      expect(names(rows)).toEqual(names(wanted));
      expect(skipped(sources)).toEqual({});
    }
    expect((await all({ tag: 'no such tag anywhere' }, orderBy)).rows).toEqual([]);
  });

  it('a customer’s address finds their conversations whatever its case; who does not know addresses says so', async () => {
    const people = [...new Set(world.flatMap(({ email }) => email ?? []))];
    const busiest = people
      .map((email) => ({ email, count: world.filter((row) => row.email === email).length }))
      .toSorted((one, other) => other.count - one.count)
      .slice(0, 3);
    for (const { email } of busiest) {
      const { rows, sources } = await all({ customerEmail: ` ${email.toUpperCase()} ` }, orderBy);
      expect(names(rows)).toEqual(names(world.filter((row) => row.email === email)));
      expect(skipped(sources)).toEqual({ shop: 'SKIPPED UNSUPPORTED_FILTER' });
    }
    expect((await all({ customerEmail: 'nobody@nowhere.example' }, orderBy)).rows).toEqual([]);
  });

  it('text is found in subjects and previews whatever its case', async () => {
    const everything = (await all({}, orderBy)).rows;
    expect(names(everything)).toEqual(names(world));
    for (const search of ['ORDER', 'é', 'the', 'zzzz-nothing']) {
      const wanted = everything.filter((row) =>
        [row.subject, row.preview].some((text) => text?.toLowerCase().includes(search.toLowerCase())),
      );
      const { rows, sources } = await all({ search }, orderBy);
      expect(names(rows), search).toEqual(names(wanted));
      expect(skipped(sources)).toEqual({});
    }
  });

  it('an agent’s id finds what they are in charge of', async () => {
    for (const name of ['support', 'tickets', 'shop']) {
      const key = world.find(({ source, assignee }) => source === name && assignee !== null)?.assignee ?? '';
      const assigneeId = encodeGlobalId({ type: 'Agent', source: name, key });
      const { rows, sources } = await all({ assigneeId }, orderBy);
      const wanted = world.filter(({ source, assignee }) => source === name && assignee === key);
      expect(wanted.length).toBeGreaterThan(0);
      expect(names(rows)).toEqual(names(wanted));
      expect(skipped(sources)).toEqual({});
    }
  });

  it('a department’s id finds what belongs to it', async () => {
    for (const name of ['support', 'tickets', 'shop']) {
      const key = world.find(({ source, department }) => source === name && department !== null)?.department;
      const departmentId = encodeGlobalId({ type: 'Department', source: name, key: key ?? '' });
      const { rows, sources } = await all({ departmentId }, orderBy);
      const wanted = world.filter(({ source, department }) => source === name && department === key);
      expect(wanted.length).toBeGreaterThan(0);
      expect(names(rows)).toEqual(names(wanted));
      expect(skipped(sources)).toEqual({});
    }
  });

  it('an agent or department that is not there finds nothing', async () => {
    for (const type of ['Agent', 'Department'] as const) {
      const id = encodeGlobalId({ type, source: 'support', key: 'nobody00' });
      const filter = type === 'Agent' ? { assigneeId: id } : { departmentId: id };
      expect((await all(filter, orderBy)).rows).toEqual([]);
    }
  });

  it.each([true, false])(
    'assigned: %j holds where it can be decided, and is SKIPPED where not',
    async (assigned) => {
      const { rows, sources } = await all({ assigned }, orderBy);
      const undecided = new Set(Object.keys(skipped(sources)));
      expect([...undecided]).toEqual(['support']);
      expect(skipped(sources)).toEqual({ support: 'SKIPPED UNSUPPORTED_FILTER' });
      const wanted = world.filter(
        ({ source, assignee }) => !undecided.has(source) && (assignee !== null) === assigned,
      );
      expect(names(rows)).toEqual(names(wanted));
    },
  );

  it('a span of change narrows a span of creation', async () => {
    const span = { from: calmDay - 20 * day, to: calmDay - 3 * day };
    const { rows, sources } = await all(
      {
        updatedAfter: new Date(span.from).toISOString(),
        updatedBefore: new Date(span.to).toISOString(),
      },
      orderBy,
    );
    const wanted = world.filter(({ changedAt }) => changedAt >= span.from && changedAt < span.to);
    expect(wanted.length).toBeGreaterThan(20);
    expect(names(rows)).toEqual(names(wanted));
    expect(skipped(sources)).toEqual({});
  });
});

it.each([
  ['without dates', {}],
  ['up to a moment that is yet to come', { createdBefore: '2199-01-01T00:00:00Z' }],
])('%s the last 30 days are listed', async (_what, filter) => {
  const { data } = await gateway.query(document, { filter });
  const wanted = rowsOfWorld(gateway.world)
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .slice(0, 100);
  expect(names((data as Page).conversations.nodes)).toEqual(names(wanted));
});

const tagsListed = async (filter: object) => {
  const { data, errors } = await gateway.query(
    'query ($filter: TagFilter) { tags(first: 100, filter: $filter) { nodes { name source { name } } } }',
    { filter },
  );
  expect(errors).toEqual([]);
  return (data as { tags: { nodes: { name: string; source: { name: string } }[] } }).tags.nodes;
};

it('tags are found by the whole name, whatever its case', async () => {
  const [{ name }, ...others] = (await tagsListed({})) as [{ name: string }, ...object[]];
  expect(others.length).toBeGreaterThan(2);
  const found = await tagsListed({ name: ` ${name.toUpperCase()} ` });
  expect(found.length).toBeGreaterThan(0);
  for (const tag of found) expect(tag.name.toLowerCase()).toBe(name.toLowerCase());
  expect(await tagsListed({ name: name.slice(0, -1) })).toEqual([]);
});

it('sources are left out that are not named, and an empty list of values wants nothing', async () => {
  const { rows, sources } = await all({ sources: ['tickets', 'legacy', 'tickets'] });
  expect(sources.map(({ source }) => source.name).sort()).toEqual(['legacy', 'tickets']);
  expect(names(rows)).toEqual(names(world.filter(({ desk }) => desk === 'livechat' || desk === 'zazachat')));
  expect((await all({ status: [] })).rows).toEqual([]);
  expect((await all({ channel: [] })).rows).toEqual([]);
});

it('bounds are inclusive at the start and exclusive at the end', async () => {
  const moment = world.find(({ desk }) => desk === 'livechat')!.createdAt;
  const at = new Date(moment).toISOString();
  const after = new Date(moment + 1000).toISOString();
  const within = (await all({ createdAfter: at, createdBefore: after })).rows;
  const wanted = rowsOfWorld(gateway.world).filter(
    ({ createdAt }) => createdAt >= moment && createdAt < moment + 1000,
  );
  expect(names(within)).toEqual(names(wanted));
  expect((await all({ createdAfter: at, createdBefore: at })).rows).toEqual([]);
});
