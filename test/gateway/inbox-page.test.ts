import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfWorld, type WorldRow } from '../support/world-rows.ts';

interface Row {
  readonly vendorId: string;
  readonly source: { readonly name: string; readonly vendor: string };
  readonly channel: string;
  readonly status: string;
  readonly subject: string | null;
  readonly createdAt: string;
  readonly assignee: { readonly vendorId: string; readonly name: string } | null;
  readonly department: { readonly vendorId: string; readonly name: string } | null;
  readonly customer: { readonly email: string | null; readonly name: string | null } | null;
  readonly tags: readonly { readonly name: string }[];
  readonly customFields: readonly { readonly code: string; readonly value: string | null }[];
  readonly messages: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly authorRole: string;
      readonly body: string;
      readonly text: string;
      readonly sentAt: string | null;
    }[];
  };
}

interface Inbox {
  readonly conversations: {
    readonly nodes: readonly Row[];
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly vendorId: string } }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
    readonly sources: readonly {
      readonly source: { readonly name: string };
      readonly state: string;
      readonly error: unknown;
      readonly fetchedAt: string | null;
      readonly missingFrom: string | null;
    }[];
  };
}

const inboxQuery = /* GraphQL */ `
  query Inbox($first: Int) {
    conversations(first: $first) {
      nodes {
        vendorId
        source {
          name
          vendor
        }
        channel
        status
        subject
        createdAt
        assignee {
          vendorId
          name
        }
        department {
          vendorId
          name
        }
        customer {
          email
          name
        }
        tags {
          name
        }
        customFields {
          code
          value
        }
        messages(first: 100) {
          nodes {
            kind
            authorRole
            body
            text
            sentAt
          }
        }
      }
      edges {
        cursor
        node {
          vendorId
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
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
        fetchedAt
        missingFrom
      }
    }
  }
`;

let restoreClock: () => void;
let gateway: SandboxGateway;
let inbox: Inbox['conversations'];
let pairs: { readonly row: Row; readonly wanted: WorldRow }[];

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.2 });
  const { data, errors } = await gateway.query(inboxQuery, { first: 100 });
  expect(errors).toEqual([]);
  inbox = (data as Inbox).conversations;
  const world = new Map(rowsOfWorld(gateway.world).map((row) => [`${row.source} ${row.vendorId}`, row]));
  pairs = inbox.nodes.map((row) => ({ row, wanted: world.get(`${row.source.name} ${row.vendorId}`)! }));
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

it('holds the newest rows of all four help desks, in one order', () => {
  const newest = rowsOfWorld(gateway.world)
    .map(({ createdAt }) => createdAt)
    .sort((one, other) => other - one)
    .slice(0, 100);
  expect(inbox.nodes.map(({ createdAt }) => Date.parse(createdAt))).toEqual(newest);
  expect(new Set(inbox.nodes.map(({ source }) => source.vendor))).toEqual(
    new Set(['IADVIZE', 'LIVEAGENT', 'LIVECHAT', 'ZAZACHAT']),
  );
});

it('gives 25 rows when no size is asked for', async () => {
  const { data } = await gateway.query('{ conversations { nodes { vendorId } } }');
  const rows = (data as Inbox).conversations.nodes;
  expect(rows.map(({ vendorId }) => vendorId)).toEqual(
    inbox.nodes.slice(0, 25).map(({ vendorId }) => vendorId),
  );
});

it('tells of every source that it contributed, and when its answer came', () => {
  expect(inbox.sources.map(({ source }) => source.name).sort()).toEqual([
    'legacy',
    'shop',
    'support',
    'tickets',
  ]);
  for (const outcome of inbox.sources) {
    expect(outcome).toMatchObject({ state: 'OK', error: null, missingFrom: null });
    expect(Date.parse(outcome.fetchedAt ?? '')).toBeGreaterThanOrEqual(calmDay);
  }
});

it('names edges, nodes and cursors alike', () => {
  expect(inbox.edges.map(({ node }) => node.vendorId)).toEqual(inbox.nodes.map(({ vendorId }) => vendorId));
  expect(new Set(inbox.edges.map(({ cursor }) => cursor)).size).toBe(100);
  expect(inbox.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: inbox.edges[0]?.cursor,
    endCursor: inbox.edges.at(-1)?.cursor,
  });
});

it('tells status, channel, subject, assignee, department, customer and tags as the world has them', () => {
  const shown = pairs.map(({ row }) => ({
    id: row.vendorId,
    channel: row.channel,
    status: row.status,
    subject: row.subject,
    createdAt: Date.parse(row.createdAt),
    assignee: row.assignee?.vendorId ?? null,
    department: row.department?.vendorId ?? null,
    email: row.customer?.email?.trim().toLowerCase() ?? null,
    tags: row.tags.map(({ name }) => name.toLowerCase()).sort(),
  }));
  expect(shown).toEqual(
    pairs.map(({ wanted }) => ({
      id: wanted.vendorId,
      channel: wanted.channel,
      status: wanted.status,
      subject: wanted.subject,
      createdAt: wanted.createdAt,
      assignee: wanted.assignee,
      department: wanted.department,
      email: wanted.email,
      tags: wanted.tags,
    })),
  );
});

it('names agents and departments as their desk does', () => {
  for (const { row, wanted } of pairs) {
    const desk = gateway.world.desks[wanted.desk];
    const { assigneeId, departmentId } = wanted.conversation;
    const agent = desk.agents.find(({ id }) => id === assigneeId);
    if (row.assignee) expect(row.assignee.name).toBe(`${agent?.firstName} ${agent?.lastName}`);
    const department = desk.departments.find(({ id }) => id === departmentId);
    if (row.department) expect(row.department.name).toBe(department?.name);
  }
});

it('has the custom fields of the desks that know any', () => {
  const withFields = pairs.filter(({ wanted }) => {
    const { conversation, desk } = wanted;
    const shows = desk === 'liveagent' || (desk === 'zazachat' && conversation.channel !== 'chat');
    return shows && conversation.customFields.length > 0;
  });
  expect(withFields.length).toBeGreaterThan(5);
  for (const { row, wanted } of withFields) {
    const fields = wanted.conversation.customFields.map(({ code, value }) => ({ code, value: value.trim() }));
    expect(row.customFields).toEqual(fields);
  }
});

it('has everything that was said, oldest first', () => {
  for (const { row, wanted } of pairs) {
    const said = wanted.conversation.entries.filter(({ kind }) => kind === 'message');
    const shown = row.messages.nodes.filter(
      ({ kind, authorRole }) => kind === 'MESSAGE' && authorRole !== 'SYSTEM',
    );
    const spoken = said.filter(({ author }) => author.type !== 'system');
    expect(shown.length, `${wanted.source} ${wanted.vendorId}`).toBeGreaterThanOrEqual(spoken.length);
    const times = row.messages.nodes.flatMap(({ sentAt }) => (sentAt === null ? [] : [Date.parse(sentAt)]));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    const sides = spoken.map(({ author }) => (author.type === 'agent' ? 'AGENT' : 'CUSTOMER'));
    if (wanted.desk !== 'zazachat' || wanted.channel === 'CHAT') {
      expect(shown.map(({ authorRole }) => authorRole)).toEqual(sides);
    }
  }
});
