// The floor without work: node:http that always sends the same bytes, which the bench hands it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let body = Buffer.from('{}');

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    response.end(body);
  });
});
process.on('message', (order: { readonly body: string }) => {
  body = Buffer.from(order.body);
  process.send?.({ taken: body.length });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit(0));
