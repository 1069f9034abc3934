import type { IncomingMessage } from 'node:http';
import type { GraphQLParams } from 'graphql-yoga';
import { isAllowed } from './cors.ts';

/**
 * Whether requests with the same content may have one answer. `share`: also while it is being made. `alone`: only once
 * it is finished, as the document is not in the request. `none`: never.
 */
export type Sharing = 'alone' | 'none' | 'share';

/** A request that may be a query which other requests ask, too. */
export interface AskedQuery {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly address: string;
  readonly accept: string;
  /** The header `Origin`: the page that a browser speaks for; empty = no browser, or the gateway's own page. */
  readonly origin: string;
  /** Whether it reads past what is kept, and refreshes it. */
  readonly isFresh: boolean;
}

/** The largest body that is looked at, in bytes. Larger ones are left to the GraphQL server. */
const largestBody = 262_144;
const streamed = /text\/event-stream|multipart\//i;
/**
 * Words of operations that are not plain queries. They may have another meaning where they stand; such a query is
 * answered by the GraphQL server.
 */
const notJustRead = /\b(?:mutation|subscription|defer|stream)\b/;

/**
 * The query that a request asks, as far as its head tells; null = it is left to the GraphQL server. `cors`: origins of
 * web pages that may call.
 */
export function answerRequest(request: IncomingMessage, cors: readonly string[]): AskedQuery | null {
  const { headers, method, url = '' } = request;
  const { accept = '', origin = '', 'cache-control': cacheControl = '' } = headers;
  if (headers['x-deskgraph-explain'] !== undefined || streamed.test(accept)) return null;
  if (method !== 'POST' && method !== 'GET') return null;
  if (method === 'POST' ? !isPlainPost(request) : !isPlainGet(request, cors)) return null;
  const isFresh = /\bno-(?:cache|store)\b/i.test(cacheControl);
  return { method, address: url, accept, origin, isFresh };
}

/** Tells how a request may share its answer. `content`: that of a POST; null = its body is not an object. */
export function sharingOf({ method, address, accept }: AskedQuery, content: GraphQLParams | null): Sharing {
  if (method === 'POST' && !content) return 'none';
  const query = method === 'GET' ? searchOf(address).get('query') : content?.query;
  if (typeof query === 'string' && query !== '') return notJustRead.test(query) ? 'none' : 'share';
  // The document is known by its hash only, and may be one whose answer is streamed, which `Accept` would have to
  // allow.
  return accept === '' || accept.includes('*') ? 'none' : 'alone';
}

/** The object in a body; null = there is none, and the GraphQL server says what is wrong. */
export function contentOf(body: string): GraphQLParams | null {
  try {
    const content: unknown = JSON.parse(body);
    return typeof content === 'object' && !Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}

/**
 * Reads the body of a request. Instead of `onBody`, `onLeft` is called when the caller leaves before it has sent
 * everything.
 */
export function readBody(request: IncomingMessage, onBody: (body: Buffer) => void, onLeft: () => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [only = Buffer.of()] = chunks;
    onBody(chunks.length > 1 ? Buffer.concat(chunks) : only);
  });
  request.on('close', () => {
    if (!request.complete) onLeft();
  });
}

function isPlainPost(request: IncomingMessage): boolean {
  const { headers, url = '' } = request;
  const length = Number(headers['content-length'] ?? NaN);
  const type = headers['content-type'] ?? '';
  return (
    // A program around the gateway may have read the body; the GraphQL server looks where parsers of bodies put it.
    !request.readableEnded &&
    !url.includes('?') &&
    length <= largestBody &&
    headers['content-encoding'] === undefined &&
    /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)
  );
}

/** A query in the address, not sent by a page of another origin that may not call. */
function isPlainGet({ headers, url = '' }: IncomingMessage, cors: readonly string[]): boolean {
  if (!url.includes('?')) return false;
  if (headers.origin !== undefined) return isAllowed(headers.origin, cors);
  const site = headers['sec-fetch-site'] ?? 'none';
  return site === 'none' || site === 'same-origin';
}

function searchOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(url.indexOf('?')));
}
