import type { IBreaker } from 'cockatiel';
import { steadyNow } from '../cache/steady-clock.ts';

const failuresToOpen = 10;
/** How many failures in a row open the circuit where they span enough milliseconds. */
const failuresInSilence = 3;
const silenceToOpen = 2000;

/** Opens after ten failures without a success in between, or after three that span two seconds. */
export class FailureStreak implements IBreaker {
  state: unknown;
  #length = 0;
  #beganAt = 0;
  #pardoned = 0;

  /**
   * Whether there were enough failures in a row for the source to count as down, although the circuit may still be
   * closed.
   */
  get isSuspicious(): boolean {
    return this.#length >= failuresInSilence;
  }

  /** Lets the next failure not count. */
  pardonNext(): void {
    this.#pardoned += 1;
  }

  success(): void {
    this.#length = 0;
  }

  failure(): boolean {
    if (this.#pardoned > 0) {
      this.#pardoned -= 1;
      return false;
    }
    if (this.#length === 0) this.#beganAt = steadyNow();
    this.#length += 1;
    const silent = this.#length >= failuresInSilence && steadyNow() - this.#beganAt >= silenceToOpen;
    return this.#length >= failuresToOpen || silent;
  }
}
