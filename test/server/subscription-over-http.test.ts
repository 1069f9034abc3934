import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { eventStreamOf, type EventStream } from '../support/event-stream.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02 });
});
afterAll(() => sandbox.close());

const document = 'subscription Changes { conversationChanged { id } }';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function callsInAWhile(): Promise<number> {
  const before = calls().length;
  await pause(800);
  return calls().length - before;
}
const calls = () => Object.values(sandbox.emulators).flatMap((emulator) => emulator.calls.list());

function run(): Promise<ListeningGateway> {
  return listenOver({
    sources: sandbox.sources,
    server: { port: 0, pollSeconds: 0.1, drainSeconds: 600 },
  });
}

async function follow(origin: string, byGet = false): Promise<EventStream> {
  const gone = new AbortController();
  const accept = 'text/event-stream';
  const response = byGet
    ? await fetch(`${origin}/graphql?query=${encodeURIComponent(document)}`, {
        headers: { accept },
        signal: gone.signal,
      })
    : await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: document }),
        signal: gone.signal,
      });
  expect(response.status).toBe(200);
  return eventStreamOf(response, gone);
}

describe('a subscription over a connection', () => {
  test('ends properly, and at once, when the gateway is told to stop', async () => {
    const gateway = await run();
    const [posted, got] = [await follow(gateway.origin), await follow(gateway.origin, true)];
    await pause(100);
    // Streams that were waited for would be waited for longer than a test may take.
    const [first, second] = await Promise.all([posted.next(), got.next(), gateway.close()]);
    expect([first, second]).toEqual(['complete', 'complete']);
  });

  test('is not to be kept back by proxies', async () => {
    const gateway = await run();
    const gone = new AbortController();
    const response = await fetch(`${gateway.origin}/graphql?query=${encodeURIComponent(document)}`, {
      headers: { accept: 'text/event-stream' },
      signal: gone.signal,
    });
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    gone.abort();
    await gateway.close();
  });

  test('makes no call any more when the caller is gone', async () => {
    const gateway = await run();
    const stream = await follow(gateway.origin);
    await expect.poll(() => calls().length).toBeGreaterThan(0);
    await stream.leave();
    // A look may be under way.
    await expect.poll(callsInAWhile).toBe(0);
    await gateway.close();
  });

  test.each([
    'subscription { conversationChanged @skip(if: true) { id } }',
    'subscription ($all: Boolean = true) { conversationChanged @include(if: $all) { id } }',
    'subscription { ... @include(if: false) { conversationChanged { id } } }',
    'subscription { ...Changes @skip(if: true) } fragment Changes on Subscription { conversationChanged { id } }',
    'subscription { ...Changes } fragment Changes on Subscription { conversationChanged @skip(if: true) { id } }',
  ])('is refused where a condition may leave nothing to follow: %s', async (query) => {
    const gateway = await run();
    const response = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(response.status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(errors[0]?.message).toMatch(/^@(?:skip|include) is not possible at the field of a subscription/);
    await gateway.close();
  });
});
