import type { YogaServerOptions } from 'graphql-yoga';

type CorsOptions = YogaServerOptions<object, object>['cors'];

/** How long a browser may remember that a page may call, in seconds. */
const remembered = 7200;

/** Headers that pages may read besides the body. */
const exposedHeaders = ['ETag', 'Retry-After', 'X-Request-Id'];

/** The headers that let a page that may call read refusals and the schema, too. */
export function pageHeaders(
  origin: string | undefined,
  origins: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === undefined || !isAllowed(origin, origins)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': exposedHeaders.join(', '),
    Vary: 'Origin',
  };
}

/**
 * CORS for web pages of the given origins; `*` = all. Pages of other origins get no headers at all, not even `null`.
 */
export function corsFor(origins: readonly string[]): CorsOptions {
  if (origins.length === 0) return false;
  return (request) => {
    if (!isAllowed(request.headers.get('origin'), origins)) return false;
    return {
      // For yoga this means: the origin that asks, and no other.
      origin: '*',
      methods: ['GET', 'POST', 'OPTIONS'],
      // Callers are known by a header of their own, never by a cookie.
      credentials: false,
      exposedHeaders,
      maxAge: remembered,
    };
  };
}

/** Whether the pages of an origin may call. */
export function isAllowed(origin: string | null, origins: readonly string[]): boolean {
  return origin !== null && (origins.includes('*') || origins.includes(origin));
}
