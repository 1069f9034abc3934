import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import type { DeskName } from '../../src/sandbox/world/world.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { readCoverage } from './coverage-table.ts';

/** Whole days in Paris. */
const period = 'from: "2026-02-01T00:00:00+01:00", to: "2026-03-01T00:00:00+01:00"';

const lists = /* GraphQL */ `
  query Lists($of: [String!]) {
    conversations(first: 5, filter: { sources: $of }) {
      nodes {
        id
        customer {
          id
        }
        assignee {
          role
          departments {
            name
          }
        }
        tags {
          name
        }
        department {
          name
          agents {
            name
          }
        }
        messages {
          nodes {
            text
          }
        }
      }
    }
    customers(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
      }
    }
    agents(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
      }
    }
    tags(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
        color
        archived
      }
    }
    departments(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
      }
    }
    customerGroups(first: 2, filter: { sources: $of }) {
      nodes {
        name
        color
      }
    }
    companies(first: 2, filter: { sources: $of }) {
      nodes {
        name
        customFields {
          code
        }
      }
    }
    websites(first: 2, filter: { sources: $of }) {
      nodes {
        name
        url
      }
    }
    knowledgeBases(first: 2, filter: { sources: $of }) {
      nodes {
        name
      }
    }
    articles(first: 2, filter: { sources: $of }) {
      nodes {
        title
      }
    }
    found: articles(first: 2, filter: { sources: $of, search: "order" }) {
      nodes {
        url
      }
    }
    suggestionCategories(first: 2, filter: { sources: $of }) {
      nodes {
        title
      }
    }
    satisfactionRatings(first: 2, filter: { sources: $of }) {
      nodes {
        welcome
      }
    }
    transactions(first: 2, filter: { sources: $of }) {
      nodes {
        reference
      }
    }
    sources {
      application {
        version
      }
    }
  }
`;

const reports = /* GraphQL */ `
  query Reports($of: [String!]) {
    report(${period}, filter: { sources: $of }) {
      agents { nodes { agent { name } metrics { chats } } }
      departments { nodes { metrics { chats } } }
      channels { nodes { metrics { chats } } }
      tags { nodes { metrics { chats } } }
      performance { nodes { metrics { chats } } }
      ranking { nodes { source { name } } }
      ${['TICKETS', 'CHATS', 'CALLS'].map(reportsOf).join('\n')}
    }
  }
`;

function reportsOf(medium: string): string {
  const name = (report: string) => `${report}${medium}: ${report}(medium: ${medium}, first: 1)`;
  return ['agentAvailability', 'availability', 'load', 'slaCompliance', 'slaLog']
    .map((report) => `${name(report)} { nodes { source { name } } }`)
    .join('\n');
}

/** What only an id leads to; ids of nothing are asked for, too. */
const single = /* GraphQL */ `
  query Single($source: String!, $conversation: ID!, $customer: ID!, $agent: ID!) {
    conversation(id: $conversation) {
      note
      customFields {
        code
      }
      messages {
        nodes {
          text
        }
      }
    }
    customer(id: $customer) {
      groups {
        name
      }
      customFields {
        code
      }
    }
    agent(id: $agent) {
      role
      departments {
        name
      }
    }
    nodeByVendorId(source: $source, type: DEPARTMENT, vendorId: "nobodys") {
      id
    }
    file: nodeByVendorId(source: $source, type: FILE, vendorId: "0123456789abcdef0123456789abcdef") {
      ... on File {
        name
        size
      }
    }
  }
`;

const tagDeletion = 'mutation ($id: ID!) { tagDelete(input: { tagId: $id, dryRun: true }) { deletedId } }';

const coverage = readCoverage();

let restoreClock: () => void;
let gateway: SandboxGateway;
let older: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  const settings = { size: 0.05, limits: { maxCost: 100_000 } };
  gateway = await openSandboxGateway(settings);
  older = await openSandboxGateway({ ...settings, accounts: { liveagent: { withoutEntries: true } } });
});

afterAll(async () => {
  await Promise.all([gateway.close(), older.close()]);
  restoreClock();
});

interface Explained {
  readonly explain: {
    readonly sources: readonly {
      readonly source: string;
      readonly calls: readonly { readonly operation: string }[];
    }[];
  };
}

/** Runs a document past the cache; gives its data and the labels of the calls made to a source. */
async function run(of: TestGateway, source: string, document: string, variables: object) {
  const headers = { 'x-deskgraph-explain': '1', 'cache-control': 'no-cache' };
  const { data, extensions } = await of.query(document, variables, headers);
  const { sources } = (extensions as Explained).explain;
  const calls = sources.find((each) => each.source === source)?.calls ?? [];
  return { data, labels: calls.map(({ operation }) => operation) };
}

type Listed = Readonly<Record<string, { readonly nodes: readonly Row[] }>>;
interface Row {
  readonly id: string;
  readonly customer: { readonly id: string } | null;
}

it.each(readCoverage())(
  'are, of $title, the reads that the table says are served',
  async ({ vendor, rows }) => {
    const source = sandboxSourceNames[vendor as DeskName];
    const first = await run(gateway, source, lists, { of: [source] });
    const listed = first.data as Listed;
    const conversations = listed['conversations']?.nodes ?? [];
    const ids = {
      source,
      conversation: conversations[0]?.id,
      customer: conversations.find(({ customer }) => customer)?.customer?.id,
      agent: listed['agents']?.nodes[0]?.id ?? conversations[0]?.id,
    };
    const tag = listed['tags']?.nodes[0]?.id;
    const all = [
      first,
      await run(older, source, lists, { of: [source] }),
      await run(gateway, source, reports, { of: [source] }),
      await run(gateway, source, single, ids),
      ...(tag ? [await run(gateway, source, tagDeletion, { id: tag })] : []),
    ];
    const called = [...new Set(all.flatMap(({ labels }) => labels))].sort();
    const served = rows.flatMap(({ kind, labels = [] }) => (kind === 'read' ? labels : []));
    expect(called).toEqual([...new Set(served)].sort());
  },
);

it.each(coverage)('are, of $title, the changes that its adapter makes', ({ vendor, rows }) => {
  const source = gateway.sources.get(sandboxSourceNames[vendor as DeskName]);
  const made = Object.keys(source?.mutations ?? {}).map((name) => `Mutation.${name}`);
  const served = rows.flatMap(({ kind, serves = [] }) => (kind === 'write' ? serves : []));
  expect([...new Set(served)].sort()).toEqual(made.sort());
});
