import { Pool } from 'undici';
import { CachedReader, type Fetched } from '../cache/cached-reader.ts';
import type { Cache } from '../cache/cache.ts';
import { cacheKey, cacheTag } from '../cache/cache-key.ts';
import type { FlightControl } from '../cache/single-flight.ts';
import type { Answer, CallContext } from '../contract/call-context.ts';
import type { RateBudget, SourceStatus } from '../contract/source-health.ts';
import { VendorError, vendorErrorKinds } from '../contract/vendor-error.ts';
import { exchange } from './exchange.ts';
import { ExchangeError, exchangeVendorError } from './exchange-error.ts';
import { decodeReply } from './reply-decoding.ts';
import { basePathOf, encodePath, encodeRequest } from './request-encoding.ts';
import type { ReadCall, SourceSettings, SourceTransport, WriteCall } from './source-transport.ts';
import { statusError } from './status-error.ts';
import { freshMilliseconds } from './time-to-live.ts';
import type { UpstreamReply } from './upstream-reply.ts';
import type { Authorize, UpstreamRequest } from './upstream-request.ts';

/** The way to one source over HTTP. */
export class HttpTransport implements SourceTransport {
  readonly #settings: SourceSettings;
  readonly #authorize: Authorize;
  readonly #basePath: string;
  readonly #origin: string;
  readonly #pool: Pool;
  readonly #reader: CachedReader;
  readonly #cache: Cache;

  constructor(
    settings: SourceSettings,
    basePath: readonly string[],
    authorize: Authorize,
    { cache }: { readonly cache: Cache },
  ) {
    this.#settings = settings;
    this.#authorize = authorize;
    this.#cache = cache;
    this.#basePath = basePathOf(settings.url, basePath, { source: settings.name, operation: 'open' });
    this.#origin = new URL(settings.url).origin;
    this.#pool = new Pool(this.#origin, {
      connections: settings.maxConcurrent,
      pipelining: 1,
      connect: { timeout: Math.min(2000, settings.timeoutMs) },
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 4000,
      keepAliveMaxTimeout: 10_000,
    });
    this.#reader = new CachedReader({ cache, fetchMilliseconds: settings.timeoutMs });
  }

  read<T>(call: ReadCall<T>, context: CallContext): Promise<Answer<T>> {
    const source = this.#settings.name;
    return this.#reader.read<T>(
      {
        key: cacheKey(source, call.operation, [call.identity, call.revision ?? null]),
        bypass: context.bypassCache,
        fetch: (control) => this.#fetch(call, control, context),
        mayStandIn: (error) =>
          error instanceof VendorError && (vendorErrorKinds[error.kind].unhealthy || error.retryable),
        onDeadline: () =>
          exchangeVendorError(new ExchangeError('timeout', true), { source, operation: call.operation }),
        observe: (type) => context.observe?.({ type, source, operation: call.operation }),
      },
      context,
    );
  }

  async write<T>(call: WriteCall<T>, context: CallContext): Promise<T> {
    const label = { source: this.#settings.name, operation: call.operation };
    const timeoutMs = Math.min(this.#settings.timeoutMs, context.deadline - Date.now());
    try {
      const reply = await this.#call(call, { signal: context.signal, timeoutMs }, context);
      return await call.parse(reply);
    } catch (error) {
      if (error instanceof ExchangeError && error.sent) {
        throw new VendorError({
          kind: 'outcome-unknown',
          message: 'the change was sent and no answer came',
          ...label,
        });
      }
      throw error instanceof ExchangeError ? exchangeVendorError(error, label) : error;
    } finally {
      await this.#cache.invalidate(call.invalidates.map((tag) => cacheTag(this.#settings.name, tag)));
    }
  }

  status(): SourceStatus {
    return 'UP';
  }

  rateBudget(): RateBudget | null {
    return null;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #fetch<T>(call: ReadCall<T>, control: FlightControl, context: CallContext): Promise<Fetched<T>> {
    const { name, cacheSeconds } = this.#settings;
    const label = { source: name, operation: call.operation };
    let reply: UpstreamReply;
    try {
      const timeoutMs = Math.min(this.#settings.timeoutMs, control.deadline() - Date.now());
      reply = await this.#call(call, { signal: control.signal, timeoutMs }, context);
    } catch (error) {
      throw error instanceof ExchangeError ? exchangeVendorError(error, label) : error;
    }
    if (reply.status === 429) throw statusError(reply, label);
    const value = await call.parse(reply);
    const freshness = typeof call.freshness === 'function' ? call.freshness(value) : call.freshness;
    const tags = typeof call.tags === 'function' ? call.tags(value) : (call.tags ?? []);
    return {
      value,
      fetchedAt: reply.fetchedAt,
      freshMilliseconds: freshMilliseconds(freshness, cacheSeconds, call.revision != null),
      tags: tags.map((tag) => cacheTag(name, tag)),
    };
  }

  async #call(
    call: { readonly operation: string; readonly request: UpstreamRequest },
    limits: { readonly signal: AbortSignal; readonly timeoutMs: number },
    context: CallContext,
  ): Promise<UpstreamReply> {
    const label = { source: this.#settings.name, operation: call.operation };
    const path = encodePath(call.request.path, this.#basePath, label);
    const request = encodeRequest(this.#authorize(call.request), this.#basePath, label);
    const maxBytes = this.#settings.maxResponseMb * 1_000_000;
    const began = performance.now();
    let bytes = 0;
    let status: number | null = null;
    try {
      const raw = await exchange(this.#pool, this.#origin, request, { ...limits, maxBytes });
      bytes = raw.body.length;
      status = raw.status;
      return await decodeReply(raw, label, { maxBytes, now: Date.now });
    } finally {
      const milliseconds = Math.round(performance.now() - began);
      context.observe?.({ type: 'call', ...label, path, milliseconds, bytes, status });
    }
  }
}
