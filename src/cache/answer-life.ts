import type { AnswerLife, ValueLife } from '../contract/answer-life.ts';
import { steadyNow } from './steady-clock.ts';

/** Gathers, from the values read for an answer, for how long the answer may be kept. */
export class GatheredLife implements AnswerLife {
  #pending = 0;
  #isSpoilt = false;
  #freshUntil = Infinity;
  readonly #tags = new Set<string>();

  begin(): (value: ValueLife | null) => void {
    this.#pending += 1;
    return (value) => {
      this.#pending -= 1;
      if (value === null) return this.spoil();
      this.#freshUntil = Math.min(this.#freshUntil, value.freshUntil);
      for (const tag of value.tags) this.#tags.add(tag);
    };
  }

  limit(milliseconds: number): void {
    this.#freshUntil = Math.min(this.#freshUntil, steadyNow() + milliseconds);
  }

  spoil(): void {
    this.#isSpoilt = true;
  }

  /**
   * How long the answer is good for, and what drops it, if it is finished now; null = not to be kept. Where nothing was
   * read, it is good until Infinity.
   */
  whole(): ValueLife | null {
    if (this.#isSpoilt || this.#pending > 0) return null;
    return { freshUntil: this.#freshUntil, tags: [...this.#tags] };
  }
}
