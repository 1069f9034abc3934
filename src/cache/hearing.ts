import { timedWait } from './timed-wait.ts';

/**
 * Nobody waits longer for those who hear, in milliseconds: one of them may stand still. Those who are only busy are worth
 * waiting for, and who has ended is no longer counted.
 */
const longestWait = 1000;

/** Counts who has heard something. */
export class Hearing {
  readonly #all = Promise.withResolvers<void>();
  #heard = 0;
  #wanted = Infinity;

  /** One more has heard it. */
  add(): void {
    this.#heard += 1;
    this.#check();
  }

  /** Resolves when so many have heard it, or it is to be waited for no longer. */
  async by(count: number): Promise<void> {
    this.#wanted = count;
    this.#check();
    await timedWait(this.#all.promise, longestWait).catch(() => {});
  }

  #check(): void {
    if (this.#heard >= this.#wanted) this.#all.resolve();
  }
}
