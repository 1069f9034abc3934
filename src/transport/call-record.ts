import type { SentCall } from '../contract/call-context.ts';
import type { CallLabel } from './request-encoding.ts';
import type { EndedCall } from './transport-metrics.ts';

/**
 * What is recorded of one call to a vendor while it is made. The request that waits for the call is told of it at once,
 * as it may be answered before the call is over; the metrics are told at its end.
 */
export class CallRecord implements EndedCall, SentCall {
  readonly type = 'call';
  readonly source: string;
  readonly operation: string;
  readonly path: string;
  outcome: EndedCall['outcome'] = 'ok';
  status: number | null = null;
  bytes = 0;
  readonly #began = performance.now();
  #took: number | null = null;

  constructor({ source, operation }: CallLabel, path: string) {
    this.source = source;
    this.operation = operation;
    this.path = path;
  }

  /** How long it took, or has been taking. */
  get milliseconds(): number {
    return this.#took ?? Math.round(performance.now() - this.#began);
  }

  /** To be called when the call is over. */
  end(): void {
    this.#took = this.milliseconds;
  }
}
