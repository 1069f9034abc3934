import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { ConfigError, createGateway, type Gateway } from '../../src/index.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';

const quiet = { logLevel: 'silent', port: 0 };
const query = '{ conversations(first: 3) { nodes { id } } }';
const request = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
};

/** Asks for another document, and for a type of answer. */
const asking = (document: string, accept = 'application/json') => ({
  ...request,
  headers: { ...request.headers, accept },
  body: JSON.stringify({ query: document }),
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.05 });
});
afterAll(() => sandbox.close());

function open(options: Parameters<typeof createGateway>[0]): Gateway {
  const gateway = createGateway({ environment: {}, ...options });
  onTestFinished(() => gateway.close());
  return gateway;
}

async function rowsOf(response: Response): Promise<unknown[]> {
  const { data } = (await response.json()) as { data: { conversations: { nodes: unknown[] } } };
  return data.conversations.nodes;
}

describe('a gateway inside of another program', () => {
  it('answers requests without a port, however they are given', async () => {
    const { fetch } = open({ config: { server: quiet, sources: sandbox.sources } });
    const address = 'http://gateway/graphql';
    for (const given of [address, new URL(address), new Request(address, request)]) {
      const response = await fetch(given, given instanceof Request ? undefined : request);
      expect(response.status).toBe(200);
      expect(await rowsOf(response)).toHaveLength(3);
    }
  });

  it.each([
    ['a whole answer', asking('{ sources { name } }'), 200],
    ['a refusal', asking('{ sources { name } }', 'text/html'), 406],
    ['an answer in parts', asking('{ sources { name } ... @defer { __typename } }', 'multipart/mixed'), 200],
    ['a subscription', asking('subscription { conversationChanged { id } }', 'text/event-stream'), 200],
    ['an answer without a body', { method: 'OPTIONS', headers: { origin: 'https://page.example' } }, 204],
  ])('answers with a Response of the runtime, as frameworks want it: %s', async (_what, asked, status) => {
    const { fetch } = open({
      config: { server: { ...quiet, cors: ['https://page.example'] }, sources: sandbox.sources },
    });
    const response = await fetch('http://gateway/graphql', asked);
    expect(response).toBeInstanceOf(Response);
    expect(response.headers).toBeInstanceOf(Headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('vary')).toBeTruthy();
    await response.body?.cancel();
  });

  it('has all routes for a server of the program’s own', async () => {
    const { handler } = open({ config: { server: quiet, sources: sandbox.sources } });
    const server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await fetch(`${origin}/ready`)).status).toBe(200);
    expect(await rowsOf(await fetch(`${origin}/graphql`, request))).toHaveLength(3);
    expect(await (await fetch(`${origin}/metrics`)).text()).toContain('deskgraph_');
  });

  it('takes what a parser of bodies has read, and says so where nothing of it is left', async () => {
    const { handler } = open({ config: { server: quiet, sources: sandbox.sources } });
    const parsing = createServer(async (asked, response) => {
      const body: unknown = JSON.parse(Buffer.concat(await asked.toArray()).toString());
      handler(asked.url === '/graphql' ? Object.assign(asked, { body }) : asked, response);
    }).listen(0, '127.0.0.1');
    await once(parsing, 'listening');
    onTestFinished(() => void parsing.close());
    const address = `http://127.0.0.1:${(parsing.address() as AddressInfo).port}/graphql`;
    expect(await rowsOf(await fetch(address, request))).toHaveLength(3);
    const tag = 'tagCreate(input: { source: "support", name: "new", dryRun: true })';
    const planned = await fetch(address, asking(`mutation { ${tag} { plannedCalls { path } } }`));
    expect(await planned.text()).toContain('/api/tags');
    const refused = await fetch(`${address}?`, request);
    expect(refused.status).toBe(500);
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.message).toContain('has read the body already');
    expect(errors[0]?.extensions).not.toHaveProperty('retryable');
  });

  it('listens where its configuration says, and ends', async () => {
    const gateway = open({ config: { server: quiet, sources: sandbox.sources } });
    const origin = await gateway.listen();
    expect(await gateway.listen()).toBe(origin);
    expect(await rowsOf(await fetch(`${origin}/graphql`, request))).toHaveLength(3);
    await gateway.close();
    await gateway.close();
    await expect(fetch(`${origin}/health`)).rejects.toThrow('fetch failed');
  });

  it('lets requests in flight finish when it is closed, and refuses new ones', async () => {
    const { fetch: ask, handler, close } = open({ config: { server: quiet, sources: sandbox.sources } });
    const server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { faults, calls } = sandbox.emulators.livechat;
    onTestFinished(() => faults.clear());
    faults.set({ latencyMs: 600 });
    calls.clear();
    const tags = '{ tags(filter: { sources: ["tickets"] }) { nodes { name } sources { state } } }';
    const later = `{ sources { name } ... @defer ${tags} }`;
    const answers = [
      ask('http://gateway/graphql', asking(tags)),
      ask('http://gateway/graphql', asking(later, 'multipart/mixed')),
      fetch(`${origin}/graphql`, asking(tags)),
    ].map(async (answer) => (await answer).text());
    while (calls.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const closed = close();
    const strict = 'application/graphql-response+json';
    for (const refused of [
      await ask('http://gateway/graphql', asking(tags, strict)),
      await fetch(`${origin}/graphql`, asking(tags, strict)),
    ]) {
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      expect(refused.headers.get('content-type')).toContain(strict);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SHUTTING_DOWN' } }] });
    }
    for (const text of await Promise.all(answers)) expect(text).toContain('"state":"OK"');
    await closed;
  });

  it('waits no longer than drainSeconds when it is closed', async () => {
    const server = { ...quiet, drainSeconds: 0.3 };
    const { fetch: ask, close } = open({ config: { server, sources: sandbox.sources } });
    const { faults, calls } = sandbox.emulators.livechat;
    onTestFinished(() => faults.clear());
    faults.set({ hang: true });
    calls.clear();
    const body = JSON.stringify({ query: '{ tags(filter: { sources: ["tickets"] }) { nodes { name } } }' });
    const hanging = ask('http://gateway/graphql', { ...request, body });
    while (calls.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const begun = performance.now();
    await close();
    expect(performance.now() - begun).toBeLessThan(3000);
    expect((await hanging).status).toBe(200);
  });

  it('takes a file, variables of the environment and documents by their hash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    const file = join(folder, 'deskgraph.yaml');
    const { support } = sandbox.sources;
    const sources = { support: { ...support, apiKey: '${SUPPORT_KEY}' } };
    writeFileSync(join(folder, 'operations.json'), '{}');
    writeFileSync(
      file,
      stringify({
        server: { ...quiet, persistedOperations: 'operations.json', persistedOnly: true },
        sources,
      }),
    );
    const environment = { SUPPORT_KEY: String((support as { apiKey?: string }).apiKey) };
    for (const config of [file, pathToFileURL(file)]) {
      const { fetch } = open({ config, environment });
      const answer = await (await fetch('http://gateway/graphql', request)).text();
      expect(answer).toContain('only registered documents are answered here');
    }
  });

  it('does not listen once it is closed, nor when it is closed meanwhile', async () => {
    const config = { server: quiet, sources: sandbox.sources };
    const closed = open({ config });
    await closed.close();
    await expect(closed.listen()).rejects.toThrow('the gateway is closed');
    const silentRedis = createTcpServer((socket) => socket.resume());
    silentRedis.listen(0, '127.0.0.1');
    await once(silentRedis, 'listening');
    onTestFinished(() => void silentRedis.close());
    const redis = `redis://127.0.0.1:${(silentRedis.address() as AddressInfo).port}`;
    const starting = open({ config: { ...config, cache: { redis } } });
    const origin = starting.listen();
    await Promise.all([expect(origin).rejects.toThrow('the gateway is closed'), starting.close()]);
  });

  it('tells a port that is taken, and can be closed then', async () => {
    const first = open({ config: { server: quiet, sources: sandbox.sources } });
    const port = Number(new URL(await first.listen()).port);
    const second = open({ config: { server: { ...quiet, port }, sources: sandbox.sources } });
    await expect(second.listen()).rejects.toThrow('EADDRINUSE');
    await second.close();
  });
});

describe('a configuration that cannot be used', () => {
  it('is refused with all faults, and without lines where it is an object', () => {
    const config = { server: { prot: 1 }, sources: { support: { vendor: 'liveagent' } } };
    expect(() => createGateway({ config, environment: {} })).toThrow(ConfigError);
    try {
      createGateway({ config, environment: {} });
    } catch (error) {
      const { faults, message } = error as ConfigError;
      expect(faults.map(({ path, line }) => [path, line])).toContainEqual(['server.prot', null]);
      expect(faults.length).toBeGreaterThan(1);
      expect(message).not.toContain('line');
    }
  });

  it('is refused when its file is not there', () => {
    expect(() => createGateway({ config: '/nowhere/deskgraph.yaml', environment: {} })).toThrow(
      /\/nowhere\/deskgraph\.yaml.*\n.*there is no such file/,
    );
  });

  it.each([
    ['the text of a file', stringify({ sources: { support: { apiKey: 'a-key' } } })],
    ['a text in JSON', '{"sources":{"support":{"apiKey":"a-key"}}}'],
    ['an address', new URL('https://example.com/a-key.yaml')],
    ['a function among its values', { sources: { support: { apiKey: () => 'a-key' } } }],
    ['nothing', undefined as unknown as object],
  ])('is refused as such, and not repeated: %s', (_what, config) => {
    const opening = () => createGateway({ config, environment: {} });
    expect(opening).toThrow(ConfigError);
    expect(opening).toThrow(/^config: one fault\n {2}expected/);
    expect(opening).not.toThrow('a-key');
  });

  it('does not listen for everybody without clients', async () => {
    const { listen } = open({
      config: { server: { ...quiet, host: '0.0.0.0' }, sources: sandbox.sources },
    });
    await expect(listen()).rejects.toThrow('loopback');
  });
});
