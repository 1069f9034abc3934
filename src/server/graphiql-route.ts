import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientConfig, Config } from '../config/config.ts';
import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import { qualityOf } from '../plugins/accepted-types.ts';
import { namesTag } from './entity-tag.ts';
import {
  graphiqlContentPolicy,
  renderGraphiqlPage,
  type GraphiqlPage,
  type GraphiqlPageOptions,
} from './graphiql.ts';
import { exampleTabs } from './graphiql-tabs/example-tabs.ts';
import { namedSources } from './graphiql-tabs/named-sources.ts';
import type { Route } from './run-route.ts';
import { sendText } from './send-json.ts';

/** Sends the GraphiQL page, which is made when it is first asked for. */
export function graphiqlRoute(config: Config, sources: SourceRegistry): Route {
  let page: Promise<GraphiqlPage> | undefined;
  return (request, response) =>
    sendGraphiql(request, response, (page ??= renderGraphiqlPage(graphiqlOptions(config, sources))));
}

function graphiqlOptions(
  { clients, limits, sources: settings }: Config,
  sources: SourceRegistry,
): GraphiqlPageOptions {
  const mayWrite = clients.every(({ access }) => access === 'write');
  const names = namedSources(seenByAll(sources, clients), settings, mayWrite);
  return { tabs: exampleTabs(names, limits.maxPageSize), asksForKey: clients.length > 0 };
}

/** The sources that exist for every client: whoever opens the page has not said yet which one they are. */
function seenByAll(sources: SourceRegistry, clients: readonly ClientConfig[]): readonly HelpdeskSource[] {
  return [...sources.values()].filter(({ name }) =>
    clients.every((client) => client.sources?.includes(name) ?? true),
  );
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
  if (namesTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return;
  }
  if (compressed) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Security-Policy', graphiqlContentPolicy);
  sendText(response, 200, 'text/html; charset=utf-8', compressed ? gzipped : plain);
}
