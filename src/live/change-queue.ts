/**
 * Changes on their way to one subscriber: of each thing only the newest change waits. Ends when it is told to, or when
 * too many wait.
 */
export class ChangeQueue<Change> implements AsyncIterableIterator<Change> {
  readonly #most: number;
  readonly #onEnd: () => void;
  readonly #waiting = new Map<string, Change>();
  #ended = false;
  #arrival: PromiseWithResolvers<void> | null = null;

  /** `most`: things that may wait; a subscriber who falls behind further is let go. `onEnd` is called once. */
  constructor(most: number, onEnd: () => void) {
    this.#most = most;
    this.#onEnd = onEnd;
  }

  /** Adds a change of the thing with this id; it replaces one that still waits. */
  add(id: string, change: Change): void {
    if (this.#ended) return;
    this.#waiting.delete(id);
    this.#waiting.set(id, change);
    if (this.#waiting.size > this.#most) this.end();
    else this.#arrived();
  }

  /** Ends at once; what waits is dropped. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiting.clear();
    this.#arrived();
    this.#onEnd();
  }

  async next(): Promise<IteratorResult<Change, undefined>> {
    while (!this.#ended) {
      const [first] = this.#waiting;
      if (first) {
        const [id, change] = first;
        this.#waiting.delete(id);
        return { done: false, value: change };
      }
      this.#arrival ??= Promise.withResolvers();
      await this.#arrival.promise;
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Change, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #arrived(): void {
    this.#arrival?.resolve();
    this.#arrival = null;
  }
}
