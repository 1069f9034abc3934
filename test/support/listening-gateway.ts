import { get as httpGet } from 'node:http';
import { stringify } from 'yaml';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { roomyTimes } from './roomy-times.ts';

/** What a listening gateway sent. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly { readonly extensions: { readonly code: string; readonly requestId: string } }[];
}

/** A gateway with a port. */
export interface ListeningGateway {
  readonly origin: string;
  /** Sends a query by POST. */
  post(query: string, headers?: Readonly<Record<string, string>>, variables?: object): Promise<HttpReply>;
  /** Sends a query by GET. */
  get(query: string, headers?: Readonly<Record<string, string>>): Promise<HttpReply>;
  close(): Promise<void>;
}

/** A configuration file's content; times are roomy where it says nothing. */
export interface GatewaySections {
  readonly server?: object;
  readonly sources: object;
  readonly cache?: object;
  readonly clients?: readonly object[];
  readonly limits?: object;
}

/** Runs a gateway the real way, answers kept and shared unless `isPlain`. */
export async function listenOver(
  { server, ...sections }: GatewaySections,
  { isPlain = false }: { readonly isPlain?: boolean } = {},
): Promise<ListeningGateway> {
  const text = stringify({ ...sections, server: { ...roomyTimes.server, port: 0, ...server } });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const parts = openGatewayParts(config, createLog('silent'));
  const gateway = await runGateway(isPlain ? { ...parts, answers: undefined } : parts);
  const reply = async (path: string, init: RequestInit): Promise<HttpReply> => {
    const response = await fetch(`${gateway.origin}${path}`, init);
    return replyOf(response.status, response.headers, await response.text());
  };
  const accept = 'application/json';
  return {
    origin: gateway.origin,
    post: (query, headers = {}, variables = {}) =>
      reply('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    get: (query, headers = {}) =>
      getPlainly(`${gateway.origin}/graphql?query=${encodeURIComponent(query)}`, { accept, ...headers }),
    close: () => gateway.stop(),
  };
}

function replyOf(status: number, headers: Headers, text: string): HttpReply {
  const { data, errors = [] } = (text === '' ? {} : JSON.parse(text)) as Partial<HttpReply>;
  return { status, headers, text, data, errors };
}

/** `fetch` adds `Cache-Control: no-cache` to requests with a condition. */
function getPlainly(url: string, headers: Readonly<Record<string, string>>): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    httpGet(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const got = new Headers(response.headers as Record<string, string>);
        resolve(replyOf(response.statusCode ?? 0, got, Buffer.concat(chunks).toString()));
      });
    }).on('error', reject);
  });
}
