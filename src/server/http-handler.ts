import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { isLoopback } from '../config/open-listening.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import { Admission } from './admission.ts';
import { firstHeader } from './first-header.ts';
import { graphiqlRoute } from './graphiql-route.ts';
import type { LifePhase } from './life-phase.ts';
import { pageContentPolicy } from './page-style.ts';
import {
  bodyGone,
  callerLeft,
  foreignHost,
  noHost,
  overloaded,
  shuttingDown,
  type Refusal,
} from './refusal.ts';
import { requestIdFrom } from './request-state.ts';
import { runRoute, type Route } from './run-route.ts';
import { introspectedDefinitions, typeDefinitions } from './schema.ts';
import { schemaPage } from './schema-page.ts';
import { schemaRoute } from './schema-route.ts';
import { sendJson, sendText } from './send-json.ts';
import { sendRefusal } from './send-refusal.ts';
import { redisStatus, type RedisStatus } from './status-report.ts';
import { statusRoute, type StatusRouteOptions } from './status-route.ts';
import { wantsHtml } from './wants-html.ts';

/** What the routes need. */
export interface HttpHandlerOptions extends StatusRouteOptions {
  readonly changes: ChangeFeed;
  /** Answers GraphQL requests. */
  readonly graphql: Route;
  /** Told of every GraphQL request that is refused, or whose caller leaves, before it begins, with its id. */
  readonly onRefusal: (refusal: Pick<Refusal, 'code' | 'status'>, requestId: string) => void;
}

/** Answers every route of the gateway. */
export function createHttpHandler(options: HttpHandlerOptions): RequestListener {
  const { config, sources, changes, graphql, metrics, redis, phase, onRefusal } = options;
  const admission = new Admission(config.limits);
  const { host, allowAnonymous } = config.server;
  const isLocal = config.clients.length === 0 && !allowAnonymous && isLoopback(host);
  const graphiql = graphiqlRoute(config, sources);
  const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal): void => {
    const requestId = idOf(request);
    sendRefusal(refusal, { request, response, requestId }, config.server.cors);
    onRefusal(refusal, requestId);
  };
  const routes: Readonly<Record<string, Route>> = {
    '/': statusRoute(options),
    '/health': (_request, response) => sendJson(response, 200, { status: 'alive' }),
    '/ready': (_request, response) =>
      sendJson(response, phase() === 'ready' ? 200 : 503, readiness(phase(), sources, redisStatus(redis))),
    '/metrics': async (_request, response) =>
      sendText(response, 200, metrics.contentType, await metrics.text(sources, changes.roles(), redis)),
    '/docs': schemaRoute('text/html; charset=utf-8', schemaPage, config, pageContentPolicy),
    '/schema.graphql': schemaRoute('text/plain; charset=utf-8', typeDefinitions, config),
    '/schema.json': schemaRoute('application/json; charset=utf-8', introspectedDefinitions, config),
    '/graphql': (request, response) => {
      // A preflight request is always answered: without an answer, the page could not read a later refusal.
      if (request.method === 'OPTIONS') return runRoute(response, () => graphql(request, response));
      if (phase() === 'draining') return refuse(request, response, shuttingDown);
      if (!namesHost(request)) return refuse(request, response, noHost);
      if (isLocal && namesDomain(request)) return refuse(request, response, foreignHost);
      if (isBodyGone(request)) return refuse(request, response, bodyGone);
      if (config.server.graphiql && wantsPage(request)) return graphiql(request, response);
      const begin = (): void => {
        // A caller that has left meanwhile needs no answer.
        if (response.destroyed) onRefusal(callerLeft, idOf(request));
        else runRoute(response, () => graphql(request, response));
      };
      if (!admission.admit(begin)) refuse(request, response, overloaded);
    },
  };
  return (request, response) => {
    request.url = request.url?.replace(origin, '/');
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (phase() === 'draining') response.setHeader('Connection', 'close');
    const route = routes[path];
    if (!route) return sendJson(response, 404, { error: 'not found', routes: Object.keys(routes) });
    if (path !== '/graphql' && request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendJson(response, 405, { error: `${request.method} is not possible here; use GET` });
    }
    runRoute(response, () => route(request, response));
  };
}

function idOf({ headers }: IncomingMessage): string {
  return requestIdFrom(firstHeader(headers, 'x-request-id'));
}

/** The origin that a request in the form for proxies has before its path. */
const origin = /^https?:\/\/[^/?]*\/?/i;

/** Whether a URL can be made with the host that a request names. A request may also name none, as in HTTP/1.0. */
function namesHost({ headers: { host } }: IncomingMessage): boolean {
  return !host || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`));
}

/** Whether the body was read before the request came here, and is not where parsers of bodies put it. */
function isBodyGone(request: IncomingMessage & { readonly body?: unknown }): boolean {
  return request.readableEnded && request.method === 'POST' && request.body === undefined;
}

/** Ends of names that nobody can own. */
const reservedEnd = /\.(?:localhost|test|example|invalid)\.?$/;

/** Whether a request names a host by a domain that somebody may own, who decides which address it has. */
function namesDomain({ headers: { host } }: IncomingMessage): boolean {
  if (!host) return false;
  const { hostname } = new URL(`http://${host}`);
  return /[^.]\.[^.]/.test(hostname) && !reservedEnd.test(hostname) && isIP(hostname) === 0;
}

function readiness(phase: LifePhase, sources: SourceRegistry, redis: RedisStatus) {
  return {
    status: phase,
    redis,
    sources: Object.fromEntries(
      [...sources].map(([name, source]) => [name, { vendor: source.vendor, status: source.status() }]),
    ),
  };
}

/**
 * Whether a browser opens the address, with `?query=`, too: GraphiQL writes the query into its address as one types.
 */
function wantsPage(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && wantsHtml(request);
}
