import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerStore, FinishedAnswer } from '../contract/answer-store.ts';
import type { RequestRecord } from '../plugins/use-request-record.ts';
import { answerRequest, readBody, type AskedQuery } from './answer-request.ts';
import type { Caller, RequestHeaders } from './caller.ts';
import type { GraphqlServer } from './create-gateway.ts';
import { finishAnswer, forward, innerRequest } from './inner-request.ts';
import type { AnsweredState } from './request-log.ts';
import { requestIdFrom, stateOf } from './request-state.ts';
import { sendAnswer, sendTimeout } from './send-answer.ts';

/** What the path is made from. */
export interface AnswerPathOptions {
  readonly graphql: GraphqlServer;
  readonly answers: AnswerStore;
  /** Who sent a request; throws when nobody known did. */
  readonly callerOf: (request: RequestHeaders) => Caller | Promise<Caller>;
  readonly requestTimeoutMs: number;
  /** Told of every answer that was given without the GraphQL server. */
  readonly onShortcut: (record: RequestRecord, state: AnsweredState, headers: IncomingHttpHeaders) => void;
}

/** The GraphQL server gives up first and tells why. */
const graceMilliseconds = 1000;

/**
 * Answers GraphQL requests. Queries that are asked again while they are answered, or while their answer is still
 * good, never reach the GraphQL server; everything else does.
 */
export function createAnswerPath(options: AnswerPathOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = answerRequest(request);
    const caller = query && (await callerOrNull(options, request));
    // Who is not known, and what is no plain query, is answered there.
    if (!query || !caller) {
      await options.graphql(request, response);
      return;
    }
    const body = query.method === 'POST' ? await readBody(request) : null;
    if (body === undefined) return;
    await new Visit(options, { request, response, query, caller, body }).answer();
  };
}

async function callerOrNull(
  { callerOf }: AnswerPathOptions,
  { headers }: IncomingMessage,
): Promise<Caller | null> {
  const get = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  try {
    return await callerOf({ headers: { get } });
  } catch {
    return null;
  }
}

interface VisitParts {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: AskedQuery;
  readonly caller: Caller;
  /** Null = it is all in the address. */
  readonly body: string | null;
}

/** One request on its way. */
class Visit {
  readonly #options: AnswerPathOptions;
  readonly #parts: VisitParts;
  readonly #startedAt = Date.now();
  readonly #id: string;

  constructor(options: AnswerPathOptions, parts: VisitParts) {
    this.#options = options;
    this.#parts = parts;
    const given = parts.request.headers['x-request-id'];
    this.#id = requestIdFrom(typeof given === 'string' ? given : null);
  }

  async answer(): Promise<void> {
    const { query, caller, body } = this.#parts;
    // JSON, so that no part can reach into the next one.
    const scope = [caller.name, [...caller.sources.keys()], query.origin, query.accept, query.address];
    const key = `${JSON.stringify(scope)}${body ?? ''}`;
    const kept = query.isFresh ? undefined : await this.#options.answers.find(key);
    if (kept) return this.#send(kept, true);
    const sharing = query.sharingOf(body);
    if (sharing === 'none') return this.#forward();
    // Nobody who looks past the caches may wait for one who does not; what cannot be looked into is made for each.
    const suffix = sharing === 'alone' || query.isFresh ? { flight: randomUUID() } : {};
    await this.#make(key, suffix);
  }

  async #make(key: string, alone: { readonly flight?: string }): Promise<void> {
    const { graphql, answers, requestTimeoutMs } = this.#options;
    const deadline = this.#startedAt + requestTimeoutMs + graceMilliseconds;
    const signal = this.#signal();
    try {
      const answer = await answers.make(key, { signal, deadline, ...alone }, async (work) => {
        const inner = innerRequest(graphql, this.#parts, { signal: work.signal, id: this.#id });
        const state = stateOf(inner);
        state.caller = this.#parts.caller;
        state.life = work.life;
        return finishAnswer(await graphql.fetch(inner), state);
      });
      this.#send(answer, answer.requestId !== this.#id);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
      sendTimeout(this.#parts.response, this.#id);
      this.#tell({ operation: null, status: 504, codes: ['TIMEOUT'] });
    }
  }

  async #forward(): Promise<void> {
    const { graphql } = this.#options;
    const inner = innerRequest(graphql, this.#parts, { signal: this.#signal(), id: this.#id });
    stateOf(inner).caller = this.#parts.caller;
    await forward(await graphql.fetch(inner), this.#parts.response);
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

  /** Aborted when the caller goes away. */
  #signal(): AbortSignal {
    const controller = new AbortController();
    const { response } = this.#parts;
    response.once('close', () => {
      if (!response.writableFinished) controller.abort();
    });
    return controller.signal;
  }
}
