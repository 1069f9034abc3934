import type { Waiter } from './waiter.ts';

/** The line in which reads of details, such as those for the rows of a page, wait until their source has room. */
export interface DetailLine {
  /** Whether reads wait: others would not be begun at once. */
  readonly isCrowded: boolean;
  /**
   * Waits until the line is no longer crowded, in turn with others who wait for that; at most until the waiter gives up.
   * Never fails. `reads`: how many will be asked for then.
   */
  whenRoomy(reads: number, waiter: Waiter): Promise<void>;
}
