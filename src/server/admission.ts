/** How long requests may wait. */
export interface AdmissionOptions {
  /** A request that would have to wait longer than this, in milliseconds, is turned away. */
  readonly maxWaitMs: number;
}

/** For how long at a time requests begin as they arrive, in milliseconds; then other work has its turn. */
const slice = 5;
/** The weight of the queue's last step in the mean length of a step. */
const lastStep = 0.2;

/**
 * Lets requests begin: at once while there is time, else one in each turn of the event loop, so that a rush holds up
 * neither requests under way nor `/health` and `/ready`. A request that would have to wait too long is turned away
 * before any work is done for it.
 */
export class Admission {
  readonly #maxWaitMs: number;
  readonly #queue = new Set<() => void>();
  /** The mean time that the queue takes for a step, in milliseconds, since it began to fill; 0 = not known. */
  #stepMs = 0;
  /** When the first request of this turn of the event loop began; null = none has. */
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
