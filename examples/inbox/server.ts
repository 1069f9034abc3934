import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** Where the page is served and what stands behind it. */
export interface PageOptions {
  /** `http://host:port` of the gateway. */
  readonly gateway: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Of a client of the gateway; it stays here and never reaches the browser. */
  readonly apiKey?: string | undefined;
}

/** A served page. */
export interface PageServer {
  /** `http://host:port`. */
  readonly origin: string;
  close(): Promise<void>;
}

const folder = join(import.meta.dirname, 'page');
const host = '127.0.0.1';
const largestRequest = 1_000_000;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript',
};

/** Nothing from elsewhere, and no script or style but the page's own files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the page, and passes `/graphql` on to the gateway, so that the browser sees one origin only. */
export async function servePage(options: PageOptions): Promise<PageServer> {
  const server = createServer((request, response) => {
    const answered =
      request.method === 'POST' ? pass(request, response, options) : sendFile(request, response);
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, host, resolve);
  });
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile({ url = '/', method }: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = url.split('?', 1)[0] === '/' ? '/index.html' : (url.split('?', 1)[0] ?? '');
  const isKnown =
    /^(?:\/[\w-]+)+\.(?:css|html|svg|ts)$/.test(path) && (method === 'GET' || method === 'HEAD');
  const text = isKnown ? await readFile(join(folder, path), 'utf8').catch(() => null) : null;
  if (text === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  const kind = extname(path);
  response.writeHead(200, {
    'content-type': `${mediaTypes[kind]}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(kind === '.ts' ? stripTypeScriptTypes(text) : text);
}

/** Whoever reaches this port speaks with the gateway in our name: other pages in the same browser may not. */
async function pass(request: IncomingMessage, response: ServerResponse, options: PageOptions): Promise<void> {
  const { 'sec-fetch-site': site = 'same-origin', 'content-type': type = '' } = request.headers;
  if (request.url !== '/graphql' || site !== 'same-origin' || !type.startsWith('application/json')) {
    sendError(response, 403, 'FORBIDDEN', 'only this page may ask, in JSON');
    return;
  }
  const body = await readBody(request);
  if (body === null) {
    sendError(response, 413, 'BAD_USER_INPUT', 'the request is too large');
    return;
  }
  const { gateway, apiKey } = options;
  const authorization: Record<string, string> = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  try {
    const answer = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
      body,
    });
    const text = await answer.text();
    response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(text);
  } catch {
    sendError(response, 502, 'UPSTREAM_UNAVAILABLE', 'the gateway does not answer');
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestRequest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In the shape of the gateway's own errors. */
function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
