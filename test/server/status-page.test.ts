import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway, type RunningGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { silentSources } from '../plugins/limits-gateway.ts';

let sandbox: Pick<Sandbox, 'close'>;
let gateway: RunningGateway;

beforeAll(async () => {
  const started = await startSandbox({ size: 0.02, desks: ['liveagent'] });
  sandbox = started;
  const support = { ...started.sources['support'], requestsPerMinute: 180 };
  const sources = { support, tickets: { ...silentSources.tickets, retries: 0 } };
  const config = loadConfig({
    file: 'test',
    text: stringify({ server: { port: 0 }, sources }),
    environment: {},
    vendors,
  });
  const parts = openGatewayParts(config, createLog('silent'));
  gateway = await runGateway({ ...parts, answers: undefined });
  const query = encodeURIComponent('{ tags { nodes { name } } }');
  for (const _ of [1, 2]) await fetch(`${gateway.origin}/graphql?query=${query}`);
});
afterAll(async () => {
  await gateway.stop();
  await sandbox.close();
});

const open = (accept: string) => fetch(gateway.origin, { headers: { accept } });
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('GET /', () => {
  test('tells programs how every source is doing', async () => {
    const response = await open('application/json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const report = (await response.json()) as { status: string; sources: Record<string, unknown>[] };
    expect(report.status).toBe('ready');
    expect(report).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      startedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(report.sources).toMatchObject([
      {
        name: 'support',
        vendor: 'LIVEAGENT',
        status: 'UP',
        callsPerMinute: 1,
        failuresPerMinute: 0,
        cacheHitRatio: 0.5,
        rateBudget: { limit: 180, remaining: 179 },
        recentFailures: [],
      },
      { name: 'tickets', vendor: 'LIVECHAT', milliseconds: expect.any(Number), rateBudget: null },
    ]);
    expect(report.sources[1]?.['recentFailures']).toMatchObject([
      { code: 'UPSTREAM_UNAVAILABLE', operation: expect.stringMatching(/tags/) },
      { code: 'UPSTREAM_UNAVAILABLE' },
    ]);
  });

  test('shows people the same, with charts and the way to GraphiQL and the schema', async () => {
    const response = await open(browser);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    for (const part of ['support', 'LIVECHAT', '179 of 180', '50 %', 'UPSTREAM_UNAVAILABLE'])
      expect(page).toContain(part);
    expect(page).toContain('href="graphql"');
    expect(page).toContain('href="schema.graphql"');
    expect(page).toContain('href="docs"');
    expect(page).toContain('<rect class="calls"');
    expect(page).toContain('<rect class="time"');
    expect(page).toContain('<rect class="failures"');
    expect(page).toMatch(/aria-label="Mean time of a call, \d+ ms at most"/);
    expect(page).not.toContain('No call in five minutes');
    expect(page).toMatch(/aria-label="2 calls in five minutes, 2 of them failed"/);
  });

  test('asks for nothing elsewhere and runs no script', async () => {
    const response = await open(browser);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/<script|https?:\/\/|src=|@import|url\(/i);
  });

  test('holds no address, key or login of a source', async () => {
    const text = (await (await open(browser)).text()) + (await (await open('application/json')).text());
    for (const secret of [silentSources.tickets.apiKey, silentSources.tickets.login, '127.0.0.1']) {
      expect(text).not.toContain(secret);
    }
  });

  test.each(['/', '/docs', '/ready', '/metrics', '/schema.json', '/nowhere'])(
    'and %s are what they say they are',
    async (address) => {
      const { headers } = await fetch(`${gateway.origin}${address}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-type')).toMatch(/; charset=utf-8$/);
    },
  );

  test('answers no other method', async () => {
    expect((await fetch(gateway.origin, { method: 'POST' })).status).toBe(405);
  });
});
