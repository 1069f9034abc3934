import type { CallEvent } from '../contract/call-context.ts';
import type { CallLabel } from './request-encoding.ts';
import type { EndedCall } from './transport-metrics.ts';

/** What is told of one call to a vendor, gathered while it is made. */
export class CallRecord {
  outcome: EndedCall['outcome'] = 'ok';
  status: number | null = null;
  /** Size of the body. */
  bytes = 0;
  /** Without query and credentials. */
  readonly path: string;
  readonly label: CallLabel;
  readonly #began = performance.now();

  constructor(label: CallLabel, path: string) {
    this.label = label;
    this.path = path;
  }

  /** How long it has been taking. */
  get milliseconds(): number {
    return Math.round(performance.now() - this.#began);
  }

  /** For the request that waits for it. */
  event(): CallEvent {
    const { path, status, bytes, milliseconds } = this;
    const { source, operation } = this.label;
    return { type: 'call', source, operation, path, milliseconds, bytes, status };
  }

  /** For the metrics. */
  ended(): EndedCall {
    const { outcome, bytes, milliseconds } = this;
    const { source, operation } = this.label;
    return { source, operation, outcome, milliseconds, bytes };
  }
}
