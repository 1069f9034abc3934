import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startGatewayProcess } from '../support/gateway-process.ts';
import { makeCertificates, type Certificate } from './support/certificates.ts';
import type { BenchGateway } from './support/bench-gateway.ts';
import { openFaultBench, type FaultBench } from './support/fault-bench.ts';
import { askInbox, askSingle, lookAround } from './support/inbox.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openFaultBench();
});
afterAll(() => bench.close());

async function startTls({ key, cert }: Certificate): Promise<string> {
  const server = createServer({ key, cert }, (_, response) => {
    response.setHeader('content-type', 'application/json').end('[]');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The share of answers that came without any error, and how long 99 of 100 took at most. */
function summary(answers: readonly { readonly errors: readonly unknown[]; readonly milliseconds: number }[]) {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return {
    available: answers.filter(({ errors }) => errors.length === 0).length / answers.length,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

describe('TLS', () => {
  it('F21 expired, of another name, or made by nobody known', async ({ task }) => {
    const { authorityFile, ...certificates } = makeCertificates();
    const sources: Record<string, object> = {};
    for (const [name, certificate] of Object.entries(certificates)) {
      const url = await startTls(certificate);
      sources[name.toLowerCase()] = {
        vendor: 'livechat',
        url,
        login: 'who',
        apiKey: 'canary-key',
        timeoutMs: 2000,
        retries: 0,
      };
    }
    const gateway = await startGatewayProcess({ sources }, { NODE_EXTRA_CA_CERTS: authorityFile });
    onTestFinished(async () => void (await gateway.close()));
    const { data } = await gateway.query('{ tags { sources { source { name } state error { code } } } }');
    const { tags } = data as {
      tags: { sources: { source: { name: string }; state: string; error: { code: string } | null }[] };
    };
    const told = Object.fromEntries(
      tags.sources.map(({ source, state, error }) => [source.name, error?.code ?? state]),
    );
    expect(told).toEqual({
      valid: 'OK',
      expired: 'UPSTREAM_UNAVAILABLE',
      othername: 'UPSTREAM_UNAVAILABLE',
      selfsigned: 'UPSTREAM_UNAVAILABLE',
    });
    task.meta.fault = { figure: '0 of 3 accepted' };
  });
});

describe('a vendor that is out of order', () => {
  it('F22 for a while, then well again', async ({ task }) => {
    const { ids } = await lookAround(bench, 'tickets');
    const gateway = await bench.open();
    bench.emulators.tickets.faults.set({ status: 503 });
    await Promise.all(ids.slice(0, 20).map((id) => askSingle(gateway, id)));
    const refusals: number[] = [];
    bench.forget();
    const until = performance.now() + 3000;
    for (let next = 0; performance.now() < until; next += 1) {
      const { errors, milliseconds } = await askSingle(gateway, ids[next % ids.length]);
      expect(['CIRCUIT_OPEN', 'UPSTREAM_UNAVAILABLE']).toContain(errors[0]?.extensions.code);
      if (errors[0]?.extensions.code === 'CIRCUIT_OPEN') refusals.push(milliseconds);
      await sleep(10);
    }
    const probes = bench.emulators.tickets.calls.list().length;
    bench.emulators.tickets.faults.clear();
    const mended = performance.now();
    while ((await askSingle(gateway, ids[0])).errors.length > 0) await sleep(20);
    const recovery = performance.now() - mended;
    await gateway.stop();
    const median = refusals.sort((one, other) => one - other)[Math.floor(refusals.length / 2)] ?? Infinity;
    expect(refusals.length).toBeGreaterThan(50);
    // One probe in 0.8 s; each may be tried again twice.
    expect(probes).toBeLessThanOrEqual(12);
    // A whole request over HTTP. The median: what else runs on the machine delays some.
    expect(median).toBeLessThanOrEqual(20);
    expect(recovery).toBeLessThanOrEqual(1000 + 300);
    task.meta.fault = {
      figure: `refused in ${median.toFixed(1)} ms, ${probes} probes in 3 s, well again in ${Math.round(recovery)} ms`,
    };
  });

  it.for<readonly [string, () => void]>([
    ['F23 always, among four', () => bench.emulators.tickets.faults.set({ status: 500 })],
    ['F08 by being slow, among four', () => bench.proxies.tickets.set({ latencyMs: 1000 })],
  ])('%s', async ([, inject], test) => {
    const others = { conversations: ['support', 'shop', 'legacy'] };
    const ask = (gateway: BenchGateway) =>
      gateway.ask(
        'query Others($names: [String!]) { conversations(first: 10, filter: { sources: $names }) { nodes { id subject } sources { state } } }',
        { names: others.conversations },
        { 'cache-control': 'no-cache' },
      );
    await bench.mend();
    const gateway = await bench.open();
    await ask(gateway);
    const load = async (everything: boolean) => {
      const until = performance.now() + 2500;
      const answers: Awaited<ReturnType<typeof ask>>[] = [];
      const clients = Array.from({ length: 3 }, async () => {
        while (performance.now() < until) {
          if (everything) void askInbox(gateway);
          answers.push(await ask(gateway));
          await sleep(20);
        }
      });
      await Promise.all(clients);
      return answers;
    };
    const calm = summary(await load(false));
    inject();
    const answers = await load(true);
    const broken = summary(answers);
    await bench.mend();
    await gateway.stop();
    expect(broken.available).toBe(1);
    expect(answers.length).toBeGreaterThan(20);
    test.task.meta.fault = {
      figure: `${answers.length} of ${answers.length} for the others, p99 ${Math.round(calm.p99)} → ${Math.round(broken.p99)} ms`,
    };
  });

  it('F24 to 2,000 at once, each answer taking a second', async ({ task }) => {
    await lookAround(bench, 'tickets');
    const gateway = await bench.open({
      everySource: { timeoutMs: 2500 },
      server: { requestTimeoutMs: 3000, lateAfterMs: 2500 },
    });
    bench.proxies.tickets.set({ latencyMs: 1000 });
    bench.forget();
    const document =
      'query One($vendorId: String!) { nodeByVendorId(source: "tickets", type: CONVERSATION, vendorId: $vendorId) { id } }';
    const asked = Array.from({ length: 2000 }, (_, number) =>
      gateway.ask<{ nodeByVendorId: object | null }>(document, { vendorId: `N${number}` }),
    );
    const other = await gateway.ask('{ tags(filter: { sources: ["support"] }) { nodes { name } } }');
    const answers = await Promise.all(asked);
    const most = bench.proxies.tickets.mostConnections;
    await bench.mend();
    await gateway.stop();
    const codes: Record<string, number> = {};
    for (const { errors } of answers) {
      const code = errors[0]?.extensions.code ?? 'answered';
      codes[code] = (codes[code] ?? 0) + 1;
    }
    expect(other.errors).toEqual([]);
    // The proxy may see a connection that was given up for a moment longer than the gateway does.
    expect(most).toBeLessThanOrEqual(16 + 4);
    // How many depends on how fast this machine gets 2,000 requests out.
    expect(codes['UPSTREAM_BUSY']).toBeGreaterThan(0);
    const known = ['UPSTREAM_BUSY', 'UPSTREAM_TIMEOUT', 'CIRCUIT_OPEN', 'answered'];
    expect(Object.keys(codes).filter((code) => !known.includes(code))).toEqual([]);
    task.meta.fault = {
      figure: `${most} connections at most, ${codes['UPSTREAM_BUSY']} of 2,000 refused as busy`,
    };
  });
});

it('F61 nothing that was logged, answered or counted meanwhile holds a credential', ({ task }) => {
  bench.forget();
  const megabytes = bench.said.characters / 1_000_000;
  expect(megabytes).toBeGreaterThan(0);
  task.meta.fault = { figure: `0 in ${megabytes.toFixed(1)} MB` };
});
