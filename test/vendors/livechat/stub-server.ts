import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryCache } from '../../../src/cache/memory-cache.ts';
import type { CallContext } from '../../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { createOpenTransport } from '../../../src/transport/open-transport.ts';
import { livechat } from '../../../src/vendors/livechat/livechat-definition.ts';
import type { LivechatSettings } from '../../../src/vendors/livechat/livechat-settings.ts';
import { roomyTimes } from '../../support/roomy-times.ts';

/** A call that the stub saw. */
export interface SeenCall {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** What the stub answers a path with: JSON with status 200, or `[status, JSON]`. */
export type Answers = (call: SeenCall) => unknown;

/** A LiveChat of a few fixed answers on loopback, and the source that reads from it. */
export interface Stub extends AsyncDisposable {
  readonly source: HelpdeskSource;
  readonly calls: SeenCall[];
}

/** A context without a deadline near. */
export function contextOf(parts: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + roomyTimes.server.requestTimeoutMs,
    bypassCache: false,
    ...parts,
  };
}

/** Opens a source for a LiveChat at a URL. */
export function openSource(url: string, parts: Partial<LivechatSettings> = {}): HelpdeskSource {
  const settings: LivechatSettings = {
    name: 'tickets',
    url,
    login: 'owner@desk.example.com',
    apiKey: new Secret('key-of-tests'),
    timeoutMs: roomyTimes.source.timeoutMs,
    maxConcurrent: 16,
    requestsPerMinute: null,
    retries: 0,
    maxResponseMb: 32,
    cacheSeconds: {},
    ...parts,
  };
  return livechat.create(settings, createOpenTransport({ cache: new MemoryCache({ maxBytes: 10_000_000 }) }));
}

/** Starts a stub; a missing answer is a 404. */
export async function startStub(answers: Answers, parts: Partial<LivechatSettings> = {}): Promise<Stub> {
  const calls: SeenCall[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
    const call = { path: decodeURIComponent(pathname), query: searchParams, headers: request.headers };
    calls.push(call);
    const answer = answers(call);
    const [status, body] = isStatus(answer)
      ? answer
      : [answer === undefined ? 404 : 200, answer ?? { error: 'none' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const source = openSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`, parts);
  return {
    source,
    calls,
    async [Symbol.asyncDispose]() {
      await source.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function isStatus(answer: unknown): answer is [number, unknown] {
  return Array.isArray(answer) && answer.length === 2 && typeof answer[0] === 'number';
}
