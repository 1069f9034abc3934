import type { CallContext } from '../contract/call-context.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { Instant } from '../contract/instant.ts';
import { delayUntil, openCallScope } from './call-scope.ts';

/** How asking one of several ended. */
export type Reply<T> =
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'failed'; readonly error: unknown }
  | {
      readonly state: 'late';
      /** How long, in milliseconds, it was counted; null = the time of the request was nearly over. */
      readonly afterMs: number | null;
    };

/** How long to wait for several calls. */
export interface AskOptions {
  readonly context: CallContext;
  /** How long, in milliseconds, calls may go on after the count has begun; then they are late. */
  readonly lateAfterMs: number;
  /** When the count begins: with the first success among the calls, or at once. */
  readonly countedFrom: 'first-success' | 'start';
  /** When to stop waiting, whatever has come by then. */
  readonly giveUpAt: Instant;
  readonly now: () => Instant;
}

/**
 * Makes calls in parallel and waits until all have ended or are late; replies are in the order of the calls.
 * Never rejects. A late call goes on until the deadline; a request that is aborted ends all calls and the wait.
 */
export function askAll<T>(
  calls: readonly ((context: CallContext) => Promise<T>)[],
  options: AskOptions,
): Promise<readonly Reply<T>[]> {
  if (calls.length === 0) return Promise.resolve([]);
  const { context, lateAfterMs, countedFrom, giveUpAt, now } = options;
  const { promise, resolve } = Promise.withResolvers<readonly Reply<T>[]>();
  const scopes = calls.map(() => openCallScope(context, now));
  const replies = new Map<number, Reply<T>>();
  const timers: NodeJS.Timeout[] = [];
  let counting = false;
  let finished = false;

  const finish = (afterMs: number | null) => {
    if (finished) return;
    finished = true;
    for (const timer of timers) clearTimeout(timer);
    context.signal.removeEventListener('abort', onAbort);
    const late = scopes.filter((_, index) => !replies.has(index));
    if (!context.signal.aborted) for (const scope of late) scope.letGoOn();
    resolve(calls.map((_, index) => replies.get(index) ?? { state: 'late', afterMs }));
  };
  const onAbort = () => finish(null);
  // After a stall of the event loop answers may be waiting in their sockets: they are read before anybody is late.
  const finishSoon = (afterMs: number | null) => void setImmediate(finish, afterMs);
  const count = () => {
    if (!counting) timers.push(setTimeout(finishSoon, lateAfterMs, lateAfterMs));
    counting = true;
  };
  const settle = (index: number, reply: Reply<T>) => {
    scopes[index]?.end();
    if (finished) return;
    replies.set(index, reply);
    if (replies.size === calls.length) finish(null);
    else if (reply.state === 'answered') count();
  };

  context.signal.addEventListener('abort', onAbort, { once: true });
  timers.push(setTimeout(finishSoon, delayUntil(giveUpAt, now), null));
  if (countedFrom === 'start') count();
  for (const [index, call] of calls.entries()) {
    void attempt(call, scopes[index]!.context).then((reply) => settle(index, reply));
  }
  return promise;
}

async function attempt<T>(
  call: (context: CallContext) => Promise<T>,
  context: CallContext,
): Promise<Reply<T>> {
  try {
    return { state: 'answered', answer: await call(context) };
  } catch (error) {
    if (!(error instanceof VendorError) && !context.signal.aborted) context.onFault?.(error);
    return { state: 'failed', error };
  }
}
