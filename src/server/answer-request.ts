import type { IncomingMessage } from 'node:http';
import type { GraphQLParams } from 'graphql-yoga';

/**
 * Whether requests with the same content may have one answer: `share` it at once, find it only when it is `alone`
 * finished (its document is not in the request), or `none`.
 */
export type Sharing = 'alone' | 'none' | 'share';

/** A request that may be a query like others. */
export interface AskedQuery {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly address: string;
  readonly accept: string;
  /** Who a browser says it speaks for; empty = no browser, or the page is the gateway's own. */
  readonly origin: string;
  /** Reads past what is kept, and renews it. */
  readonly isFresh: boolean;
}

/** Larger ones, as far as they are taken at all, are left to the GraphQL server. */
const largestBody = 262_144;
const streamed = /text\/event-stream|multipart\//i;
/** Words that may stand elsewhere, too: such a query is answered all the same. */
const notJustRead = /\b(?:mutation|subscription|defer|stream)\b/;

/** What a request asks, when it may be a query like others; null = only the GraphQL server can tell. */
export function answerRequest(request: IncomingMessage): AskedQuery | null {
  const { headers, method, url = '' } = request;
  const { accept = '', origin = '', 'cache-control': cacheControl = '' } = headers;
  if (headers['x-deskgraph-explain'] !== undefined || streamed.test(accept)) return null;
  if (method !== 'POST' && method !== 'GET') return null;
  if (method === 'POST' ? !isPlainPost(request) : !isPlainGet(request)) return null;
  const isFresh = /\bno-(?:cache|store)\b/i.test(cacheControl);
  return { method, address: url, accept, origin, isFresh };
}

/** `content`: of a POST; null = its body is no object. */
export function sharingOf({ method, address, accept }: AskedQuery, content: GraphQLParams | null): Sharing {
  if (method === 'POST' && !content) return 'none';
  const query = method === 'GET' ? searchOf(address).get('query') : content?.query;
  if (typeof query === 'string' && query !== '') return notJustRead.test(query) ? 'none' : 'share';
  // The document is known by its hash. An answer that comes bit by bit must have been asked for.
  return accept === '' || accept.includes('*') ? 'none' : 'alone';
}

/** What a body holds; null = no object, of which the GraphQL server tells what is wrong. */
export function contentOf(body: string): GraphQLParams | null {
  try {
    const content: unknown = JSON.parse(body);
    return typeof content === 'object' && !Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}

/** Reads the body of a request. Nobody is called back when the caller goes away before it has sent it. */
export function readBody(request: IncomingMessage, onBody: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [only = Buffer.of()] = chunks;
    onBody(chunks.length > 1 ? Buffer.concat(chunks) : only);
  });
}

function isPlainPost({ headers, url = '' }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? NaN);
  const type = headers['content-type'] ?? '';
  return (
    !url.includes('?') &&
    length <= largestBody &&
    headers['content-encoding'] === undefined &&
    /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)
  );
}

/** A query in the address, not sent by a page of another origin. */
function isPlainGet({ headers, url = '' }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return url.includes('?') && headers.origin === undefined && (site === 'none' || site === 'same-origin');
}

function searchOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(url.indexOf('?')));
}
