// The vendor of the benchmarks, a process of its own: LiveAgent v1 with ready answers, counted calls and a set delay.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDesk, listBody } from './desk.ts';

/** What the bench asks of the stub. */
export type StubOrder = { readonly delayMs: number } | { readonly count: true };

/** What happened since the count was asked for last. */
export interface StubCount {
  readonly calls: number;
  /** Most connections open at once. */
  readonly connections: number;
}

const conversationCount = Number(process.argv[2] ?? 1600);
const desk = createDesk(conversationCount, Date.now());
const missing = Buffer.from('{"response":{"status":"ERROR","statuscode":404,"errormessage":"not found"}}');
let delayMs = 0;
let calls = 0;
let open = 0;
let mostOpen = 0;

const server = createServer((request, response) => {
  calls += 1;
  const url = new URL(request.url ?? '/', 'http://stub');
  const path = decodeURIComponent(url.pathname).replace(/^\/api\//, '');
  const body = path === 'conversations' ? listBody(desk, url.searchParams) : desk.bodies.get(path);
  const send = () => {
    response.writeHead(body ? 200 : 404, {
      'Content-Type': 'application/json',
      'Content-Length': (body ?? missing).length,
    });
    response.end(body ?? missing);
  };
  if (delayMs === 0) send();
  else setTimeout(send, delayMs);
});
server.keepAliveTimeout = 120_000;
server.on('connection', (socket) => {
  open += 1;
  mostOpen = Math.max(mostOpen, open);
  socket.on('close', () => (open -= 1));
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', (order: StubOrder) => {
  if ('delayMs' in order) {
    delayMs = order.delayMs;
    return;
  }
  process.send?.({ calls, connections: mostOpen } satisfies StubCount);
  calls = 0;
  mostOpen = open;
});
process.on('disconnect', () => process.exit(0));
