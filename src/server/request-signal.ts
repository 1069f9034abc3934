/** A request's signal, with what is to be called when it was answered. */
export interface RequestSignal {
  /** Aborted when the caller goes away, and with a `TimeoutError` when the request takes too long. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * What `AbortSignal.any` and `AbortSignal.timeout` do, but for the timer: theirs goes on after the answer, half a minute
 * by default, and makes an error that nobody sees.
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
