import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import { createMemoryOutcomeStore } from '../mutations/memory-outcome-store.ts';
import { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import type { GatewayContext } from '../resolvers/context.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { DocumentCache } from '../plugins/document-cache.ts';
import { createCallerLookup, type CallerLookup } from './caller.ts';
import { corsFor } from './cors.ts';
import { createContextFactory } from './create-context.ts';
import { gatewayPlugins } from './gateway-plugins.ts';
import { openChangeFeed } from './open-change-feed.ts';
import { createAnswerLog, createFaultLog } from './request-log.ts';
import { stateOf } from './request-state.ts';
import { createSchema } from './schema.ts';
import type { Log } from './log.ts';

/** What the GraphQL server is made of. */
export interface GraphqlServerOptions {
  readonly config: Config;
  readonly sources: SourceRegistry;
  readonly log: Log;
  /** Remembers how changes ended; left out = in this process only. */
  readonly outcomes?: OutcomeStore | undefined;
  /** Counts requests; left out = counted, but shown to nobody. */
  readonly metrics?: GatewayMetrics;
  /** Tells what changes in the sources; left out = one of its own, closed with the server. */
  readonly changes?: ChangeFeed;
  /** Tells who sent a request; left out = as the configuration says. */
  readonly callerOf?: CallerLookup;
  /** Follows requests; null or left out = nobody does. */
  readonly tracing?: Tracing | null;
}

/** The GraphQL server, without a port: hand it requests by `fetch` or as a node:http listener. */
export type GraphqlServer = YogaServerInstance<object, GatewayContext>;

/** Makes the GraphQL server: the plugins in their order around the resolvers. */
export function createGraphqlServer({
  config,
  sources,
  log,
  outcomes = createMemoryOutcomeStore(),
  metrics = new GatewayMetrics(),
  tracing = null,
  changes = openChangeFeed(config.server, log),
  callerOf = createCallerLookup(config.clients, sources, (message) => log.warn(message)),
}: GraphqlServerOptions): GraphqlServer {
  const documents = new DocumentCache();
  const onFault = createFaultLog(log);
  const onAnswer = createAnswerLog(log, metrics);
  const createContext = createContextFactory({
    config,
    outcomes,
    changes,
    onFault: (fault, request) => onFault(fault, stateOf(request).id),
  });
  return createYoga<object, GatewayContext>({
    schema: createSchema(config.limits.maxPageSize),
    context: createContext,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    extraParamNames: ['documentId'],
    multipart: false,
    cors: corsFor(config.server.cors),
    maxRequestBodySize: config.limits.maxBodyKb * 1024,
    parserAndValidationCache: documents.options,
    logging: false,
    maskedErrors: false,
    plugins: gatewayPlugins({
      documents,
      changes,
      config,
      sources,
      tracing,
      async identify(request) {
        stateOf(request).caller ??= await callerOf(request);
      },
      onFault,
      onAnswer: (record, request) => onAnswer(record, stateOf(request)),
    }),
  });
}
