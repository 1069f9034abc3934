import { once } from 'node:events';
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { Admission } from '../../src/server/admission.ts';
import { assembleGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { silentSources } from '../plugins/limits-gateway.ts';
import { roomyTimes } from '../support/roomy-times.ts';

type Line = Readonly<Record<string, unknown>>;

/** A vendor that takes connections and says nothing. */
const silent = createServer();
let silentUrl: string;
beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
});
afterAll(() => silent.close());

async function openLogged(sections: { server?: object }, isPlain = false) {
  const support = { ...silentSources.support, ...roomyTimes.source, url: silentUrl };
  const server = { ...roomyTimes.server, port: 0, ...sections.server };
  const text = stringify({ sources: { support }, ...sections, server });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const lines: Line[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Line);
      done();
    },
  });
  const parts = openGatewayParts(config, pino({ level: 'info', base: null }, sink));
  const gateway = assembleGateway(isPlain ? { ...parts, answers: undefined } : parts);
  return { gateway, lines, origin: await gateway.listen() };
}

const asked = (query: string, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});
const tags = '{ tags { nodes { name } } }';

/** The status for a request that names a host; `fetch` names none but that of its address. */
async function statusFor(origin: string, host: string): Promise<number | undefined> {
  const outgoing = httpRequest(`${origin}/graphql`, { method: 'POST', headers: { host } }).end('{}');
  const [response] = (await once(outgoing, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('the log of requests that get no answer', () => {
  it('has a line for each that is refused because there is too much to do', async () => {
    const { gateway, lines, origin } = await openLogged({});
    const admit = vi.spyOn(Admission.prototype, 'admit').mockReturnValue(false);
    const ids = ['one', 'two', 'three'];
    for (const id of ids) await fetch(`${origin}/graphql`, asked(tags, { 'x-request-id': id }));
    admit.mockRestore();
    await gateway.stop();
    const line = { msg: 'request', operation: null, client: null, status: 503, codes: ['OVERLOADED'] };
    expect(lines).toMatchObject(ids.map((requestId) => ({ requestId, ...line })));
  });

  it('tells of a host that is refused, and not which one', async () => {
    const { gateway, lines, origin } = await openLogged({});
    expect(await statusFor(origin, 'jane.example.com')).toBe(403);
    expect(await statusFor(origin, 'jane@doe')).toBe(400);
    await gateway.stop();
    expect(lines).toMatchObject([
      { msg: 'request', status: 403, codes: ['FORBIDDEN'] },
      { msg: 'request', status: 400, codes: ['BAD_USER_INPUT'] },
    ]);
    expect(JSON.stringify(lines)).not.toContain('jane');
  });

  it('tells who came while the gateway stopped, over HTTP and in the same process', async () => {
    const { gateway, lines, origin } = await openLogged({ server: { drainSeconds: 1 } });
    const stopped = gateway.stop();
    await fetch(`${origin}/graphql`, asked(tags, { 'x-request-id': 'by-http' }));
    await gateway.fetch(new Request(`${origin}/graphql`, asked(tags, { 'x-request-id': 'by-fetch' })));
    await stopped;
    expect(lines).toMatchObject([
      { requestId: 'by-http', status: 503, codes: ['SHUTTING_DOWN'] },
      { requestId: 'by-fetch', status: 503, codes: ['SHUTTING_DOWN'] },
    ]);
  });

  it.each([false, true])('tells of a request that a stop cuts that it was (plain: %s)', async (isPlain) => {
    const { gateway, lines, origin } = await openLogged({ server: { drainSeconds: 1 } }, isPlain);
    const called = once(silent, 'connection');
    const cut = expect(fetch(`${origin}/graphql`, asked(tags))).rejects.toThrow('fetch failed');
    await called;
    await gateway.stop();
    await cut;
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'request', status: 499, calls: 1, codes: ['TIMEOUT'] });
  });

  it('tells of one that left before its turn came', async () => {
    const { gateway, lines } = await openLogged({});
    const leaving = new AbortController();
    const waiting: (() => void)[] = [];
    const admit = vi.spyOn(Admission.prototype, 'admit').mockImplementation((start) => {
      waiting.push(start);
      leaving.abort();
      return true;
    });
    const closed: Promise<unknown>[] = [];
    const server = createHttpServer((request, response) => {
      closed.push(once(response, 'close'));
      gateway.handler(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const request = { ...asked(tags, { 'x-request-id': 'left' }), signal: leaving.signal };
    await expect(fetch(`${origin}/graphql`, request)).rejects.toThrow('aborted');
    await Promise.all(closed);
    for (const begin of waiting) begin();
    admit.mockRestore();
    server.close();
    await gateway.stop();
    expect(lines).toMatchObject([{ requestId: 'left', status: 499, calls: 0, codes: ['TIMEOUT'] }]);
  });

  it('tells of one that left in the middle of its body', async () => {
    const { gateway, lines, origin } = await openLogged({});
    const headers = { 'content-type': 'application/json', 'content-length': 100, 'x-request-id': 'left' };
    const outgoing = httpRequest(`${origin}/graphql`, { method: 'POST', headers });
    outgoing.on('error', () => {});
    outgoing.write('{"query":');
    // Until it has come.
    await fetch(`${origin}/graphql`, asked('{ __typename }'));
    outgoing.destroy();
    const left = () => lines.filter(({ requestId }) => requestId === 'left');
    await expect.poll(left).toMatchObject([{ status: 499, calls: 0, codes: ['TIMEOUT'] }]);
    await gateway.stop();
  });

  it('tells of each that left while they waited for one answer', async () => {
    const { gateway, lines, origin } = await openLogged({ server: { drainSeconds: 1 } });
    const called = once(silent, 'connection');
    const leaving = new AbortController();
    const ask = (id: string) =>
      fetch(`${origin}/graphql`, { ...asked(tags, { 'x-request-id': id }), signal: leaving.signal });
    const left = Promise.allSettled([ask('one'), ask('two'), ask('three')]);
    await called;
    // Until all have come.
    await fetch(`${origin}/graphql`, asked('{ __typename }'));
    leaving.abort();
    await left;
    await expect.poll(() => lines.filter(({ status }) => status === 499)).toHaveLength(3);
    expect(lines.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining(['one', 'two', 'three']));
    await gateway.stop();
  });
});
