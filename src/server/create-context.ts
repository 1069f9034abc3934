import { hash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { CallEvent } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import { secretsIn } from '../contract/secret.ts';
import { createCursorCodec } from '../federation/cursor-codec.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import { createLoaders } from '../loaders/loaders.ts';
import type { GatewayContext } from '../resolvers/context.ts';
import { openRequestSignal, runtimeSignal } from './request-signal.ts';
import { stateOf } from './request-state.ts';

/** Options of `createContextFactory`. */
export interface ContextOptions {
  readonly config: Config;
  readonly outcomes: OutcomeStore;
  readonly changes: ChangeFeed;
  /** Told of a failure of the gateway itself that is not among the errors of the answer. */
  readonly onFault: (fault: unknown, request: Request) => void;
}

/** Makes the function that makes the context of each request. */
export function createContextFactory({ config, outcomes, changes, onFault }: ContextOptions) {
  const { server, limits } = config;
  const cursors = createCursorCodec(server.secret?.reveal() ?? secretFromKeys(config));
  const contextAt = (
    request: Request,
    startedAt: Instant,
    callerGone: AbortSignal,
    { signal, isEvent }: { readonly signal: AbortSignal; readonly isEvent: boolean },
  ): GatewayContext => {
    const state = stateOf(request);
    const { caller } = state;
    if (!caller) throw new Error('expected to know who sent the request');
    const call = {
      request: {},
      signal,
      deadline: startedAt + server.requestTimeoutMs,
      bypassCache: /\bno-cache\b/i.test(request.headers.get('cache-control') ?? ''),
      // A change is told once more when it may have been followed by another that looks the same.
      wholeRevisions: isEvent,
      observe: (event: CallEvent) => {
        if (event.type === 'call') state.calls += 1;
        state.events?.push(event);
      },
      onFault: (fault: unknown) => onFault(fault, request),
      life: state.life,
      trace: state.trace,
    };
    return {
      requestId: state.id,
      sources: caller.sources,
      call,
      loaders: createLoaders(call),
      caller,
      mutations: { outcomes, requestTimeoutMs: server.requestTimeoutMs },
      now: startedAt,
      changes,
      callerGone,
      again() {
        const signal = AbortSignal.any([callerGone, AbortSignal.timeout(server.requestTimeoutMs)]);
        return contextAt(request, Date.now(), callerGone, { signal, isEvent: true });
      },
      lists: { maxPageSize: limits.maxPageSize, lateAfterMs: server.lateAfterMs, cursors },
    };
  };
  return ({ request }: { readonly request: Request }) => {
    const state = stateOf(request);
    const callerGone = runtimeSignal(request.signal);
    const { signal, end } = openRequestSignal(callerGone, server.requestTimeoutMs);
    state.onAnswered = end;
    return contextAt(request, state.startedAt, callerGone, { signal, isEvent: false });
  };
}

/**
 * A secret on which replicas agree whose sources have the same keys, whatever else is set differently: a cursor outlives
 * a restart with another time limit. It is a hash, so that no key of a source can be worked out from a cursor.
 */
function secretFromKeys({ sources }: Config): string {
  return hash('sha256', `cursor${JSON.stringify(sources.flatMap(secretsIn).sort())}`);
}
