import { Writable } from 'node:stream';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { HelpdeskSource, SourceRegistry } from '../../src/contract/helpdesk-source.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { runGateway, type RunningGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';

let sandbox: Sandbox;
let running: RunningGateway;
const lines: Record<string, unknown>[] = [];

/** A source whose adapter has a fault. */
const broken = (source: HelpdeskSource): HelpdeskSource =>
  Object.assign(Object.create(source) as HelpdeskSource, {
    directories: {
      ...source.directories,
      Tag: {
        list: () => Promise.reject(new TypeError('the value jane@example.com is not iterable')),
        get: () => Promise.resolve([]),
      },
    },
    application: () => Promise.reject(new TypeError('the value jane@example.com has no version')),
  });

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02 });
  const support = { ...sandbox.sources['support'], requestsPerMinute: 180 };
  const text = stringify({ server: { port: 0 }, sources: { ...sandbox.sources, support } });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
  const log = pino({ level: 'info', base: null }, sink);
  const parts = openGatewayParts(config, log);
  const sources: SourceRegistry = new Map(
    [...parts.sources].map(([name, source]) => [name, name === 'tickets' ? broken(source) : source]),
  );
  running = await runGateway({ ...parts, sources, answers: undefined });
});
afterAll(async () => {
  await running.stop();
  await sandbox.close();
});

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  lines.length = 0;
  const response = await fetch(`${running.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { id: response.headers.get('x-request-id'), body: await response.text() };
}

describe('the log of requests', () => {
  test('has one line for each, with what was asked by name and how it went', async () => {
    const { id } = await ask('query Inbox { conversations(first: 2) { nodes { id } } }');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      msg: 'request',
      requestId: id,
      operation: 'Inbox',
      client: null,
      status: 200,
      codes: [],
    });
    expect(lines[0]?.['calls']).toBeGreaterThanOrEqual(4);
    expect(lines[0]?.['milliseconds']).toBeTypeOf('number');
  });

  test('has the codes of errors, and nothing of document or variables', async () => {
    await ask(`query Ask($id: ID!) { node(id: $id) { id } }`, { id: 'jane@example.com' });
    expect(lines[0]).toMatchObject({ operation: 'Ask', codes: ['BAD_USER_INPUT'] });
    await ask('query Wrong { nobody(email: "jane@example.com") }');
    expect(lines[0]).toMatchObject({ operation: null, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(JSON.stringify(lines)).not.toMatch(/jane|node\(/);
  });

  test('tells the name of each query, although queries that differ in it share a document', async () => {
    for (const name of ['First', 'Second', 'Third', 'Fourth']) {
      await ask(`query ${name} { source(name: "${name}") { name } }`);
      expect(lines[0]?.['operation']).toBe(name);
    }
  });

  test('cuts long names', async () => {
    await ask(`query ${'A'.repeat(500)} { __typename }`);
    expect(lines[0]?.['operation']).toBe('A'.repeat(64));
  });

  test('takes over a sane id of the caller and makes one in the place of another', async () => {
    expect((await ask('{ __typename }', {}, { 'x-request-id': 'order-4711' })).id).toBe('order-4711');
    expect((await ask('{ __typename }', {}, { 'x-request-id': 'a b {"c":1}' })).id).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  test('tells of no fault when a caller leaves during a change', async () => {
    lines.length = 0;
    sandbox.emulators.liveagent.faults.set({ latencyMs: 400 });
    const leaving = new AbortController();
    const query = 'mutation { tagCreate(input: { source: "support", name: "left" }) { tag { id } } }';
    const asked = fetch(`${running.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    setTimeout(() => leaving.abort(), 150);
    await expect(asked).rejects.toThrow();
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'request', codes: ['TIMEOUT'] });
    sandbox.emulators.liveagent.faults.clear();
  });

  test('tells of a fault of the gateway that callers see as the outcome of a source', async () => {
    const { body, id } = await ask(
      '{ tags { nodes { name } sources { state source { name } error { code message } } } }',
    );
    expect(body).toContain('INTERNAL_SERVER_ERROR');
    const fault = lines.find(({ msg }) => msg === 'unexpected error');
    expect(fault).toMatchObject({ level: 50, requestId: id, error: 'TypeError' });
    expect(fault?.['stack']).toEqual(
      expect.arrayContaining([expect.stringContaining('observability.test.ts')]),
    );
    expect(JSON.stringify(lines) + body).not.toContain('jane');
  });

  test('tells of a fault of the gateway that callers see as the error of a field', async () => {
    const { body, id } = await ask('{ source(name: "tickets") { name application { version } } }');
    expect(JSON.parse(body)).toMatchObject({
      data: { source: { name: 'tickets', application: null } },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id } }],
    });
    const fault = lines.find(({ msg }) => msg === 'unexpected error');
    expect(fault).toMatchObject({ level: 50, requestId: id, error: 'TypeError' });
    expect(JSON.stringify(lines) + body).not.toContain('jane');
  });
});

async function metricsText(): Promise<string> {
  const response = await fetch(`${running.origin}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

/** Where the circuit of iAdvize is. */
async function positions(): Promise<readonly (string | undefined)[]> {
  const found = (await metricsText()).matchAll(/deskgraph_circuit\{source="shop",position="(\w+)"\} 1/g);
  return [...found].map(([, position]) => position);
}

describe('GET /metrics', () => {
  test('counts requests, errors by code, calls and reads of the cache by source', async () => {
    await ask('{ departments(filter: { sources: ["support"] }) { nodes { name } } }');
    await ask('{ departments(filter: { sources: ["support"] }) { nodes { name } } }');
    await ask('{ nobody }');
    const text = await metricsText();
    expect(text).toMatch(/deskgraph_requests_total\{status="200"\} \d+/);
    expect(text).toMatch(/deskgraph_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} \d+/);
    expect(text).toMatch(
      /deskgraph_upstream_calls_total\{source="support",operation="departments\.[^"]+",outcome="ok"\} 1/,
    );
    expect(text).toMatch(
      /deskgraph_cache_events_total\{source="support",operation="departments\.[^"]+",event="hit"\} 1/,
    );
    expect(text).toMatch(
      /deskgraph_upstream_call_duration_seconds_count\{source="support",operation="departments/,
    );
  });

  test('tells health and budget of every source', async () => {
    const text = await metricsText();
    expect(text).toContain('deskgraph_source_status{source="legacy",vendor="ZAZACHAT",status="UP"} 1');
    expect(text).toContain('deskgraph_source_status{source="legacy",vendor="ZAZACHAT",status="DOWN"} 0');
    expect(text).toContain('deskgraph_rate_budget_calls{source="support",kind="limit"} 180');
    expect(text).toMatch(/deskgraph_rate_budget_calls\{source="support",kind="remaining"\} 1[0-7]\d/);
  });

  test('tells which sources are not called for a while, because they only fail', async () => {
    const fresh = { 'cache-control': 'no-cache' };
    const read = () => ask('{ websites(filter: { sources: ["shop"] }) { nodes { name } } }', {}, fresh);
    expect(await positions()).toEqual(['closed']);
    sandbox.emulators.iadvize.faults.set({ status: 500 });
    for (let count = 0; count < 12; count += 1) await read();
    sandbox.emulators.iadvize.faults.set();
    expect(await positions()).toEqual(['open']);
    await vi.waitFor(
      async () => {
        await read();
        expect(await positions()).toEqual(['closed']);
      },
      { timeout: 20_000, interval: 200 },
    );
  });

  test('has no secret and no address in its labels', async () => {
    const text = await metricsText();
    for (const { apiKey, url } of Object.values(sandbox.sources) as { apiKey: string; url: string }[]) {
      expect(text).not.toContain(apiKey);
      expect(text).not.toContain(new URL(url).host);
    }
  });
});
