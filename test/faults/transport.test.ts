import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blackHoleAddress, openBlackHole } from './support/black-hole.ts';
import { expectChangesTold, tryChanges, writers, type Inject, type TriedChange } from './support/changes.ts';
import { collectGarbage } from './support/collect-garbage.ts';
import { leaksOf, openFaultBench, type FaultBench } from './support/fault-bench.ts';
import { openFaultProxy, type FaultProxy } from './support/fault-proxy.ts';
import { closeDelimited, endless, httpAnswer } from './support/http-bytes.ts';
import { askInbox, askSingle, lookAround } from './support/inbox.ts';
import { expectLoopFree, stallDuring, stallFigure } from './support/loop-watch.ts';
import { openNameService, ownNames, type LookUp } from './support/name-service.ts';
import { survive } from './support/survival.ts';

let bench: FaultBench;
let tickets: FaultProxy;
beforeAll(async () => {
  bench = await openFaultBench();
  tickets = bench.proxies.tickets;
});
afterAll(() => bench.close());

const source = 'tickets';
const notReached = ['UPSTREAM_UNAVAILABLE', 'CIRCUIT_OPEN'];
const tooLate = ['UPSTREAM_TIMEOUT', 'CIRCUIT_OPEN'];
const unreadable = ['UPSTREAM_BAD_RESPONSE', 'CIRCUIT_OPEN'];
const unclear = ['OUTCOME_UNKNOWN'];
const nothingKept = { list: 0, conversation: 0, closedConversation: 0 };

/** A vendor's debug page that shows the request, key and all. */
const repeatingRequest = (request: string) =>
  httpAnswer(JSON.stringify({ debugmessage: request, stack: 'at Desk.php:12', error: request }), {
    status: 500,
  });

describe('connections', () => {
  it('F01 refused', async (test) => {
    await survive(
      bench,
      { source, inject: ({ proxy }) => proxy.down(), codes: notReached, change: ['UPSTREAM_UNAVAILABLE'] },
      test,
    );
  });

  it('F01 refused, without retries: told at once', async ({ task }) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({ everySource: { retries: 0 } });
    await askSingle(gateway, 'nothing');
    await tickets.down();
    const answers = [];
    for (const id of ids.slice(0, 8)) answers.push(await askSingle(gateway, id));
    await bench.mend();
    await gateway.stop();
    const fastest = Math.min(...answers.map(({ milliseconds }) => milliseconds));
    // The best of several: what else runs on the machine slows them all.
    expect(fastest).toBeLessThan(20);
    task.meta.fault = { figure: `told after ${fastest.toFixed(1)} ms` };
  });

  it.for<readonly [string, LookUp, readonly string[]]>([
    ['F02 to a name that does not exist', 'unknown', ['UPSTREAM_UNAVAILABLE']],
    ['F02 to a name whose look-up never ends', 'silence', ['UPSTREAM_UNAVAILABLE']],
    ['F03 that nobody answers', { address: blackHoleAddress }, ['UPSTREAM_UNAVAILABLE']],
  ])('%s', async ([, lookUp, change], test) => {
    const names = openNameService();
    if (typeof lookUp === 'object') {
      for (const name of writers) await openBlackHole(bench.proxies[name].port);
    }
    const inject: Inject = async ({ name, proxy }) => {
      names.set(name, lookUp);
      // What is connected already would go on.
      await proxy.down();
      await proxy.up();
    };
    const lift = () => names.clear();
    const settings = { domain: ownNames };
    const codes = [...notReached, ...tooLate];
    await survive(bench, { source, settings, inject, lift, codes, change }, test);
  });

  it('F02 to a name whose look-up never ends: few look-ups are under way', async ({ task }) => {
    const { ids } = await lookAround(bench, source);
    const names = openNameService();
    const gateway = await bench.open({ domain: ownNames });
    names.set(source, 'silence');
    const answers = await Promise.all(ids.slice(0, 40).map((id) => askSingle(gateway, id)));
    await gateway.stop();
    for (const { errors } of answers) {
      for (const { extensions } of errors) expect([...notReached, ...tooLate]).toContain(extensions.code);
    }
    // Each keeps one of the four threads that look-ups of all sources share.
    expect(names.unanswered).toBeLessThanOrEqual(2);
    task.meta.fault = { figure: `${names.unanswered} for ${answers.length} reads` };
  });

  it('F04 that were good and go silent', async (test) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({ sources: { tickets: { retries: 0 } } });
    for (const id of ids.slice(0, 3)) expect((await askSingle(gateway, id)).errors).toEqual([]);
    expect(tickets.connections).toBeGreaterThan(0);
    tickets.freeze();
    const stuck = await askSingle(gateway, ids[4]);
    expect(stuck.errors[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');
    const next = [];
    for (const id of ids.slice(5, 15)) next.push(await askSingle(gateway, id));
    await gateway.stop();
    const failed = next.filter(({ errors }) => errors.length > 0).length;
    expect(failed).toBe(0);
    expectChangesTold(await changesOverSilentConnections(), unclear);
    test.task.meta.fault = { figure: `${failed} of ${next.length} stuck afterwards` };
  });

  it('F05 taken and never answered', async (test) => {
    await survive(
      bench,
      { source, inject: ({ proxy }) => proxy.set({ silent: true }), codes: tooLate, change: unclear },
      test,
    );
  });

  it('F06 whose answer begins one header at a time', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) =>
          proxy.set({
            answer: () => httpAnswer('[]', { headers: { 'x-one': '1'.repeat(60), 'x-two': '2'.repeat(60) } }),
            slice: { bytes: 20, everyMs: 200 },
          }),
        codes: tooLate,
        change: unclear,
      },
      test,
    );
  });

  it('F07 whose answer comes one byte at a time', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) => proxy.set({ slice: { bytes: 1, everyMs: 200 } }),
        codes: tooLate,
        change: unclear,
      },
      test,
    );
  });

  it('F08 that are a hundred times slower', async (test) => {
    await survive(
      bench,
      { source, inject: ({ proxy }) => proxy.set({ latencyMs: 150 }), codes: [], change: [null], burst: 20 },
      test,
    );
  });
});

/** Changes that go out on connections that were good. */
async function changesOverSilentConnections(): Promise<readonly TriedChange[]> {
  await bench.mend();
  const gateway = await bench.open();
  await askInbox(gateway);
  const tried = await tryChanges({ bench, gateway, inject: ({ proxy }) => proxy.freeze() });
  await gateway.stop();
  return tried;
}

describe('answers that break off', () => {
  it('F09 reset before the headers, once: read again, changed never', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ emulator }) => emulator.faults.set({ reset: true, times: 1 }),
        codes: [],
        change: unclear,
      },
      test,
    );
  });

  it('F09 reset before the headers, always', async (test) => {
    await survive(
      bench,
      { source, inject: ({ proxy }) => proxy.set({ reset: true }), codes: notReached, change: unclear },
      test,
    );
  });

  it('F09 reset in the middle of the body', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) =>
          proxy.set({
            answer: () => httpAnswer(`"${'x'.repeat(500)}"`),
            limit: { bytes: 300, ending: 'reset' },
          }),
        codes: [...notReached, ...unreadable],
        change: unclear,
      },
      test,
    );
  });

  it('F10 cut short of the length they promise', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ emulator }) => emulator.faults.set({ truncateBytes: 40 }),
        codes: [...notReached, ...unreadable],
        change: unclear,
      },
      test,
    );
  });

  it('F10 cut in the middle of a chunk', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) =>
          proxy.set({
            answer: () =>
              httpAnswer('40\r\n{"tickets":[{"id":"', { headers: { 'transfer-encoding': 'chunked' } }),
          }),
        codes: [...notReached, ...unreadable],
        change: unclear,
      },
      test,
    );
  });

  it('F11 cut where only the content can tell', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) =>
          proxy.set({ answer: () => closeDelimited('{"tickets":[{"id":"ABCDE","date":"2026-03-0') }),
        codes: unreadable,
        change: unclear,
      },
      test,
    );
  });

  it('F12 by a server that closes idle connections as we send', async ({ task }) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({ sources: { tickets: { cacheSeconds: nothingKept } } });
    let failed = 0;
    let asked = 0;
    const until = performance.now() + 7000;
    const race = async (_: unknown, client: number): Promise<void> => {
      while (performance.now() < until) {
        tickets.set({ closeAfterMs: asked % 4 });
        const { errors } = await askSingle(gateway, ids[(asked + client) % ids.length]);
        failed += errors.length;
        asked += 1;
      }
    };
    await Promise.all(Array.from({ length: 6 }, race));
    await bench.mend();
    expectChangesTold(
      await tryChanges({ bench, gateway, inject: ({ proxy }) => proxy.set({ closeAfterMs: 0 }) }),
      [null, ...unclear],
    );
    await gateway.stop();
    expect(failed).toBe(0);
    task.meta.fault = { figure: `${failed} of ${asked} reads failed` };
  });
});

describe('statuses', () => {
  it.each([
    ['1', () => '1', 1000],
    ['3600', () => '3600', 3_600_000],
    ['a date to come', () => new Date(Date.now() + 60_000).toUTCString(), 60_000],
    ['a date long past', () => 'Thu, 01 Jan 2015 00:00:00 GMT', 0],
    ['-1', () => '-1', 0],
    ['soon', () => 'soon', 0],
  ])('F13 429 with Retry-After: %s', async (_, retryAfter, pause) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({ server: { requestTimeoutMs: 900 } });
    bench.forget();
    bench.emulators.tickets.faults.set({ retryAfter: retryAfter(), status: 429, times: 1 });
    const first = await askSingle(gateway, ids[0]);
    const hits = bench.emulators.tickets.calls.list().length;
    const next = await Promise.all(ids.slice(1, 11).map((id) => askSingle(gateway, id)));
    const during = bench.emulators.tickets.calls.list().length - hits;
    await gateway.stop();
    const other = await bench.open();
    const retry = { retryAfter: retryAfter(), status: 429 };
    const inject: Inject = ({ emulator }) => emulator.faults.set(retry);
    const tried = await tryChanges({ bench, gateway: other, inject });
    await other.stop();
    expectChangesTold(tried, ['UPSTREAM_RATE_LIMITED']);
    const all = [first, ...next];
    const refusals = ['UPSTREAM_RATE_LIMITED', ...(pause < 900 ? ['UPSTREAM_TIMEOUT'] : [])];
    for (const { extensions } of all.flatMap(({ errors }) => errors)) {
      expect(refusals).toContain(extensions.code);
    }
    if (pause < 900) return;
    // Nobody can wait so long: nothing is sent until the pause is over, and everybody is told how long it is.
    expect({ hits, during, refused: all.filter(({ errors }) => errors.length > 0).length }).toEqual({
      hits: 1,
      during: 0,
      refused: 11,
    });
    const told = all.map(({ errors }) => Number(errors[0]?.extensions['retryAfterMs']));
    expect(Math.min(...told)).toBeGreaterThan(pause - 3000);
    expect(Math.max(...told)).toBeLessThanOrEqual(pause);
  });

  it('F14 503, always', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ emulator }) => emulator.faults.set({ status: 503 }),
        codes: notReached,
        change: unclear,
      },
      test,
    );
  });

  it('F14 503, every other time', async ({ task }) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({
      sources: { tickets: { cacheSeconds: nothingKept } },
    });
    tickets.set({ answer: (_, count) => (count % 2 ? httpAnswer('', { status: 503 }) : null) });
    tickets.forget();
    const began = performance.now();
    let reads = 0;
    for (let round = 0; round < 15; round += 1) {
      const answers = await Promise.all(ids.slice(0, 20).map((id) => askSingle(gateway, id)));
      reads += answers.length;
      for (const { errors } of answers)
        for (const { extensions } of errors) expect(notReached).toContain(extensions.code);
    }
    // A source begins with ten retries to its credit and earns one in five seconds beside those for its calls.
    const credit = 10 + (performance.now() - began) / 5000;
    const amplification = (tickets.requests.length - credit) / reads;
    await bench.mend();
    await gateway.stop();
    expect(amplification).toBeLessThanOrEqual(1.2);
    task.meta.fault = {
      figure: `${amplification.toFixed(2)} calls a read, less the retries to begin with`,
    };
  });

  it('F15 500 with the key and a stack in the body', async (test) => {
    await survive(
      bench,
      {
        source,
        inject: ({ proxy }) => proxy.set({ answer: repeatingRequest }),
        codes: notReached,
        change: unclear,
      },
      test,
    );
  });

  it('F15 500 with the request in the words of the other vendors', async ({ task }) => {
    const gateway = await bench.open();
    bench.forget();
    for (const name of ['support', 'shop', 'legacy'] as const) {
      bench.proxies[name].set({
        answer: (request) => {
          const target = decodeURIComponent(/^\S+ (?<target>\S+)/.exec(request)?.groups?.['target'] ?? '');
          const body = request.slice(request.indexOf('\r\n\r\n') + 4);
          const words = JSON.stringify(`missing parameter in ${target} ${body}`);
          return name === 'legacy'
            ? httpAnswer(
                `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>${body.replaceAll('<', '&lt;')}</faultstring></e:Fault></e:Body></e:Envelope>`,
                { status: 500, headers: { 'content-type': 'text/xml' } },
              )
            : httpAnswer(
                `{"response":{"status":"ERROR","statuscode":500,"errormessage":${words},"debugmessage":${words}},"meta":{"status":"error","message":${words}}}`,
                { status: 500 },
              );
        },
      });
    }
    const { data } = await askInbox(gateway);
    const all = await gateway.ask(
      '{ agents { nodes { name } sources { state error { code message } } } tags { nodes { name } sources { state error { code message } } } }',
    );
    await bench.mend();
    await gateway.stop();
    expect(data.conversations?.sources.filter(({ state }) => state === 'FAILED')).toHaveLength(3);
    expect(all.status).toBe(200);
    expect(leaksOf(bench)).toEqual([]);
    task.meta.fault = { figure: `0 credentials in ${bench.said.characters} characters` };
  });

  it.each([401, 403])('F16 %i', async (status) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open();
    bench.forget();
    bench.emulators.tickets.faults.set({ status });
    for (const id of ids.slice(0, 15)) {
      const { errors } = await askSingle(gateway, id);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_AUTH']);
    }
    // Neither tried again nor taken for an outage.
    expect(bench.emulators.tickets.calls.list()).toHaveLength(15);
    bench.emulators.tickets.faults.clear();
    expect((await askSingle(gateway, ids[0])).errors).toEqual([]);
    expectChangesTold(
      await tryChanges({ bench, gateway, inject: ({ emulator }) => emulator.faults.set({ status }) }),
      ['UPSTREAM_AUTH'],
    );
    await gateway.stop();
  });

  it.each([301, 302, 307, 308])('F17 %i to another host', async (status) => {
    const elsewhere = await openFaultProxy(bench.emulators.tickets.port);
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open();
    const elsewhereAnswer = (request: string) =>
      httpAnswer('', {
        status,
        headers: { location: `http://127.0.0.1:${elsewhere.port}${/^\S+ (\S+)/.exec(request)?.[1]}` },
      });
    tickets.set({ answer: elsewhereAnswer });
    const { errors } = await askSingle(gateway, ids[0]);
    expectChangesTold(
      await tryChanges({ bench, gateway, inject: ({ proxy }) => proxy.set({ answer: elsewhereAnswer }) }),
      unclear,
    );
    const followed = elsewhere.mostConnections;
    await bench.mend();
    await gateway.stop();
    await elsewhere.close();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_BAD_RESPONSE']);
    expect(followed).toBe(0);
  });
});

describe('bytes that are no HTTP answer', () => {
  const heads = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
  it.for([
    ['F18 another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['F18 HTTP/0.9', '{"tickets":[]}'],
    ['F18 two different lengths', `${heads}content-length: 2\r\ncontent-length: 40\r\n\r\n[]`],
    [
      'F18 a length and chunks',
      `${heads}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n`,
    ],
    ['F18 nothing at all', ''],
    ['F19 a header of 20 kB', `${heads}x-long: ${'a'.repeat(20_000)}\r\ncontent-length: 2\r\n\r\n[]`],
    ['F19 10,000 headers', `${heads}${'x-many: 1\r\n'.repeat(10_000)}content-length: 2\r\n\r\n[]`],
  ] as const)('%s', async ([, bytes], test) => {
    const inject: Inject = ({ proxy }) => proxy.set({ answer: () => bytes });
    const codes = [...notReached, ...unreadable];
    await survive(bench, { source, inject, codes, change: unclear, burst: 15 }, test);
  });

  it('F19 10,000 headers let everybody else in', async ({ task }) => {
    const { ids } = await lookAround(bench, source);
    const gateway = await bench.open({ everySource: { retries: 0 } });
    const longest = async (from: number) => {
      const stalls: number[] = [];
      for (const id of ids.slice(from, from + 5))
        stalls.push((await stallDuring(() => askSingle(gateway, id))).stall);
      return Math.max(...stalls);
    };
    const control = await longest(0);
    tickets.set({ answer: () => `${heads}${'x-many: 1\r\n'.repeat(10_000)}content-length: 2\r\n\r\n[]` });
    const stall = await expectLoopFree(control, () => longest(5));
    await bench.mend();
    await gateway.stop();
    task.meta.fault = { figure: stallFigure(stall, control) };
  });

  it('F20 50 MB, with and without its length told', async ({ task }) => {
    const filling = Buffer.alloc(65_536, 'x');
    const figures: number[] = [];
    for (const told of [true, false]) {
      const head = `${heads}${told ? 'content-length: 50000000\r\n' : ''}connection: close\r\n\r\n"`;
      figures.push(await memoryRise(() => endless(head, filling, 50_000_000)));
    }
    expect(Math.max(...figures)).toBeLessThanOrEqual(60);
    task.meta.fault = { figure: `${Math.max(...figures).toFixed(0)} MB more at most` };
  });

  it('F20 packed so that 200 MB come out', async ({ task }) => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 0x20), { level: 9 });
    const nested = [1, 2, 3, 4].reduce((packed) => gzipSync(packed), bomb);
    const figures: number[] = [];
    for (const [body, encoding] of [
      [bomb, 'gzip'],
      [nested, 'gzip, gzip, gzip, gzip, gzip'],
      [nested, 'gzip'],
      [bomb, 'br'],
    ] as const) {
      figures.push(await memoryRise(() => httpAnswer(body, { headers: { 'content-encoding': encoding } })));
    }
    expect(Math.max(...figures)).toBeLessThanOrEqual(60);
    task.meta.fault = { figure: `${Math.max(...figures).toFixed(0)} MB more at most` };
  });
});

/** Megabytes by which memory grows at most while every answer of a source is such a one. */
async function memoryRise(answer: () => AsyncIterable<Buffer> | Buffer): Promise<number> {
  const { ids } = await lookAround(bench, source);
  const gateway = await bench.open({
    everySource: { maxResponseMb: 8, retries: 0, timeoutMs: 3000 },
    server: { requestTimeoutMs: 4000 },
  });
  tickets.set({ answer });
  let rise = 0;
  for (const id of ids.slice(0, 3)) {
    collectGarbage();
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => (rise = Math.max(rise, process.memoryUsage.rss() - before)), 5);
    const { errors } = await askSingle(gateway, id);
    clearInterval(watch);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_BAD_RESPONSE']);
  }
  await bench.mend();
  await gateway.stop();
  return rise / 1_000_000;
}

it('F61 nothing that was logged, answered or counted meanwhile holds a credential', ({ task }) => {
  bench.forget();
  const megabytes = bench.said.characters / 1_000_000;
  expect(megabytes).toBeGreaterThan(0);
  task.meta.fault = { figure: `0 in ${megabytes.toFixed(1)} MB` };
});
