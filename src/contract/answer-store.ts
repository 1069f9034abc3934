import type { AnswerLife } from './answer-life.ts';
import type { Waiter } from './waiter.ts';

/** A finished answer, as it is sent. */
export interface FinishedAnswer {
  readonly status: number;
  /** Headers that belong to the content: names and values in turn. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
  /** Entity tag of the body, with its quotation marks; null for an answer that is not to be kept. */
  readonly tag: string | null;
  /** Id of the request that it was made for. */
  readonly requestId: string;
  /** Name of the operation. */
  readonly operation: string | null;
  /** Codes of the errors in it, each once. */
  readonly codes: readonly string[];
}

/** How an answer is to be made. */
export interface AnswerWork {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  readonly life: AnswerLife;
}

/** Makes an answer. */
export type MakeAnswer = (work: AnswerWork) => Promise<FinishedAnswer>;

/** Shares answers among those who ask for the same, at the same time and, where the answer allows it, later on. */
export interface AnswerStore {
  /** The kept answer, if it is still good. */
  find(key: string): FinishedAnswer | undefined;
  /**
   * Waits for an answer that is being made and shared; undefined = there is none that was begun lately and after the
   * last change. Rejects as `make` does.
   */
  join(key: string, waiter: Waiter): Promise<FinishedAnswer> | undefined;
  /**
   * Makes an answer; others may wait for it where it `isShared`. Rejects with the signal's reason, with a
   * `TimeoutError` at the deadline, or as `work` does.
   */
  make(
    key: string,
    waiter: Waiter,
    how: { readonly isShared: boolean; readonly work: MakeAnswer },
  ): Promise<FinishedAnswer>;
}
