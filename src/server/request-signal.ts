/** A request's signal, with the function to call when the request was answered. */
export interface RequestSignal {
  /** Aborted when the caller goes away, and with a `TimeoutError` when the request takes too long. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * Does what `AbortSignal.any` and `AbortSignal.timeout` do, except that its timer ends with the answer. Theirs would go
 * on after it, and then make an error that nobody sees.
 */
export function openRequestSignal(caller: AbortSignal, milliseconds: number): RequestSignal {
  const controller = new AbortController();
  const onTime = (): void => controller.abort(new DOMException('the request took too long', 'TimeoutError'));
  const timer = setTimeout(onTime, milliseconds).unref();
  const onGone = (): void => {
    clearTimeout(timer);
    controller.abort(caller.reason);
  };
  if (caller.aborted) onGone();
  else caller.addEventListener('abort', onGone, { once: true });
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      caller.removeEventListener('abort', onGone);
    },
  };
}

/**
 * A signal of the runtime that is aborted together with one that only looks like one, as those of the GraphQL server's
 * requests do. From Node.js 26 on, `AbortSignal.any` takes no others.
 */
export function runtimeSignal(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  return controller.signal;
}
