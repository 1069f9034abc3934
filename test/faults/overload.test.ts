import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';

const seconds = 4;
let sandbox: Sandbox<'livechat'>;
let gateway: GatewayProcess;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02, desks: ['livechat'] });
  const tickets = { ...sandbox.sources['tickets'], cacheSeconds: { list: 3600 } };
  gateway = await startGatewayProcess({
    server: { logLevel: 'error' },
    limits: { maxWaitMs: 300 },
    sources: { tickets },
  });
});
afterAll(async () => {
  gateway.signal('SIGKILL');
  await gateway.close();
  await sandbox.close();
});

interface Outcome {
  readonly status: number | string;
  readonly body: string;
  readonly milliseconds: number;
}

/** A page that no vendor has to be asked for, and that nobody has asked for in these words. */
let asked = 0;
const page = () =>
  JSON.stringify({
    query: `{ page${(asked += 1)}: conversations(first: 50) { nodes { id subject status createdAt customer { name email } tags { name } messages(first: 10) { nodes { text authorName } } } } }`,
  });

function send(agent: Agent, path: string, body?: string): Promise<Outcome> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const end = (status: number | string, text: string) =>
      resolve({ status, body: text, milliseconds: performance.now() - startedAt });
    const outgoing = httpRequest(
      `${gateway.origin}${path}`,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => end(response.statusCode ?? 0, text));
        response.on('error', () => end('CUT', ''));
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? '?', ''));
    outgoing.end(body);
  });
}

const isServed = ({ status, body }: Outcome) => status === 200 && !body.includes('"errors"');
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

/** How many requests a second so many clients get served, each asking as soon as it has its answer. */
async function peak(agent: Agent, clients: number): Promise<number> {
  const until = performance.now() + seconds * 500;
  let served = 0;
  const work = async (): Promise<void> => {
    while (performance.now() < until) if (isServed(await send(agent, '/graphql', page()))) served += 1;
  };
  await Promise.all(Array.from({ length: clients }, work));
  return served / (seconds / 2);
}

/** Sends so many requests a second, whatever becomes of them. */
async function flood(agent: Agent, rate: number): Promise<Outcome[]> {
  const sent: Promise<Outcome>[] = [];
  const startedAt = performance.now();
  for (let elapsed = 0; elapsed < seconds * 1000; elapsed = performance.now() - startedAt) {
    while (sent.length < (elapsed / 1000) * rate) sent.push(send(agent, '/graphql', page()));
    await sleep(5);
  }
  return Promise.all(sent);
}

describe('three times as many requests as can be answered', () => {
  it('G16 as many as ever are answered, the others are told at once, and health stays quick', async ({
    task,
  }) => {
    const agent = new Agent({ keepAlive: true });
    const own = new Agent({ keepAlive: true, maxSockets: 1 });
    await peak(agent, 8);
    const most = await peak(agent, 8);

    const over = new AbortController();
    const probe = async (): Promise<number[]> => {
      const latencies: number[] = [];
      while (!over.signal.aborted) {
        const { status, milliseconds } = await send(own, '/health');
        expect(status).toBe(200);
        latencies.push(milliseconds);
        await sleep(20);
      }
      return latencies;
    };
    const probing = probe();
    const outcomes = await flood(agent, most * 3);
    over.abort();
    const health = await probing;

    const served = outcomes.filter(isServed);
    const refused = outcomes.filter(({ status }) => status === 503);
    task.meta.fault = {
      figure: [
        `peak ${Math.round(most)}/s, then ${Math.round(served.length / seconds)}/s of ${Math.round(outcomes.length / seconds)}/s`,
        `refused in ${Math.round(
          quantile(
            refused.map(({ milliseconds }) => milliseconds),
            0.5,
          ),
        )} ms`,
        `p99 of answers ${Math.round(
          quantile(
            served.map(({ milliseconds }) => milliseconds),
            0.99,
          ),
        )} ms`,
        `health ${Math.round(quantile(health, 0.5))} ms, p95 ${Math.round(quantile(health, 0.95))} ms`,
      ].join('; '),
    };
    expect(outcomes.filter((outcome) => !isServed(outcome) && outcome.status !== 503)).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body } of refused) expect(body).toContain('"code":"OVERLOADED"');
    expect(served.length / seconds).toBeGreaterThan(most * 0.5);
    expect(quantile(health, 0.5)).toBeLessThan(100);

    await sleep(1000);
    for (let count = 0; count < 10; count += 1)
      expect(isServed(await send(agent, '/graphql', page()))).toBe(true);
    agent.destroy();
    own.destroy();
  });
});
