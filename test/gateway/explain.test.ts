import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.1 });
});

beforeEach(() => gateway.forgetCalls());

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

const inbox = /* GraphQL */ `
  {
    conversations(first: 30) {
      nodes {
        subject
        tags {
          name
        }
        assignee {
          name
        }
        messages {
          nodes {
            text
          }
        }
      }
    }
  }
`;

interface Explanation {
  readonly sources: readonly {
    readonly source: string;
    readonly calls: readonly {
      readonly operation: string;
      readonly path: string;
      readonly milliseconds: number;
      readonly bytes: number;
      readonly status: number | null;
    }[];
    readonly hits: number;
    readonly misses: number;
    readonly retries: number;
  }[];
  readonly total: Readonly<
    Record<'bytes' | 'calls' | 'hits' | 'milliseconds' | 'misses' | 'retries' | 'stale', number>
  >;
}

async function explained(of: TestGateway, document = inbox): Promise<Explanation> {
  const { extensions, errors } = await of.query(document, {}, { 'x-deskgraph-explain': '1' });
  expect(errors).toEqual([]);
  return (extensions as { explain: Explanation }).explain;
}

it('tells exactly the calls that reached the help desks, without what is secret in them', async () => {
  const { sources, total } = await explained(gateway);
  const wanted = ['legacy', 'shop', 'support', 'tickets'].map((source) => ({
    source,
    calls: gateway.calls(source).length,
  }));
  expect(sources.map(({ source, calls }) => ({ source, calls: calls.length }))).toEqual(wanted);
  expect(total.calls).toBe(gateway.calls().length);
  expect(total.calls).toBeGreaterThan(30);
  expect(total.bytes).toBeGreaterThan(10_000);
  const times = sources.flatMap(({ calls }) => calls.map(({ milliseconds }) => milliseconds));
  expect(total.milliseconds).toBeCloseTo(times.reduce((sum, time) => sum + time));
  for (const { calls } of sources) {
    for (const { operation, path, milliseconds, bytes } of calls) {
      expect(operation).not.toBe('');
      expect(path).toMatch(/^\/[^?]*$/);
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(bytes).toBeGreaterThan(0);
    }
  }
});

it('tells that an answer came out of the cache', async () => {
  const first = await explained(gateway.another());
  expect(first.total.misses).toBe(first.total.calls);
  const fresh = gateway.another();
  await fresh.query(inbox);
  gateway.forgetCalls();
  const { total } = await explained(fresh);
  expect(gateway.calls()).toEqual([]);
  expect(total).toMatchObject({ calls: 0, misses: 0, retries: 0 });
  expect(total.hits).toBeGreaterThan(0);
});

it('counts what was tried again', async () => {
  gateway.emulators.livechat.faults.set({ status: 503, times: 1 });
  const { sources, total } = await explained(gateway.another(), '{ tags { nodes { name } } }');
  expect(total.retries).toBe(1);
  expect(sources.find(({ source }) => source === 'tickets')).toMatchObject({ retries: 1 });
  expect(total.calls).toBe(gateway.calls().length);
});

it('tells the calls of a late source that are still under way', async () => {
  const hasty = gateway.another({ server: { lateAfterMs: 100 } });
  gateway.emulators.livechat.faults.set({ latencyMs: 2000 });
  const { sources } = await explained(hasty, '{ tags { nodes { name } sources { state } } }');
  gateway.emulators.livechat.faults.clear();
  expect(sources.find(({ source }) => source === 'tickets')?.calls).toEqual([
    {
      operation: 'tags.list',
      path: '/tags',
      status: null,
      milliseconds: expect.any(Number) as number,
      bytes: 0,
    },
  ]);
});

it('is left out of answers that did not ask for it', async () => {
  const { extensions } = await gateway.query(inbox);
  expect(extensions ?? {}).not.toHaveProperty('explain');
});
