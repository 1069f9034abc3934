import type { AnswerStore } from '../contract/answer-store.ts';
import { createAnswerPath } from './answer-path.ts';
import { createCallerLookup } from './caller.ts';
import { createAnswerLog } from './request-log.ts';
import { createGateway, type GatewayOptions } from './create-gateway.ts';
import { createHttpHandler, type LifePhase } from './http-handler.ts';
import { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import { listen } from './listen.ts';

/** A gateway that listens. */
export interface RunningGateway {
  /** `http://host:port`. */
  readonly origin: string;
  /** Refuses new GraphQL requests, lets those in flight finish, then closes the listener and the sources. */
  stop(): Promise<void>;
}

/** What a gateway needs to run. */
export interface RunGatewayOptions extends GatewayOptions {
  /** Keeps finished answers; left out = each request is answered anew. */
  readonly answers?: AnswerStore;
  /** Closes what the sources share, such as the cache. */
  readonly closeShared?: () => Promise<void>;
}

/** Starts to listen; ready when it returns. */
export async function runGateway({
  closeShared,
  answers,
  metrics = new GatewayMetrics(),
  ...gateway
}: RunGatewayOptions): Promise<RunningGateway> {
  const { config, sources, log } = gateway;
  const callerOf = createCallerLookup(config.clients, sources, (message) => log.warn(message));
  let phase: LifePhase = 'starting';
  const graphql = createGateway({ ...gateway, callerOf, metrics });
  const answerGraphql = answers
    ? createAnswerPath({
        graphql,
        answers,
        callerOf,
        requestTimeoutMs: config.server.requestTimeoutMs,
        onShortcut: createAnswerLog(log, metrics),
      })
    : graphql;
  const handler = createHttpHandler({ config, sources, graphql: answerGraphql, metrics, phase: () => phase });
  const listener = await listen(handler, config.server.host, config.server.port);
  phase = 'ready';
  return {
    origin: listener.origin,
    async stop() {
      phase = 'draining';
      await listener.close(config.server.drainSeconds * 1000);
      await graphql.dispose();
      await Promise.all([...sources.values()].map((source) => source.close()));
      await closeShared?.();
    },
  };
}
