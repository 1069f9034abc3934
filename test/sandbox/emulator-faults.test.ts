import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Emulator, EmulatorHandler } from '../../src/sandbox/emulator.ts';
import { openEmulator } from '../../src/sandbox/open-emulator.ts';

const echo: EmulatorHandler = {
  vendor: 'liveagent',
  operation: (request) => `${request.method} echo`,
  handle: (request) => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: `${request.method} ${request.path} ${request.body} — twelve and more characters`,
  }),
};

let emulator: Emulator;
beforeEach(async () => {
  emulator = await openEmulator(echo);
});
afterEach(() => emulator.close());

function get(path = '/tickets'): Promise<Response> {
  return fetch(`${emulator.origin}${path}`);
}

function control(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${emulator.origin}/__control/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe('faults', () => {
  test('answer a status, with Retry-After where asked', async () => {
    emulator.faults.set({ status: 503, retryAfter: 7 });
    const response = await get();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
  });

  test('answer 429 when only Retry-After is given', async () => {
    emulator.faults.set({ retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' });
    const response = await get();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('Wed, 21 Oct 2026 07:28:00 GMT');
  });

  test('hit only so many calls', async () => {
    emulator.faults.set({ status: 500, times: 2 });
    const statuses = [await get(), await get(), await get()].map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('hit only calls whose path or operation matches', async () => {
    emulator.faults.set({ status: 500, match: '/agents' }, { status: 418, match: 'POST echo' });
    expect((await get('/agents/1')).status).toBe(500);
    expect((await get('/tickets')).status).toBe(200);
    expect((await fetch(`${emulator.origin}/tickets`, { method: 'POST' })).status).toBe(418);
  });

  test('make a call slow', async () => {
    emulator.faults.set({ latencyMs: 120 });
    const startedAt = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
  });

  test('never answer when hanging', async () => {
    emulator.faults.set({ hang: true });
    await expect(fetch(emulator.origin, { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/i);
  });

  test('break the connection', async () => {
    emulator.faults.set({ reset: true });
    await expect(get()).rejects.toThrow('fetch failed');
  });

  test('cut the body short of what its length promises', async () => {
    emulator.faults.set({ truncateBytes: 5 });
    const response = await get();
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(40);
    await expect(response.text()).rejects.toThrow();
  });

  test('answer a page of HTML with 200', async () => {
    emulator.faults.set({ html: true });
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });

  test('are gone when cleared', async () => {
    emulator.faults.set({ status: 500 });
    emulator.faults.clear();
    expect((await get()).status).toBe(200);
  });
});

describe('the control endpoint', () => {
  test('sets and clears faults', async () => {
    expect((await control('POST', 'faults', { status: 502 })).status).toBe(200);
    expect((await get()).status).toBe(502);
    expect((await control('DELETE', 'faults')).status).toBe(200);
    expect((await get()).status).toBe(200);
  });

  test('takes several faults at once', async () => {
    await control('POST', 'faults', [
      { status: 500, match: '/a' },
      { status: 504, match: '/b' },
    ]);
    expect([(await get('/a')).status, (await get('/b')).status]).toEqual([500, 504]);
  });

  test.each([
    [{ latency: 5 }, 'unknown fault setting "latency"'],
    [{ status: '500' }, 'expected number for "status", got string'],
    ['slow', 'expected a fault object'],
  ])('refuses %j', async (body, error) => {
    const response = await control('POST', 'faults', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
  });

  test('answers while every other call is broken', async () => {
    emulator.faults.set({ hang: true });
    expect((await control('GET', 'calls')).status).toBe(200);
  });

  test('tells the calls that came, without keys and without itself', async () => {
    await get('/tickets?apikey=s3cret&page=2');
    await fetch(`${emulator.origin}/tickets`, { method: 'PUT', body: 'x' });
    const { calls } = (await (await control('GET', 'calls')).json()) as { calls: object[] };
    expect(calls).toEqual([
      { method: 'GET', path: '/tickets?page=2', operation: 'GET echo', at: expect.any(Number) },
      { method: 'PUT', path: '/tickets', operation: 'PUT echo', at: expect.any(Number) },
    ]);
    expect(emulator.calls.list()).toEqual(calls);
  });

  test('forgets the calls when told to', async () => {
    await get();
    await control('DELETE', 'calls');
    expect(emulator.calls.list()).toEqual([]);
  });

  test('counts calls that a fault hit, too', async () => {
    emulator.faults.set({ reset: true, times: 1 });
    await get().catch(() => null);
    expect(emulator.calls.list()).toHaveLength(1);
  });
});
