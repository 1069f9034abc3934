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
   * Waits for the requests in flight, up to `graceMs`, while the handler goes on answering new ones. Then stops
   * listening and cuts what is left.
   */
  close(graceMs: number): Promise<void>;
}

const mostConnections = 2000;
const timeouts = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  // By default Node.js checks every half minute, so that late requests could stay that much longer.
  connectionsCheckingInterval: 1000,
};
/** How often to look whether a client has come and whether a connection can be closed, in milliseconds. */
const lookEvery = 50;
/**
 * After this many looks between which no client came, those that keep their connection open have all been told to close
 * it. Looks are counted, not time, because clients cannot come while this process stands still.
 */
const farewellLooks = 5;
/** The longest wait until no client comes any more, in milliseconds. */
const longestFarewell = 2000;
/** How many looks to wait, once all other requests are done, for connections that came late or have not asked yet. */
const lastLooks = 4;

/** Who is being served. */
interface Traffic {
  readonly inFlight: ReadonlySet<ServerResponse>;
  /** How many connections and requests have come so far. */
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
  // A client may send its next request as soon as it has the last answer.
  await Promise.race([deadline, Promise.all(last.map(ended)).then(() => nobodyComes(traffic))]);
  const closed = new Promise((resolve) => server.close(resolve));
  const end = Math.max(performance.now() + lastLooks * lookEvery, startedAt + graceMs);
  let quietLooks = 0;
  const sweep = setInterval(() => {
    quietLooks = traffic.inFlight.size > 0 ? 0 : quietLooks + 1;
    // Connections without a whole request on them would never become idle.
    if (quietLooks >= lastLooks || performance.now() >= end) server.closeAllConnections();
    else server.closeIdleConnections();
  }, lookEvery);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
}

/**
 * Resolves when no client has come for a while: on a busy machine even those that are told to leave take their time.
 */
async function nobodyComes(traffic: Traffic): Promise<void> {
  const startedAt = performance.now();
  let quietLooks = 0;
  while (quietLooks < farewellLooks && performance.now() - startedAt < longestFarewell) {
    const { came } = traffic;
    await sleep(lookEvery);
    // Clients that have come by now are counted first.
    await new Promise((resolve) => void setImmediate(resolve));
    quietLooks = traffic.came === came ? quietLooks + 1 : 0;
  }
}

async function ended(response: ServerResponse): Promise<void> {
  if (!response.closed) await once(response, 'close');
}
