import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { runGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';

/** A gate in front of an emulator. */
export interface Gate {
  /** Requests that wait. */
  readonly waiting: number;
  close(): void;
  /** Lets what waits, and what comes, through. */
  open(): void;
}

/** A listening gateway with finished answers kept; `legacy` is behind a gate, and the tags of `tickets` are broken. */
export interface GatedGateway {
  readonly sandbox: Sandbox;
  readonly origin: string;
  readonly gate: Gate;
  /** What was logged. */
  readonly lines: { readonly operation?: string; readonly status?: number; readonly codes?: string[] }[];
  stop(): Promise<void>;
}

const ownHeaders = new Set(['connection', 'content-length', 'host', 'transfer-encoding']);

function createGate(origin: string): Gate & { readonly server: Server } {
  let isOpen = true;
  const waiting: (() => void)[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
    const headers = Object.entries(request.headers).filter(([name]) => !ownHeaders.has(name));
    const reply = await fetch(`${origin}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await reply.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    // Its caller may have gone.
    answer(request, response).catch(() => response.destroy());
  });
  return {
    server,
    get waiting() {
      return waiting.length;
    },
    close: () => (isOpen = false),
    open() {
      isOpen = true;
      for (const pass of waiting.splice(0)) pass();
    },
  };
}

function failingList(): Promise<never> {
  return Promise.reject(new TypeError('the value jane@example.com is not iterable'));
}

/** A source whose adapter has a fault. */
function broken(source: HelpdeskSource): HelpdeskSource {
  return Object.assign(Object.create(source) as HelpdeskSource, {
    directories: { ...source.directories, Tag: { list: failingList, get: () => Promise.resolve([]) } },
  });
}

/** Starts the sandbox, the gate and the gateway. */
export async function openGatedGateway(): Promise<GatedGateway> {
  const sandbox = await startSandbox({ size: 0.05 });
  const gate = createGate(sandbox.emulators.zazachat.origin);
  gate.server.listen(0, '127.0.0.1');
  await once(gate.server, 'listening');
  const legacy = sandbox.sources['legacy'] as object as { readonly url: string };
  const url = new URL(legacy.url);
  url.port = String((gate.server.address() as AddressInfo).port);
  // Nothing is kept, so that every request reaches the gate.
  const cacheSeconds = { list: 0, pastDay: 0, conversation: 0, closedConversation: 0 };
  const sources = { ...sandbox.sources, legacy: { ...legacy, url: url.href, cacheSeconds } };
  const text = stringify({ server: { port: 0 }, sources });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const lines: GatedGateway['lines'] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
  const log = pino({ level: 'info', base: null }, sink);
  const parts = openGatewayParts(config, log);
  const running = await runGateway({
    ...parts,
    sources: new Map(
      [...parts.sources].map(([name, source]) => [name, name === 'tickets' ? broken(source) : source]),
    ),
  });
  return {
    sandbox,
    gate,
    lines,
    origin: running.origin,
    async stop() {
      gate.open();
      await running.stop();
      gate.server.closeAllConnections();
      gate.server.close();
      await sandbox.close();
    },
  };
}
