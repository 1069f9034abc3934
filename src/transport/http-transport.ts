import { CachedReader, type Fetched } from '../cache/cached-reader.ts';
import type { Cache } from '../cache/cache.ts';
import { cancellationOf } from '../cache/cancellation.ts';
import { cacheKey, cacheTag } from '../cache/cache-key.ts';
import { memoryOf } from '../cache/memory-estimate.ts';
import type { FlightControl } from '../cache/single-flight.ts';
import type { Answer, CallContext, CallEvent } from '../contract/call-context.ts';
import type { PlannedCall } from '../contract/mutations/mutation-plan.ts';
import type { RateBudget, SourceStatus } from '../contract/source-health.ts';
import { VendorError, vendorErrorKinds } from '../contract/vendor-error.ts';
import { deadlineError, readFailure, unsentError, writeFailure } from './call-failure.ts';
import { CallRefused } from './call-refused.ts';
import { toPlannedCall } from './planned-call.ts';
import { RequestReads } from './request-reads.ts';
import { withRetries } from './retry.ts';
import { RetryBudget } from './retry-budget.ts';
import type { ReadCall, SourceSettings, SourceTransport, WriteCall } from './source-transport.ts';
import { freshMilliseconds } from './time-to-live.ts';
import type { TransportMetrics } from './transport-metrics.ts';
import type { UpstreamCaller } from './upstream-caller.ts';

/** What a transport is made of. */
export interface HttpTransportOptions {
  readonly settings: SourceSettings;
  readonly caller: UpstreamCaller;
  readonly cache: Cache;
  readonly metrics: TransportMetrics | null;
}

/** Of a read in the background no request is told. */
const unawaited = {};

type CacheEvent = Exclude<CallEvent, { readonly type: 'call' }>;

/** The way to one source over HTTP: reads through the cache and with retries, changes once. */
export class HttpTransport implements SourceTransport {
  readonly #settings: SourceSettings;
  readonly #caller: UpstreamCaller;
  readonly #cache: Cache;
  readonly #metrics: TransportMetrics | null;
  readonly #reader: CachedReader;
  readonly #retryBudget = new RetryBudget();
  readonly #directories = new RequestReads();

  constructor({ settings, caller, cache, metrics }: HttpTransportOptions) {
    this.#settings = settings;
    this.#caller = caller;
    this.#cache = cache;
    this.#metrics = metrics;
    this.#reader = new CachedReader({ cache, fetchMilliseconds: settings.timeoutMs });
  }

  read<T>(call: ReadCall<T>, context: CallContext): Promise<Answer<T>> {
    const key = cacheKey(this.#settings.name, call.operation, [call.identity, call.revision ?? null]);
    if (call.priority !== 'directory') return this.#read(key, call, context);
    // Behind a change the same request must see what the change did.
    const place = `${this.#cache.changes} ${key}`;
    return this.#directories.once(context, place, () => this.#read(key, call, context));
  }

  #read<T>(key: string, call: ReadCall<T>, context: CallContext): Promise<Answer<T>> {
    const label = { source: this.#settings.name, operation: call.operation };
    const observe = (type: CacheEvent['type']): void => this.#tell({ type, ...label }, context.observe);
    return this.#reader.read<T>(
      {
        key,
        bypass: context.bypassCache,
        fetch: (control, awaited) => this.#fetch(call, control, awaited ? context : unawaited),
        mayStandIn,
        onDeadline: () => deadlineError(label),
        observe,
        life: context.life,
      },
      context,
    );
  }

  each<Item, Result>(
    items: readonly Item[],
    context: CallContext,
    work: (item: Item) => Promise<Result>,
  ): Promise<readonly Result[]> {
    return this.#caller.each(items, context, work);
  }

  async write<T>(call: WriteCall<T>, context: CallContext): Promise<T> {
    try {
      const { value } = await this.#caller.attempt({
        ...call,
        priority: 'write',
        deadline: () => context.deadline,
        cancellation: cancellationOf(context.signal),
        abortable: false,
        tellFailure: writeFailure,
        observe: context.observe,
        trace: context.trace,
      });
      await this.#invalidate(call.invalidates);
      return value;
    } catch (error) {
      if (!(error instanceof CallRefused)) await this.#invalidate(call.invalidates);
      // Whatever fails once it is sent is a failure of the vendor's: this one left before.
      if (error instanceof VendorError) throw error;
      throw unsentError({ source: this.#settings.name, operation: call.operation });
    }
  }

  describe({ operation, request, secretParameters = [] }: WriteCall<unknown>): PlannedCall {
    return toPlannedCall(request, this.#caller.pathOf(request, operation), secretParameters);
  }

  status(): SourceStatus {
    return this.#caller.status();
  }

  rateBudget(): RateBudget | null {
    return this.#caller.rateBudget();
  }

  close(): Promise<void> {
    return this.#caller.close();
  }

  async #fetch<T>(
    call: ReadCall<T>,
    control: FlightControl,
    { observe, trace }: Pick<CallContext, 'observe' | 'trace'>,
  ): Promise<Fetched<T>> {
    const { name, cacheSeconds, retries } = this.#settings;
    const attempt = {
      ...call,
      deadline: control.deadline,
      cancellation: control.cancellation,
      abortable: true,
      tellFailure: readFailure,
      observe,
      trace,
    };
    const { value, fetchedAt, bytes } = await withRetries(() => this.#caller.attempt(attempt), {
      retries,
      budget: this.#retryBudget,
      deadline: control.deadline,
      cancellation: control.cancellation,
      onRetry: () => this.#tell({ type: 'retry', source: name, operation: call.operation }, observe),
    });
    const freshness = typeof call.freshness === 'function' ? call.freshness(value) : call.freshness;
    const tags = typeof call.tags === 'function' ? call.tags(value) : (call.tags ?? []);
    return {
      value,
      fetchedAt,
      freshMilliseconds: freshMilliseconds(freshness, cacheSeconds, (call.revision ?? null) !== null),
      tags: tags.map((tag) => cacheTag(name, tag)),
      bytes: memoryOf(bytes),
    };
  }

  #tell(event: CacheEvent, observe: CallContext['observe']): void {
    observe?.(event);
    this.#metrics?.cache(event);
  }

  async #invalidate(tags: readonly string[]): Promise<void> {
    await this.#cache.invalidate(tags.map((tag) => cacheTag(this.#settings.name, tag)));
  }
}

/** An earlier value is better than none when the vendor, or the way to it, is at fault; not when it said no. */
function mayStandIn(error: unknown): boolean {
  return error instanceof VendorError && (error.retryable || vendorErrorKinds[error.kind].unhealthy);
}
