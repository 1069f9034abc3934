import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FinishedAnswer } from '../contract/answer-store.ts';
import { namesTag } from './entity-tag.ts';

/** Whom an answer is sent to. */
export interface AnswerTarget {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/** Sends an answer, or 304 where the caller has it already. Gives the status. */
export function sendAnswer(answer: FinishedAnswer, { request, response, requestId }: AnswerTarget): number {
  const { status, headers, tag } = answer;
  const own = [...headers, 'X-Request-Id', requestId];
  if (tag !== null && request.method === 'GET' && namesTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, own).end();
    return 304;
  }
  const body = ownBody(answer, requestId);
  own.push('Content-Length', String(body.length));
  response.writeHead(status, own).end(body);
  return status;
}

/**
 * The body with the id of the request that it is sent to, as errors name their request. It is replaced with its
 * quotation marks, which would be escaped inside a text.
 */
function ownBody({ body, codes, requestId: madeFor }: FinishedAnswer, requestId: string): Uint8Array {
  if (codes.length === 0 || madeFor === requestId) return body;
  const text = Buffer.from(body).toString('utf8');
  return Buffer.from(text.replaceAll(`"requestId":"${madeFor}"`, `"requestId":"${requestId}"`));
}
