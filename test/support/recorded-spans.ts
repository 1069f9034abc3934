import { context, propagation, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';

/** What the SDK was told. */
export interface RecordedSpans {
  /** Spans that ended, in that order. */
  readonly all: () => readonly ReadableSpan[];
  /** Those of one name. */
  readonly named: (name: string) => readonly ReadableSpan[];
  /** Those below another one. */
  readonly below: (parent: ReadableSpan) => readonly ReadableSpan[];
  readonly forget: () => void;
  /** Takes the SDK away. */
  readonly stop: () => Promise<void>;
}

/** Registers the SDK in this process, with everything on that users have on. Gateways opened from now on are traced. */
export function recordSpans(): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  const all = () => exporter.getFinishedSpans();
  return {
    all,
    named: (name) => all().filter((span) => span.name === name),
    below: (parent) =>
      all().filter(({ parentSpanContext }) => parentSpanContext?.spanId === parent.spanContext().spanId),
    forget: () => exporter.reset(),
    async stop() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** All that a span tells, as text. */
export function toldBy(spans: readonly ReadableSpan[]): string {
  return JSON.stringify(
    spans.map(({ name, attributes, status, events, links }) => ({ name, attributes, status, events, links })),
  );
}
