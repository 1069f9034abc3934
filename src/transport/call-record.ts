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
  #took: number | null = null;

  constructor(label: CallLabel, path: string) {
    this.label = label;
    this.path = path;
  }

  /** How long it took, or has been taking. */
  get milliseconds(): number {
    return this.#took ?? Math.round(performance.now() - this.#began);
  }

  /** The call is over. */
  end(): void {
    this.#took = this.milliseconds;
  }

  /** For the request that waits for it, which may be answered before the call is over. */
  event(): CallEvent {
    return eventOf(this);
  }

  /** For the metrics. */
  ended(): EndedCall {
    const { outcome, bytes, milliseconds } = this;
    const { source, operation } = this.label;
    return { source, operation, outcome, milliseconds, bytes };
  }
}

/** Tells of a call as it stands whenever it is looked at. */
function eventOf(record: CallRecord): CallEvent {
  const { source, operation } = record.label;
  return {
    type: 'call',
    source,
    operation,
    path: record.path,
    get milliseconds() {
      return record.milliseconds;
    },
    get bytes() {
      return record.bytes;
    },
    get status() {
      return record.status;
    },
  };
}
