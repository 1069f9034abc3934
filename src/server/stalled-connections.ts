import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps room for clients that send requests: when more than `most` connections have no whole request on them, the
 * oldest of these is closed. When the server cannot take a further connection, the idle ones are closed, too.
 */
export function boundStalledConnections(server: Server, most: number): void {
  /** Connections with the last request on them, if any; the oldest first. */
  const open = new Map<Socket, IncomingMessage | null>();
  server.on('connection', (socket) => {
    open.set(socket, null);
    socket.once('close', () => open.delete(socket));
    if (open.size > most) closeOldestStalled(open, most);
  });
  server.on('request', (request) => open.set(request.socket, request));
  server.on('drop', () => server.closeIdleConnections());
}

function closeOldestStalled(open: Map<Socket, IncomingMessage | null>, most: number): void {
  for (const [socket, request] of open) if (request?.complete) open.delete(socket);
  for (const socket of open.keys()) {
    if (open.size <= most) return;
    open.delete(socket);
    socket.destroy();
  }
}
