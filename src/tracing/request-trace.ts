import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type TextMapGetter,
  type Tracer,
} from '@opentelemetry/api';
import type { CallSpan, CallTrace, TraceableCall } from '../contract/call-trace.ts';
import { meaningOf } from '../contract/error-code.ts';
import type { VendorCalls } from './vendor-calls.ts';

/** A request whose trace begins. */
export interface TracedRequest {
  /** Reads a header by its name in lower case. */
  readonly headers: Pick<Headers, 'get'>;
  readonly requestId: string;
  /** When it came, in epoch milliseconds; left out = now. */
  readonly startedAt?: number;
  /** Whether its answer was made for another request, or kept. @default false */
  readonly isShared?: boolean;
}

/** What a request asks for. */
export interface TracedOperation {
  /** `query`, `mutation` or `subscription`. */
  readonly type: string;
  /** The name that the caller gave it; null = none. */
  readonly name: string | null;
  /** Without literals and aliases; left out where it is not known. */
  readonly document?: string;
}

/** How a request was answered. */
export interface TracedAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Codes of the errors in the answer, each once. */
  readonly codes: readonly string[];
  /** Name of the client; null = anonymous or not known. */
  readonly client: string | null;
  /** Calls made to vendors for it. */
  readonly calls: number;
}

const headerGetter: TextMapGetter<Pick<Headers, 'get'>> = {
  get: (headers, name) => headers.get(name) ?? undefined,
  keys: () => [],
};

/** One request in a trace, after the conventions for GraphQL servers. */
export class RequestTrace implements CallTrace {
  readonly #span: Span;
  readonly #context: Context;
  readonly #calls: VendorCalls;

  constructor(tracer: Tracer, calls: VendorCalls, request: TracedRequest) {
    const { headers, requestId, startedAt, isShared = false } = request;
    const around = context.active();
    const parent = trace.getSpan(around) ? around : propagation.extract(around, headers, headerGetter);
    this.#span = tracer.startSpan(
      'GraphQL Operation',
      {
        kind: SpanKind.SERVER,
        attributes: { 'deskgraph.request_id': requestId, 'deskgraph.shared_answer': isShared },
        ...(startedAt === undefined ? {} : { startTime: startedAt }),
      },
      parent,
    );
    this.#context = trace.setSpan(parent, this.#span);
    this.#calls = calls;
  }

  /** The id of the trace, 32 hex digits. */
  get traceId(): string {
    return this.#span.spanContext().traceId;
  }

  /** Whether the span is recorded at all. */
  get isRecording(): boolean {
    return this.#span.isRecording();
  }

  /** Runs a task as a part of the request, so that spans of other instrumentation come below this one. */
  run<T>(task: () => T): T {
    return context.with(this.#context, task);
  }

  begin(call: TraceableCall): CallSpan {
    return this.#calls.begin(call, this.#context);
  }

  /** Records the operation that is asked for. */
  operation({ type, name, document }: TracedOperation): void {
    this.#span.updateName(type).setAttribute('graphql.operation.type', type);
    if (name !== null) this.#span.setAttribute('graphql.operation.name', name);
    if (document !== undefined) this.#span.setAttribute('graphql.document', document);
  }

  /** Records how the request was answered, and ends the span. */
  end({ status, codes, client, calls }: TracedAnswer): void {
    this.#span.setAttributes({
      'http.response.status_code': status,
      'deskgraph.upstream_calls': calls,
      ...(client === null ? {} : { 'deskgraph.client': client }),
      ...(codes.length === 0 ? {} : { 'deskgraph.error_codes': [...codes] }),
    });
    // What the caller has to correct is no failure of the gateway.
    const failure = codes.find((code) => !meaningOf(code)?.isCallersFault);
    const fault = failure ?? (status >= 500 ? String(status) : null);
    if (fault !== null)
      this.#span.setAttribute('error.type', fault).setStatus({ code: SpanStatusCode.ERROR });
    this.#span.end();
  }
}
