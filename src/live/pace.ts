/** How soon to look again: soon while things change, ever later while all is quiet. */
export class Pace {
  readonly #shortest: number;
  readonly #longest: number;
  #current: number;

  /** `shortest` and `longest` wait, in milliseconds. */
  constructor(shortest: number, longest: number) {
    this.#shortest = shortest;
    this.#longest = longest;
    this.#current = shortest;
  }

  /** The wait after a look that found changes, in milliseconds. */
  afterChange(): number {
    return (this.#current = this.#shortest);
  }

  /** The wait after a look that found none, or that failed, in milliseconds. */
  afterQuiet(): number {
    return (this.#current = Math.min(this.#longest, this.#current * growth));
  }
}

const growth = 1.5;
