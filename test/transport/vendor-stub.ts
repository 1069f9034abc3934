import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Cache } from '../../src/cache/cache.ts';
import { MemoryCache } from '../../src/cache/memory-cache.ts';
import type { CallContext, CallEvent } from '../../src/contract/call-context.ts';
import type { VendorError } from '../../src/contract/vendor-error.ts';
import { createOpenTransport, type TransportDependencies } from '../../src/transport/open-transport.ts';
import type { ReadCall, SourceSettings, SourceTransport } from '../../src/transport/source-transport.ts';
import { statusError } from '../../src/transport/status-error.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import { roomyTimes } from '../support/roomy-times.ts';

/** How a stub answers; the number counts the requests, from 1. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A vendor on a free loopback port that remembers what it was asked. */
export interface VendorStub {
  readonly url: string;
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
  }[];
}

/** Starts a stub for the running test. */
export async function startVendor(answer: Answerer): Promise<VendorStub> {
  const requests: VendorStub['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** The settings of a source at an address. */
export function settingsOf(url: string): SourceSettings {
  return {
    name: 'shop',
    url,
    timeoutMs: roomyTimes.source.timeoutMs,
    maxConcurrent: 16,
    requestsPerMinute: null,
    retries: 2,
    maxResponseMb: 1,
    cacheSeconds: {},
  };
}

/** A transport for the running test. */
export function openFor(
  url: string,
  settings: Partial<SourceSettings> = {},
  dependencies: Partial<TransportDependencies> & { readonly cache?: Cache } = {},
): SourceTransport {
  const transport = createOpenTransport({
    cache: new MemoryCache({ maxBytes: 10_000_000 }),
    ...dependencies,
  })({
    settings: { ...settingsOf(url), ...settings },
    authorize: (request) => ({ ...request, query: { ...request.query, key: 'canary-key' } }),
  });
  onTestFinished(() => transport.close());
  return transport;
}

/** A read of text that takes any status below 400 for a success. */
export function readOf(name: string, call: Partial<ReadCall<string>> = {}): ReadCall<string> {
  return {
    operation: 'things.get',
    identity: name,
    request: { method: 'GET', path: ['things', name] },
    parse: textOf,
    freshness: 'list',
    priority: 'list',
    ...call,
  };
}

/** The body, or the generic error of the status. */
export function textOf(reply: UpstreamReply): string {
  if (reply.status >= 300) throw statusError(reply, { source: 'shop', operation: 'things.get' });
  return reply.text();
}

/** The context of a request that has so many milliseconds. */
export function contextFor(
  milliseconds: number = roomyTimes.server.requestTimeoutMs,
  context: Partial<CallContext> = {},
): CallContext & { readonly events: CallEvent[] } {
  const events: CallEvent[] = [];
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + milliseconds,
    bypassCache: false,
    observe: (event) => events.push(event),
    events,
    ...context,
  };
}

/** What a call failed with. */
export async function failureOf(call: Promise<unknown>): Promise<VendorError> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) throw new Error('expected the call to fail');
  return error as VendorError;
}
