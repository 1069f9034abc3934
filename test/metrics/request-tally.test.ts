import * as fc from 'fast-check';
import { Counter, Histogram, Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { latencyBounds, RequestTally } from '../../src/metrics/request-tally.ts';

const answers = fc.array(
  fc.record({
    status: fc.constantFrom(200, 304, 400, 401, 503),
    milliseconds: fc.oneof(fc.nat(20_000), fc.constantFrom(...latencyBounds.map((bound) => bound * 1000))),
  }),
  { maxLength: 60 },
);

describe('the tally of requests', () => {
  test('tells what a counter and a histogram of prom-client would', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (all) => {
        const registers = [new Registry()];
        const requests = new Counter({
          name: 'deskgraph_requests_total',
          help: 'GraphQL requests answered.',
          labelNames: ['status'],
          registers,
        });
        const latency = new Histogram({
          name: 'deskgraph_request_duration_seconds',
          help: 'Time to answer a GraphQL request.',
          buckets: [...latencyBounds],
          registers,
        });
        const tally = new RequestTally();
        for (const { status, milliseconds } of all) {
          requests.inc({ status });
          latency.observe(milliseconds / 1000);
          tally.add(status, milliseconds);
        }
        expect(linesOf(tally.text())).toEqual(linesOf((await registers[0]?.metrics()) ?? ''));
      }),
    );
  });
});

/** The order of labels is nobody's business, and a sum of fractions is not exact. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(?<=_sum )\S+/, (sum) => Number(sum).toFixed(3)))
    .filter((line) => line !== '')
    .sort();
}
