import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FinishedAnswer } from '../contract/answer-store.ts';
import type { AskedQuery } from './answer-request.ts';
import type { GraphqlServer } from './create-graphql-server.ts';
import { entityTag } from './entity-tag.ts';
import type { RequestState } from './request-state.ts';

/** A request whose body was read already. */
export interface ReadRequest {
  readonly request: IncomingMessage;
  readonly query: AskedQuery;
  /** null = there is none, or its content is passed on beside the request. */
  readonly body: string | null;
}

/** Makes the request for the GraphQL server, under the id of the one that came. */
export function innerRequest(
  graphql: GraphqlServer,
  { request, query, body }: ReadRequest,
  { signal, id }: { readonly signal: AbortSignal; readonly id: string },
): Request {
  const headers = { ...(request.headers as Record<string, string>), 'x-request-id': id };
  const address = `http://${request.headers.host || 'gateway'}${query.address}`;
  return new graphql.fetchAPI.Request(address, { method: query.method, headers, body, signal });
}

/** Headers that belong to one exchange and not to the content. */
const exchangeHeaders = ['connection', 'content-length', 'date', 'transfer-encoding', 'x-request-id'];

/** The answer of the GraphQL server, ready to be sent and, unless it tells of errors, to be sent again. */
export async function finishAnswer(response: Response, state: RequestState): Promise<FinishedAnswer> {
  const body = Buffer.from(await response.text());
  const { operation = null, codes = [] } = state.record ?? {};
  const isClean = response.status === 200 && codes.length === 0;
  const headers = new Headers(response.headers);
  const tag = isClean ? tagOf(body, headers.get('content-type') ?? '') : null;
  for (const name of exchangeHeaders) headers.delete(name);
  if (tag !== null) headers.set('ETag', tag);
  return {
    status: response.status,
    headers: [...headers].flat(),
    body,
    tag,
    requestId: state.id,
    operation,
    codes,
  };
}

/** The entity tag of a body in a media type: the same bytes in another type are another representation. */
function tagOf(body: Uint8Array, type: string): string {
  return entityTag(body, type.startsWith('application/json') ? '' : '-r');
}

/**
 * Streams an answer of the GraphQL server as it comes, no faster than the caller takes it. Fails when the caller has
 * left.
 */
export async function forward(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  await pipeline(answer.body ?? [], response);
}
