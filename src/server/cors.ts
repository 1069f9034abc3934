import type { YogaServerOptions } from 'graphql-yoga';

type CorsOptions = YogaServerOptions<object, object>['cors'];

/** How long a browser may remember that a page may call, in seconds. */
const remembered = 7200;

/** What pages may read beside the body. */
const exposedHeaders = ['ETag', 'Retry-After', 'X-Request-Id'];

/** The headers with which a page that may call can read a refusal, too. */
export function refusalHeaders(
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

/** Which web pages may call: those of the origins, `*` = all. Nobody else is told anything, least of all `null`. */
export function corsFor(origins: readonly string[]): CorsOptions {
  if (origins.length === 0) return false;
  return (request) => {
    if (!isAllowed(request.headers.get('origin'), origins)) return false;
    return {
      // The origin that asks, and no other.
      origin: '*',
      methods: ['GET', 'POST', 'OPTIONS'],
      // Callers are known by a header of their own, never by a cookie.
      credentials: false,
      exposedHeaders,
      maxAge: remembered,
    };
  };
}

function isAllowed(origin: string | null, origins: readonly string[]): boolean {
  return origin !== null && (origins.includes('*') || origins.includes(origin));
}
