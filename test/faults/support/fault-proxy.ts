import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes that stand in for the answer of the server behind the proxy. */
export type ScriptedBytes = Buffer | string | AsyncIterable<Buffer>;

/** What goes wrong between a client and the server behind the proxy. Looked up whenever bytes pass. */
export interface Toxics {
  /** Answers are held back so long, in milliseconds. */
  readonly latencyMs?: number;
  /** Connections are taken and nothing passes, either way. */
  readonly silent?: boolean;
  /** The connection is reset as soon as the client has sent something. */
  readonly reset?: boolean;
  /** Answers come in pieces of so many bytes, one in so many milliseconds. */
  readonly slice?: { readonly bytes: number; readonly everyMs: number };
  /** After so many bytes of answers a connection comes to an end. */
  readonly limit?: { readonly bytes: number; readonly ending: 'end' | 'reset' | 'silence' };
  /** Closes a connection so many milliseconds after an answer began. */
  readonly closeAfterMs?: number;
  /** Answers in the server's place and closes the connection; null lets the request through. */
  readonly answer?: (request: string, count: number) => ScriptedBytes | null;
}

/** A proxy that breaks connections on purpose. */
export interface FaultProxy {
  readonly port: number;
  /** Connections of clients that are open now. */
  readonly connections: number;
  /** The most that were open at once since the last `forget`. */
  readonly mostConnections: number;
  /** First lines of the requests that came, without their queries, since the last `forget`. */
  readonly requests: readonly string[];
  set(toxics: Toxics): void;
  clear(): void;
  forget(): void;
  /** Connections that are open now go silent for good; new ones are as they should be. */
  freeze(): void;
  /** Refuses connections and breaks those that are open. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

const requestHead = /^(?:DELETE|GET|PATCH|POST|PUT) [^\s?]+/;

/** Opens a proxy on a free loopback port in front of another port. */
export async function openFaultProxy(targetPort: number): Promise<FaultProxy> {
  const proxy = new TcpFaultProxy(targetPort);
  await proxy.up();
  return proxy;
}

class TcpFaultProxy implements FaultProxy {
  port = 0;
  toxics: Toxics = {};
  requests: string[] = [];
  mostConnections = 0;
  answered = 0;
  readonly targetPort: number;
  readonly #links = new Set<Link>();
  #server: Server | undefined;

  constructor(targetPort: number) {
    this.targetPort = targetPort;
  }

  get connections(): number {
    return this.#links.size;
  }

  set(toxics: Toxics): void {
    this.toxics = toxics;
    this.answered = 0;
  }

  clear(): void {
    this.set({});
  }

  forget(): void {
    this.requests = [];
    this.mostConnections = this.connections;
  }

  freeze(): void {
    for (const link of this.#links) link.frozen = true;
  }

  async up(): Promise<void> {
    if (this.#server) return;
    const server = createServer((client) => this.#accept(client));
    this.#server = server;
    await new Promise<void>((resolve) => void server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => void server.close(resolve));
    for (const link of this.#links) link.destroy();
    await closed;
  }

  close(): Promise<void> {
    return this.down();
  }

  #accept(client: Socket): void {
    const link = new Link(this, client);
    this.#links.add(link);
    this.mostConnections = Math.max(this.mostConnections, this.#links.size);
    client.on('close', () => this.#links.delete(link));
  }
}

/** One connection of a client, with the one behind it. */
class Link {
  frozen = false;
  readonly #proxy: TcpFaultProxy;
  readonly #client: Socket;
  readonly #server: Socket;
  #pending = '';
  #answeredBytes = 0;
  #deliveries: Promise<void> = Promise.resolve();

  constructor(proxy: TcpFaultProxy, client: Socket) {
    this.#proxy = proxy;
    this.#client = client;
    this.#server = connect(proxy.targetPort, '127.0.0.1');
    client.on('data', (chunk: Buffer) => this.#onRequestBytes(chunk));
    this.#server.on('data', (chunk: Buffer) => this.#deliver(chunk));
    client.on('error', () => this.destroy());
    this.#server.on('error', () => this.destroy());
    client.on('close', () => this.#server.destroy());
    this.#server.on('close', () => void this.#deliveries.then(() => this.#closeUnlessSilent()));
  }

  destroy(): void {
    this.#client.destroy();
    this.#server.destroy();
  }

  #closeUnlessSilent(): void {
    if (!this.frozen && !this.#proxy.toxics.silent) this.#client.end();
  }

  #onRequestBytes(chunk: Buffer): void {
    const { toxics, requests } = this.#proxy;
    const text = chunk.toString('latin1');
    const head = requestHead.exec(text)?.[0];
    if (head) requests.push(head);
    if (this.frozen || toxics.silent) return;
    if (toxics.reset) this.#client.resetAndDestroy();
    else if (toxics.answer) this.#script(text, chunk, toxics.answer);
    else this.#server.write(chunk);
  }

  #script(text: string, chunk: Buffer, answer: NonNullable<Toxics['answer']>): void {
    this.#pending += text;
    if (!isWhole(this.#pending)) return;
    const request = this.#pending;
    this.#pending = '';
    const scripted = answer(request, (this.#proxy.answered += 1));
    if (scripted === null) {
      this.#server.write(request === text ? chunk : Buffer.from(request, 'latin1'));
    } else if (typeof scripted === 'string' || Buffer.isBuffer(scripted)) {
      this.#deliver(Buffer.isBuffer(scripted) ? scripted : Buffer.from(scripted));
      void this.#deliveries.then(() => this.#client.end());
    } else {
      void this.#stream(scripted);
    }
  }

  async #stream(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      if (this.#client.destroyed) return;
      if (!this.#client.write(chunk)) {
        await new Promise((resolve) => {
          this.#client.once('drain', resolve);
          this.#client.once('close', resolve);
        });
      }
    }
    this.#client.end();
  }

  #deliver(chunk: Buffer): void {
    const { closeAfterMs } = this.#proxy.toxics;
    if (closeAfterMs !== undefined) setTimeout(() => this.#client.end(), closeAfterMs);
    this.#deliveries = this.#deliveries.then(() => this.#pass(chunk));
  }

  async #pass(chunk: Buffer): Promise<void> {
    const { latencyMs, slice } = this.#proxy.toxics;
    if (latencyMs) await sleep(latencyMs);
    const step = slice?.bytes ?? chunk.length;
    for (let at = 0; at < chunk.length && !this.#client.destroyed; at += step) {
      if (slice) await sleep(slice.everyMs);
      if (!this.#passBytes(chunk.subarray(at, at + step))) return;
    }
  }

  #passBytes(bytes: Buffer): boolean {
    const { limit, silent } = this.#proxy.toxics;
    if (this.frozen || silent || this.#client.destroyed) return false;
    const room = limit ? Math.max(0, limit.bytes - this.#answeredBytes) : bytes.length;
    this.#answeredBytes += bytes.length;
    if (room > 0) this.#client.write(bytes.subarray(0, room));
    if (!limit || bytes.length < room) return true;
    if (limit.ending === 'end') this.#client.end();
    if (limit.ending === 'reset') this.#client.resetAndDestroy();
    return false;
  }
}

/** Whether the head and as much of the body as it announces has come. */
function isWhole(request: string): boolean {
  const end = request.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (?<length>\d+)/i.exec(request.slice(0, end))?.groups?.['length'];
  return request.length - end - 4 >= Number(length ?? 0);
}
