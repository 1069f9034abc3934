import { describe, expect, it, onTestFinished } from 'vitest';
import { CallGate } from '../../src/transport/call-gate.ts';
import { LocalCallWindow } from '../../src/transport/call-window.ts';
import { Circuit, probeAfter } from '../../src/transport/circuit.ts';
import { retryAfterMs } from '../../src/transport/retry-after.ts';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { shiftClock } from '../support/shift-clock.ts';
import { contextFor, failureOf, openFor, readOf, startVendor } from './vendor-stub.ts';

const label = { source: 'shop', operation: 'things.get' };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const failing = (kind: VendorErrorKind) => () =>
  Promise.reject(new VendorError({ kind, message: 'for the test', ...label }));

async function times(circuit: Circuit, count: number, kind: VendorErrorKind): Promise<void> {
  for (let call = 0; call < count; call += 1) await circuit.run(failing(kind)).catch(() => {});
}

describe('the circuit of a source', () => {
  it('opens after ten failures in a row, and lets one call probe the source after a moment', async () => {
    const circuit = new Circuit();
    await times(circuit, 9, 'unavailable');
    expect(circuit.refusedFor).toBe(0);
    await times(circuit, 1, 'timeout');
    expect(circuit.refusedFor).toBeGreaterThan(0);
    expect(circuit.status()).toBe('DOWN');
    await pause(probeAfter + 20);
    expect(circuit.refusedFor).toBe(0);
    const probe = Promise.withResolvers<string>();
    const probing = circuit.run(() => probe.promise);
    expect(circuit.refusedFor).toBeGreaterThan(0);
    probe.resolve('well');
    expect(await probing).toBe('well');
    expect(circuit.refusedFor).toBe(0);
  });

  it('lets a call through in time also where the clock is set back', async () => {
    const circuit = new Circuit();
    await times(circuit, 10, 'unavailable');
    onTestFinished(shiftClock(Date.now() - 3_600_000));
    await pause(probeAfter + 20);
    expect(circuit.refusedFor).toBe(0);
    expect(await circuit.run(async () => 'well')).toBe('well');
    expect(circuit.status()).not.toBe('DOWN');
  });

  it('stays closed over refusals, unknown things and successes between failures', async () => {
    const circuit = new Circuit();
    await times(circuit, 20, 'not-found');
    await times(circuit, 20, 'rate-limited');
    for (let round = 0; round < 5; round += 1) {
      await times(circuit, 9, 'unavailable');
      await circuit.run(async () => 'x');
    }
    expect(circuit.refusedFor).toBe(0);
    expect(circuit.status()).toBe('DEGRADED');
  });

  it('stays closed over answers that came whole, whatever is in them, and not over such as cannot be read', async () => {
    const { url, requests } = await startVendor((request, response) =>
      response.end(request.url?.includes('odd') ? '{"rows":[{"amount":"?"}]}' : '{"rows":'),
    );
    const transport = openFor(url, { retries: 0 });
    const read = (id: string) =>
      failureOf(
        transport.read(
          {
            ...readOf(id),
            parse(reply) {
              reply.json();
              throw new VendorError({ kind: 'bad-response', message: 'no amount', ...label });
            },
          },
          contextFor(),
        ),
      );
    for (let call = 0; call < 12; call += 1)
      expect(await read(`odd${call}`)).toMatchObject({ kind: 'bad-response', message: 'no amount' });
    expect(requests).toHaveLength(12);
    expect(transport.status()).toBe('UP');
    for (let call = 0; call < 10; call += 1) await read(`cut${call}`);
    expect((await read('cut')).kind).toBe('circuit-open');
  });

  it.each([400, 404, 410])(
    'stays closed over answers with status %i, whatever they are taken for',
    async (status) => {
      const { url, requests } = await startVendor((_request, response) =>
        response.writeHead(status).end('{}'),
      );
      const transport = openFor(url, { retries: 0 });
      for (let call = 0; call < 12; call += 1) {
        const read = transport.read({ ...readOf(`a${call}`), parse: failing('bad-response') }, contextFor());
        expect(await failureOf(read)).toMatchObject({ kind: 'bad-response' });
      }
      expect(requests).toHaveLength(12);
      expect(transport.status()).toBe('UP');
    },
  );

  it('tells a source whose key is refused as down until a call succeeds', async () => {
    const circuit = new Circuit();
    await circuit.run(async () => 'x');
    expect(circuit.status()).toBe('UP');
    await times(circuit, 1, 'unauthenticated');
    expect(circuit.status()).toBe('DOWN');
    expect(circuit.refusedFor).toBe(0);
  });

  it('refuses calls of a dead source at once, and closes within a second of its recovery', async () => {
    let well = false;
    const { url, requests } = await startVendor((_request, response) =>
      response.writeHead(well ? 200 : 500).end('x'),
    );
    const transport = openFor(url, { retries: 0, cacheSeconds: { list: 0 } });
    for (let call = 0; call < 10; call += 1)
      await failureOf(transport.read(readOf(`a${call}`), contextFor()));
    const error = await failureOf(transport.read(readOf('b'), contextFor()));
    expect(error.kind).toBe('circuit-open');
    expect(requests).toHaveLength(10);
    expect(transport.status()).toBe('DOWN');
    well = true;
    await pause(1000);
    expect((await transport.read(readOf('b'), contextFor())).value).toBe('x');
  });
});

describe('calls beside the one that probes a source', () => {
  it.each([
    ['are made when it gets through', 200, 50, ['x', 'x', 'x']],
    ['are refused when it fails', 500, 50, ['unavailable', 'circuit-open', 'circuit-open']],
    ['are refused when it takes long', 200, 1500, ['x', 'circuit-open', 'circuit-open']],
  ])('%s', async (_what, status, delay, outcomes) => {
    let isBroken = true;
    const { url } = await startVendor((_request, response) => {
      if (isBroken) response.writeHead(500).end();
      else setTimeout(() => response.writeHead(status).end('x'), delay);
    });
    const transport = openFor(url, { retries: 0, timeoutMs: 5000 });
    for (let call = 0; call < 10; call += 1)
      await failureOf(transport.read(readOf(`a${call}`), contextFor()));
    isBroken = false;
    await pause(probeAfter + 20);
    const reads = ['b', 'c', 'd'].map((name) =>
      transport.read(readOf(name), contextFor()).then(
        ({ value }) => value,
        ({ kind }: VendorError) => kind,
      ),
    );
    expect(await Promise.all(reads)).toEqual(outcomes);
  });
});

describe('calls at once', () => {
  it('are bounded; beyond the queue they are refused as busy', async () => {
    let open = 0;
    let most = 0;
    const { url } = await startVendor((_request, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => response.end('x', () => (open -= 1)), 5);
    });
    const transport = openFor(url, { maxConcurrent: 20, retries: 0 });
    const reads = Array.from({ length: 1400 }, (_, index) =>
      transport.read(readOf(`a${index}`), contextFor()),
    );
    const outcomes = await Promise.allSettled(reads);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(most).toBe(20);
    expect(refused).toHaveLength(1400 - 20 - 20 * 64);
    expect(refused[0]).toMatchObject({ reason: { kind: 'busy' } });
  });

  it('go out by priority when they have to wait', async () => {
    const { url, requests } = await startVendor(
      (_request, response) => void setTimeout(() => response.end('x'), 10),
    );
    const transport = openFor(url, { maxConcurrent: 1 });
    await Promise.all(
      (['bulk', 'bulk', 'list', 'directory'] as const).map((priority, index) =>
        transport.read(readOf(`${priority}${index}`, { priority }), contextFor()),
      ),
    );
    const order = requests.map(({ url: path }) => /things\/([a-z]+)/.exec(path)?.[1]);
    expect(order).toEqual(['bulk', 'directory', 'list', 'bulk']);
  });
});

describe('the calls-per-minute budget', () => {
  it('refuses what it cannot let out soon, and tells what is left', async () => {
    const { url, requests } = await startVendor((_request, response) => response.end('x'));
    const transport = openFor(url, { requestsPerMinute: 20 });
    expect(transport.rateBudget()).toMatchObject({ limit: 20, remaining: 20 });
    for (let call = 0; call < 18; call += 1)
      await transport.read(readOf(`a${call}`, { priority: 'bulk' }), contextFor());
    const bulk = await failureOf(transport.read(readOf('b', { priority: 'bulk' }), contextFor()));
    expect(bulk.kind).toBe('rate-limited');
    expect(bulk.retryAfterMs).toBeGreaterThan(50_000);
    await transport.read(readOf('c'), contextFor());
    await transport.read(readOf('d', { priority: 'directory' }), contextFor());
    expect((await failureOf(transport.read(readOf('e'), contextFor()))).kind).toBe('rate-limited');
    expect(requests).toHaveLength(20);
    const budget = transport.rateBudget();
    expect(budget?.remaining).toBe(0);
    expect(Number(budget?.resetAt) - Date.now()).toBeGreaterThan(50_000);
    expect(transport.status()).toBe('UP');
  });
});

describe('a vendor that allows no call now', () => {
  it('is left alone as long as it asks, without further calls', async () => {
    const { url, requests } = await startVendor((_request, response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    const transport = openFor(url);
    expect(await failureOf(transport.read(readOf('a'), contextFor()))).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 3_600_000,
    });
    const second = await failureOf(transport.read(readOf('b'), contextFor()));
    expect(second.kind).toBe('rate-limited');
    expect(second.retryAfterMs).toBeGreaterThan(3_590_000);
    expect(requests).toHaveLength(1);
    expect(transport.status()).toBe('DEGRADED');
  });

  it('is called again within the deadline when the wait is short', async () => {
    const { url, requests } = await startVendor((_request, response, count) =>
      response.writeHead(count === 1 ? 429 : 200, { 'retry-after': '1' }).end('x'),
    );
    const began = performance.now();
    expect((await openFor(url).read(readOf('a'), contextFor())).value).toBe('x');
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(requests).toHaveLength(2);
  });

  it('with an outage that takes longer than the deadline is not waited for', async () => {
    const { url, requests } = await startVendor((_request, response) =>
      response.writeHead(503, { 'retry-after': '120' }).end(),
    );
    const error = await failureOf(openFor(url).read(readOf('a'), contextFor()));
    expect(error).toMatchObject({ kind: 'unavailable', retryAfterMs: 120_000 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['120', 120_000],
    ['1.5', 1500],
    ['0', undefined],
    ['-1', undefined],
    ['soon', undefined],
    [undefined, undefined],
    ['Sat, 21 Nov 2026 08:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 07:00:00 GMT', undefined],
    ['Fri, 31 Dec 2027 08:00:00 GMT', 3_600_000],
    ['Saturday, 21-Nov-26 08:01:00 GMT', 60_000],
    ['Sat Nov 21 08:01:00 2026', 60_000],
    ['try 5000', undefined],
    ['999999999', 3_600_000],
    ['99999999999999999999', 3_600_000],
  ])('asking for %j means a wait of %j ms', (header, wait) => {
    expect(retryAfterMs(header, Date.UTC(2026, 10, 21, 8))).toBe(wait);
  });

  it('holds back every call until the pause is over', async () => {
    const gate = new CallGate(null, new LocalCallWindow());
    const began = performance.now();
    void gate.pause(150);
    await gate.enter({ label, bulk: false, deadline: () => Date.now() + 1000 });
    expect(performance.now() - began).toBeGreaterThan(140);
    void gate.pause(150);
    await expect(gate.enter({ label, bulk: false, deadline: () => Date.now() + 100 })).rejects.toMatchObject({
      kind: 'rate-limited',
    });
  });
});
