/**
 * What one value contributes to the life of an answer: until when it is fresh, by the store's clock, and the tags by
 * which a change drops it.
 */
export interface ValueLife {
  readonly freshUntil: number;
  readonly tags: readonly string[];
}

/** Gathers, while a request is answered, whether and for how long the finished answer may be given out again. */
export interface AnswerLife {
  /**
   * To be called when a read begins. Gives the function to call when it ends: with the life of its value, or with null
   * when there is none, which spoils the answer.
   */
  begin(): (value: ValueLife | null) => void;
  /** To be called when the answer may be given out again for a while only, in milliseconds from now on. */
  limit(milliseconds: number): void;
  /** To be called when the answer must not be kept: something is missing in it, or it is about this very moment. */
  spoil(): void;
}
