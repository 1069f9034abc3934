/** How a wait ended. */
export interface Waited<T> {
  readonly result: T;
  /** How long it took, in milliseconds, counted in ticks. */
  readonly milliseconds: number;
}

/** No answer came in time. */
export class WaitTimedOut extends Error {
  override readonly name = 'WaitTimedOut';
}

/** The length of a tick, in milliseconds. */
const tick = 20;

/**
 * Waits for an answer from another process for `milliseconds` at most; then fails with `WaitTimedOut`. While this
 * process itself stands still, its timers are late and answers lie unread in their sockets, so a stall counts as one
 * tick however long it takes.
 */
export function timedWait<T>(answer: Promise<T>, milliseconds: number): Promise<Waited<T>> {
  return new Promise((resolve, reject) => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      if (ticks * tick < milliseconds) return;
      clearInterval(timer);
      // What has arrived by now is read first.
      setImmediate(() => reject(new WaitTimedOut()));
    }, tick);
    answer
      .then((result) => resolve({ result, milliseconds: ticks * tick }), reject)
      .finally(() => clearInterval(timer));
  });
}
