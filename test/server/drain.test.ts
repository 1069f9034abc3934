import { once } from 'node:events';
import { Agent, createServer as createHttpServer, request as httpRequest } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway, type RunningGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { silentSources } from '../plugins/limits-gateway.ts';
import { roomyTimes } from '../support/roomy-times.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02 });
});
afterAll(() => sandbox.close());

function run(sections: object, sources: object = sandbox.sources): Promise<RunningGateway> {
  const text = stringify({
    sources,
    ...sections,
    server: { ...roomyTimes.server, port: 0, ...(sections as { server?: object }).server },
  });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  return runGateway({ ...openGatewayParts(config, createLog('silent')), answers: undefined });
}

interface Outcome {
  readonly status: number | string;
  readonly connection?: string | undefined;
  readonly body: string;
}

const inbox =
  '{ conversations(first: 3, filter: { sources: ["support", "tickets"] }) { nodes { id subject } } }';

/** One request, over whatever connection the agent has; ends with its status, or the code of the failure. */
function send(origin: string, agent: Agent, query = inbox): Promise<Outcome> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      `${origin}/graphql`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'cache-control': 'no-cache',
        },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, connection: response.headers.connection, body }),
        );
        response.on('error', () => resolve({ status: 'CUT', body }));
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: error.code ?? 'UNKNOWN', body: '' }),
    );
    outgoing.end(JSON.stringify({ query }));
  });
}

describe('stopping under load', () => {
  test.each([1, 2, 3, 4, 5])('loses no request (time %i)', async () => {
    // However slow the machine is, it has not too much to do.
    const gateway = await run({ limits: { maxWaitMs: 60_000 } });
    const agent = new Agent({ keepAlive: true, maxSockets: 12 });
    const outcomes: Outcome[] = [];
    const clients = Array.from({ length: 12 }, async () => {
      for (;;) {
        const outcome = await send(gateway.origin, agent);
        outcomes.push(outcome);
        // A client that is told to leave asks another replica.
        if (outcome.status !== 200) return;
      }
    });
    while (outcomes.length < 30) await sleep(5);
    await gateway.stop();
    await Promise.all(clients);
    agent.destroy();

    const answered = outcomes.filter(({ status }) => status === 200);
    expect(answered.length).toBeGreaterThan(12);
    for (const { body } of answered) expect(JSON.parse(body)).not.toHaveProperty('errors');
    const refused = outcomes.filter(({ status }) => status === 503);
    for (const { body, connection } of refused) {
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'SHUTTING_DOWN' } }] });
      expect(connection).toBe('close');
    }
    const others = outcomes.filter(({ status }) => ![200, 503, 'ECONNREFUSED'].includes(status));
    expect(others).toEqual([]);
  });
});

test('time in which the process stood still is no sign that nobody comes any more', async () => {
  const gateway = await run({});
  const agent = new Agent({ keepAlive: true });
  expect(await send(gateway.origin, agent, '{ __typename }')).toMatchObject({ status: 200 });
  const stopped = gateway.stop();
  await sleep(10);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  // Past the turn of the loop in which the gateway looks who has come by now.
  await new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));
  expect(await send(gateway.origin, agent, '{ __typename }')).toMatchObject({ status: 503 });
  await stopped;
  agent.destroy();
});

test('who has the last answer, and comes again at once, is told that the gateway is stopping', async () => {
  const slow = createHttpServer((_request, response) => void setTimeout(() => response.end('[]'), 700));
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  const gateway = await run({}, { support: { ...silentSources.support, url } });
  const called = once(slow, 'connection');
  const last = send(gateway.origin, new Agent(), '{ tags { nodes { name } } }').then(async (answer) => [
    answer,
    await send(gateway.origin, new Agent(), '{ __typename }'),
  ]);
  await called;
  const stopped = gateway.stop();
  expect(await last).toMatchObject([{ status: 200 }, { status: 503 }]);
  await stopped;
  slow.close();
});

describe('stopping with a request that does not end', () => {
  const silent = createServer();
  let sources: object;
  beforeAll(async () => {
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    sources = { support: { ...silentSources.support, ...roomyTimes.source, url } };
  });
  afterAll(() => silent.close());

  test('says at once that it is not ready, answers nobody new and waits no longer than drainSeconds', async () => {
    const gateway = await run({ server: { drainSeconds: 4 } }, sources);
    const agent = new Agent({ keepAlive: true });
    const called = once(silent, 'connection');
    const hanging = send(gateway.origin, agent, '{ tags { nodes { name } } }');
    await called;
    const startedAt = performance.now();
    const stopped = gateway.stop();
    const [ready, answer] = await Promise.all([
      fetch(`${gateway.origin}/ready`),
      send(gateway.origin, new Agent()),
    ]);
    expect([ready.status, ((await ready.json()) as { status: string }).status]).toEqual([503, 'draining']);
    expect([answer.status, answer.connection]).toEqual([503, 'close']);
    expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
    await stopped;
    const took = performance.now() - startedAt;
    expect(took).toBeGreaterThan(3900);
    expect(took).toBeLessThan(roomyTimes.source.timeoutMs);
    expect((await hanging).status).toMatch(/ECONNRESET|CUT/);
    agent.destroy();
  });

  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/json, application/graphql-response+json', 'application/json; charset=utf-8'],
    [
      'application/json;q=0.1, application/graphql-response+json',
      'application/graphql-response+json; charset=utf-8',
    ],
    ['*/*', 'application/json; charset=utf-8'],
  ])('tells a client that accepts %s in its type that it stops', async (accept, type) => {
    const gateway = await run({ server: { drainSeconds: 1 } }, sources);
    const stopped = gateway.stop();
    const answer = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: '{"query":"{ __typename }"}',
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, type]);
    await stopped;
  });

  test('an idle connection that is kept is closed at once', async () => {
    // What was waited for would be waited for longer than a test may take.
    const gateway = await run({ server: { drainSeconds: 600 } }, sources);
    const agent = new Agent({ keepAlive: true });
    expect(await send(gateway.origin, agent, '{ __typename }')).toMatchObject({ status: 200 });
    await gateway.stop();
    agent.destroy();
  });

  test('without time for requests in flight they are cut at once, and nothing is warned of', async () => {
    const warned = vi.fn<(warning: Error) => void>();
    process.on('warning', warned);
    const gateway = await run({ server: { drainSeconds: 0 } }, sources);
    const called = once(silent, 'connection');
    const hanging = send(gateway.origin, new Agent(), '{ tags { nodes { name } } }');
    await called;
    await gateway.stop();
    expect((await hanging).status).toMatch(/ECONNRESET|CUT/);
    process.off('warning', warned);
    expect(warned.mock.calls).toEqual([]);
  });

  test('a connection on which nothing was asked is not waited for', async () => {
    const gateway = await run({ server: { drainSeconds: 600 } }, sources);
    const { hostname, port } = new URL(gateway.origin);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    await Promise.all([gateway.stop(), once(silent.resume(), 'close')]);
  });
});

test('web pages that may call can read that the gateway is stopping, and no others', async () => {
  const page = 'https://desk.example.com';
  const gateway = await run({ server: { cors: [page] } });
  const stopped = gateway.stop();
  const ask = (method: string, origin: string) =>
    fetch(`${gateway.origin}/graphql`, {
      method,
      headers: {
        origin,
        'content-type': 'application/json',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
      ...(method === 'POST' ? { body: '{"query":"{__typename}"}' } : {}),
    });
  const [before, refused, foreign] = await Promise.all([
    ask('OPTIONS', page),
    ask('POST', page),
    ask('POST', 'https://elsewhere.example.com'),
  ]);
  await stopped;
  expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([204, page]);
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([503, page]);
  expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
  expect(refused.headers.get('retry-after')).toBe('1');
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([503, null]);
});

describe('starting while something is down', () => {
  test('without its vendors the gateway starts, is ready and tells who is missing', async () => {
    const gateway = await run({}, silentSources);
    expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
    const { status, body } = await send(
      gateway.origin,
      new Agent(),
      '{ tags { sources { state error { code } } } }',
    );
    expect(status).toBe(200);
    expect(body).toContain('UPSTREAM_UNAVAILABLE');
    await gateway.stop();
  });

  test('without its Redis the gateway starts and answers', async () => {
    const gateway = await run({ cache: { redis: 'redis://127.0.0.1:9' } });
    const ready = await fetch(`${gateway.origin}/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ redis: 'DOWN' })]);
    const { status, body } = await send(gateway.origin, new Agent());
    expect(status).toBe(200);
    expect(JSON.parse(body)).not.toHaveProperty('errors');
    const report = await fetch(gateway.origin, { headers: { accept: 'application/json' } });
    expect(await report.json()).toMatchObject({ redis: 'DOWN' });
    const page = await fetch(gateway.origin, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Redis DOWN');
    expect(await (await fetch(`${gateway.origin}/metrics`)).text()).toMatch(
      /^deskgraph_redis_status\{status="DOWN"\} 1$/m,
    );
    await gateway.stop();
  });
});
