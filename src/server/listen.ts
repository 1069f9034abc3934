import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening HTTP server. */
export interface Listener {
  /** `http://host:port`. */
  readonly origin: string;
  /** Stops taking connections and waits for requests in flight, at most so many milliseconds; then cuts the rest. */
  close(graceMs: number): Promise<void>;
}

/** Listens on an address. Port 0 takes any free one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listener> {
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 15_000, keepAliveTimeout: 65_000 },
    handler,
  );
  server.maxConnections = 2000;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { origin: `http://${shown}:${address.port}`, close: (graceMs) => close(server, graceMs) };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const idleSweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idleSweep);
  clearTimeout(cut);
}
