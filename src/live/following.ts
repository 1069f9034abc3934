import type { LookNews, LookSeat } from '../contract/shared-looks.ts';

/** How long a leader may take to tell what it knows, in milliseconds. */
const patience = 2000;

/** A replica's trust in the one that leads. While it lasts, the leader's news stand in for looks of this replica. */
export class Following {
  readonly #seat: LookSeat;
  #isInStep = false;
  #hasAsked = false;
  /** By the steady clock. */
  #until = 0;

  constructor(seat: LookSeat) {
    this.#seat = seat;
  }

  /** Whether this replica knows everything that the leader knew at its last news. */
  get isInStep(): boolean {
    return this.#isInStep && this.#seat.role === 'following';
  }

  /**
   * For how long this replica need not look itself, in milliseconds; not above 0 = it must look now. Asks the leader
   * for what it knows, where needed.
   */
  trusts(): number {
    if (this.#seat.role !== 'following') return 0;
    const now = performance.now();
    if (!this.#isInStep && !this.#hasAsked) {
      this.#hasAsked = true;
      this.#until = now + patience;
      this.#seat.ask();
    }
    const rest = this.#until - now;
    if (rest <= 0) this.doubt();
    return rest;
  }

  /** To be called when news may have been missed. */
  doubt(): void {
    this.#isInStep = false;
    this.#hasAsked = false;
    this.#until = 0;
  }

  /** Takes in news; `isCovering`: they tell all that a look of this replica would. Gives whether all is known now. */
  hear({ isWhole, lacksRows, nextWithin }: LookNews, isCovering: boolean): boolean {
    if (isCovering) this.#isInStep = true;
    if (lacksRows) this.#isInStep = false;
    if (this.#isInStep) this.#until = performance.now() + nextWithin;
    else if (isWhole || lacksRows) this.#lookFirst();
    return this.#isInStep;
  }

  /** Ends the trust until this replica has looked itself: asking again before would not help. */
  #lookFirst(): void {
    this.#hasAsked = true;
    this.#until = 0;
  }
}
