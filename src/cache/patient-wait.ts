/** How a wait ended. */
export interface Waited<T> {
  readonly result: T;
  /** How long it took, in milliseconds, in steps of a tick. */
  readonly milliseconds: number;
}

/** Time is counted in ticks of so many milliseconds. */
const tick = 20;

/**
 * Waits for an answer from another process, so many milliseconds at most. While this process itself stands still, its
 * timers are late and answers lie unread in their sockets: however long that takes, it counts as one tick.
 */
export function waitPatiently<T>(answer: Promise<T>, milliseconds: number): Promise<Waited<T>> {
  return new Promise((resolve, reject) => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      if (ticks * tick < milliseconds) return;
      clearInterval(timer);
      // What has arrived by now is read first.
      setImmediate(() => reject(new Error('Command timed out')));
    }, tick);
    answer
      .then((result) => resolve({ result, milliseconds: ticks * tick }), reject)
      .finally(() => clearInterval(timer));
  });
}
