import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { openFaultBench, sourceNames, type FaultBench } from './support/fault-bench.ts';
import { endless, httpAnswer } from './support/http-bytes.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openFaultBench();
});
afterEach(() => bench.mend());
afterAll(() => bench.close());

async function start(environment: Readonly<Record<string, string>>, within: string): Promise<GatewayProcess> {
  const config = { server: { logLevel: 'info', requestTimeoutMs: 3000 }, sources: bench.sources() };
  const gateway = await startGatewayProcess(config, environment, within);
  onTestFinished(() => gateway.signal('SIGKILL'));
  return gateway;
}

interface Reply {
  /** The HTTP status, or the code of what went wrong. */
  readonly status: number | string;
  readonly body: string;
}

function post(gateway: GatewayProcess, agent: Agent, body: string): Promise<Reply> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      `${gateway.origin}/graphql`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', () => resolve({ status: 'CUT', body: '' }));
      },
    );
    outgoing.setTimeout(4500, () => outgoing.destroy());
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? '?', body: '' }));
    outgoing.end(body);
  });
}

const inbox = JSON.stringify({
  query:
    '{ conversations(first: 40) { nodes { id subject messages(first: 5) { nodes { text } } } sources { state error { code } } } }',
});

/** Sends one request after the other from so many connections for a while. */
async function crowd(gateway: GatewayProcess, clients: number, milliseconds: number, body: () => string) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + milliseconds;
  const replies: Reply[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        replies.push(await post(gateway, agent, body()));
        await sleep(5);
      }
    }),
  );
  agent.destroy();
  return replies;
}

/** Waits until all sources answer again, then tells the gateway to stop and gives its exit code. */
async function endWell(gateway: GatewayProcess): Promise<number | null> {
  const agent = new Agent();
  const states = async () => {
    const { body } = await post(gateway, agent, inbox);
    const { data } = JSON.parse(body || '{}') as {
      data?: { conversations?: { sources: { state: string }[] } };
    };
    return data?.conversations?.sources.map(({ state }) => state);
  };
  await expect.poll(states, { timeout: 20_000 }).toEqual(['OK', 'OK', 'OK', 'OK']);
  return gateway.close();
}

function count(replies: readonly Reply[], is: (reply: Reply) => boolean): string {
  return `${replies.filter(is).length} of ${replies.length}`;
}

describe('a gateway that has hardly enough to live on', () => {
  it('F49 64 open files, and a log on a full disk: goes on, and is well when the crowd has left', async ({
    task,
  }) => {
    const gateway = await start({}, 'ulimit -n 64; exec "$@" 2>/dev/full');
    const replies = await crowd(gateway, 150, 2500, () => inbox);
    const code = await endWell(gateway);
    expect(code).toBe(0);
    // Connections that cannot be taken wait or break off; whoever got through has an answer.
    const whole = replies.filter(({ status }) => typeof status === 'number');
    for (const { status, body } of whole) expect([200, 503], body.slice(0, 200)).toContain(status);
    expect(whole.length).toBeGreaterThan(0);
    task.meta.fault = { figure: `${count(replies, ({ status }) => status === 200)} answered` };
  });

  it(
    'F50 128 MB of memory and vendors that send too much: goes on',
    { timeout: 60_000 },
    async ({ task }) => {
      const gateway = await start({ NODE_OPTIONS: '--max-old-space-size=128' }, 'exec "$@"');
      const filling = Buffer.alloc(65_536, '"x",');
      const rows = Buffer.from(`[${'{"id":"1","tags":[]},'.repeat(300_000)}{}]`);
      const mixes = [
        () => httpAnswer(rows),
        () => endless('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n[', filling, 40_000_000),
        () => httpAnswer(`<a>${'<b>1</b>'.repeat(500_000)}</a>`, { headers: { 'content-type': 'text/xml' } }),
        () => `HTTP/1.1 200 OK\r\n${'x-many: 1\r\n'.repeat(10_000)}\r\n`,
      ] as const;
      let next = 0;
      for (const name of sourceNames) {
        bench.proxies[name].set({ answer: () => mixes[(next += 1) % mixes.length]?.() ?? null });
      }
      const questions = [
        inbox,
        JSON.stringify({ query: `{${'a'.repeat(200_000)}}` }),
        JSON.stringify({
          query: `{ ${Array.from({ length: 40 }, (_, at) => `t${at}: tags { nodes { name } }`).join(' ')} }`,
        }),
        '['.repeat(100_000),
      ];
      let asked = 0;
      const replies = await crowd(
        gateway,
        12,
        5000,
        () => questions[(asked += 1) % questions.length] ?? inbox,
      );
      await bench.mend();
      expect(await endWell(gateway)).toBe(0);
      expect(replies.filter(({ status }) => status === 'ECONNREFUSED')).toEqual([]);
      task.meta.fault = {
        figure: `${replies.length} requests, 0 exits, ${count(replies, ({ status }) => status === 503)} told OVERLOADED`,
      };
    },
  );
});
