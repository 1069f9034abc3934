import { timedWait } from './timed-wait.ts';

/**
 * The longest wait for others to hear something, in milliseconds. It is long enough for a replica that is only busy;
 * one that stands still is not waited for any longer, and one that has ended is no longer counted.
 */
const longestWait = 1000;

/** Counts how many replicas have heard something. */
export class Hearing {
  readonly #all = Promise.withResolvers<void>();
  #heard = 0;
  #wanted = Infinity;

  /** Counts one more that has heard it. */
  add(): void {
    this.#heard += 1;
    this.#check();
  }

  /** Resolves when `count` replicas have heard it, or after the longest wait. */
  async by(count: number): Promise<void> {
    this.#wanted = count;
    this.#check();
    await timedWait(this.#all.promise, longestWait).catch(() => {});
  }

  #check(): void {
    if (this.#heard >= this.#wanted) this.#all.resolve();
  }
}
