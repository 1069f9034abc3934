import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { boundStalledConnections } from './stalled-connections.ts';

/** A listening HTTP server. */
export interface Listener {
  /** `http://host:port`. */
  readonly origin: string;
  /**
   * Waits for the requests in flight, at most so many milliseconds, while the handler goes on to answer new ones; then
   * stops to listen and cuts what is left.
   */
  close(graceMs: number): Promise<void>;
}

const mostConnections = 2000;
const timeouts = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  // The usual half minute would let those who are late stay as long.
  connectionsCheckingInterval: 1000,
};
/** Clients that keep their connection have heard that they must leave when nobody came for so long, in milliseconds. */
const farewell = 250;
/** Whoever still comes is waited for no longer than this, in milliseconds. */
const longestFarewell = 2000;
/** How long those who came late, or have not asked yet, are given when all others are done, in milliseconds. */
const lastWords = 200;
/** How often it is looked at whether a connection can be closed, in milliseconds. */
const lookEvery = 50;

/** Who is being served. */
interface Traffic {
  readonly inFlight: ReadonlySet<ServerResponse>;
  /** When a connection or a request came last, by the steady clock. */
  cameAt: number;
}

/** Listens on an address. Port 0 takes any free one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listener> {
  const inFlight = new Set<ServerResponse>();
  const traffic: Traffic = { inFlight, cameAt: 0 };
  const server = createServer(timeouts, (request, response) => {
    traffic.cameAt = performance.now();
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    return handler(request, response);
  });
  server.maxConnections = mostConnections;
  boundStalledConnections(server, mostConnections / 2);
  server.on('connection', () => {
    traffic.cameAt = performance.now();
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { origin: `http://${shown}:${address.port}`, close: (graceMs) => close(server, traffic, graceMs) };
}

async function close(server: Server, traffic: Traffic, graceMs: number): Promise<void> {
  const startedAt = performance.now();
  const last = [...traffic.inFlight];
  for (const response of last) {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  }
  const deadline = sleep(graceMs, undefined, { ref: false });
  await Promise.race([deadline, Promise.all([nobodyComes(traffic), ...last.map(ended)])]);
  const closed = new Promise((resolve) => server.close(resolve));
  const end = Math.max(performance.now() + lastWords, startedAt + graceMs);
  let quietSince = performance.now();
  const sweep = setInterval(() => {
    const now = performance.now();
    if (traffic.inFlight.size > 0) quietSince = now;
    // Connections on which nothing was asked yet, or not to the end, would never become idle.
    if (now - quietSince >= lastWords || now >= end) server.closeAllConnections();
    else server.closeIdleConnections();
  }, lookEvery);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
}

/** Resolves when nobody has come for a while: on a busy machine even those who are told to leave take their time. */
async function nobodyComes(traffic: Traffic): Promise<void> {
  const startedAt = performance.now();
  traffic.cameAt = startedAt;
  while (performance.now() - traffic.cameAt < farewell && performance.now() - startedAt < longestFarewell) {
    await sleep(lookEvery);
    // Who has come by now is seen first.
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

function ended(response: ServerResponse): Promise<unknown> | undefined {
  return response.closed ? undefined : once(response, 'close');
}
