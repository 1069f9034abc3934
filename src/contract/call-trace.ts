import type { VendorErrorKind } from './vendor-error.ts';

/** What a trace may hold of a call to a vendor: no id, no query, nothing about a person. */
export interface TraceableCall {
  readonly source: string;
  /** What is done, such as `conversations.list`. */
  readonly operation: string;
  readonly method: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The path with `{id}` in the place of every id. */
  readonly route: string;
}

/** What went wrong with a call; `ok` = nothing, `abandoned` = nobody waited any more. */
export type CallOutcome = VendorErrorKind | 'abandoned' | 'ok';

/** How a call ended. */
export interface TraceableEnd {
  /** HTTP status; null = there was no answer. */
  readonly status: number | null;
  readonly outcome: CallOutcome;
}

/** A call under way. */
export interface CallSpan {
  /** Headers that let the vendor join the trace. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Runs the task that sends the call. Meanwhile instrumentation of libraries is suppressed, as it would record the
   * address.
   */
  send<T>(task: () => T): T;
  /** To be called once. */
  end(end: TraceableEnd): void;
}

/** Follows the calls that are made for a request. */
export interface CallTrace {
  begin(call: TraceableCall): CallSpan;
}
