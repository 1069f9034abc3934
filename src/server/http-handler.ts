import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ClientConfig, Config } from '../config/config.ts';
import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import type { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import { acceptedRanges, qualityOf } from '../plugins/accepted-types.ts';
import { Admission } from './admission.ts';
import {
  graphiqlContentPolicy,
  renderGraphiqlPage,
  type GraphiqlPage,
  type GraphiqlPageOptions,
} from './graphiql.ts';
import { exampleTabs } from './graphiql-tabs/example-tabs.ts';
import { namedSources } from './graphiql-tabs/named-sources.ts';
import { pageContentPolicy } from './page-style.ts';
import type { LifePhase } from './life-phase.ts';
import { noHost, overloaded, shuttingDown, type Refusal } from './refusal.ts';
import { runRoute } from './run-route.ts';
import { introspectedDefinitions, typeDefinitions } from './schema.ts';
import { schemaPage } from './schema-page.ts';
import { sendJson, sendText } from './send-json.ts';
import { sendRefusal } from './send-refusal.ts';
import { statusPage } from './status-page.ts';
import { redisStatus, slotsOf, statusReport, type RedisStatus } from './status-report.ts';

/** What the routes need. */
export interface HttpHandlerOptions {
  readonly config: Config;
  readonly sources: SourceRegistry;
  readonly changes: ChangeFeed;
  /** Answers GraphQL requests. */
  readonly graphql: Route;
  readonly metrics: GatewayMetrics;
  /** null = there is none. */
  readonly redis: { readonly usable: boolean } | null;
  readonly phase: () => LifePhase;
}

/** Answers the requests of one path. */
export type Route = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Answers every route of the gateway. */
export function createHttpHandler(options: HttpHandlerOptions): RequestListener {
  const { config, sources, changes, graphql, metrics, redis, phase } = options;
  const admission = new Admission(config.limits);
  const startedAt = new Date();
  let graphiql: Promise<GraphiqlPage> | undefined;
  const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal): void => {
    metrics.refusal(refusal);
    sendRefusal(refusal, { request, response }, config.server.cors);
  };
  const routes: Readonly<Record<string, Route>> = {
    '/': (request, response) => sendStatus(request, response, { ...options, startedAt }),
    '/health': (_request, response) => sendJson(response, 200, { status: 'alive' }),
    '/ready': (_request, response) =>
      sendJson(response, phase() === 'ready' ? 200 : 503, readiness(phase(), sources, redisStatus(redis))),
    '/metrics': async (_request, response) =>
      sendText(response, 200, metrics.contentType, await metrics.text(sources, changes.roles(), redis)),
    '/docs': schemaRoute('text/html; charset=utf-8', schemaPage, options, pageContentPolicy),
    '/schema.graphql': schemaRoute('text/plain; charset=utf-8', typeDefinitions, options),
    '/schema.json': schemaRoute('application/json; charset=utf-8', introspectedDefinitions, options),
    '/graphql': (request, response) => {
      // A page that asks whether it may ask: it could not read a refusal.
      if (request.method === 'OPTIONS') return runRoute(response, () => graphql(request, response));
      if (phase() === 'draining') return refuse(request, response, shuttingDown);
      if (!namesHost(request)) return refuse(request, response, noHost);
      if (config.server.graphiql && wantsPage(request)) {
        graphiql ??= renderGraphiqlPage(graphiqlOptions(config, sources));
        return sendGraphiql(request, response, graphiql);
      }
      const begin = (): void => {
        // Whoever has left meanwhile needs no answer.
        if (!response.destroyed) runRoute(response, () => graphql(request, response));
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

/** What a request to a proxy has before its path. */
const origin = /^https?:\/\/[^/?]*\/?/i;

function graphiqlOptions(
  { clients, limits, sources: settings }: Config,
  sources: SourceRegistry,
): GraphiqlPageOptions {
  const mayWrite = clients.every(({ access }) => access === 'write');
  const names = namedSources(seenByAll(sources, clients), settings, mayWrite);
  return { tabs: exampleTabs(names, limits.maxPageSize), asksForKey: clients.length > 0 };
}

/** Who opens the page has not said yet who they are: what it names exists for every client. */
function seenByAll(sources: SourceRegistry, clients: readonly ClientConfig[]): readonly HelpdeskSource[] {
  return [...sources.values()].filter(({ name }) =>
    clients.every((client) => client.sources?.includes(name) ?? true),
  );
}

/** Whether the address of a request can be told. Who names no host, as in HTTP/1.0, need not. */
function namesHost({ headers: { host } }: IncomingMessage): boolean {
  return !host || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`));
}

function schemaRoute(
  type: string,
  text: () => string,
  { config }: HttpHandlerOptions,
  contentPolicy?: string,
): Route {
  return (_request, response) => {
    if (!config.server.introspection)
      return sendJson(response, 404, { error: 'the schema is not told here' });
    if (contentPolicy) response.setHeader('Content-Security-Policy', contentPolicy);
    return sendText(response, 200, type, text());
  };
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

/** A browser that opens the address. With `?query=` too: GraphiQL writes that into its address while one types. */
function wantsPage(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && wantsHtml(request);
}

function wantsHtml({ headers: { accept = '' } }: IncomingMessage): boolean {
  const named = acceptedRanges(accept, 'text/html').some(({ pattern }) => pattern === 'text/html');
  return named && !accept.includes('json');
}

/** A page for a browser, JSON for everything else. */
function sendStatus(
  request: IncomingMessage,
  response: ServerResponse,
  { config, sources, metrics, redis, phase, startedAt }: HttpHandlerOptions & { readonly startedAt: Date },
): void {
  const report = statusReport({ phase: phase(), startedAt, redis: redisStatus(redis) }, sources, metrics);
  response.setHeader('Vary', 'Accept');
  response.setHeader('Cache-Control', 'no-store');
  if (!wantsHtml(request)) return sendJson(response, 200, report);
  const page = statusPage(report, {
    graphiql: config.server.graphiql,
    schema: config.server.introspection,
    slotsOf: (name) => slotsOf(name, metrics),
  });
  response.setHeader('Content-Security-Policy', pageContentPolicy);
  sendText(response, 200, 'text/html; charset=utf-8', page);
}

async function sendGraphiql(
  request: IncomingMessage,
  response: ServerResponse,
  page: Promise<GraphiqlPage>,
): Promise<void> {
  const { plain, gzipped, tag } = await page;
  const compressed = qualityOf(request.headers['accept-encoding'] ?? '', 'gzip') > 0;
  response.setHeader('Vary', 'Accept, Accept-Encoding');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (compressed) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Security-Policy', graphiqlContentPolicy);
  sendText(response, 200, 'text/html; charset=utf-8', compressed ? gzipped : plain);
}
