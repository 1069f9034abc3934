import {
  context,
  createContextKey,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import type { CallSpan, TraceableCall, TraceableEnd } from '../contract/call-trace.ts';
import { vendorErrorKinds } from '../contract/vendor-error.ts';

/** How calls to vendors are traced. */
export interface VendorCallOptions {
  /** The vendor behind a source's name. */
  readonly vendorOf: (source: string) => string | undefined;
  /** Whether vendors are told which trace a call belongs to. */
  readonly sendTraceContext: boolean;
}

/**
 * The one header of the propagator that vendors get; it holds random numbers. `tracestate` and `baggage` hold what
 * others wrote into them, and are not for third parties.
 */
const sentHeader = 'traceparent';

/** The key of the context by which SDKs know that tracing is suppressed. */
const suppressed = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Makes a span for every call to a vendor, after the conventions for HTTP clients. */
export class VendorCalls {
  readonly #tracer: Tracer;
  readonly #options: VendorCallOptions;

  constructor(tracer: Tracer, options: VendorCallOptions) {
    this.#tracer = tracer;
    this.#options = options;
  }

  /** Begins the span of a call, below the span that `parent` holds. */
  begin(call: TraceableCall, parent: Context): CallSpan {
    const { method, route, source, operation } = call;
    const { hostname, port, protocol } = new URL(call.origin);
    const vendor = this.#options.vendorOf(source);
    const attributes = {
      'http.request.method': method,
      'server.address': hostname,
      'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
      'url.scheme': protocol.slice(0, -1),
      'url.template': route,
      'deskgraph.source': source,
      'deskgraph.operation': operation,
      ...(vendor === undefined ? {} : { 'deskgraph.vendor': vendor }),
    };
    const span = this.#tracer.startSpan(`${method} ${route}`, { kind: SpanKind.CLIENT, attributes }, parent);
    return this.#callSpan(span, parent);
  }

  #callSpan(span: Span, parent: Context): CallSpan {
    const quiet = context.active().setValue(suppressed, true);
    return {
      headers: this.#options.sendTraceContext ? headersOf(trace.setSpan(parent, span)) : {},
      send: (task) => context.with(quiet, task),
      end: (end) => endSpan(span, end),
    };
  }
}

function headersOf(own: Context): Readonly<Record<string, string>> {
  const carrier: Record<string, string> = {};
  propagation.inject(own, carrier);
  const value = carrier[sentHeader];
  return value === undefined ? {} : { [sentHeader]: value };
}

function endSpan(span: Span, { status, outcome }: TraceableEnd): void {
  if (status !== null) span.setAttribute('http.response.status_code', status);
  if (outcome !== 'ok') {
    const code = outcome === 'abandoned' ? outcome : vendorErrorKinds[outcome].code;
    span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
