import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLParams } from 'graphql-yoga';
import type { AnswerStore, AnswerWork, FinishedAnswer } from '../contract/answer-store.ts';
import type { Waiter } from '../contract/waiter.ts';
import { neverSent, type RequestRecord } from '../plugins/use-request-record.ts';
import { answerRequest, contentOf, readBody, sharingOf, type AskedQuery } from './answer-request.ts';
import { isStreamed } from '../plugins/streamed-answer.ts';
import type { Caller, CallerLookup } from './caller.ts';
import type { GraphqlServer } from './create-graphql-server.ts';
import { finishAnswer, forward, innerRequest } from './inner-request.ts';
import type { AnsweredState } from './request-log.ts';
import { firstHeader } from './first-header.ts';
import { RecentRequests } from './recent-requests.ts';
import { timedOut } from './refusal.ts';
import { runRoute, type Route } from './run-route.ts';
import { requestIdFrom, stateOf } from './request-state.ts';
import { sendAnswer } from './send-answer.ts';
import { sendRefusal } from './send-refusal.ts';

/** Options of `createAnswerPath`. */
export interface AnswerPathOptions {
  readonly graphql: GraphqlServer;
  readonly answers: AnswerStore;
  /** Tells who sent a request; throws for an unknown caller. */
  readonly callerOf: CallerLookup;
  readonly requestTimeoutMs: number;
  /** Origins of web pages that may call; `*` = all. */
  readonly cors: readonly string[];
  /** Told of every answer that was given without the GraphQL server. */
  readonly onShortcut: (record: RequestRecord, state: AnsweredState, headers: IncomingHttpHeaders) => void;
}

/** How much longer than the GraphQL server the path waits, so that the server gives up first and says why. */
const graceMilliseconds = 1000;

/**
 * Answers GraphQL requests. Queries that are asked again while they are answered, or while their answer is still
 * good, never reach the GraphQL server; everything else does.
 */
export function createAnswerPath(options: AnswerPathOptions): Route {
  const bodies = new RecentRequests();
  return (request, response) => {
    const query = answerRequest(request, options.cors);
    // Anything but a plain query, and unknown callers, are left to the GraphQL server.
    if (!query) return options.graphql(request, response);
    const begin = (caller: Caller | null) =>
      caller
        ? new Visit(options, { request, response, query, caller }).begin(bodies)
        : options.graphql(request, response);
    const caller = callerOrNull(options.callerOf, request);
    return caller instanceof Promise ? caller.then(begin) : begin(caller);
  };
}

function callerOrNull(
  callerOf: CallerLookup,
  { headers }: IncomingMessage,
): Caller | Promise<Caller | null> | null {
  try {
    const caller = callerOf({ headers: { get: (name) => firstHeader(headers, name) } });
    return caller instanceof Promise ? caller.catch(() => null) : caller;
  } catch {
    return null;
  }
}

interface VisitParts {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: AskedQuery;
  readonly caller: Caller;
}

/** One request on its way through the path. */
class Visit {
  readonly #options: AnswerPathOptions;
  readonly #parts: VisitParts;
  readonly #startedAt = Date.now();
  readonly #id: string;
  /** The body; empty = the whole query is in the address. */
  #body = '';

  constructor(options: AnswerPathOptions, parts: VisitParts) {
    this.#options = options;
    this.#parts = parts;
    this.#id = requestIdFrom(firstHeader(parts.request.headers, 'x-request-id'));
  }

  begin(bodies: RecentRequests): Promise<void> | undefined {
    const { request, response, query, caller } = this.#parts;
    // Neither headers nor addresses can hold NUL, which separates the parts.
    const scope = `${caller.scope}\0${query.origin}\0${query.accept}\0${query.address}`;
    if (query.method === 'GET') return this.#answer(scope);
    const onBody = (bytes: Buffer): void => {
      const { text, key } = bodies.read(scope, bytes);
      this.#body = text;
      runRoute(response, () => this.#answer(key));
    };
    readBody(request, onBody, () => this.#tell({ operation: null, ...neverSent }));
    return undefined;
  }

  /** Answers the request; undefined = at once, with an answer that was kept. */
  #answer(key: string): Promise<void> | undefined {
    const { answers } = this.#options;
    const { query } = this.#parts;
    // A request that reads past the caches gets no kept answer, and does not wait for one that is made from the caches.
    const shared = query.isFresh ? null : answers;
    const kept = shared?.find(key);
    if (kept) {
      this.#send(kept, true);
      return undefined;
    }
    const waiter = this.#waiter();
    const joined = shared?.join(key, waiter);
    if (joined) return this.#sendWhenReady(joined, waiter, true);
    const content = query.method === 'POST' ? contentOf(this.#body) : null;
    const sharing = sharingOf(query, content);
    if (sharing === 'none') return this.#forward(content, waiter);
    const isShared = sharing === 'share' && !query.isFresh;
    const made = answers.make(key, waiter, { isShared, work: (work) => this.#make(content, work) });
    return this.#sendWhenReady(made, waiter, false);
  }

  /** A waiter that leaves when the caller does. */
  #waiter(): Waiter {
    const controller = new AbortController();
    const { response } = this.#parts;
    response.once('close', () => {
      if (!response.writableFinished) controller.abort();
    });
    const deadline = this.#startedAt + this.#options.requestTimeoutMs + graceMilliseconds;
    return { signal: controller.signal, deadline };
  }

  async #make(content: GraphQLParams | null, { signal, life }: AnswerWork): Promise<FinishedAnswer> {
    const inner = this.#innerRequest(content, signal);
    const state = stateOf(inner);
    state.life = life;
    return finishAnswer(await this.#options.graphql.fetch(inner), state);
  }

  /** `isJoined`: the answer is made for another request, and with a line in the log for that one only. */
  async #sendWhenReady(
    answer: Promise<FinishedAnswer>,
    { signal }: Waiter,
    isJoined: boolean,
  ): Promise<void> {
    try {
      const finished = await answer;
      this.#send(finished, finished.requestId !== this.#id);
    } catch (error) {
      if (signal.aborted) {
        if (isJoined) this.#tell({ operation: null, ...neverSent });
        return;
      }
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
      const { request, response } = this.#parts;
      const target = { request, response, requestId: this.#id };
      const status = sendRefusal(timedOut, target, this.#options.cors);
      this.#tell({ operation: null, status, codes: ['TIMEOUT'] });
    }
  }

  async #forward(content: GraphQLParams | null, { signal }: Waiter): Promise<void> {
    const inner = this.#innerRequest(content, signal);
    const answer = await this.#options.graphql.fetch(inner);
    // An answer in one piece to GET has a tag, although it is not shared.
    if (this.#parts.query.method === 'GET' && !isStreamed(answer.headers))
      this.#send(await finishAnswer(answer, stateOf(inner)), false);
    else await forward(answer, this.#parts.response);
  }

  #innerRequest(content: GraphQLParams | null, signal: AbortSignal): Request {
    const { request, query, caller } = this.#parts;
    const read = { request, query, body: query.method === 'GET' || content ? null : this.#body };
    const inner = innerRequest(this.#options.graphql, read, { signal, id: this.#id });
    const state = stateOf(inner);
    state.caller = caller;
    if (content) state.content = content;
    return inner;
  }

  #send(answer: FinishedAnswer, isShortcut: boolean): void {
    const { request, response } = this.#parts;
    const status = sendAnswer(answer, { request, response, requestId: this.#id });
    if (isShortcut) this.#tell({ operation: answer.operation, status, codes: answer.codes });
  }

  #tell(record: RequestRecord): void {
    const { caller, request } = this.#parts;
    const state = { id: this.#id, startedAt: this.#startedAt, calls: 0, caller };
    this.#options.onShortcut(record, state, request.headers);
  }
}
