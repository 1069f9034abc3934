import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createYoga, useExecutionCancellation, type YogaServerInstance } from 'graphql-yoga';
import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import { createCursorCodec } from '../federation/cursor-codec.ts';
import { createLoaders } from '../loaders/loaders.ts';
import { createMemoryOutcomeStore } from '../mutations/memory-outcome-store.ts';
import { useDocumentLimits } from '../plugins/use-document-limits.ts';
import { useExplain } from '../plugins/use-explain.ts';
import { useIntrospectionSwitch } from '../plugins/use-introspection-switch.ts';
import { usePersistedOperations } from '../plugins/use-persisted-operations.ts';
import { usePublicErrors } from '../plugins/use-public-errors.ts';
import { useQueryCost } from '../plugins/use-query-cost.ts';
import { useRequestRules } from '../plugins/use-request-rules.ts';
import type { GatewayContext } from '../resolvers/context.ts';
import { createCallerLookup } from './caller.ts';
import { publicError } from './public-error.ts';
import { stateOf } from './request-state.ts';
import { createSchema } from './schema.ts';
import type { Log } from './log.ts';

/** Largest request body, in bytes. */
const maxRequestBodySize = 262_144;

/** Documents that are no GraphQL are small and cheap to look at again. */
const uncached = { get: () => undefined, set: () => undefined };

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly config: Config;
  readonly sources: SourceRegistry;
  readonly log: Log;
  /** Remembers how changes ended; left out = in this process only. */
  readonly outcomes?: OutcomeStore | undefined;
  /** Documents that callers may name, by the SHA-256 of their text in hex. */
  readonly persistedOperations?: ReadonlyMap<string, string>;
}

/** The GraphQL server, without a port: hand it requests by `fetch` or as a node:http listener. */
export type GraphqlServer = YogaServerInstance<object, GatewayContext>;

/** Makes the GraphQL server. */
export function createGateway({
  config,
  sources,
  log,
  outcomes = createMemoryOutcomeStore(),
  persistedOperations = new Map(),
}: GatewayOptions): GraphqlServer {
  const { server, limits } = config;
  const callerOf = createCallerLookup(config.clients, sources);
  const cursors = createCursorCodec(server.secret?.reveal() ?? secretFromSources(config));

  const createContext = ({ request }: { request: Request }): GatewayContext => {
    const state = stateOf(request);
    const caller = callerOf(request);
    const { events } = state;
    const call = {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(server.requestTimeoutMs)]),
      deadline: state.startedAt + server.requestTimeoutMs,
      bypassCache: /\bno-cache\b/i.test(request.headers.get('cache-control') ?? ''),
      observe: events && ((event: (typeof events)[number]) => void events.push(event)),
    };
    return {
      requestId: state.id,
      sources: caller.sources,
      call,
      loaders: createLoaders(call),
      caller,
      mutations: { outcomes, requestTimeoutMs: server.requestTimeoutMs },
      now: state.startedAt,
      lists: { maxPageSize: limits.maxPageSize, lateAfterMs: server.lateAfterMs, cursors },
    };
  };

  return createYoga<object, GatewayContext>({
    schema: createSchema(),
    context: createContext,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: server.cors.length > 0 && { origin: [...server.cors], methods: ['GET', 'POST', 'OPTIONS'] },
    maxRequestBodySize,
    parserAndValidationCache: {
      documentCache: new LRUCache({
        max: 1000,
        maxSize: 4_000_000,
        sizeCalculation: (_, text) => text.length,
      }),
      errorCache: uncached,
    },
    logging: false,
    maskedErrors: false,
    plugins: [
      useRequestRules({ cors: server.cors }),
      usePersistedOperations({ documents: persistedOperations, only: server.persistedOnly }),
      useExecutionCancellation(),
      useDocumentLimits(limits),
      useIntrospectionSwitch(server.introspection),
      useQueryCost<GatewayContext>({ ...limits, sourcesOf: (context) => [...context.sources.values()] }),
      useExplain({ eventsOf: (request) => stateOf(request).events }),
      usePublicErrors({
        toPublic: (error, request) =>
          publicError(error, {
            requestId: stateOf(request).id,
            vendorOf: (source) => sources.get(source)?.vendor,
            onUnexpected: (unexpected, requestId) =>
              log.error(
                { requestId, error: unexpected.name, stack: framesOf(unexpected) },
                'unexpected error',
              ),
          }),
      }),
    ],
  });
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}

/** A secret that replicas with one file agree on: no key is in it that could be told from a cursor. */
function secretFromSources(config: Config): string {
  const parts = config.sources.map((source) =>
    Object.entries(source).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'reveal' in value
        ? (value as { reveal: () => string }).reveal()
        : value,
    ]),
  );
  return createHash('sha256').update('cursor').update(JSON.stringify(parts)).digest('hex');
}
