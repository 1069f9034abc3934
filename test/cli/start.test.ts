import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { redisMissing, startRedis } from '../cache/redis-server.ts';
import { killCommands, startCommand, type RunningCommand } from '../support/run-command.ts';

afterAll(killCommands);

async function ask(origin: string, query: string) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('start without a configuration', () => {
  let command: RunningCommand;
  let origin: string;

  beforeAll(async () => {
    command = startCommand(['start', '--size', '0.05'], { PORT: '0' });
    [, origin = ''] = await command.until(/(http:\/\/127\.0\.0\.1:\d+)\/graphql[^]*Ready/);
  });

  it('says its version, where it listens, its sources and its cache', () => {
    const { standard } = command.printed;
    expect(standard).toMatch(/^Deskgraph \d+\.\d+\.\d+/);
    expect(standard).toMatch(/GraphiQL +http/);
    for (const source of ['support', 'shop', 'tickets', 'legacy']) expect(standard).toContain(source);
    expect(standard).toMatch(/Cache +memory/);
  });

  it('answers the first query with all four help desks', async () => {
    const { status, body } = await ask(
      origin,
      '{ conversations(first: 10) { nodes { id subject } sources { state } } }',
    );
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('errors');
    const { nodes, sources } = (body as { data: { conversations: { nodes: unknown[]; sources: unknown[] } } })
      .data.conversations;
    expect(nodes.length).toBeGreaterThan(3);
    expect(sources).toEqual(Array.from({ length: 4 }, () => ({ state: 'OK' })));
  });

  it('tells that it lives, that it is ready, and its schema', async () => {
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    const ready = await fetch(`${origin}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      sources: { support: {}, shop: {}, tickets: {}, legacy: {} },
    });
    const schema = await (await fetch(`${origin}/schema.graphql`)).text();
    expect(buildSchema(schema).getQueryType()?.name).toBe('Query');
    const introspection = await (await fetch(`${origin}/schema.json`)).json();
    const told = buildClientSchema(introspection as IntrospectionQuery);
    expect(printSchema(lexicographicSortSchema(told))).toBe(
      printSchema(lexicographicSortSchema(buildSchema(schema))),
    );
  });

  it('shows a browser a page to try queries on', async () => {
    const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await page.text()).toLowerCase()).toContain('graphiql');
  });

  it('ends with 0 when its terminal is closed', async () => {
    command.signal('SIGHUP');
    expect(await command.ended).toBe(0);
    await expect(fetch(`${origin}/health`)).rejects.toThrow();
  });
});

describe('start with a configuration', () => {
  let sandbox: Sandbox;
  let file: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ size: 0.05 });
    file = join(mkdtempSync(join(tmpdir(), 'deskgraph-')), 'mine.yaml');
    writeFileSync(file, stringify({ server: { port: 0, lateAfterMs: 10_000 }, sources: sandbox.sources }));
  });
  afterAll(() => sandbox.close());

  it('lets requests in flight finish, refuses new ones meanwhile, then ends with 0', async () => {
    const command = startCommand(['start', '--config', file]);
    const [, origin = ''] = await command.until(/(http:\/\/127\.0\.0\.1:\d+)\/graphql[^]*Ready/);
    sandbox.emulators.livechat.faults.set({ latencyMs: 1500 });
    sandbox.emulators.livechat.calls.clear();
    const inFlight = ask(origin, '{ tags(filter: { sources: ["tickets"] }) { nodes { name } } }');
    while (sandbox.emulators.livechat.calls.list().length === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    command.signal('SIGTERM');
    let ready = 200;
    while (ready === 200) ready = (await fetch(`${origin}/ready`)).status;
    expect(ready).toBe(503);
    const refused = await ask(origin, '{ sources { name } }');
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'SHUTTING_DOWN' } }] });
    const { status, body } = await inFlight;
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('errors');
    expect(await command.ended).toBe(0);
    sandbox.emulators.livechat.faults.clear();
  });

  it('lives, but is not ready, as long as it starts', async () => {
    const port = await freePort();
    const command = startCommand(['start', '--config', file], { PORT: String(port) });
    const origin = `http://127.0.0.1:${port}`;
    const heard = async () => fetch(`${origin}/ready`).catch(() => null);
    let first = await heard();
    while (first === null) first = await heard();
    expect([first.status, await first.json()]).toMatchObject([503, { status: 'starting' }]);
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    await command.until(/Ready/);
    expect((await fetch(`${origin}/ready`)).status).toBe(200);
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('ends with 0, and without a word, when it is told to stop while it listens but is not ready', async () => {
    const port = await freePort();
    const command = startCommand(['start', '--config', file], { PORT: String(port) });
    while ((await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)) === null);
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(command.printed.standard).toBe('');
  });

  it('ends with 0 when it is told to stop while it starts', async () => {
    const silentRedis = createServer().listen(0, '127.0.0.1');
    await once(silentRedis, 'listening');
    const { port } = silentRedis.address() as AddressInfo;
    const command = startCommand(['start', '--config', file], { REDIS_URL: `redis://127.0.0.1:${port}` });
    await once(silentRedis, 'connection');
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
    silentRedis.close();
  });

  it('ends at once at a second signal', async () => {
    const command = startCommand(['start', '--config', file]);
    const [, origin = ''] = await command.until(/(http:\/\/127\.0\.0\.1:\d+)\/graphql[^]*Ready/);
    sandbox.emulators.livechat.faults.set({ hang: true });
    sandbox.emulators.livechat.calls.clear();
    const lost = ask(origin, '{ tags(filter: { sources: ["tickets"] }) { nodes { name } } }').catch(
      () => null,
    );
    while (sandbox.emulators.livechat.calls.list().length === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    command.signal('SIGINT');
    while ((await fetch(`${origin}/ready`)).status === 200);
    command.signal('SIGINT');
    expect(await command.ended).not.toBe(0);
    await lost;
    sandbox.emulators.livechat.faults.clear();
  });

  it('does not listen for everybody without clients', async () => {
    const command = startCommand(['start', '--config', file], { HOST: '0.0.0.0' });
    expect(await command.ended).toBe(78);
    expect(command.printed.errors).toContain('server.host');
  });
});

describe.skipIf(redisMissing)('start with a Redis', () => {
  it('tells whether it can be used, and serves all the same when it cannot', async () => {
    const redis = await startRedis();
    const command = startCommand(['start', '--size', '0.02'], { PORT: '0', REDIS_URL: redis.url });
    const [, origin = ''] = await command.until(/(http:\/\/127\.0\.0\.1:\d+)\/graphql[^]*Ready/);
    expect(command.printed.standard).toMatch(/Cache +memory and Redis/);
    const readiness = async () => (await fetch(`${origin}/ready`)).json();
    expect(await readiness()).toMatchObject({ status: 'ready', redis: 'UP' });
    await redis.stop();
    await vi.waitFor(
      async () => expect(await readiness()).toMatchObject({ status: 'ready', redis: 'DOWN' }),
      {
        timeout: 20_000,
      },
    );
    expect((await ask(origin, '{ tags { nodes { id } } }')).body).not.toHaveProperty('errors');
    await redis.start();
    await vi.waitFor(async () => expect(await readiness()).toMatchObject({ redis: 'UP' }), {
      timeout: 20_000,
    });
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('says that it cannot be used', async () => {
    const command = startCommand(['start', '--size', '0.02'], {
      PORT: '0',
      REDIS_URL: 'redis://127.0.0.1:9',
    });
    await command.until(/Ready/);
    expect(command.printed.standard).toMatch(/Cache +memory; Redis cannot be used now/);
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
  });
});
