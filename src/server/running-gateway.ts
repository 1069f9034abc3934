import type { RequestListener } from 'node:http';
import type { AnswerStore } from '../contract/answer-store.ts';
import type { SharedLooks } from '../contract/shared-looks.ts';
import { createAnswerPath } from './answer-path.ts';
import { createCallerLookup } from './caller.ts';
import { createAnswerLog, createRefusalLog, createShortcutLog } from './request-log.ts';
import { createGraphqlServer, type GraphqlServerOptions } from './create-graphql-server.ts';
import { createHttpHandler } from './http-handler.ts';
import { InFlight } from './in-flight.ts';
import type { LifePhase } from './life-phase.ts';
import { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import { openChangeFeed } from './open-change-feed.ts';
import { listen, type Listener } from './listen.ts';
import { refusalAnswer, shuttingDown } from './refusal.ts';
import { requestIdFrom } from './request-state.ts';

/** A gateway with all its routes. */
export interface AssembledGateway {
  /** Answers a GraphQL request without a port. */
  fetch(request: Request): Promise<Response>;
  /** Answers every route. */
  readonly handler: RequestListener;
  /** Starts to listen where the configuration says, once; gives `http://host:port`. Fails once it was told to stop. */
  listen(): Promise<string>;
  /** Refuses new GraphQL requests, ends subscriptions, lets those in flight finish, then closes the listener and the sources. */
  stop(): Promise<void>;
}

/** A gateway that listens. */
export interface RunningGateway {
  /** `http://host:port`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** What a gateway needs to run. */
export interface RunGatewayOptions extends GraphqlServerOptions {
  /** Keeps finished answers; left out = each request is answered anew. */
  readonly answers?: AnswerStore | undefined;
  /** How replicas share their looks for changes; left out = this one looks for itself. */
  readonly looks?: SharedLooks | undefined;
  /** Whether Redis can be used at the moment; null or left out = there is none. */
  readonly redis?: { readonly usable: boolean } | null;
  /** Closes what the sources share, such as the cache. */
  readonly closeShared?: () => Promise<void>;
  /** When it resolves, the gateway stops saying that it is starting and is ready; left out = at once. */
  readonly settled?: Promise<void>;
}

/** Puts the routes together. Nothing listens yet. */
export function assembleGateway({
  closeShared,
  answers,
  looks,
  redis = null,
  settled = Promise.resolve(),
  metrics = new GatewayMetrics(),
  ...gateway
}: RunGatewayOptions): AssembledGateway {
  const { config, sources, log } = gateway;
  const callerOf = createCallerLookup(config.clients, sources, (message) => log.warn(message));
  let phase: LifePhase = 'starting';
  void settled.then(() => {
    if (phase === 'starting') phase = 'ready';
  });
  const changes = openChangeFeed(config.server, log, looks);
  const graphql = createGraphqlServer({ ...gateway, callerOf, metrics, changes });
  const answerGraphql = answers
    ? createAnswerPath({
        graphql,
        answers,
        callerOf,
        requestTimeoutMs: config.server.requestTimeoutMs,
        cors: config.server.cors,
        onShortcut: createShortcutLog(createAnswerLog(log, metrics), gateway.tracing ?? null),
      })
    : graphql;
  const inFlight = new InFlight();
  const onRefusal = createRefusalLog(log, metrics);
  const answer = createHttpHandler({
    config,
    sources,
    changes,
    graphql: answerGraphql,
    onRefusal,
    metrics,
    redis,
    phase: () => phase,
  });
  const handler: RequestListener = (request, response) => {
    inFlight.addResponse(response);
    return answer(request, response);
  };
  let listening: Promise<Listener> | undefined;
  const stop = async (): Promise<void> => {
    phase = 'draining';
    changes.close();
    const end = performance.now() + config.server.drainSeconds * 1000;
    const listener = await listening?.catch(() => undefined);
    const left = (): number => Math.max(0, end - performance.now());
    await listener?.close(left());
    // Requests that came by `fetch` or by `handler`, not through the listener.
    await inFlight.ended(left());
    await graphql.dispose();
    await Promise.all([...sources.values()].map((source) => source.close()));
    await closeShared?.();
  };
  let stopped: Promise<void> | undefined;
  return {
    async fetch(request) {
      if (phase !== 'draining') return inFlight.addAnswer(graphql.fetch(request));
      const header = (name: string) => request.headers.get(name);
      const requestId = requestIdFrom(header('x-request-id'));
      onRefusal(shuttingDown, requestId);
      const { body, ...rest } = refusalAnswer(shuttingDown, { header, requestId }, config.server.cors);
      return new Response(body, rest);
    },
    handler,
    async listen() {
      // Nobody would close it any more.
      if (phase === 'draining') throw new Error('the gateway is closed');
      listening ??= listen(handler, config.server.host, config.server.port);
      return (await listening).origin;
    },
    stop: () => (stopped ??= stop()),
  };
}

/** Starts to listen; ready when it returns. */
export async function runGateway(options: RunGatewayOptions): Promise<RunningGateway> {
  const { listen: start, stop } = assembleGateway(options);
  return { origin: await start(), stop };
}
