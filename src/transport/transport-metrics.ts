import type { CacheEvent } from '../contract/call-context.ts';
import type { CallOutcome } from '../contract/call-trace.ts';

/** A call to a vendor that ended. */
export interface EndedCall {
  readonly source: string;
  readonly operation: string;
  readonly outcome: CallOutcome;
  readonly milliseconds: number;
  /** Size of the body. */
  readonly bytes: number;
}

/** Whether a source is called (`closed`), is left alone (`open`), or is tried by one call (`probing`). */
export type CircuitPosition = 'closed' | 'open' | 'probing';

/** Counts what transports do; also what no request waits for, such as refreshes in the background. */
export interface TransportMetrics {
  call(call: EndedCall): void;
  cache(event: CacheEvent): void;
  /** The circuit of a source has a new position; it begins closed. */
  circuit(source: string, position: CircuitPosition): void;
}
