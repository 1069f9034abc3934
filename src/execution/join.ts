/** Collects the values of promises in an object or a list, each in its place. */
export class Join {
  /** The object or list, once all values are in it; fails as soon as one of them does. */
  readonly whole: Promise<object>;
  readonly #values: Record<string | number, unknown>;
  #waiting = 0;
  #resolve!: (values: object) => void;
  #reject!: (error: unknown) => void;

  constructor(values: object) {
    this.#values = values as Record<string | number, unknown>;
    this.whole = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Waits for one more value. */
  add(place: string | number, promise: PromiseLike<unknown>): void {
    // Holds the place, so that the fields of an answer are in the order of its selection.
    this.#values[place] = undefined;
    this.#waiting += 1;
    promise.then(
      (value) => {
        this.#values[place] = value;
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#resolve(this.#values);
      },
      (error: unknown) => this.#reject(error),
    );
  }

  /** Fails with the error once nothing is under way any more. */
  failWith(error: unknown): Promise<never> {
    const fail = () => {
      throw error;
    };
    return this.whole.then(fail, fail);
  }
}

/** Whether a value has to be waited for. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}
