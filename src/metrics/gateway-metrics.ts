import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheEvent } from '../contract/call-context.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { LookRole } from '../contract/shared-looks.ts';
import type { CircuitPosition, EndedCall, TransportMetrics } from '../transport/transport-metrics.ts';
import { latencyBounds, RequestTally } from './request-tally.ts';
import { SourceActivity } from './source-activity.ts';

/** A GraphQL request that was answered. */
export interface AnsweredRequest {
  readonly status: number;
  readonly milliseconds: number;
  /** Codes of the errors in the answer, each once. */
  readonly codes: readonly string[];
}

const statuses = ['UP', 'DEGRADED', 'DOWN'] as const;
const positions: readonly CircuitPosition[] = ['closed', 'open', 'probing'];

/** Counts what the gateway does. Labels are names of the configuration, operations and codes; never data of a request. */
export class GatewayMetrics implements TransportMetrics {
  readonly #registry = new Registry();
  readonly #activity = new Map<string, SourceActivity>();
  readonly #requests = new RequestTally();
  readonly #errors = this.#counter('errors_total', 'GraphQL requests answered with an error, by its code.', [
    'code',
  ]);
  readonly #calls = this.#counter('upstream_calls_total', 'Calls to vendors that ended.', [
    'source',
    'operation',
    'outcome',
  ]);
  readonly #callLatency = this.#histogram('upstream_call_duration_seconds', 'Time a call to a vendor took.', [
    'source',
    'operation',
  ]);
  readonly #bytes = this.#counter('upstream_bytes_total', 'Bytes of answers of vendors.', ['source']);
  readonly #cache = this.#counter(
    'cache_events_total',
    'Reads by what the cache had: hit, miss, stale, coalesced.',
    ['source', 'operation', 'event'],
  );
  readonly #retries = this.#counter('upstream_retries_total', 'Reads that were tried again.', [
    'source',
    'operation',
  ]);
  readonly #status = this.#gauge('source_status', '1 for the health that a source has.', [
    'source',
    'vendor',
    'status',
  ]);
  readonly #circuit = this.#gauge('circuit', '1 for the position that the circuit of a source has.', [
    'source',
    'position',
  ]);
  readonly #positions = new Map<string, CircuitPosition>();
  readonly #budget = this.#gauge(
    'rate_budget_calls',
    'Calls a minute allowed (limit) and left (remaining).',
    ['source', 'kind'],
  );
  readonly #redis = this.#gauge('redis_status', '1 for whether Redis can be used; nothing without Redis.', [
    'status',
  ]);
  readonly #looks = this.#gauge(
    'change_looks',
    'What is looked at for subscribers: by this replica for all (leading), by another one (following), or by each (alone).',
    ['source', 'role'],
  );

  /** Adds memory, processor time and the like of the process to the figures. To be called once. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  call(call: EndedCall): void {
    const { source, operation, outcome, milliseconds, bytes } = call;
    this.#calls.inc({ source, operation, outcome });
    this.#callLatency.observe({ source, operation }, milliseconds / 1000);
    this.#bytes.inc({ source }, bytes);
    this.activity(source).call(call);
  }

  cache({ source, operation, type }: CacheEvent): void {
    if (type === 'retry') this.#retries.inc({ source, operation });
    else this.#cache.inc({ source, operation, event: type });
    this.activity(source).cache(type);
  }

  circuit(source: string, position: CircuitPosition): void {
    this.#positions.set(source, position);
  }

  request({ status, milliseconds, codes }: AnsweredRequest): void {
    this.#requests.add(status, milliseconds);
    for (const code of codes) this.#errors.inc({ code });
  }

  /** Counts a request that was turned away before it began. */
  refusal({ status, code }: { readonly status: number; readonly code: string }): void {
    this.#requests.refuse(status);
    this.#errors.inc({ code });
  }

  /** What a source has been doing lately. */
  activity(source: string): SourceActivity {
    let activity = this.#activity.get(source);
    if (!activity) this.#activity.set(source, (activity = new SourceActivity()));
    return activity;
  }

  /** Everything in the text format of Prometheus. `looks`: what is looked at for subscribers; `redis`: null = none. */
  async text(
    sources: SourceRegistry,
    looks: readonly { readonly source: string; readonly role: LookRole }[] = [],
    redis: { readonly usable: boolean } | null = null,
  ): Promise<string> {
    this.#looks.reset();
    if (redis) {
      this.#redis.set({ status: 'UP' }, redis.usable ? 1 : 0);
      this.#redis.set({ status: 'DOWN' }, redis.usable ? 0 : 1);
    }
    for (const labels of looks) this.#looks.inc(labels);
    for (const [name, source] of sources) {
      const [current, budget] = [source.status(), source.rateBudget()];
      for (const status of statuses) {
        this.#status.set({ source: name, vendor: source.vendor, status }, current === status ? 1 : 0);
      }
      for (const position of positions) {
        const isThis = position === (this.#positions.get(name) ?? 'closed');
        this.#circuit.set({ source: name, position }, isThis ? 1 : 0);
      }
      if (!budget) continue;
      this.#budget.set({ source: name, kind: 'limit' }, budget.limit);
      this.#budget.set({ source: name, kind: 'remaining' }, budget.remaining);
    }
    return `${this.#requests.text()}\n${await this.#registry.metrics()}`;
  }

  /** Media type of `text`. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `deskgraph_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #gauge<Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> {
    return new Gauge({ name: `deskgraph_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({
      name: `deskgraph_${name}`,
      help,
      labelNames,
      buckets: [...latencyBounds],
      registers: [this.#registry],
    });
  }
}
