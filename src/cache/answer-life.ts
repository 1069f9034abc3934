import type { AnswerLife, ValueLife } from '../contract/answer-life.ts';

/** What has been gathered of an answer's life. */
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

  spoil(): void {
    this.#isSpoilt = true;
  }

  /** What the answer is good for, if it is finished now; null = not to be kept. Infinity where nothing was read. */
  whole(): ValueLife | null {
    if (this.#isSpoilt || this.#pending > 0) return null;
    return { freshUntil: this.#freshUntil, tags: [...this.#tags] };
  }
}
