import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryCache } from '../../../src/cache/memory-cache.ts';
import type { CallContext } from '../../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { createOpenTransport } from '../../../src/transport/open-transport.ts';
import { zazachat } from '../../../src/vendors/zazachat/zazachat-definition.ts';
import type { ZazachatSettings } from '../../../src/vendors/zazachat/zazachat-settings.ts';
import { roomyTimes } from '../../support/roomy-times.ts';

/** A call as the service got it. */
export interface StubCall {
  readonly method: string;
  readonly action: string;
  readonly body: string;
  /** What was asked for: the day or the visitor. */
  readonly subject: string;
}

/** What the service answers: a body with status 200, or both. */
export type StubAnswer = string | { readonly status: number; readonly body: string };

/** A service on a loopback port that records what it is asked. */
export interface Stub {
  readonly url: string;
  readonly calls: StubCall[];
  answer: (call: StubCall) => StubAnswer;
  close(): Promise<void>;
}

/** Opens a service. */
export async function openStub(answer: Stub['answer']): Promise<Stub> {
  const calls: StubCall[] = [];
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      calls.push(call);
      const given = stub.answer(call);
      const { status, body } = typeof given === 'string' ? { status: 200, body: given } : given;
      response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: Stub = {
    url: `http://127.0.0.1:${port}/webservices/enterprise.asmx`,
    calls,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return stub;
}

async function readCall(request: IncomingMessage): Promise<StubCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const action = String(request.headers['soapaction']);
  const subject = /<(?:sDate|VisitorID)>(.*?)<\//s.exec(body)?.[1] ?? '';
  return { method: /(\w+)"$/.exec(action)?.[1] ?? '', action, body, subject };
}

/** An answer of a method with this inside its result element; null = no result element. */
export function soapAnswer(method: string, inner: string | null): string {
  const result = inner === null ? '' : `<${method}Result>${inner}</${method}Result>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<${method}Response xmlns="http://www.zazachat.com/webservices/">${result}</${method}Response></s:Body></s:Envelope>`
  );
}

/** HTTP 500 with a fault of SOAP 1.1. */
export function soapFault(words: string): StubAnswer {
  const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>${words}</faultstring><detail/></s:Fault></s:Body></s:Envelope>`;
  return { status: 500, body };
}

/** Settings of a source at an address. */
export function sampleSettings(url: string, parts: Partial<ZazachatSettings> = {}): ZazachatSettings {
  return {
    name: 'legacy',
    url,
    timeoutMs: roomyTimes.source.timeoutMs,
    maxConcurrent: 16,
    requestsPerMinute: null,
    retries: 0,
    maxResponseMb: 4,
    cacheSeconds: {},
    clientId: '4711',
    apiKey: new Secret('k&y-of-the-account'),
    timeZone: 'America/New_York',
    preChat: ['name', 'email'],
    customFieldNames: [],
    namespace: 'http://www.zazachat.com/webservices/',
    ...parts,
  };
}

/** A source that calls a service, with a cache of its own. */
export function openSource(url: string, parts: Partial<ZazachatSettings> = {}): HelpdeskSource {
  const cache = new MemoryCache({ maxBytes: 32_000_000 });
  return zazachat.create(sampleSettings(url, parts), createOpenTransport({ cache }));
}

/** The context of a request that may take some seconds. */
export function sampleContext(parts: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + roomyTimes.server.requestTimeoutMs,
    bypassCache: false,
    ...parts,
  };
}
