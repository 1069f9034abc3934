import type { Config } from '../config/config.ts';
import { pageHeaders } from './cors.ts';
import { entityTag, namesTag } from './entity-tag.ts';
import type { Route } from './run-route.ts';
import { sendJson, sendText } from './send-json.ts';

/**
 * The route of a text about the schema, unless introspection is switched off. `text` gives the same each time. A caller
 * that has it already is told so, and the pages of `cors` may read it.
 */
export function schemaRoute(
  type: string,
  text: () => string,
  { server: { introspection, cors } }: Pick<Config, 'server'>,
  contentPolicy?: string,
): Route {
  let tag: string | undefined;
  return (request, response) => {
    if (cors.length > 0) response.setHeader('Vary', 'Origin');
    response.setHeaders(new Headers(pageHeaders(request.headers.origin, cors)));
    if (!introspection) return sendJson(response, 404, { error: 'the schema is not shown here' });
    tag ??= entityTag(text());
    response.setHeader('ETag', tag);
    // After an update of the gateway the text is another one.
    response.setHeader('Cache-Control', 'no-cache');
    if (contentPolicy) response.setHeader('Content-Security-Policy', contentPolicy);
    if (!namesTag(request.headers['if-none-match'], tag)) return sendText(response, 200, type, text());
    response.writeHead(304).end();
  };
}
