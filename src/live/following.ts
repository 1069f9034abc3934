import type { LookNews, LookSeat } from '../contract/shared-looks.ts';

/** How long a leader may take to tell what it knows, in milliseconds. */
const patience = 2000;

/** A replica's trust in the one that leads: while it lasts, its news stand in for looks of one's own. */
export class Following {
  readonly #seat: LookSeat;
  #isInStep = false;
  #hasAsked = false;
  /** By the steady clock. */
  #until = 0;

  constructor(seat: LookSeat) {
    this.#seat = seat;
  }

  /** Whether everything is known that the leader knew at its last news. */
  get isInStep(): boolean {
    return this.#isInStep && this.#seat.role === 'following';
  }

  /** For how long no look of one's own is needed, in milliseconds. Asks the leader for what it knows, where needed. */
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

  /** Something may have been missed. */
  doubt(): void {
    this.#isInStep = false;
    this.#hasAsked = false;
    this.#until = 0;
  }

  /** Hears of a look; `isCovering`: it tells all that a look of one's own would. Gives whether all is known now. */
  hear({ isWhole, lacksRows, nextWithin }: LookNews, isCovering: boolean): boolean {
    if (isCovering) this.#isInStep = true;
    if (lacksRows) this.#isInStep = false;
    if (this.#isInStep) this.#until = performance.now() + nextWithin;
    else if (isWhole || lacksRows) this.#lookFirst();
    return this.#isInStep;
  }

  /** Asking (again) would be of no use before a look of one's own. */
  #lookFirst(): void {
    this.#hasAsked = true;
    this.#until = 0;
  }
}
