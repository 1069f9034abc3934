import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import type { LifePhase } from './life-phase.ts';
import { pageContentPolicy } from './page-style.ts';
import type { Route } from './run-route.ts';
import { sendJson, sendText } from './send-json.ts';
import { statusPage } from './status-page.ts';
import { redisStatus, statusReport } from './status-report.ts';
import { wantsHtml } from './wants-html.ts';

/** What is told at `/`. */
export interface StatusRouteOptions {
  readonly config: Config;
  readonly sources: SourceRegistry;
  readonly metrics: GatewayMetrics;
  /** null = there is none. */
  readonly redis: { readonly usable: boolean } | null;
  readonly phase: () => LifePhase;
}

/**
 * Tells how the gateway is doing: a page for a browser, JSON for everything else. The report says that the process
 * began to answer when the route was made.
 */
export function statusRoute({ config, sources, metrics, redis, phase }: StatusRouteOptions): Route {
  const startedAt = new Date();
  return (request, response) => {
    const report = statusReport({ phase: phase(), startedAt, redis: redisStatus(redis) }, sources, metrics);
    response.setHeader('Vary', 'Accept');
    response.setHeader('Cache-Control', 'no-store');
    if (!wantsHtml(request)) return sendJson(response, 200, report);
    const page = statusPage(report, {
      graphiql: config.server.graphiql,
      schema: config.server.introspection,
      slotsOf: (name) => metrics.activity(name).summary().slots,
    });
    response.setHeader('Content-Security-Policy', pageContentPolicy);
    sendText(response, 200, 'text/html; charset=utf-8', page);
  };
}
