import { stringify } from 'yaml';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway, type RunningGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';

let sandbox: Sandbox;
let gateway: RunningGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02 });
  const text = stringify({ sources: sandbox.sources, server: { port: 0 } });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  gateway = await runGateway(openGatewayParts(config, createLog('silent')));
});
afterAll(async () => {
  await gateway.stop();
  await sandbox.close();
});
beforeEach(() => sandbox.emulators.livechat.calls.clear());
afterEach(() => sandbox.emulators.livechat.faults.clear());

const created = () => sandbox.emulators.livechat.calls.list().filter(({ method }) => method === 'POST');

async function send(query: string, signal: AbortSignal | null = null): Promise<string> {
  const response = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    signal,
  });
  return response.text();
}

const ticket = (subject: string, more = '') => `mutation {
  conversationCreate(input: {
    source: "tickets", subject: "${subject}", message: "m", customerEmail: "kim@example.com" ${more}
  }) { conversation { subject } userErrors { message } }
}`;

describe('changes over HTTP', () => {
  test('are each made, however alike they are and at whatever moment they come', async () => {
    sandbox.emulators.livechat.faults.set({ latencyMs: 50, match: 'POST' });
    await Promise.all([1, 2, 3].map(() => send(ticket('alike'))));
    expect(created()).toHaveLength(3);
  });

  test('are made to the end and remembered when the caller goes away', async () => {
    sandbox.emulators.livechat.faults.set({ latencyMs: 150, match: 'POST' });
    const query = ticket('left alone', ', clientMutationId: "gone-1"');
    const leaving = new AbortController();
    const first = send(query, leaving.signal);
    await expect.poll(() => created().length).toBe(1);
    leaving.abort();
    await expect(first).rejects.toThrow();
    const again = JSON.parse(await send(query)) as object;
    expect(again).toMatchObject({
      data: { conversationCreate: { conversation: { subject: 'left alone' }, userErrors: [] } },
    });
    expect(created()).toHaveLength(1);
  });

  test('make finished answers stale', async () => {
    const tags = '{ tags(filter: { sources: ["tickets"] }, first: 100) { nodes { name } } }';
    expect(await send(tags)).not.toContain('just added');
    await send(
      'mutation { tagCreate(input: { source: "tickets", name: "just added" }) { userErrors { message } } }',
    );
    expect(await send(tags)).toContain('just added');
  });

  test('are refused by GET', async () => {
    const query = encodeURIComponent(ticket('by address'));
    const response = await fetch(`${gateway.origin}/graphql?query=${query}`);
    expect(response.status).toBe(405);
    expect(created()).toEqual([]);
  });
});
