import type { IncomingMessage, ServerResponse } from 'node:http';
import { firstHeader } from './first-header.ts';
import { refusalAnswer, type Refusal } from './refusal.ts';

/** Whom a refusal is sent to. */
export interface RefusedRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** @default the one that the caller gave, else a new one */
  readonly requestId?: string;
}

/** Refuses a request; the pages of `cors` may read why. Gives the status. */
export function sendRefusal(
  refusal: Refusal,
  { request, response, requestId }: RefusedRequest,
  cors: readonly string[],
): number {
  const given = requestId === undefined ? request.headers : { ...request.headers, 'x-request-id': requestId };
  const { status, headers, body } = refusalAnswer(refusal, (name) => firstHeader(given, name), cors);
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
  return status;
}
