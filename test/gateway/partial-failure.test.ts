import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/emulator.ts';
import type { GatewaySettings, TestGateway } from '../support/gateway-over.ts';
import { desksBySource, openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfWorld } from '../support/world-rows.ts';
import { roomyTimes } from '../support/roomy-times.ts';

interface Outcome {
  readonly source: { readonly name: string };
  readonly state: string;
  readonly error: { readonly code: string; readonly message: string; readonly retryable: boolean } | null;
  readonly missingFrom: string | null;
  readonly missingTo: string | null;
}

interface Page {
  readonly conversations: {
    readonly nodes: readonly {
      readonly vendorId: string;
      readonly createdAt: string;
      readonly source: { readonly name: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly Outcome[];
  } | null;
}

const pageQuery = /* GraphQL */ `
  query Page($first: Int = 50, $after: String, $filter: ConversationFilter, $strict: Boolean) {
    conversations(first: $first, after: $after, filter: $filter, strict: $strict) {
      nodes {
        vendorId
        createdAt
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
          message
          retryable
        }
        missingFrom
        missingTo
      }
    }
  }
`;

const patient: GatewaySettings = { everySource: { retries: 0 } };

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway(patient);
});

beforeEach(() => {
  for (const { desk } of desksBySource) gateway.emulators[desk].faults.clear();
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function page(of: TestGateway, variables: object = {}) {
  const answer = await of.query(pageQuery, variables);
  return { ...answer, list: (answer.data as Page | null)?.conversations ?? null };
}

const failures: readonly { name: string; fault: Fault; states: string[]; codes: string[] }[] = [
  { name: 'answers 500', fault: { status: 500 }, states: ['FAILED'], codes: ['UPSTREAM_UNAVAILABLE'] },
  {
    name: 'resets the connection',
    fault: { reset: true },
    states: ['FAILED'],
    codes: ['UPSTREAM_UNAVAILABLE'],
  },
  { name: 'refuses the key', fault: { status: 401 }, states: ['FAILED'], codes: ['UPSTREAM_AUTH'] },
  { name: 'hangs', fault: { hang: true }, states: ['FAILED', 'LATE'], codes: ['UPSTREAM_TIMEOUT'] },
  {
    name: 'cuts its answer off',
    fault: { truncateBytes: 40 },
    states: ['FAILED'],
    codes: ['UPSTREAM_BAD_RESPONSE'],
  },
  { name: 'answers a web page', fault: { html: true }, states: ['FAILED'], codes: ['UPSTREAM_BAD_RESPONSE'] },
  {
    name: 'allows no more calls',
    fault: { status: 429, retryAfter: 30 },
    states: ['FAILED'],
    codes: ['UPSTREAM_RATE_LIMITED'],
  },
];

describe.each(desksBySource)('when $source', ({ desk, source }) => {
  function othersRows(): string[] {
    return rowsOfWorld(gateway.world)
      .filter((row) => row.source !== source)
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .slice(0, 50)
      .map(({ createdAt }) => new Date(createdAt).toISOString());
  }

  function expectOutcomes(outcomes: readonly Outcome[], states: readonly string[], codes: readonly string[]) {
    for (const outcome of outcomes) {
      if (outcome.source.name !== source) expect(outcome).toMatchObject({ state: 'OK', error: null });
      else {
        expect(states).toContain(outcome.state);
        expect(codes).toContain(outcome.error?.code);
        expect(outcome.missingFrom).not.toBeNull();
        expect(outcome.missingTo).not.toBeNull();
      }
    }
  }

  it.each(failures)(
    '$name, the others’ rows come and the outcome tells',
    async ({ fault, states, codes }) => {
      const fresh = gateway.another(fault.hang === true ? { sources: { [source]: { timeoutMs: 500 } } } : {});
      gateway.emulators[desk].faults.set(fault);
      const begun = performance.now();
      const { list, errors } = await page(fresh);
      expect(performance.now() - begun).toBeLessThan(roomyTimes.server.lateAfterMs);
      expect(errors).toEqual([]);
      expect(list?.nodes.map(({ createdAt }) => createdAt)).toEqual(othersRows());
      expectOutcomes(list?.sources ?? [], states, codes);

      const strict = await page(fresh, { strict: true });
      expect(strict.list).toBeNull();
      expect(strict.errors).toHaveLength(1);
      expect([...codes, 'CIRCUIT_OPEN']).toContain(strict.errors[0]?.extensions.code);
      expect(strict.errors[0]?.extensions).toMatchObject({ source });
    },
  );

  it('asks for a pause, a strict list says how long it is', async () => {
    const fresh = gateway.another();
    gateway.emulators[desk].faults.set({ status: 429, retryAfter: 30 });
    const { errors } = await page(fresh, { strict: true });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'UPSTREAM_RATE_LIMITED', source, retryable: true }),
    ]);
    const { retryAfterMs } = errors[0]?.extensions ?? {};
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  });

  it('refuses connections, the others’ rows come and the outcome tells', async () => {
    // Port 1 of loopback: nobody listens there.
    const url = 'http://127.0.0.1:1/api';
    const { list, errors } = await page(gateway.another({ sources: { [source]: { url } } }));
    expect(errors).toEqual([]);
    expect(list?.nodes.map(({ createdAt }) => createdAt)).toEqual(othersRows());
    expectOutcomes(list?.sources ?? [], ['FAILED'], ['UPSTREAM_UNAVAILABLE']);
  });

  it('has another key, the others’ rows come and the outcome tells', async () => {
    const wrong = gateway.another({ sources: { [source]: { apiKey: 'not-the-key-of-this-account' } } });
    const { list, text } = await page(wrong);
    expect(list?.nodes.map(({ createdAt }) => createdAt)).toEqual(othersRows());
    expectOutcomes(list?.sources ?? [], ['FAILED'], ['UPSTREAM_AUTH']);
    expect(text).not.toContain('not-the-key');
  });

  it('fails on one page, it joins the walk again and stays PARTIAL with the span that is missing', async () => {
    const fresh = gateway.another({
      everySource: { retries: 0, cacheSeconds: { list: 0, pastDay: 0 } },
    });
    gateway.emulators[desk].faults.set({ status: 500 });
    const first = await page(fresh, { first: 20 });
    gateway.emulators[desk].faults.clear();
    const seen: string[] = first.list?.nodes.map((row) => `${row.source.name} ${row.vendorId}`) ?? [];
    const states: (string | undefined)[] = [];
    let after = first.list?.pageInfo.endCursor ?? null;
    let outcome: Outcome | undefined;
    for (let next = first.list?.pageInfo.hasNextPage; next === true;) {
      const { list, errors } = await page(fresh, { first: 50, after });
      expect(errors).toEqual([]);
      seen.push(...(list?.nodes.map((row) => `${row.source.name} ${row.vendorId}`) ?? []));
      outcome = list?.sources.find((each) => each.source.name === source);
      states.push(outcome?.state);
      after = list?.pageInfo.endCursor ?? null;
      next = list?.pageInfo.hasNextPage;
    }
    expect(new Set(states)).toEqual(new Set(['PARTIAL']));
    const missing = {
      from: Date.parse(outcome?.missingFrom ?? ''),
      to: Date.parse(outcome?.missingTo ?? ''),
    };
    const wanted = rowsOfWorld(gateway.world)
      .filter(({ createdAt }) => createdAt >= calmDay - 29 * 86_400_000)
      .filter((row) => row.source !== source || row.createdAt < missing.from || row.createdAt >= missing.to)
      .map((row) => `${row.source} ${row.vendorId}`);
    expect(wanted.filter((name) => !seen.includes(name))).toEqual([]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.some((name) => name.startsWith(`${source} `))).toBe(true);
  });

  it('fails while an earlier answer is in the cache, that answer stands in and is told as STALE', async () => {
    const cacheSeconds = { list: 0, pastDay: 0 };
    const fresh = gateway.another({ everySource: { retries: 0, cacheSeconds } });
    const [createdAfter, createdBefore] = [9, 2].map((days) =>
      new Date(calmDay - days * 86_400_000).toISOString(),
    );
    const variables = { first: 10, filter: { createdAfter, createdBefore } };
    const before = await page(fresh, variables);
    gateway.emulators[desk].faults.set({ status: 500 });
    const { list } = await page(fresh, variables);
    expect(list?.nodes).toEqual(before.list?.nodes);
    const states = list?.sources.map((each) => [each.source.name, each.state]);
    expect(Object.fromEntries(states ?? [])).toEqual({
      legacy: 'OK',
      shop: 'OK',
      support: 'OK',
      tickets: 'OK',
      [source]: 'STALE',
    });
    expect(list?.sources.find((each) => each.source.name === source)?.error?.code).toBe(
      'UPSTREAM_UNAVAILABLE',
    );
    expect((await page(fresh, { ...variables, strict: true })).errors).toEqual([]);
  });
});

it('tells a source that is slower than the others as LATE, and has its answer soon after', async () => {
  const fresh = gateway.another({
    server: { requestTimeoutMs: 5000, lateAfterMs: 150 },
    everySource: { timeoutMs: 4000, retries: 0 },
  });
  gateway.emulators.livechat.faults.set({ latencyMs: 700 });
  const createdAfter = new Date(calmDay - 2 * 86_400_000).toISOString();
  const variables = { filter: { createdAfter } };
  const { list } = await page(fresh, variables);
  expect(list?.sources.find(({ source }) => source.name === 'tickets')).toMatchObject({
    state: 'LATE',
    error: { code: 'UPSTREAM_TIMEOUT', retryable: true },
  });
  expect(list?.nodes.some(({ source }) => source.name === 'tickets')).toBe(false);

  // The call goes on although nobody waits, so that the next one finds its answer.
  gateway.emulators.livechat.faults.clear();
  await new Promise((resolve) => setTimeout(resolve, 900));
  gateway.emulators.livechat.calls.clear();
  const next = await page(fresh, variables);
  expect(next.list?.sources.find(({ source }) => source.name === 'tickets')?.state).toBe('OK');
  expect(next.list?.nodes.some(({ source }) => source.name === 'tickets')).toBe(true);
  expect(gateway.emulators.livechat.calls.list()).toEqual([]);
});

it('gives an empty list with four outcomes when every source is down', async () => {
  for (const { desk } of desksBySource) gateway.emulators[desk].faults.set({ status: 503 });
  const { list, errors } = await page(gateway.another());
  expect(errors).toEqual([]);
  expect(list?.nodes).toEqual([]);
  expect(list?.sources.map(({ state }) => state)).toEqual(['FAILED', 'FAILED', 'FAILED', 'FAILED']);
});

it('leaves null, with an error, only the fields of the source that fails behind the list', async () => {
  const fresh = gateway.another();
  gateway.emulators.liveagent.faults.set({ status: 500, match: '/messages' });
  const { data, errors } = await fresh.query(/* GraphQL */ `
    {
      conversations(first: 40) {
        nodes {
          source {
            name
          }
          messages {
            nodes {
              body
            }
          }
        }
      }
    }
  `);
  const { nodes } = (data as { conversations: { nodes: { source: { name: string }; messages: unknown }[] } })
    .conversations;
  const lost = nodes.filter(({ messages }) => messages === null);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.every(({ source }) => source.name === 'support')).toBe(true);
  expect(nodes.filter(({ source }) => source.name === 'support')).toEqual(lost);
  expect(errors).toHaveLength(lost.length);
  for (const { extensions, path } of errors) {
    expect(extensions).toMatchObject({ source: 'support', vendor: 'LIVEAGENT' });
    expect(['UPSTREAM_UNAVAILABLE', 'CIRCUIT_OPEN']).toContain(extensions.code);
    expect(path?.at(-1)).toBe('messages');
  }
});

it('keeps the tags of all where those of one source cannot be read in full', async () => {
  const fresh = gateway.another();
  gateway.emulators.liveagent.faults.set({ status: 500, match: '/tags/' });
  const { data, errors } = await fresh.query('{ tags(first: 100) { nodes { source { name } archived } } }');
  const { nodes } = (data as { tags: { nodes: { source: { name: string }; archived: boolean }[] } }).tags;
  expect(new Set(nodes.map(({ source }) => source.name))).toEqual(new Set(['support', 'tickets']));
  const unsure = nodes.flatMap(({ source }, index) => (source.name === 'support' ? [index] : []));
  expect(errors.map(({ path }) => path)).toEqual(
    expect.arrayContaining(unsure.map((index) => ['tags', 'nodes', index, 'archived'])),
  );
  expect(errors).toHaveLength(unsure.length);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ source: 'support' });
});
