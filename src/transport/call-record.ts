import type { CallEvent } from '../contract/call-context.ts';
import type { CallLabel } from './request-encoding.ts';
import type { EndedCall } from './transport-metrics.ts';

/** What is told of one call to a vendor, gathered while it is made. */
export class CallRecord {
  outcome: EndedCall['outcome'] = 'ok';
  status: number | null = null;
  /** Size of the body. */
  bytes = 0;
  readonly #label: CallLabel;
  readonly #path: string;
  readonly #began = performance.now();

  /** `path`: without query and credentials. */
  constructor(label: CallLabel, path: string) {
    this.#label = label;
    this.#path = path;
  }

  /** How long it has been taking. */
  get milliseconds(): number {
    return Math.round(performance.now() - this.#began);
  }

  /** For the request that waits for it. */
  event(): CallEvent {
    const { status, bytes, milliseconds } = this;
    return { type: 'call', ...this.#label, path: this.#path, milliseconds, bytes, status };
  }

  /** For the metrics. */
  ended(): EndedCall {
    const { outcome, bytes, milliseconds } = this;
    return { ...this.#label, outcome, milliseconds, bytes };
  }
}
