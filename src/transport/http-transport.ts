import { CachedReader, type Fetched } from '../cache/cached-reader.ts';
import type { Cache } from '../cache/cache.ts';
import { cancellationOf } from '../cache/cancellation.ts';
import { cacheKey, cacheTag, type KeyOwner } from '../cache/cache-key.ts';
import { memoryOf } from '../cache/memory-estimate.ts';
import type { FlightControl } from '../cache/single-flight.ts';
import type { Answer, CacheEvent, CallContext } from '../contract/call-context.ts';
import type { DetailLine } from '../contract/detail-line.ts';
import type { PlannedCall } from '../contract/mutations/mutation-plan.ts';
import type { RateBudget, SourceStatus } from '../contract/source-health.ts';
import { withoutLogins } from '../contract/url-login.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { accountOf } from './account-of.ts';
import type { Attempt, Called } from './attempt.ts';
import { readFailure, unsentError, writeFailure } from './call-failure.ts';
import { CallRefused } from './call-refused.ts';
import { passwordForms } from './parse-reply.ts';
import { toPlannedCall } from './planned-call.ts';
import { RequestReads } from './request-reads.ts';
import { tryAgain } from './retry.ts';
import { RetryBudget } from './retry-budget.ts';
import { withoutSecretForms } from '../decoding/secret-forms.ts';
import type { ReadCall, SourceSettings, SourceTransport, WriteCall } from './source-transport.ts';
import { freshMilliseconds, wholeFrom } from './time-to-live.ts';
import type { TransportMetrics } from './transport-metrics.ts';
import { SourceRead, type Follower, type ReadSource } from './source-read.ts';
import type { UpstreamCaller } from './upstream-caller.ts';

/** Options of `HttpTransport`. */
export interface HttpTransportOptions {
  readonly settings: SourceSettings;
  readonly caller: UpstreamCaller;
  readonly cache: Cache;
  readonly metrics: TransportMetrics | null;
}

/** The way to one source over HTTP: reads through the cache and with retries, changes once. */
export class HttpTransport implements ReadSource, SourceTransport {
  readonly name: string;
  readonly #settings: SourceSettings;
  readonly #owner: KeyOwner;
  readonly #caller: UpstreamCaller;
  readonly #cache: Cache;
  readonly #metrics: TransportMetrics | null;
  readonly #reader: CachedReader;
  readonly #retryBudget = new RetryBudget();
  readonly #requestReads = new RequestReads();

  constructor({ settings, caller, cache, metrics }: HttpTransportOptions) {
    this.name = settings.name;
    this.#settings = settings;
    this.#owner = { source: settings.name, account: accountOf(settings) };
    this.#caller = caller;
    this.#cache = cache;
    this.#metrics = metrics;
    this.#reader = new CachedReader({ cache, fetchMilliseconds: settings.timeoutMs });
  }

  read<T>(call: ReadCall<T>, context: CallContext): Promise<Answer<T>> {
    const key = cacheKey(this.#owner, call.operation, [call.identity, call.revision ?? null]);
    const read = () => this.#reader.read(new SourceRead(this, key, call, context), context);
    if (!(call.oncePerRequest ?? call.priority === 'directory')) return read();
    // After a change the same request must see what the change did, and a read past the cache must not share one from
    // the cache.
    const past = context.bypassCache ? '!' : ' ';
    return this.#requestReads.once(context, `${this.#cache.changes}${past}${key}`, read);
  }

  each<Item, Result>(
    items: readonly Item[],
    context: CallContext,
    work: (item: Item) => Promise<Result>,
  ): Promise<readonly Result[]> {
    return this.#caller.line.each(items, context, work);
  }

  get detailLine(): DetailLine {
    return this.#caller.line;
  }

  async write<T>(call: WriteCall<T>, context: CallContext): Promise<T> {
    try {
      const { value } = await this.#caller.attempt({
        call,
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
      // Once it is sent, every failure is a `VendorError`; with any other error the caller left before that.
      if (error instanceof VendorError) throw withoutPasswords(error, call);
      throw unsentError({ source: this.name, operation: call.operation });
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

  async fetch<T>(call: ReadCall<T>, control: FlightControl, follower: Follower): Promise<Fetched<T>> {
    const attempt: Attempt<T> = {
      call,
      priority: call.priority,
      deadline: control.deadline,
      cancellation: control.cancellation,
      abortable: true,
      tellFailure: readFailure,
      observe: follower.observe,
      trace: follower.trace,
    };
    this.#retryBudget.deposit();
    const askedAt = Date.now();
    let called: Called<T>;
    try {
      called = await this.#caller.attempt(attempt);
    } catch (error) {
      called = await this.#again(attempt, error);
    }
    const { value, fetchedAt, bytes } = called;
    const { cacheSeconds } = this.#settings;
    const freshness = typeof call.freshness === 'function' ? call.freshness(value) : call.freshness;
    const tags = typeof call.tags === 'function' ? call.tags(value) : (call.tags ?? []);
    return {
      value,
      fetchedAt,
      freshMilliseconds: freshMilliseconds(freshness, cacheSeconds, askedAt >= (wholeFrom(call) ?? Infinity)),
      tags: tags.map((tag) => cacheTag(this.#owner, tag)),
      bytes: memoryOf(bytes),
    };
  }

  #again<T>(attempt: Attempt<T>, failure: unknown): Promise<Called<T>> {
    const { deadline, cancellation, observe } = attempt;
    return tryAgain(() => this.#caller.attempt(attempt), failure, {
      retries: this.#settings.retries,
      budget: this.#retryBudget,
      deadline,
      cancellation,
      onRetry: () =>
        this.tell({ type: 'retry', source: this.name, operation: attempt.call.operation }, observe),
    });
  }

  tell(event: CacheEvent, observe: CallContext['observe']): void {
    observe?.(event);
    this.#metrics?.cache(event);
  }

  async #invalidate(tags: readonly string[]): Promise<void> {
    await this.#cache.invalidate(tags.map((tag) => cacheTag(this.#owner, tag)));
  }
}

/** The failure of a change without the passwords in it: a vendor may repeat what it refuses. */
function withoutPasswords(error: VendorError, call: WriteCall<unknown>): VendorError {
  const message = withoutSecretForms(withoutLogins(error.message), passwordForms(call));
  return message === error.message ? error : error.with({ message });
}
