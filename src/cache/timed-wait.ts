/** How a wait ended. */
export interface Waited<T> {
  readonly result: T;
  /** How long it took, in milliseconds, in steps of a tick. */
  readonly milliseconds: number;
}

/** No answer came in time. */
export class WaitTimedOut extends Error {
  override readonly name = 'WaitTimedOut';
}

/** Time is counted in ticks of so many milliseconds. */
const tick = 20;

/**
 * Waits for an answer from another process, so many milliseconds at most; then fails with `WaitTimedOut`. While this
 * process itself stands still, its timers are late and answers lie unread in their sockets: however long that takes, it
 * counts as one tick.
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
