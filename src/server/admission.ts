/** How long work may wait. */
export interface AdmissionOptions {
  /** Whoever would have to wait longer than this is turned away, in milliseconds. */
  readonly maxWaitMs: number;
}

/** There is too much to do already; nothing was begun. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** So many milliseconds of a turn of the event loop are for work that begins at once. */
const slice = 5;
/** A turn of the event loop that took less than this had next to nothing to do, in milliseconds. */
const shortTurn = 1;
/** However busy the process is, work begins at least this often, in milliseconds. */
const longestPause = 100;
/** How much the last step of the line counts against those before. */
const lastStep = 0.2;

/** Work that waits for its turn. */
interface Waiting {
  readonly begin: () => void;
  readonly signal: AbortSignal;
}

/**
 * Lets work begin when the process has time for it: at once while nothing is under way, else one after the other, each
 * when what was begun before has come to rest because it waits for others. So work that computes is finished before more
 * of it is begun: what is half done takes memory, and keeps everybody else longer. Work that would have to wait for too
 * long is refused, before anything is done for it.
 */
export class Admission {
  readonly #maxWaitMs: number;
  readonly #line = new Set<Waiting>();
  #underWay = 0;
  /** When work began at once in this turn; null = none has. */
  #sliceBegan: number | null = null;
  #turnBegan = 0;
  /** When work out of the line began last, or the line itself. */
  #lastBegan = 0;
  /** How long the line takes for a step, in milliseconds, as far as is known since it began. */
  #stepMs = 0;

  constructor({ maxWaitMs }: AdmissionOptions) {
    this.#maxWaitMs = maxWaitMs;
  }

  /** Does work when its turn comes. Fails with `Overloaded`, or the signal's reason where it is aborted before. */
  async run<T>(work: () => T | Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#line.size * this.#stepMs > this.#maxWaitMs) throw new Overloaded('there is too much to do');
    if (!this.#hasTime()) await this.#turn(signal);
    signal.throwIfAborted();
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
    }
  }

  #hasTime(): boolean {
    if (this.#underWay > 0 || this.#line.size > 0) return false;
    const now = performance.now();
    if (this.#sliceBegan === null) {
      this.#sliceBegan = now;
      setImmediate(() => (this.#sliceBegan = null));
    }
    return now - this.#sliceBegan < slice;
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((begin) => {
      this.#line.add({ begin, signal });
      if (this.#line.size > 1) return;
      this.#lastBegan = performance.now();
      // Only a turn that is seen from its beginning tells how much there is to do.
      setImmediate(() => {
        this.#turnBegan = performance.now();
        setImmediate(this.#onTurn);
      });
    });
  }

  readonly #onTurn = (): void => {
    const now = performance.now();
    if (now - this.#turnBegan < shortTurn || now - this.#lastBegan >= longestPause) this.#beginNext(now);
    if (this.#line.size === 0) {
      this.#stepMs = 0;
      return;
    }
    this.#turnBegan = now;
    setImmediate(this.#onTurn);
  };

  #beginNext(now: number): void {
    this.#stepMs += lastStep * (now - this.#lastBegan - this.#stepMs);
    this.#lastBegan = now;
    for (const next of this.#line) {
      this.#line.delete(next);
      next.begin();
      if (!next.signal.aborted) return;
    }
  }
}
