import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/gateway-over.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { rowsOfWorld, type WorldRow } from '../support/world-rows.ts';

const day = 86_400_000;

interface Row {
  readonly id: string;
  readonly vendorId: string;
  readonly source: { readonly name: string };
  readonly createdAt: string;
  readonly updatedAt: string | null;
}

interface Page {
  readonly conversations: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly { readonly state: string }[];
  };
}

const pageQuery = /* GraphQL */ `
  query Page($first: Int, $after: String, $filter: ConversationFilter, $orderBy: ConversationOrder) {
    conversations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        vendorId
        source {
          name
        }
        createdAt
        updatedAt
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

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.15 });
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

function named({ vendorId }: { readonly vendorId: string }, source: string): string {
  return `${source} ${vendorId}`;
}

async function walk(variables: { first: number; filter: object; orderBy: object }): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer: Answer = await gateway.query(pageQuery, { ...variables, after });
    expect(answer.errors).toEqual([]);
    const { nodes, pageInfo, sources } = (answer.data as Page).conversations;
    expect(sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK', 'OK']);
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return rows;
    expect(nodes).toHaveLength(variables.first);
    after = pageInfo.endCursor;
  }
}

describe.each([
  { field: 'CREATED_AT', direction: 'DESC' },
  { field: 'CREATED_AT', direction: 'ASC' },
  { field: 'UPDATED_AT', direction: 'DESC' },
  { field: 'UPDATED_AT', direction: 'ASC' },
] as const)('walking through all pages by $field $direction', ({ field, direction }) => {
  it.each([100, 37, 5])('gives the rows of all sources in one order, each once, %i a page', async (first) => {
    const timeOf = (row: WorldRow) => (field === 'CREATED_AT' ? row.createdAt : row.changedAt);
    // A short window for small pages keeps the walk short.
    const window = { from: calmDay - (first < 10 ? 4 : 40) * day, to: calmDay - day };
    const [after, before] = [window.from, window.to].map((moment) => new Date(moment).toISOString());
    const wanted = rowsOfWorld(gateway.world).filter(
      (row) => timeOf(row) >= window.from && timeOf(row) < window.to,
    );
    const filter =
      field === 'CREATED_AT'
        ? { createdAfter: after, createdBefore: before }
        : { updatedAfter: after, updatedBefore: before };
    const rows = await walk({ first, filter, orderBy: { field, direction } });

    expect(wanted.length).toBeGreaterThan(first < 10 ? 10 : 100);
    expect(rows.map((row) => named(row, row.source.name)).sort()).toEqual(
      wanted.map((row) => named(row, row.source)).sort(),
    );

    const times = new Map(wanted.map((row) => [named(row, row.source), timeOf(row)]));
    const places = rows.map((row) => {
      const shown = Date.parse(field === 'CREATED_AT' ? row.createdAt : (row.updatedAt ?? row.createdAt));
      expect(shown).toBe(times.get(named(row, row.source.name)));
      return { time: shown, id: row.id };
    });
    const sign = direction === 'ASC' ? 1 : -1;
    const sorted = places.toSorted(
      (one, other) => sign * (one.time - other.time) || (one.id < other.id ? -1 : 1),
    );
    expect(places).toEqual(sorted);
  });

  it('goes by creation where only a direction is given', async () => {
    const filter = { createdAfter: new Date(calmDay - 4 * day).toISOString() };
    const idsIn = async (orderBy: object) =>
      (await walk({ first: 100, filter, orderBy })).map(({ id }) => id);
    expect(await idsIn({ direction: 'ASC' })).toEqual(await idsIn({ field: 'CREATED_AT', direction: 'ASC' }));
  });
});
