/** How long requests may wait. */
export interface AdmissionOptions {
  /** Whoever would have to wait longer than this is turned away, in milliseconds. */
  readonly maxWaitMs: number;
}

/** So many milliseconds at a time are for requests that have just come; then others have their turn. */
const slice = 5;
/** How much the last step of the queue counts against those before. */
const lastStep = 0.2;

/**
 * Lets requests begin: at once while there is time, else one after the other, each behind a look at what else has
 * arrived. So a rush keeps nothing waiting that is under way, nor questions for the gateway's health. A request that
 * would have to wait for too long is turned away, which costs little, before anybody has worked for it.
 */
export class Admission {
  readonly #maxWaitMs: number;
  readonly #queue = new Set<() => void>();
  /** How long the queue takes for a step, in milliseconds, as far as is known since it began. */
  #stepMs = 0;
  /** When requests began to be let in this turn; null = nobody has come yet. */
  #turnBegan: number | null = null;

  constructor({ maxWaitMs }: AdmissionOptions) {
    this.#maxWaitMs = maxWaitMs;
  }

  /** Starts a request, now or later; gives false when it is turned away instead. */
  admit(start: () => void): boolean {
    if (this.#queue.size * this.#stepMs > this.#maxWaitMs) return false;
    const now = performance.now();
    if (this.#queue.size > 0 || (this.#turnBegan !== null && now - this.#turnBegan >= slice)) {
      this.#queue.add(start);
      return true;
    }
    if (this.#turnBegan === null) this.#begin(now);
    start();
    return true;
  }

  #begin(now: number): void {
    this.#turnBegan = now;
    setImmediate(() => this.#nextTurn(now));
  }

  #nextTurn(lastBegan: number): void {
    this.#turnBegan = null;
    for (const start of this.#queue) {
      const now = performance.now();
      this.#stepMs += lastStep * (now - lastBegan - this.#stepMs);
      this.#queue.delete(start);
      this.#begin(now);
      start();
      return;
    }
    this.#stepMs = 0;
  }
}
