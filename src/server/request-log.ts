import type { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import type { RequestRecord } from '../plugins/use-request-record.ts';
import type { Log } from './log.ts';
import type { RequestState } from './request-state.ts';

/** What is known of a request that was answered. */
export type AnsweredState = Pick<RequestState, 'calls' | 'caller' | 'id' | 'startedAt'>;

/** Makes the function that writes one line for every answer and counts it. */
export function createAnswerLog(log: Log, metrics: GatewayMetrics) {
  return ({ operation, status, codes }: RequestRecord, state: AnsweredState): void => {
    const { id: requestId, startedAt, calls, caller } = state;
    const milliseconds = Date.now() - startedAt;
    metrics.request({ status, milliseconds, codes });
    log.info(
      { requestId, operation, client: caller?.name ?? null, status, milliseconds, calls, codes },
      'request',
    );
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
