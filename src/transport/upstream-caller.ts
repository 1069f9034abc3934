import type { Pool } from 'undici';
import { Cancellation } from '../cache/cancellation.ts';
import type { CallSpan, CallTrace, TraceableCall } from '../contract/call-trace.ts';
import type { RateBudget, SourceStatus } from '../contract/source-health.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { Attempt, Called } from './attempt.ts';
import { misreadIfWhole } from './call-failure.ts';
import { CallRecord } from './call-record.ts';
import { CallGate } from './call-gate.ts';
import { CallQueue } from './call-queue.ts';
import { CallRefused } from './call-refused.ts';
import { Circuit } from './circuit.ts';
import type { CallWindow } from './call-window.ts';
import { DecodingThread } from '../decoding/decoding-thread.ts';
import type { XmlForm } from '../decoding/document-decoding.ts';
import { exchange, type ExchangeLimits, type RawReply } from './exchange.ts';
import { CallCutShort } from './health-verdict.ts';
import { openPool } from './open-pool.ts';
import { OutageNews, type TellOutage } from './outage-news.ts';
import { parseReply } from './parse-reply.ts';
import { routeOf } from './path-segment.ts';
import { decodeReply, type ReplyLimits } from './reply-decoding.ts';
import { basePathOf, encodePath, encodeRequest, type CallLabel } from './request-encoding.ts';
import { retryAfterMs, withRetryTime } from './retry-after.ts';
import type { SourceSettings } from './source-transport.ts';
import { statusError } from './status-error.ts';
import type { TransportMetrics } from './transport-metrics.ts';
import type { UpstreamReply } from './upstream-reply.ts';
import type { Authorize, UpstreamRequest } from './upstream-request.ts';
import type { WorkLine } from './work-line.ts';

/** Options of `UpstreamCaller`. */
export interface UpstreamCallerOptions {
  readonly settings: SourceSettings;
  readonly basePath: readonly string[];
  readonly authorize: Authorize;
  /** As of `OpenTransport`. */
  readonly xml: XmlForm | undefined;
  /** As in `ReplyLimits`. */
  readonly secrets: RegExp | undefined;
  readonly window: CallWindow;
  readonly metrics: TransportMetrics | null;
  /** Follows calls that no request waits for; null = nobody follows. */
  readonly trace: CallTrace | null;
  /** Told when the source goes down, and when it is up again; null = nobody is. */
  readonly tellOutage: TellOutage | null;
}

/** How long a vendor that allows no call now is left alone where no header says more, in milliseconds. */
const usualPause = 1000;
/** A time-out of a call that had less time than this, in milliseconds, is no proof of an outage. */
const fairTime = 1000;
const bytesPerMegabyte = 1_000_000;

/** Makes single calls to one source: each in turn, within what the vendor allows, and not while it is down. */
export class UpstreamCaller {
  readonly #settings: SourceSettings;
  readonly #authorize: Authorize;
  readonly #xml: XmlForm | undefined;
  readonly #secrets: RegExp | undefined;
  readonly #basePath: string;
  readonly #origin: string;
  readonly #pool: Pool;
  readonly #queue: CallQueue;
  readonly #gate: CallGate;
  readonly #circuit: Circuit;
  readonly #news: OutageNews | null;
  readonly #thread = new DecodingThread();
  readonly #metrics: TransportMetrics | null;
  readonly #trace: CallTrace | null;

  constructor(options: UpstreamCallerOptions) {
    const { settings, basePath, authorize, xml, secrets, window, metrics, trace, tellOutage } = options;
    this.#settings = settings;
    this.#authorize = authorize;
    this.#xml = xml;
    this.#secrets = secrets;
    this.#metrics = metrics;
    this.#trace = trace;
    this.#basePath = basePathOf(settings.url, basePath, { source: settings.name, operation: 'open' });
    this.#origin = new URL(settings.url).origin;
    this.#queue = new CallQueue(settings.maxConcurrent);
    this.#gate = new CallGate(settings.requestsPerMinute, window);
    this.#pool = openPool(settings);
    this.#circuit = new Circuit((position) => metrics?.circuit(settings.name, position));
    this.#news = tellOutage && new OutageNews(settings.name, tellOutage);
  }

  /**
   * One attempt. Fails with a `CallRefused` when nothing was sent for a reason of the gateway's own, otherwise with
   * what `tellFailure` makes of the failure.
   */
  attempt<T>(attempt: Attempt<T>): Promise<Called<T>> {
    const { operation, request } = attempt.call;
    const label = { source: this.#settings.name, operation };
    // Checked first, so that nothing is spent on a call that cannot be made.
    const path = encodePath(request.path, this.#basePath, label);
    const probed = this.#circuit.probed(attempt.deadline());
    const goOn = () => this.#inLine(attempt, label, path);
    return probed ? probed.then(goOn) : goOn();
  }

  /** The line in which work waits that will make calls. */
  get line(): WorkLine {
    return this.#queue.line;
  }

  /** The path under which a request is sent, without its query. */
  pathOf({ path }: UpstreamRequest, operation: string): string {
    return encodePath(path, this.#basePath, { source: this.#settings.name, operation });
  }

  status(): SourceStatus {
    const status = this.#circuit.status();
    return status === 'UP' && this.#gate.paused ? 'DEGRADED' : status;
  }

  rateBudget(): RateBudget | null {
    return this.#gate.budget();
  }

  /** Aborts what is under way and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.#thread.close()]);
  }

  #inLine<T>(attempt: Attempt<T>, label: CallLabel, path: string): Promise<Called<T>> {
    this.#refuseWhileOpen(label);
    return this.#queue.run(() => this.#inTurn(attempt, label, path), {
      priority: attempt.priority,
      cancellation: attempt.abortable ? attempt.cancellation : undefined,
      label,
    });
  }

  #refuseWhileOpen(label: CallLabel): void {
    const wait = this.#circuit.refusedFor;
    if (wait === 0) return;
    const message = 'this source failed repeatedly and is not being called for a moment';
    throw new CallRefused({ kind: 'circuit-open', message, retryAfterMs: wait, ...label });
  }

  #inTurn<T>(attempt: Attempt<T>, label: CallLabel, path: string): Promise<Called<T>> {
    attempt.cancellation.throwIfCancelled();
    refuseWhenLate(attempt, label);
    this.#refuseWhileOpen(label);
    const send = () => this.#send(attempt, label, path);
    return this.#gate.isOpen ? this.#watched(send) : this.#throughGate(attempt, label, send);
  }

  async #throughGate<T>(
    { priority, deadline, cancellation }: Attempt<T>,
    label: CallLabel,
    send: () => Promise<Called<T>>,
  ): Promise<Called<T>> {
    await this.#gate.enter({ label, bulk: priority === 'bulk', deadline, cancellation });
    this.#refuseWhileOpen(label);
    return this.#watched(send);
  }

  #watched<T>(send: () => Promise<Called<T>>): Promise<Called<T>> {
    const calling = this.#circuit.run(send);
    if (!this.#news) return calling;
    return calling.finally(() => this.#news?.see(this.#circuit.trouble()));
  }

  async #send<T>(attempt: Attempt<T>, label: CallLabel, path: string): Promise<Called<T>> {
    const record = new CallRecord(label, path);
    attempt.observe?.(record);
    const span = (attempt.trace ?? this.#trace)?.begin(this.#traceable(attempt.call.request, label));
    let reply: UpstreamReply | undefined;
    try {
      const limits = this.#limitsOf(attempt);
      const raw = await this.#exchange(attempt.call.request, record, limits, span);
      record.status = raw.status;
      record.bytes = raw.body.length;
      reply = await decodeReply(raw, label, limits);
      if (reply.status === 429) throw await this.#rateLimited(reply, label);
      const value = await parseReply(attempt.call, reply, { raw, label, limits });
      return { value, fetchedAt: reply.fetchedAt, bytes: record.bytes };
    } catch (error) {
      const failure = attempt.tellFailure(withRetryTime(error, reply), label);
      const told = misreadIfWhole(this.#fairly(failure, record), reply);
      record.outcome = told instanceof VendorError ? told.kind : 'abandoned';
      throw told;
    } finally {
      record.end();
      span?.end(record);
      this.#metrics?.call(record);
    }
  }

  #traceable({ method, path }: UpstreamRequest, label: CallLabel): TraceableCall {
    return { ...label, method, origin: this.#origin, route: routeOf(this.#basePath, path) };
  }

  #limitsOf<T>({ call, deadline, abortable, cancellation }: Attempt<T>): ExchangeLimits & ReplyLimits {
    const now = Date.now();
    const timeoutMs = Math.min(this.#settings.timeoutMs, deadline() - now);
    return {
      cancellation: abortable ? cancellation : neverCancelled,
      timeoutMs,
      until: now + timeoutMs,
      maxBytes: this.#settings.maxResponseMb * bytesPerMegabyte,
      thread: this.#thread,
      xml: this.#xml,
      numbers: call.numbers,
      secrets: this.#secrets,
      now: Date.now,
    };
  }

  #exchange(
    request: UpstreamRequest,
    { path, source, operation }: CallRecord,
    limits: ExchangeLimits,
    span: CallSpan | undefined,
  ): Promise<RawReply> {
    const encoded = encodeRequest(this.#authorize(joined(request, span)), path, { source, operation });
    if (!span) return exchange(this.#pool, this.#origin, encoded, limits);
    return span.send(() => exchange(this.#pool, this.#origin, encoded, limits));
  }

  /** A time-out of a call that had hardly any time is told apart: it says nothing about the vendor's health. */
  #fairly(error: Error, record: CallRecord): Error {
    const fair = record.milliseconds >= Math.min(fairTime, this.#settings.timeoutMs / 2);
    return fair || !(error instanceof VendorError) || error.kind !== 'timeout'
      ? error
      : new CallCutShort(error);
  }

  async #rateLimited(reply: UpstreamReply, label: CallLabel): Promise<VendorError> {
    const wait = retryAfterMs(reply.header('retry-after'), Date.now()) ?? usualPause;
    await this.#gate.pause(wait);
    return statusError(reply, { ...label, retryAfterMs: wait });
  }
}

/** The request with headers that say which trace it belongs to. */
function joined(request: UpstreamRequest, span: CallSpan | undefined): UpstreamRequest {
  return span ? { ...request, headers: { ...request.headers, ...span.headers } } : request;
}

const neverCancelled = new Cancellation();

function refuseWhenLate<T>({ deadline }: Attempt<T>, label: CallLabel): void {
  if (deadline() > Date.now()) return;
  throw new CallRefused({ kind: 'timeout', message: 'no time was left to make the call', ...label });
}
