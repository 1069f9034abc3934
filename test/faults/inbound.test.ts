import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentSources } from '../plugins/limits-gateway.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { machineSlowness } from './support/machine-slowness.ts';

/** A vendor that takes every call and never answers. */
const open = new Set<unknown>();
let calls = 0;
let vendor: Server;
let gateway: GatewayProcess;
beforeAll(async () => {
  vendor = createServer((request, response) => {
    calls += 1;
    open.add(request);
    response.once('close', () => open.delete(request));
  });
  vendor.listen(0, '127.0.0.1');
  await once(vendor, 'listening');
  const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  gateway = await startGatewayProcess({
    server: { logLevel: 'error' },
    sources: { support: { ...silentSources.support, url, requestsPerMinute: null } },
  });
});
afterAll(async () => {
  gateway.signal('SIGKILL');
  await gateway.close();
  vendor.closeAllConnections();
  vendor.close();
});

const port = () => Number(new URL(gateway.origin).port);

/** Opens a connection, writes, and goes on writing now and then. */
function stalled(first: string, again: string): Socket {
  const socket = connect(port(), '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  if (first) socket.once('connect', () => socket.write(first));
  if (again) {
    const writing = setInterval(() => socket.write(again), 500);
    socket.once('close', () => clearInterval(writing));
  }
  return socket;
}

/**
 * A connection for which the machine was too busy stays open for its client, for a minute or for ever, although the
 * gateway never had it, until something is written. An empty line is no part of a request.
 */
function askWhetherOpen(socket: Socket): void {
  if (!socket.closed) socket.write('\r\n');
}

/** What comes back on a connection of its own. */
async function send(text: string): Promise<string> {
  const socket = connect(port(), '127.0.0.1');
  socket.on('error', () => {});
  let answer = '';
  socket.setEncoding('utf8').on('data', (data: string) => (answer += data));
  socket.write(text);
  await Promise.race([once(socket, 'close'), sleep(3000)]);
  socket.destroy();
  return answer;
}

async function isServed(): Promise<boolean> {
  const response = await fetch(`${gateway.origin}/graphql?query={__typename}`, {
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(15_000),
  });
  return (await response.text()) === '{"data":{"__typename":"Query"}}';
}

const head = 'POST /graphql HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\n';

describe('clients that mean harm', () => {
  it.each([
    ['say nothing', '', ''],
    ['never end their headers', head, 'X-More: 1\r\n'],
    ['never end their body', `${head}Content-Length: 100000\r\n\r\n{`, ' '],
  ])('F51 5,000 connections that %s keep nobody out', async (_name, first, again) => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 5000; count += 1) {
      sockets.push(stalled(first, again));
      if (count % 100 === 0) await sleep(1);
    }
    for (let count = 0; count < 10; count += 1) {
      expect(await isServed()).toBe(true);
      await sleep(100);
    }
    if (!again) sockets.forEach(askWhetherOpen);
    const openSockets = () => sockets.filter((socket) => !socket.closed).length;
    // A slow machine takes its time to tell this process of the end of thousands.
    const timeout = 10_000 * machineSlowness();
    await expect.poll(openSockets, { timeout }).toBeLessThanOrEqual(1100);
    for (const socket of sockets) socket.destroy();
  });

  it.each([
    ['a body of 400 kB', `${head}Content-Length: 400000\r\n\r\n${' '.repeat(400_000)}`, / 413 /],
    ['two lengths', `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, / 400 /],
    [
      'a length and pieces',
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      / 400 /,
    ],
    ['a piece that is none', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, / 400 /],
    ['headers without end', `${head}${'X-Long: 1234567890\r\n'.repeat(2000)}\r\n`, / 431 /],
    ['no HTTP at all', 'EHLO desk\r\n\r\n', / 400 /],
  ])('F51 %s is refused', async (_name, text, status) => {
    expect(await send(text)).toMatch(status);
    expect(await isServed()).toBe(true);
  });
});

/** Whether no call to the vendor is begun for a while, and none is under way. */
async function isQuiet(): Promise<boolean> {
  const before = calls;
  await sleep(300);
  return calls === before && open.size === 0;
}

describe('clients that leave', () => {
  it('F52 1,000 times: no call to the vendor goes on, and none is begun any more', async ({ task }) => {
    for (let batch = 0; batch < 10; batch += 1) {
      const clients = Array.from({ length: 100 }, (_, index) => {
        const query = `{ a${batch}b${index}: nodeByVendorId(source: "support", type: CONVERSATION, vendorId: "x${batch}y${index}") { id } }`;
        const client = httpRequest(`${gateway.origin}/graphql`, {
          method: 'POST',
          agent: false,
          headers: { 'content-type': 'application/json' },
        });
        client.on('error', () => {});
        client.end(JSON.stringify({ query }));
        return client;
      });
      await expect.poll(() => open.size, { interval: 5, timeout: 5000 }).toBeGreaterThan(0);
      for (const client of clients) client.destroy();
      await expect.poll(() => open.size, { interval: 5, timeout: 5000 }).toBe(0);
    }
    // Requests of those who left may lie unread in their sockets for as long as the machine is busy.
    await expect.poll(isQuiet, { timeout: 10_000 }).toBe(true);
    const begun = calls;
    await sleep(1000);
    expect([open.size, calls]).toEqual([0, begun]);
    expect(await isServed()).toBe(true);
    task.meta.fault = { figure: `0 of ${begun} calls left over` };
  });
});
