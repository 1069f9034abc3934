import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

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

/** How long clients that keep their connection are given to hear that they must leave it, in milliseconds. */
const farewell = 200;
/** How long those who came late, or have not asked yet, are given when all others are done, in milliseconds. */
const lastWords = 200;
/** How often connections that became idle are closed at the end, in milliseconds. */
const sweepEvery = 50;

/** Listens on an address. Port 0 takes any free one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listener> {
  const inFlight = new Set<ServerResponse>();
  const unused = new Set<Socket>();
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 15_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      unused.delete(request.socket);
      inFlight.add(response);
      response.once('close', () => inFlight.delete(response));
      return handler(request, response);
    },
  );
  server.maxConnections = 2000;
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    origin: `http://${shown}:${address.port}`,
    close: (graceMs) => close({ server, inFlight, unused }, graceMs),
  };
}

interface OpenServer {
  readonly server: Server;
  readonly inFlight: ReadonlySet<ServerResponse>;
  /** Connections on which nothing was asked yet: browsers and balancers open them in advance. */
  readonly unused: ReadonlySet<Socket>;
}

async function close({ server, inFlight, unused }: OpenServer, graceMs: number): Promise<void> {
  const startedAt = performance.now();
  const last = [...inFlight];
  for (const response of last) {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  }
  const deadline = sleep(graceMs, undefined, { ref: false });
  await Promise.race([deadline, Promise.all([sleep(farewell), ...last.map(ended)])]);
  const closed = new Promise((resolve) => server.close(resolve));
  const left = Math.max(lastWords, graceMs - (performance.now() - startedAt));
  const cut = setTimeout(() => server.closeAllConnections(), left);
  // To the server these are not idle.
  const dismiss = setTimeout(() => unused.forEach((socket) => socket.destroy()), lastWords);
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), sweepEvery);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
  clearTimeout(dismiss);
}

function ended(response: ServerResponse): Promise<unknown> | undefined {
  return response.closed ? undefined : once(response, 'close');
}
