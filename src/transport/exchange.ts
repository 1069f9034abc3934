import { setImmediate as nextTurn } from 'node:timers';
import type { Dispatcher } from 'undici';
import { VendorError } from '../contract/vendor-error.ts';
import { ExchangeError, toExchangeError } from './exchange-error.ts';
import type { EncodedRequest } from './request-encoding.ts';

/** What a server sent, as it came. */
export interface RawReply {
  readonly status: number;
  /** Names in lower case; the first value of several. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Limits of one exchange. */
export interface ExchangeLimits {
  /** Aborted when nobody waits any more; with a `VendorError` of kind `timeout` when that is for lack of time. */
  readonly signal: AbortSignal;
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
          headers: { ...request.headers },
          body: request.body,
        },
        collector,
      );
    } catch (error) {
      collector.fail(toExchangeError(error, false));
    }
  });
}

/** Collects one answer; whatever happens first, the end, a failure, the deadline or an abort, settles it. */
class ReplyCollector implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined;
  #failure: ExchangeError | undefined;
  #status = 0;
  #headers: ReadonlyMap<string, string> = new Map();
  #size = 0;
  readonly #chunks: Buffer[] = [];
  readonly #limits: ExchangeLimits;
  readonly #resolve: (reply: RawReply) => void;
  readonly #reject: (error: ExchangeError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.fail(new ExchangeError(faultOf(this.#limits.signal), this.#sent));

  constructor(
    limits: ExchangeLimits,
    resolve: (reply: RawReply) => void,
    reject: (error: ExchangeError) => void,
  ) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reject = reject;
    // After a stall of the event loop the answer may be waiting in the socket: let it be read before giving up.
    this.#timer = setTimeout(
      () => nextTurn(() => this.fail(new ExchangeError('timeout', this.#sent))),
      Math.max(0, limits.timeoutMs),
    );
    limits.signal.addEventListener('abort', this.#onAbort, { once: true });
    if (limits.signal.aborted) this.#onAbort();
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

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    // 1xx answers announce another one.
    if (status < 200) return;
    this.#status = status;
    this.#headers = firstValues(headers);
    const announced = Number(this.#headers.get('content-length') ?? 0);
    if (announced > this.#limits.maxBytes) this.fail(new ExchangeError('too-big', true));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#failure) return;
    this.#size += chunk.length;
    if (this.#size > this.#limits.maxBytes) {
      this.#chunks.length = 0;
      this.fail(new ExchangeError('too-big', true));
    } else {
      // undici hands out views of a buffer it uses again.
      this.#chunks.push(Buffer.from(chunk));
    }
  }

  onResponseEnd(): void {
    if (this.#failure) return;
    this.#settle();
    this.#resolve({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) });
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
    this.#limits.signal.removeEventListener('abort', this.#onAbort);
  }
}

/** Whoever waits may leave because time is up, which is the vendor's fault, or for reasons of their own. */
function faultOf({ reason }: AbortSignal): 'aborted' | 'timeout' {
  return reason instanceof VendorError && reason.kind === 'timeout' ? 'timeout' : 'aborted';
}

function firstValues(headers: Record<string, string | string[] | undefined>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) first.set(name.toLowerCase(), one);
  }
  return first;
}
