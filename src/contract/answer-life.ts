/** What one value put into an answer: until when it is fresh, by the store's clock, and what a change drops it by. */
export interface ValueLife {
  readonly freshUntil: number;
  readonly tags: readonly string[];
}

/** Gathers, while a request is answered, whether and for how long the finished answer may be given out again. */
export interface AnswerLife {
  /** A read begins; to be ended with what its value is good for, or with null when there is none. */
  begin(): (value: ValueLife | null) => void;
  /** The answer is not to be kept: something is missing in it, or it tells of this very moment. */
  spoil(): void;
}
