import { isSpanContextValid, ROOT_CONTEXT, trace, type Tracer } from '@opentelemetry/api';
import type { CallTrace } from '../contract/call-trace.ts';
import { RequestTrace, type TracedRequest } from './request-trace.ts';
import { VendorCalls, type VendorCallOptions } from './vendor-calls.ts';

/** What traces are made with. */
export interface TracingOptions extends VendorCallOptions {
  /** The gateway's version. */
  readonly version: string;
}

/** Follows requests, and the calls made for them, by means of the OpenTelemetry SDK that the process has. */
export class Tracing {
  /** Follows calls that no request waits for: each is a trace of its own. */
  readonly background: CallTrace;
  readonly #tracer: Tracer;
  readonly #calls: VendorCalls;

  constructor(tracer: Tracer, options: VendorCallOptions) {
    this.#tracer = tracer;
    this.#calls = new VendorCalls(tracer, options);
    this.background = { begin: (call) => this.#calls.begin(call, ROOT_CONTEXT) };
  }

  /**
   * Begins the span of a request: below the span that is under way around it, else in the trace that its headers name.
   */
  begin(request: TracedRequest): RequestTrace {
    return new RequestTrace(this.#tracer, this.#calls, request);
  }
}

/** Opens tracing where an SDK was registered before; null = there is none, and nothing is spent on traces. */
export function openTracing({ version, ...options }: TracingOptions): Tracing | null {
  const tracer = trace.getTracer('deskgraph', version);
  // Without an SDK, spans have no valid ids. This one is never ended, so it is not exported.
  const probe = tracer.startSpan('probe', {}, ROOT_CONTEXT);
  return isSpanContextValid(probe.spanContext()) ? new Tracing(tracer, options) : null;
}
