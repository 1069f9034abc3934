import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway-over.ts';
import { recordSpans, type RecordedSpans } from '../support/recorded-spans.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let spans: RecordedSpans;
let gateway: SandboxGateway;
let discreet: TestGateway;
const arrived: IncomingMessage[] = [];
/** Whatever reaches an HTTP server of this process: the emulators. */
const onArrival = (message: unknown): void => {
  arrived.push((message as { readonly request: IncomingMessage }).request);
};

beforeAll(async () => {
  spans = recordSpans();
  gateway = await openSandboxGateway({ size: 0.03, server: { pollSeconds: 0.1 } });
  discreet = gateway.another({ server: { sendTraceContext: false } });
  subscribe('http.server.request.start', onArrival);
});
beforeEach(() => {
  spans.forget();
  gateway.forgetCalls();
  arrived.length = 0;
});
afterEach(() => Object.values(gateway.emulators).forEach(({ faults }) => faults.clear()));
afterAll(async () => {
  unsubscribe('http.server.request.start', onArrival);
  await gateway.close();
  await spans.stop();
});

const inbox = `query Inbox {
  conversations(first: 5) { nodes { subject messages(first: 2) { nodes { text } } } }
}`;
const fresh = { 'cache-control': 'no-cache' };
const caller = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };
const traced = { traceparent: `00-${caller.trace}-${caller.span}-01` };

const one = (name: string) => {
  const [span, ...others] = spans.named(name);
  if (!span || others.length > 0) throw new Error(`expected one span ${name}, got ${others.length + 1}`);
  return span;
};

describe('the span of a request', () => {
  it('is named by the type of the operation and tells its name and document, and the request’s id', async () => {
    await gateway.query(
      'query Who($id: ID!) { node(id: $id) { id } sources { name } }',
      { id: 'x' },
      {
        'x-request-id': 'order-4711',
      },
    );
    const span = one('query');
    expect(span.kind).toBe(SpanKind.SERVER);
    expect(span.attributes).toMatchObject({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Who',
      'deskgraph.request_id': 'order-4711',
      'deskgraph.shared_answer': false,
      'deskgraph.upstream_calls': 0,
      'http.response.status_code': 200,
    });
    expect(String(span.attributes['graphql.document'])).toContain('node(id: $id)');
    expect(span.parentSpanContext).toBeUndefined();
  });

  it('tells the document that was sent, although documents that differ in literals share one', async () => {
    for (const name of ['First', 'Second', 'Third', 'Fourth']) {
      await gateway.query(`query ${name} { source(name: "${name}") { name } }`);
      expect(one('query').attributes).toMatchObject({
        'graphql.operation.name': name,
        'graphql.document': `query ${name} {\n  source(name: ?) {\n    name\n  }\n}`,
      });
      spans.forget();
    }
  });

  it('belongs to the trace that the caller named', async () => {
    await gateway.query('{ sources { name } }', {}, traced);
    const span = one('query');
    expect(span.spanContext().traceId).toBe(caller.trace);
    expect(span.parentSpanContext).toMatchObject({ spanId: caller.span, isRemote: true });
  });

  it('is not recorded where the caller’s trace is not', async () => {
    await gateway.query(inbox, {}, { ...fresh, traceparent: `00-${caller.trace}-${caller.span}-00` });
    expect(spans.all()).toEqual([]);
    expect(arrived.length).toBeGreaterThan(3);
    for (const { headers } of arrived) {
      expect(headers['traceparent']).toMatch(new RegExp(`^00-${caller.trace}-[0-9a-f]{16}-00$`));
    }
  });

  it('tells codes; what the caller has to mend is no failure of the gateway', async () => {
    await gateway.query('query Wrong { nobody }');
    const invalid = one('GraphQL Operation');
    expect(invalid.status.code).toBe(SpanStatusCode.UNSET);
    expect(invalid.attributes['deskgraph.error_codes']).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(invalid.attributes['error.type']).toBeUndefined();

    gateway.emulators.liveagent.faults.set({ status: 503 });
    await gateway.query('mutation Cut { conversations: tagDelete(input: { tagId: "x" }) { deletedId } }');
    expect(one('mutation').status.code).toBe(SpanStatusCode.UNSET);
    await gateway.query(`query Strict { departments(strict: true) { nodes { name } } }`, {}, fresh);
    const failed = one('query');
    expect(failed.status.code).toBe(SpanStatusCode.ERROR);
    expect(failed.attributes['error.type']).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('is that of what is under way in the process, where there is something', async () => {
    const { trace, context } = await import('@opentelemetry/api');
    const around = trace.getTracer('program').startSpan('around');
    await context.with(trace.setSpan(context.active(), around), () =>
      gateway.query('{ sources { name } }', {}, traced),
    );
    around.end();
    expect(one('query').parentSpanContext?.spanId).toBe(around.spanContext().spanId);
  });
});

describe('the span of a call to a vendor', () => {
  it('is there for every call, below the request, with where it went and what it was', async () => {
    await gateway.query(inbox, {}, fresh);
    const calls = spans.below(one('query'));
    expect(calls).toHaveLength(gateway.calls().length);
    expect(spans.all()).toHaveLength(calls.length + 1);
    expect(one('query').attributes['deskgraph.upstream_calls']).toBe(calls.length);
    const listed = calls.find(({ attributes }) => attributes['deskgraph.source'] === 'support');
    const { hostname, port } = new URL(gateway.emulators.liveagent.origin);
    expect(listed?.name).toBe('GET /api/conversations');
    expect(listed?.kind).toBe(SpanKind.CLIENT);
    expect(listed?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'server.address': hostname,
      'server.port': Number(port),
      'url.scheme': 'http',
      'url.template': '/api/conversations',
      'deskgraph.source': 'support',
      'deskgraph.vendor': 'LIVEAGENT',
      'deskgraph.operation': 'conversations.list',
    });
    expect(new Set(calls.map(({ attributes }) => attributes['deskgraph.vendor'])).size).toBe(4);
  });

  it('is named by a route, with no id in it', async () => {
    const document = inbox.replace('first: 5', 'first: 2, filter: { sources: ["support"] }');
    await gateway.query(document, {}, fresh);
    const names = new Set(spans.below(one('query')).map(({ name }) => name));
    expect([...names]).toContain('GET /api/conversations/{id}/messages');
  });

  it('tells how it failed, and each further attempt is a span of its own', async () => {
    gateway.emulators.livechat.faults.set({ status: 503, times: 1 });
    await gateway.query('{ departments(filter: { sources: ["tickets"] }) { nodes { name } } }', {}, fresh);
    const [first, second] = spans.below(one('query'));
    expect(first?.status.code).toBe(SpanStatusCode.ERROR);
    expect(first?.attributes).toMatchObject({
      'error.type': 'UPSTREAM_UNAVAILABLE',
      'http.response.status_code': 503,
    });
    expect(second?.status.code).toBe(SpanStatusCode.UNSET);
    expect(second?.attributes['error.type']).toBeUndefined();
    expect(one('query').status.code).toBe(SpanStatusCode.UNSET);

    gateway.emulators.livechat.faults.set({ reset: true });
    spans.forget();
    await gateway.query('{ tags(filter: { sources: ["tickets"] }) { nodes { name } } }', {}, fresh);
    const broken = spans.below(one('query'))[0];
    expect(broken?.attributes['error.type']).toBe('UPSTREAM_UNAVAILABLE');
    expect(broken?.attributes['http.response.status_code']).toBeUndefined();
  });

  it('is what the vendor is told of, and nothing that others wrote for others', async () => {
    const others = { tracestate: 'shop=customer-4711', baggage: 'user=jane@example.com' };
    await gateway.query(inbox, {}, { ...fresh, ...traced, ...others });
    const calls = spans.below(one('query')).map((span) => span.spanContext());
    const told = arrived.map(({ headers }) => String(headers['traceparent']));
    expect([...told].sort()).toEqual(calls.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`).sort());
    expect(calls[0]?.traceId).toBe(caller.trace);
    for (const { headers } of arrived) {
      expect(headers).not.toHaveProperty('tracestate');
      expect(headers).not.toHaveProperty('baggage');
    }
  });

  it('stays here where the configuration says so', async () => {
    await discreet.query(inbox, {}, { ...fresh, ...traced });
    expect(spans.below(one('query')).length).toBeGreaterThan(3);
    expect(arrived.length).toBeGreaterThan(3);
    for (const { headers } of arrived) expect(headers).not.toHaveProperty('traceparent');
  });

  it('is a trace of its own where no request waits for it', async () => {
    const asked = new AbortController();
    const stream = await gateway.send(
      'subscription Watch { conversationChanged { id } }',
      {},
      { accept: 'text/event-stream' },
      asked.signal,
    );
    await expect.poll(() => spans.all().length).toBeGreaterThan(2);
    asked.abort();
    await stream.body?.cancel().catch(() => undefined);
    const calls = spans.all().filter(({ kind }) => kind === SpanKind.CLIENT);
    expect(calls.length).toBeGreaterThan(1);
    for (const { parentSpanContext } of calls) expect(parentSpanContext).toBeUndefined();
    expect(new Set(calls.map((span) => span.spanContext().traceId)).size).toBe(calls.length);
    expect(one('subscription').attributes['graphql.operation.name']).toBe('Watch');
  });
});
