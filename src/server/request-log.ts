import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import type { RequestRecord } from '../plugins/use-request-record.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { firstHeader } from './first-header.ts';
import type { Log } from './log.ts';
import type { Refusal } from './refusal.ts';
import type { RequestState } from './request-state.ts';

/** What is known of a request that was answered. */
export type AnsweredState = Pick<RequestState, 'calls' | 'caller' | 'id' | 'startedAt' | 'trace'>;

/** Makes the function that writes one line for every answer, counts it and ends its trace. */
export function createAnswerLog(log: Log, metrics: GatewayMetrics) {
  return ({ operation, status, codes }: RequestRecord, state: AnsweredState): void => {
    const { id: requestId, startedAt, calls, caller, trace } = state;
    const client = caller?.name ?? null;
    const milliseconds = Date.now() - startedAt;
    metrics.request({ status, milliseconds, codes });
    const line = { requestId, operation, client, status, milliseconds, calls, codes };
    // Named as OpenTelemetry names it in JSON logs, so that tools can link the line to the trace.
    log.info(trace ? { ...line, trace_id: trace.traceId } : line, 'request');
    trace?.end({ status, codes, client, calls });
  };
}

/** Makes the function that writes one line for every request that is refused before it begins, and counts it. */
export function createRefusalLog(log: Log, metrics: GatewayMetrics) {
  return ({ status, code }: Pick<Refusal, 'code' | 'status'>, requestId: string): void => {
    metrics.refusal({ status, code });
    // Who sent it is not looked up: turning a rush away has to stay cheap.
    const nothing = { operation: null, client: null, milliseconds: 0, calls: 0 };
    log.info({ requestId, ...nothing, status, codes: [code] }, 'request');
  };
}

/**
 * Makes the function that logs answers that were there already. The trace of such a request begins when the request
 * ends.
 */
export function createShortcutLog(logAnswer: ReturnType<typeof createAnswerLog>, tracing: Tracing | null) {
  if (!tracing) return logAnswer;
  return (record: RequestRecord, state: AnsweredState, headers: IncomingHttpHeaders): void => {
    const trace = tracing.begin({
      headers: { get: (name) => firstHeader(headers, name) },
      requestId: state.id,
      startedAt: state.startedAt,
      isShared: true,
    });
    const isExecuted = record.operation !== null || record.codes.length === 0;
    // Only queries are answered in this way.
    if (isExecuted) trace.operation({ type: 'query', name: record.operation });
    logAnswer(record, { ...state, trace });
  };
}

/** Makes the function that writes down a fault of the gateway itself: its kind and where it came from, not its message. */
export function createFaultLog(log: Log) {
  return (fault: unknown, requestId: string): void => {
    const error = fault instanceof Error ? fault.name : typeof fault;
    log.error({ requestId, error, stack: framesOf(fault) }, 'unexpected error');
  };
}

/** The stack without its first lines, which repeat the message. */
function framesOf(fault: unknown): string[] {
  const stack = (fault instanceof Error && fault.stack) || '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
