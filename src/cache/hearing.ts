import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody waits longer for those who hear, in milliseconds: one of them may stand still. */
const longestWait = 100;

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
    const late = new AbortController();
    await Promise.race([
      this.#all.promise,
      sleep(longestWait, undefined, { ref: false, signal: late.signal }).catch(() => {}),
    ]);
    late.abort();
  }

  #check(): void {
    if (this.#heard >= this.#wanted) this.#all.resolve();
  }
}
