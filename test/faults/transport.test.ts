import { afterAll, beforeAll, describe, it } from 'vitest';
import { openFaultBench, type FaultBench } from './support/fault-bench.ts';
import { survive } from './support/survival.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openFaultBench();
});
afterAll(() => bench.close());

describe('a vendor that cannot be reached', () => {
  it('F01 refuses connections', async (test) => {
    await survive(
      bench,
      {
        source: 'tickets',
        inject: () => bench.proxies.tickets.down(),
        codes: ['UPSTREAM_UNAVAILABLE', 'CIRCUIT_OPEN'],
        change: ['UPSTREAM_UNAVAILABLE'],
      },
      test,
    );
  });

  it('F05 takes connections and never answers', async (test) => {
    await survive(
      bench,
      {
        source: 'tickets',
        inject: () => bench.proxies.tickets.set({ silent: true }),
        codes: ['UPSTREAM_TIMEOUT', 'CIRCUIT_OPEN'],
        change: ['OUTCOME_UNKNOWN'],
      },
      test,
    );
  });
});
