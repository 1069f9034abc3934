import { setImmediate as nextTurn } from 'node:timers';
import type { Dispatcher } from 'undici';
import type { Cancellation } from '../cache/cancellation.ts';
import { BodyBuffer } from './body-buffer.ts';
import { ExchangeError, faultOf, toExchangeError } from './exchange-error.ts';
import type { EncodedRequest } from './request-encoding.ts';

/** Headers by name. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What a server sent, as it came. */
export interface RawReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReplyHeaders;
  readonly body: Buffer;
}

/** Limits of one exchange. */
export interface ExchangeLimits {
  /** Cancelled when nobody waits any more. The reason is a `VendorError` of kind `timeout` when time is up. */
  readonly cancellation: Cancellation;
  /** Longest wait, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest body, in bytes as sent. */
  readonly maxBytes: number;
}

/** Sends one request and reads the whole answer. Fails with an `ExchangeError`, never with an error of undici. */
export function exchange(
  dispatcher: Dispatcher,
  origin: string,
  request: EncodedRequest,
  limits: ExchangeLimits,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const collector = new ReplyCollector(limits, resolve, reject);
    try {
      dispatcher.dispatch(
        {
          origin,
          method: request.method,
          path: request.path,
          headers: request.headers,
          body: request.body,
        },
        collector,
      );
    } catch (error) {
      collector.fail(toExchangeError(error, false));
    }
  });
}

/** Collects one answer. Whatever happens first settles it: its end, a failure, the deadline or an abort. */
class ReplyCollector implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined;
  #failure: ExchangeError | undefined;
  #status = 0;
  #headers: ReplyHeaders = {};
  #body = new BodyBuffer(0);
  readonly #limits: ExchangeLimits;
  readonly #resolve: (reply: RawReply) => void;
  readonly #reject: (error: ExchangeError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onCancel = (): void =>
    this.fail(new ExchangeError(faultOf(this.#limits.cancellation), this.#sent));

  constructor(
    limits: ExchangeLimits,
    resolve: (reply: RawReply) => void,
    reject: (error: ExchangeError) => void,
  ) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reject = reject;
    // After a stall of the event loop the answer may already be in the socket: it is read before giving up.
    this.#timer = setTimeout(
      () => nextTurn(() => this.fail(new ExchangeError('timeout', this.#sent))),
      Math.max(0, limits.timeoutMs),
    );
    if (limits.cancellation.cancelled) this.#onCancel();
    else limits.cancellation.follow(this.#onCancel);
  }

  get #sent(): boolean {
    return this.#controller !== undefined;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure) {
      controller.abort(this.#failure);
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ReplyHeaders): void {
    // An answer with status 1xx only announces the real one.
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    const announced = Number(firstValue(headers, 'content-length') ?? 0);
    if (announced > this.#limits.maxBytes) this.fail(new ExchangeError('too-big', true));
    else this.#body = new BodyBuffer(announced);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#failure) return;
    if (this.#body.length + chunk.length > this.#limits.maxBytes) {
      this.#body = new BodyBuffer(0);
      this.fail(new ExchangeError('too-big', true));
    } else {
      this.#body.add(chunk);
    }
  }

  onResponseEnd(): void {
    if (this.#failure) return;
    this.#settle();
    this.#resolve({ status: this.#status, headers: this.#headers, body: this.#body.whole() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(toExchangeError(error, this.#sent, this.#status > 0));
  }

  fail(failure: ExchangeError): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#settle();
    this.#reject(failure);
    this.#controller?.abort(failure);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#limits.cancellation.unfollow(this.#onCancel);
  }
}

/** A header's value, the first of several. `name` in lower case. */
export function firstValue(headers: ReplyHeaders, name: string): string | undefined {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return Array.isArray(value) ? value[0] : value;
}
