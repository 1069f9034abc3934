import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { eventStreamOf } from '../support/event-stream.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';

const rounds = 20;
const clients = 24;
const subscribers = 3;
/** Answers of one process before it is told to stop. */
const answersBefore = 500;
const longestExit = 5000;

let sandbox: Sandbox<'liveagent' | 'livechat'>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.01, desks: ['liveagent', 'livechat'] });
});
afterAll(() => sandbox.close());

async function start(): Promise<GatewayProcess> {
  const gateway = await startGatewayProcess({ server: { logLevel: 'error' }, sources: sandbox.sources });
  onTestFinished(() => gateway.signal('SIGKILL'));
  return gateway;
}

const inbox = '{ conversations(first: 5) { nodes { id subject tags { name } } sources { state } } }';

interface Outcome {
  /** The HTTP status, or the code of what went wrong. */
  readonly status: number | string;
  readonly body: string;
}

/** One request, over whatever connection the agent has. Every tenth takes calls to the vendors. */
function send(origin: string, agent: Agent, count: number): Promise<Outcome> {
  const byGet = count % 3 === 0;
  const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };
  const fresh = count % 10 === 0 ? { 'cache-control': 'no-cache' } : {};
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      `${origin}/graphql${byGet ? `?query=${encodeURIComponent(inbox)}` : ''}`,
      { agent, method: byGet ? 'GET' : 'POST', headers: { ...headers, ...fresh } },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', () => resolve({ status: 'CUT', body }));
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? '?', body: '' }));
    outgoing.end(byGet ? undefined : JSON.stringify({ query: inbox }));
  });
}

/** Subscribes, and tells how the stream ended. */
async function subscribe(origin: string): Promise<{ readonly ended: Promise<unknown> }> {
  const gone = new AbortController();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { conversationChanged { id } }' }),
    signal: gone.signal,
  });
  expect(response.status).toBe(200);
  return {
    ended: eventStreamOf(response, gone)
      .next()
      .catch(() => 'cut'),
  };
}

/** A client that begins a request and never goes on. */
async function stall(origin: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');
  return socket;
}

interface Round {
  readonly outcomes: readonly Outcome[];
  readonly streamEnds: readonly unknown[];
  readonly exitCode: number | null;
  /** From the signal to the end of the process. */
  readonly exitMilliseconds: number;
}

/** Loads a gateway, tells it to stop in the middle, and waits until nobody is served any more. */
async function stopUnderLoad(gateway: GatewayProcess): Promise<Round> {
  const { origin } = gateway;
  const streams = await Promise.all(Array.from({ length: subscribers }, () => subscribe(origin)));
  const stalled = await stall(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const outcomes: Outcome[] = [];
  const working = Array.from({ length: clients }, async () => {
    for (;;) {
      const outcome = await send(origin, agent, outcomes.length);
      outcomes.push(outcome);
      // A client that is refused asks another replica.
      if (outcome.status !== 200) return;
    }
  });
  while (outcomes.length < answersBefore) await sleep(2);
  const signalledAt = performance.now();
  const exitCode = await gateway.close();
  const exitMilliseconds = performance.now() - signalledAt;
  await Promise.all(working);
  agent.destroy();
  stalled.destroy();
  return {
    outcomes,
    streamEnds: await Promise.all(streams.map(({ ended }) => ended)),
    exitCode,
    exitMilliseconds,
  };
}

const isAnswered = ({ status, body }: Outcome): boolean => {
  if (status !== 200) return false;
  const { data, errors } = JSON.parse(body) as {
    readonly data: { readonly conversations: { readonly nodes: unknown[] } };
    readonly errors?: unknown;
  };
  return errors === undefined && data.conversations.nodes.length === 5;
};
const isRefused = ({ status, body }: Outcome): boolean =>
  status === 'ECONNREFUSED' || (status === 503 && body.includes('"code":"SHUTTING_DOWN"'));

describe('SIGTERM under load, with subscriptions open', () => {
  it(`F46 ${rounds} times: no request is lost`, { timeout: 240_000 }, async ({ task }) => {
    const done: Round[] = [];
    let next = start();
    for (let round = 1; round <= rounds; round += 1) {
      const gateway = await next;
      // As in a rolling restart, the next one starts while this one serves.
      next = round < rounds ? start() : next;
      done.push(await stopUnderLoad(gateway));
    }
    const outcomes = done.flatMap((round) => round.outcomes);
    const answered = outcomes.filter(isAnswered);
    const lost = outcomes.filter((outcome) => !isAnswered(outcome) && !isRefused(outcome));
    const slowest = Math.round(Math.max(...done.map(({ exitMilliseconds }) => exitMilliseconds)));
    task.meta.fault = {
      figure: `${lost.length} of ${outcomes.length} requests lost, ${answered.length} answered, slowest exit ${slowest} ms`,
    };
    expect(lost).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(rounds * answersBefore);
    for (const { streamEnds, exitCode, exitMilliseconds } of done) {
      expect(streamEnds).toEqual(Array.from({ length: subscribers }, () => 'complete'));
      expect(exitCode).toBe(0);
      expect(exitMilliseconds).toBeLessThan(longestExit);
    }
  });
});
