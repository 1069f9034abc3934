import { useExecutionCancellation, type Plugin } from 'graphql-yoga';
import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import { useAnswerLife } from '../plugins/use-answer-life.ts';
import { useCaller } from '../plugins/use-caller.ts';
import type { DocumentCache } from '../plugins/document-cache.ts';
import { useDocumentLimits } from '../plugins/use-document-limits.ts';
import { useExplain } from '../plugins/use-explain.ts';
import { useIncrementalDelivery } from '../plugins/use-incremental-delivery.ts';
import { useIntrospectionSwitch } from '../plugins/use-introspection-switch.ts';
import { useLiftedLiterals } from '../plugins/use-lifted-literals.ts';
import { usePersistedOperations } from '../plugins/use-persisted-operations.ts';
import { usePrivateAnswers } from '../plugins/use-private-answers.ts';
import { usePublicErrors } from '../plugins/use-public-errors.ts';
import { useQueryCost } from '../plugins/use-query-cost.ts';
import { useQueryPlans } from '../plugins/use-query-plans.ts';
import { useReadBody } from '../plugins/use-read-body.ts';
import { useRequestRecord, type RequestRecord } from '../plugins/use-request-record.ts';
import { useRequestRules } from '../plugins/use-request-rules.ts';
import { useSecretInputs } from '../plugins/use-secret-inputs.ts';
import { useStreamHeaders } from '../plugins/use-stream-headers.ts';
import { useSubscriptions } from '../plugins/use-subscriptions.ts';
import { useTrace } from '../plugins/use-trace.ts';
import { useWriteAccess } from '../plugins/use-write-access.ts';
import type { GatewayContext } from '../resolvers/context.ts';
import type { RequestTrace } from '../tracing/request-trace.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { publicError } from './public-error.ts';
import { stateOf } from './request-state.ts';

/** Options of `gatewayPlugins`. */
export interface PluginOptions {
  readonly documents: DocumentCache;
  readonly config: Config;
  readonly sources: SourceRegistry;
  readonly changes: ChangeFeed;
  /** null = nobody follows requests. */
  readonly tracing: Tracing | null;
  /** Finds out who sent a request; fails for an unknown caller. */
  readonly identify: (request: Request) => Promise<void>;
  /** Told of faults that are the gateway's own. */
  readonly onFault: (fault: Error, requestId: string) => void;
  /** Told of every answer. */
  readonly onAnswer: (record: RequestRecord, request: Request) => void;
}

/** The plugins that a request passes on its way through the gateway, in order. */
export function gatewayPlugins(options: PluginOptions): (Plugin | Plugin<GatewayContext>)[] {
  const { documents, config, sources, changes, tracing, identify, onFault, onAnswer } = options;
  const { server, limits, operations } = config;
  const secrets = useSecretInputs();
  const toPublic = (error: unknown, request: Request) =>
    publicError(error, {
      requestId: idOf(request),
      vendorOf: (source) => sources.get(source)?.vendor,
      hasLeft: () => request.signal.aborted,
      hideSecrets: (message) => secrets.hide(message, request),
      onUnexpected: onFault,
    });
  return [
    ...(tracing ? [useTrace({ follow: (request) => followed(request, tracing) })] : []),
    useRequestRules({ cors: server.cors, byGet: server.queriesByGet }),
    useCaller(identify),
    useReadBody({ contentOf: (request) => stateOf(request).content }),
    usePersistedOperations({ documents: operations, only: server.persistedOnly }),
    secrets.plugin,
    useLiftedLiterals(limits),
    documents.usePlugin(),
    useExecutionCancellation(),
    useQueryPlans(),
    useDocumentLimits(limits),
    useIntrospectionSwitch(server.introspection),
    useWriteAccess<GatewayContext>({ mayWrite: ({ caller }) => caller.access === 'write' }),
    useQueryCost<GatewayContext>({ ...limits, sourcesOf: (context) => [...context.sources.values()] }),
    useSubscriptions<GatewayContext>({ renew: (context) => context.again() }),
    useExplain({ eventsOf: (request) => stateOf(request).events }),
    usePublicErrors({ toPublic }),
    useIncrementalDelivery({ toPublic }),
    useStreamHeaders(),
    usePrivateAnswers({ isByOrigin: server.cors.length > 0 }),
    { onDispose: () => changes.close() },
    useAnswerLife({ lifeOf: (request) => stateOf(request).life }),
    useRequestRecord({
      idOf,
      onAnswer(record, request) {
        const state = stateOf(request);
        state.record = record;
        state.onAnswered?.();
        onAnswer(record, request);
      },
    }),
  ];
}

function followed(request: Request, tracing: Tracing): RequestTrace {
  const state = stateOf(request);
  return (state.trace = tracing.begin({ headers: request.headers, requestId: state.id }));
}

function idOf(request: Request): string {
  return stateOf(request).id;
}
