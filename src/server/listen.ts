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
/** How often it is looked at whether anybody has come and whether a connection can be closed, in milliseconds. */
const lookEvery = 50;
/**
 * Clients that keep their connection have heard that they must leave when nobody came between so many looks. Looks, for
 * time in which this process stood still says nothing about who wanted to come.
 */
const farewellLooks = 5;
/** Whoever still comes is waited for no longer than this, in milliseconds. */
const longestFarewell = 2000;
/** For how many looks those who came late, or have not asked yet, are given time when all others are done. */
const lastLooks = 4;

/** Who is being served. */
interface Traffic {
  readonly inFlight: ReadonlySet<ServerResponse>;
  /** How many connections and requests have come. */
  came: number;
}

/** Listens on an address. Port 0 takes any free one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listener> {
  const inFlight = new Set<ServerResponse>();
  const traffic: Traffic = { inFlight, came: 0 };
  const server = createServer(timeouts, (request, response) => {
    traffic.came += 1;
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    return handler(request, response);
  });
  server.maxConnections = mostConnections;
  boundStalledConnections(server, mostConnections / 2);
  server.on('connection', () => {
    traffic.came += 1;
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
  // Whoever had the last of the answers may come again at once.
  await Promise.race([deadline, Promise.all(last.map(ended)).then(() => nobodyComes(traffic))]);
  const closed = new Promise((resolve) => server.close(resolve));
  const end = Math.max(performance.now() + lastLooks * lookEvery, startedAt + graceMs);
  let quietLooks = 0;
  const sweep = setInterval(() => {
    quietLooks = traffic.inFlight.size > 0 ? 0 : quietLooks + 1;
    // Connections on which nothing was asked yet, or not to the end, would never become idle.
    if (quietLooks >= lastLooks || performance.now() >= end) server.closeAllConnections();
    else server.closeIdleConnections();
  }, lookEvery);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
}

/** Resolves when nobody has come for a while: on a busy machine even those who are told to leave take their time. */
async function nobodyComes(traffic: Traffic): Promise<void> {
  const startedAt = performance.now();
  let quietLooks = 0;
  while (quietLooks < farewellLooks && performance.now() - startedAt < longestFarewell) {
    const { came } = traffic;
    await sleep(lookEvery);
    // Who has come by now is seen first.
    await new Promise((resolve) => void setImmediate(resolve));
    quietLooks = traffic.came === came ? quietLooks + 1 : 0;
  }
}

async function ended(response: ServerResponse): Promise<void> {
  if (!response.closed) await once(response, 'close');
}
