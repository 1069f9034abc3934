import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryCache } from '../../../src/cache/memory-cache.ts';
import type { CallContext } from '../../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { createOpenTransport } from '../../../src/transport/open-transport.ts';
import { iadvize } from '../../../src/vendors/iadvize/iadvize-definition.ts';
import type { wireChat } from './chats.ts';
import { roomyTimes } from '../../support/roomy-times.ts';

export const apiKey = 'k-5up3r+s3cret/=';

/** What the server answers: a body, or one with another status than 200. */
type Answer = unknown;

/** A body with a status. */
export class AnswerWithStatus {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** A call as it reached the server. */
export interface ReceivedCall {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A server that answers as told, a source that reads from it, and the calls it got. */
export interface ChatServer {
  readonly source: HelpdeskSource;
  readonly calls: ReceivedCall[];
  close(): Promise<void>;
}

/** Opens a server on a free port of the loopback; `answer` gives text, or anything to be sent as JSON. */
export async function openChatServer(answer: (call: ReceivedCall) => Answer): Promise<ChatServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host');
    const call = { path: url.pathname, query: Object.fromEntries(url.searchParams) };
    calls.push(call);
    const answered = answer(call);
    const { status, body } =
      answered instanceof AnswerWithStatus ? answered : { status: 200, body: answered };
    response.statusCode = status;
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const source = sourceAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
  return {
    source,
    calls,
    async close() {
      await source.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A source as the configuration would make it, with a cache of its own. */
export function sourceAt(url: string, key = apiKey): HelpdeskSource {
  return iadvize.create(
    {
      name: 'boutique',
      url,
      timeoutMs: roomyTimes.source.timeoutMs,
      maxConcurrent: 16,
      requestsPerMinute: null,
      retries: 0,
      maxResponseMb: 1,
      cacheSeconds: {},
      apiKey: new Secret(key),
      timeZone: 'Europe/Paris',
      currency: null,
    },
    createOpenTransport({ cache: new MemoryCache({ maxBytes: 50_000_000 }) }),
  );
}

/** The context of a request that has ten seconds. */
export function callContext(fields: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + roomyTimes.server.requestTimeoutMs,
    bypassCache: false,
    ...fields,
  };
}

/** Of some chats those that `getHistory` answers. */
export function historyOf(chats: readonly ReturnType<typeof wireChat>[], { query }: ReceivedCall) {
  return chats.filter(({ datetime, opid }) => {
    const day = datetime.slice(0, 10).split('.').toReversed().join('-');
    const isWithin = day >= (query['sdate'] ?? '') && day <= (query['edate'] ?? '');
    return isWithin && (query['opid'] === undefined || query['opid'] === opid);
  });
}
