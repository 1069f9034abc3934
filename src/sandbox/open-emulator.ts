import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCallLedger, pathWithoutSecrets } from './call-ledger.ts';
import { handleControl, isControlPath } from './control-endpoint.ts';
import type { Emulator, EmulatedRequest, EmulatorHandler, Fault } from './emulator.ts';
import { createFaultBox } from './fault-control.ts';
import { faultReply, sendReply, sendTruncated } from './send-reply.ts';

/** Where an emulator listens. */
export interface EmulatorAddress {
  /** @default the vendor's name */
  readonly name?: string;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** 0 = any free port. @default 0 */
  readonly port?: number;
}

async function readRequest(incoming: IncomingMessage): Promise<EmulatedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const target = incoming.url ?? '/';
  const cut = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: cut < 0 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1)),
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

async function answer(
  handler: EmulatorHandler,
  request: EmulatedRequest,
  response: ServerResponse,
  fault: Fault | undefined,
): Promise<void> {
  if (fault?.latencyMs !== undefined) await sleep(fault.latencyMs);
  if (fault?.hang === true) return;
  if (fault?.reset === true) {
    response.socket?.resetAndDestroy();
    return;
  }
  const reply = (fault && faultReply(fault)) ?? (await handler.handle(request));
  if (fault?.truncateBytes === undefined) sendReply(response, reply);
  else sendTruncated(response, reply, fault.truncateBytes);
}

/** Opens an HTTP server for one emulated vendor. Rejects when the port is taken. */
export async function openEmulator(
  handler: EmulatorHandler,
  address: EmulatorAddress = {},
): Promise<Emulator> {
  const { name = handler.vendor, host = '127.0.0.1', port = 0 } = address;
  const faults = createFaultBox();
  const calls = createCallLedger();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (isControlPath(request.path)) {
      sendReply(response, handleControl(request, faults, calls));
      return;
    }
    const path = pathWithoutSecrets(request);
    const operation = handler.operation?.(request) ?? `${request.method} ${request.path}`;
    calls.record({ method: request.method, path, operation, at: Date.now() });
    await answer(handler, request, response, faults.take(`${path} ${operation}`));
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendReply(response, { status: 500, headers: {}, body: `emulator failed: ${String(error)}` });
    });
  });
  // Longer than any client's own limit, so that no kept connection is closed just as a new request comes.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    name,
    vendor: handler.vendor,
    port: bound,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    faults,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
