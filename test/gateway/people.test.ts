import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desksBySource, openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfWorld, type WorldRow } from '../support/world-rows.ts';

const day = 86_400_000;

interface Customer {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly source: { readonly name: string };
  readonly person: { readonly email: string } | null;
  readonly conversations: Conversations | null;
}

interface Conversations {
  readonly nodes: readonly { readonly vendorId: string; readonly source: { readonly name: string } }[];
  readonly sources: readonly { readonly source: { readonly name: string }; readonly state: string }[];
}

interface Person {
  readonly email: string;
  readonly name: string | null;
  readonly customers: readonly Customer[];
  readonly conversations: Conversations | null;
  readonly sources: readonly { readonly source: { readonly name: string }; readonly state: string }[];
}

let restoreClock: () => void;
let gateway: SandboxGateway;
let recent: readonly WorldRow[];
/** Wrote to as many help desks as anybody. */
let email: string;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.3 });
  recent = rowsOfWorld(gateway.world).filter(({ createdAt }) => createdAt >= calmDay - 25 * day);
  const desks = new Map<string, Set<string>>();
  for (const row of recent) {
    if (row.email === null) continue;
    desks.set(row.email, (desks.get(row.email) ?? new Set()).add(row.desk));
  }
  [[email] = ['']] = [...desks].toSorted((one, other) => other[1].size - one[1].size);
  expect(desks.get(email)?.size).toBeGreaterThanOrEqual(3);
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

const personQuery = /* GraphQL */ `
  query Person($email: String!, $createdAfter: DateTime) {
    person(email: $email) {
      email
      name
      customers {
        id
        email
        name
        source {
          name
        }
        person {
          email
        }
        conversations(first: 100, createdAfter: $createdAfter) {
          nodes {
            vendorId
            source {
              name
            }
          }
        }
      }
      conversations(first: 100, createdAfter: $createdAfter) {
        nodes {
          vendorId
          source {
            name
          }
        }
        sources {
          source {
            name
          }
          state
        }
      }
      sources {
        source {
          name
        }
        state
      }
    }
  }
`;

async function personOf(address: string): Promise<Person> {
  const createdAfter = new Date(calmDay - 25 * day).toISOString();
  const { data, errors } = await gateway.query(personQuery, { email: address, createdAfter });
  expect(errors).toEqual([]);
  return (data as { person: Person }).person;
}

function named(
  rows: readonly { readonly vendorId: string; readonly source: string | { readonly name: string } }[],
) {
  return rows
    .map(({ vendorId, source }) => `${typeof source === 'string' ? source : source.name} ${vendorId}`)
    .sort();
}

describe('a person', () => {
  it('is one human over all help desks that know the address, however it is written', async () => {
    const person = await personOf(`  ${email.toUpperCase()} `);
    expect(person.email).toBe(email);
    const wanted = recent.filter((row) => row.email === email);
    const sources = new Set(person.customers.map(({ source }) => source.name));
    for (const { source } of wanted) expect(sources).toContain(source);
    for (const customer of person.customers) {
      expect(customer.email?.trim().toLowerCase()).toBe(email);
      expect(customer.person).toEqual({ email });
    }
    const world = Object.values(gateway.world.desks).flatMap(({ customers }) => customers);
    const names = world
      .filter((customer) => customer.email?.trim().toLowerCase() === email)
      .map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim());
    expect(names).toContain(person.name);
    expect(named(person.conversations?.nodes ?? [])).toEqual(named(wanted));
    const states = Object.fromEntries(person.sources.map(({ source, state }) => [source.name, state]));
    expect(states).toEqual({ support: 'OK', tickets: 'OK', legacy: 'OK', shop: 'SKIPPED' });
  });

  it('has in each help desk the conversations that are there', async () => {
    const person = await personOf(email);
    for (const { source, conversations } of person.customers) {
      const wanted = recent.filter((row) => row.email === email && row.source === source.name);
      expect(named(conversations?.nodes ?? [])).toEqual(named(wanted));
    }
  });

  it('whom nobody knows has neither name nor customers nor conversations', async () => {
    const person = await personOf('nobody+at-all@nowhere.example');
    expect(person).toMatchObject({ name: null, customers: [], conversations: { nodes: [] } });
  });

  it('needs an address', async () => {
    const { errors } = await gateway.query('{ person(email: "jane") { name } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is told by the others while one help desk fails', async () => {
    const fresh = gateway.another({ everySource: { retries: 0 } });
    gateway.emulators.liveagent.faults.set({ status: 500 });
    const { data, errors } = await fresh.query(
      'query P($email: String!) { person(email: $email) { customers { source { name } } sources { source { name } state error { code } } } }',
      { email },
    );
    gateway.emulators.liveagent.faults.clear();
    expect(errors).toEqual([]);
    const { person } = data as { person: Person };
    expect(person.customers.every(({ source }) => source.name !== 'support')).toBe(true);
    expect(person.sources).toContainEqual({
      source: { name: 'support' },
      state: 'FAILED',
      error: { code: 'UPSTREAM_UNAVAILABLE' },
    });
  });
});

describe('a customer without an address', () => {
  it('has the conversations under its number, where the vendor finds by it', async () => {
    interface Chat {
      readonly vendorId: string;
      readonly customer: {
        readonly externalId: string | null;
        readonly conversations: Conversations | null;
      } | null;
    }
    const { data, errors } = await gateway.query(
      `query ($createdAfter: DateTime!) {
        conversations(first: 100, filter: { sources: ["shop"], createdAfter: $createdAfter }) {
          nodes {
            vendorId
            customer {
              externalId
              conversations(first: 100, createdAfter: $createdAfter) { nodes { vendorId } sources { state } }
            }
          }
          pageInfo { hasNextPage }
        }
      }`,
      { createdAfter: new Date(calmDay - 25 * day).toISOString() },
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = (
      data as { conversations: { nodes: Chat[]; pageInfo: { hasNextPage: boolean } } }
    ).conversations;
    expect(pageInfo.hasNextPage).toBe(false);
    const known = nodes.filter(({ customer }) => customer?.externalId != null);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(nodes.length);
    for (const { customer } of nodes) {
      const number = customer?.externalId ?? null;
      const own = nodes
        .filter((chat) => chat.customer?.externalId === number)
        .map(({ vendorId }) => vendorId);
      const listed = customer?.conversations?.nodes.map(({ vendorId }) => vendorId) ?? null;
      expect(listed).toEqual(number === null ? null : own);
    }
  });
});

describe('customers', () => {
  const list = /* GraphQL */ `
    query Customers($first: Int, $after: String, $filter: CustomerFilter) {
      customers(first: $first, after: $after, filter: $filter) {
        nodes {
          id
          email
          name
          createdAt
          vendorId
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

  interface Page {
    readonly customers: {
      readonly nodes: readonly {
        readonly id: string;
        readonly createdAt: string;
        readonly name: string | null;
        readonly email: string | null;
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly sources: readonly {
        readonly source: { readonly name: string };
        readonly state: string;
        readonly error: { readonly code: string } | null;
      }[];
    };
  }

  it('of the desk that keeps a register are all listed, newest first, each once', async () => {
    const rows: Page['customers']['nodes'][number][] = [];
    let outcomes: Page['customers']['sources'] = [];
    for (let after: string | null = null; ;) {
      const { data, errors }: { data: unknown; errors: readonly unknown[] } = await gateway.query(list, {
        first: 60,
        after,
      });
      expect(errors).toEqual([]);
      const { nodes, pageInfo, sources } = (data as Page).customers;
      rows.push(...nodes);
      outcomes = sources;
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const wanted = gateway.world.desks.liveagent.customers;
    expect(rows.map(({ createdAt }) => Date.parse(createdAt))).toEqual(
      wanted.map(({ createdAt }) => createdAt).sort((one, other) => other - one),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(wanted.length);
    const states = Object.fromEntries(outcomes.map(({ source, state }) => [source.name, state]));
    expect(states).toEqual({ support: 'OK', tickets: 'SKIPPED', legacy: 'SKIPPED', shop: 'SKIPPED' });
    expect(outcomes.filter(({ state }) => state === 'SKIPPED').map(({ error }) => error?.code)).toEqual([
      'UNSUPPORTED',
      'UNSUPPORTED',
      'UNSUPPORTED',
    ]);
  });

  it('with an address are found in every desk that can look one up', async () => {
    const { data, errors } = await gateway.query(list, { first: 50, filter: { email: email.toUpperCase() } });
    expect(errors).toEqual([]);
    const { nodes } = (data as Page).customers;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every((node) => node.email?.trim().toLowerCase() === email)).toBe(true);
  });

  it('with an address and a span are those of desks that know when a customer was made, and others say that they do not', async () => {
    const filter = { email, createdAfter: '2000-01-01T00:00:00Z' };
    const { data, errors } = await gateway.query(list, { first: 50, filter });
    expect(errors).toEqual([]);
    const { nodes, sources } = (data as Page).customers;
    expect(nodes.every(({ createdAt }) => createdAt !== null)).toBe(true);
    const told = sources.map(({ source, state, error }) => [source.name, error?.code ?? state]);
    expect(Object.fromEntries(told)).toEqual({
      support: 'OK',
      tickets: 'UNSUPPORTED_FILTER',
      legacy: 'UNSUPPORTED_FILTER',
      shop: 'UNSUPPORTED',
    });
  });

  it.each(['support', 'tickets', 'legacy'] as const)(
    'with an address are told as STALE while an older answer of %s stands in',
    async (source) => {
      const cacheSeconds = { list: 0, conversation: 0, pastDay: 0 };
      const fresh = gateway.another({ everySource: { retries: 0, cacheSeconds } });
      const wanted = recent.findLast((row) => row.source === source && row.email !== null)?.email;
      const filter = { sources: [source], email: wanted };
      const before = ((await fresh.query(list, { first: 50, filter })).data as Page).customers;
      expect(before.nodes.length).toBeGreaterThan(0);
      expect(before.sources).toMatchObject([{ state: 'OK' }]);
      const emulators = Object.values(gateway.emulators);
      for (const { faults } of emulators) faults.set({ status: 500 });
      const { data, errors } = await fresh.query(list, { first: 50, filter });
      const { data: found } = await fresh.query(
        'query P($email: String!) { person(email: $email) { sources { source { name } state fetchedAt } } }',
        { email: wanted },
      );
      for (const { faults } of emulators) faults.clear();
      expect(errors).toEqual([]);
      expect((data as Page).customers.nodes).toEqual(before.nodes);
      expect((data as Page).customers.sources).toMatchObject([
        { state: 'STALE', error: { code: 'UPSTREAM_UNAVAILABLE' } },
      ]);
      expect((found as { person: Person }).person.sources).toContainEqual({
        source: { name: source },
        state: 'STALE',
        fetchedAt: expect.any(String),
      });
    },
  );

  it('are found by a part of name or address', async () => {
    const search = 'AN';
    const filter = { sources: ['support'], search };
    const { data } = await gateway.query(list, { first: 100, filter });
    const wanted = gateway.world.desks.liveagent.customers.filter(
      (customer) =>
        `${customer.firstName} ${customer.lastName}`.toLowerCase().includes('an') ||
        customer.email?.toLowerCase().includes('an'),
    );
    expect(wanted.length).toBeGreaterThan(3);
    expect((data as Page).customers.nodes).toHaveLength(Math.min(100, wanted.length));
  });

  it('tell all that their desk knows of them when fetched by id', async () => {
    const { data } = await gateway.query(list, { first: 40, filter: { sources: ['support'] } });
    const ids = (data as Page).customers.nodes.map(({ id }) => id);
    const answer = await gateway.query(
      /* GraphQL */ `
        query Customers($ids: [ID!]!) {
          nodes(ids: $ids) {
            ... on Customer {
              id
              vendorId
              email
              firstName
              lastName
              gender
              createdAt
              groups {
                name
              }
              customFields {
                code
                value
              }
            }
          }
        }
      `,
      { ids },
    );
    expect(answer.errors).toEqual([]);
    const { customers, customerGroups } = gateway.world.desks.liveagent;
    for (const node of (answer.data as { nodes: Record<string, unknown>[] }).nodes) {
      const wanted = customers.find(({ id }) => id === node['vendorId']);
      const genders = { F: 'FEMALE', M: 'MALE', O: 'OTHER' } as const;
      expect(node).toMatchObject({
        gender: wanted?.gender ? genders[wanted.gender] : null,
        createdAt: new Date(wanted?.createdAt ?? 0).toISOString(),
        firstName: wanted?.firstName || null,
        lastName: wanted?.lastName || null,
        customFields: wanted?.customFields,
      });
      const groups = customerGroups.filter(({ id }) => wanted?.groupIds.includes(id)).map(({ name }) => name);
      expect((node['groups'] as { name: string }[]).map(({ name }) => name).sort()).toEqual(groups.sort());
    }
  });
});

describe('directories', () => {
  it.each([
    ['agents', 'agents'],
    ['tags', 'tags'],
    ['departments', 'departments'],
    ['websites', 'websites'],
    ['customerGroups', 'customerGroups'],
  ] as const)('%s are those of all help desks that have any, by name, each once', async (field, part) => {
    interface Listed {
      readonly nodes: readonly {
        readonly name: string;
        readonly vendorId: string;
        readonly source: { readonly name: string };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly sources: readonly { readonly source: { readonly name: string }; readonly state: string }[];
    }
    const rows: Listed['nodes'][number][] = [];
    let outcomes: Listed['sources'] = [];
    for (let after: string | null = null; ;) {
      const { data, errors }: { data: unknown; errors: readonly unknown[] } = await gateway.query(
        `query D($after: String) { ${field}(first: 7, after: $after) { nodes { name vendorId source { name } } pageInfo { hasNextPage endCursor } sources { source { name } state } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const page = (data as Record<string, Listed>)[field]!;
      rows.push(...page.nodes);
      outcomes = page.sources;
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const able = new Set(outcomes.filter(({ state }) => state === 'OK').map(({ source }) => source.name));
    const wanted = desksBySource
      .filter(({ source }) => able.has(source))
      .map(({ desk, source }) => [source, gateway.world.desks[desk][part].length]);
    // LiveChat lists the group of all agents too, and no tags that were deleted.
    const { departments, tags } = gateway.world.desks.livechat;
    const ofLivechat = {
      departments: { tickets: departments.length + 1 },
      tags: { tickets: tags.filter(({ archived }) => !archived).length },
    };
    const extra = field in ofLivechat ? ofLivechat[field as keyof typeof ofLivechat] : {};
    const counts: Record<string, number> = {};
    for (const { source } of rows) counts[source.name] = (counts[source.name] ?? 0) + 1;
    expect(counts).toEqual({ ...Object.fromEntries(wanted), ...extra });
    expect(new Set(rows.map(({ source, vendorId }) => `${source.name} ${vendorId}`)).size).toBe(rows.length);
    const order = rows.map(({ name }) => name);
    const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
    expect(order).toEqual(order.toSorted(compare));
  });
});
