import type { YogaServerOptions } from 'graphql-yoga';

type CorsOptions = YogaServerOptions<object, object>['cors'];

/** How long a browser may remember that a page may call, in seconds. */
const remembered = 7200;

/** Which web pages may call: those of the origins, `*` = all. Nobody else is told anything, least of all `null`. */
export function corsFor(origins: readonly string[]): CorsOptions {
  if (origins.length === 0) return false;
  const all = origins.includes('*');
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !(all || origins.includes(origin))) return false;
    return {
      // The origin that asks, and no other.
      origin: '*',
      methods: ['GET', 'POST', 'OPTIONS'],
      // Callers are known by a header of their own, never by a cookie.
      credentials: false,
      exposedHeaders: ['ETag', 'X-Request-Id'],
      maxAge: remembered,
    };
  };
}
