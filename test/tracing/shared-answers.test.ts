import { SpanKind } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';
import { recordSpans, type RecordedSpans } from '../support/recorded-spans.ts';
import { turnBegins } from '../support/turn-begins.ts';

let sandbox: Sandbox;
let spans: RecordedSpans;
let gateway: ListeningGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02 });
  spans = recordSpans();
  gateway = await listenOver({ sources: sandbox.sources, server: { port: 0, requestTimeoutMs: 2000 } });
});
beforeEach(() => spans.forget());
afterEach(() => sandbox.emulators.liveagent.faults.clear());
afterAll(async () => {
  await gateway.close();
  await spans.stop();
  await sandbox.close();
});

const requests = () => spans.all().filter(({ kind }) => kind === SpanKind.SERVER);
const query = 'query Teams { departments(filter: { sources: ["support"] }) { nodes { name } } }';

describe('requests with one answer', () => {
  it('have a span each, with their own ids and traces; the calls belong to the one it was made for', async () => {
    sandbox.emulators.liveagent.faults.set({ latencyMs: 100 });
    await turnBegins();
    await Promise.all(
      ['a', 'b', 'c'].map((id, index) =>
        gateway.post(query, {
          'x-request-id': id,
          traceparent: `00-${String(index + 1).repeat(32)}-b7ad6b7169203331-01`,
        }),
      ),
    );
    await gateway.post(query, { 'x-request-id': 'd' });
    const told = requests().map(({ name, attributes }) =>
      [attributes['deskgraph.request_id'], name, attributes['graphql.operation.name']].join(' '),
    );
    expect(told.toSorted()).toEqual(['a', 'b', 'c', 'd'].map((id) => `${id} query Teams`));
    const made = requests().filter(({ attributes }) => !attributes['deskgraph.shared_answer']);
    expect(made).toHaveLength(1);
    expect(spans.below(made[0]!)).toHaveLength(1);
    expect(new Set(requests().map((span) => span.spanContext().traceId)).size).toBe(4);
    const waited = requests().filter(({ attributes, duration: [seconds, nanoseconds] }) => {
      const isLong = seconds + nanoseconds / 1e9 > 0.09;
      return isLong && attributes['deskgraph.shared_answer'];
    });
    expect(waited).toHaveLength(2);
  });

  it('have spans that tell of the same errors', async () => {
    sandbox.emulators.liveagent.faults.set({ status: 500, latencyMs: 100 });
    const strict = '{ tags(strict: true, filter: { sources: ["support"] }) { nodes { name } } }';
    await turnBegins();
    await Promise.all([gateway.post(strict), gateway.post(strict)]);
    expect(requests().map(({ attributes }) => attributes['error.type'])).toEqual([
      'UPSTREAM_UNAVAILABLE',
      'UPSTREAM_UNAVAILABLE',
    ]);
  });
});

describe('a request that nobody waits for any more', () => {
  it('has a span that ends', async () => {
    sandbox.emulators.liveagent.faults.set({ hang: true });
    const gone = new AbortController();
    const asked = fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ customerGroups(filter: { sources: ["support"] }) { nodes { name } } }',
      }),
      signal: gone.signal,
    }).catch(() => undefined);
    setTimeout(() => gone.abort(), 200);
    await asked;
    await expect.poll(() => requests().length).toBe(1);
    await expect.poll(() => spans.all().length).toBe(2);
  });
});
