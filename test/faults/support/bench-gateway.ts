import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { openGatewayParts } from '../../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { SourceRegistry } from '../../../src/contract/helpdesk-source.ts';
import { assembleGateway } from '../../../src/server/running-gateway.ts';
import { vendors } from '../../../src/vendors/index.ts';
import { expectInTime } from './in-time.ts';
import { send, type TimedReply } from './post.ts';

/** A GraphQL error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (number | string)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** The answer to a query. */
export interface BenchAnswer<Data> extends TimedReply {
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  readonly explain: { readonly total: Readonly<Record<string, number>> } | undefined;
}

/** A gateway that listens, with everything it says collected. */
export interface BenchGateway {
  readonly origin: string;
  readonly sources: SourceRegistry;
  /** Milliseconds that a request may take. */
  readonly deadlineMs: number;
  ask<Data>(
    document: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<BenchAnswer<Data>>;
  /** Ends it, and fails when any answer came after its deadline (C1). */
  stop(): Promise<void>;
}

/** Hears what a gateway says. */
export interface Listening {
  logged(chunk: Buffer): void;
  answered(text: string): void;
}

/** Starts a gateway with a configuration file of this text. */
export async function openBenchGateway(text: string, hearer: Listening): Promise<BenchGateway> {
  const config = loadConfig({ file: 'faults', text, environment: {}, vendors });
  const log = pino(
    { level: 'trace' },
    new Writable({ write: (chunk: Buffer, _, done) => (hearer.logged(chunk), done()) }),
  );
  const parts = openGatewayParts(config, log);
  await parts.settled;
  const gateway = assembleGateway(parts);
  const { origin, close } = await serve(gateway.handler);
  const deadlineMs = config.server.requestTimeoutMs;
  const replies: TimedReply[] = [];
  return {
    origin,
    sources: parts.sources,
    deadlineMs,
    async ask<Data>(document: string, variables = {}, headers = {}) {
      const reply = await send({ origin, body: { query: document, variables }, deadlineMs, headers });
      replies.push(reply);
      hearer.answered(reply.body);
      return toAnswer<Data>(reply);
    },
    async stop() {
      hearer.answered((await send({ origin, path: '/metrics', deadlineMs: 1000 })).body);
      await close();
      await gateway.stop();
      expectInTime(replies.map((reply) => reply.overshoot()));
    },
  };
}

function toAnswer<Data>(reply: TimedReply): BenchAnswer<Data> {
  const {
    data,
    errors = [],
    extensions,
  } = JSON.parse(reply.body) as {
    data: Data;
    errors?: readonly AnswerError[];
    extensions?: Pick<BenchAnswer<Data>, 'explain'>;
  };
  return { ...reply, data, errors, explain: extensions?.explain };
}

/** A listener that ends at once: the gateway's own says farewell to its clients, of which there are none here. */
async function serve(handler: RequestListener) {
  const server = createServer(handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
