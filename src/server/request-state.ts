import { randomUUID } from 'node:crypto';
import type { GraphQLParams } from 'graphql-yoga';
import type { AnswerLife } from '../contract/answer-life.ts';
import type { CallEvent } from '../contract/call-context.ts';
import type { RequestRecord } from '../plugins/use-request-record.ts';
import type { RequestTrace } from '../tracing/request-trace.ts';
import type { Caller } from './caller.ts';

/** What is known of a request before its document is read. */
export interface RequestState {
  /** From the header X-Request-Id when it is sane, else made up. */
  readonly id: string;
  readonly startedAt: number;
  /** Its body as an object, where it was read before it came to the GraphQL server. */
  content?: GraphQLParams;
  /** Who sent it, once that is known. */
  caller?: Caller;
  /** Calls made to vendors for it. */
  calls: number;
  /** Collects what happens when the caller asked for an explanation. */
  readonly events: CallEvent[] | undefined;
  /** Gathers for how long the answer may be kept, when it is to be kept. */
  life?: AnswerLife;
  /** To be called when it was answered. */
  onAnswered?: () => void;
  /** What was recorded of it when it was answered. */
  record?: RequestRecord;
  /** Its trace, where requests are traced. */
  trace?: RequestTrace;
}

const saneId = /^[A-Za-z0-9._:-]{1,128}$/;

const states = new WeakMap<Request, RequestState>();

/** The state of a request; made when it is first asked for. */
export function stateOf(request: Request): RequestState {
  let state = states.get(request);
  if (!state) {
    state = {
      id: requestIdFrom(request.headers.get('x-request-id')),
      startedAt: Date.now(),
      calls: 0,
      events: request.headers.get('x-deskgraph-explain') === '1' ? [] : undefined,
    };
    states.set(request, state);
  }
  return state;
}

/** The id that a caller gave a request, where it is sane; else a new one. */
export function requestIdFrom(given: string | null | undefined): string {
  return given && saneId.test(given) ? given : randomUUID();
}
