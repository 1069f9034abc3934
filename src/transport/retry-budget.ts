import { steadyNow } from '../cache/steady-clock.ts';

const earnedByCall = 0.2;
const earnedBySecond = 0.2;
const most = 10;

/** Limits retries to a fifth of the calls and a few more, so that they do not make an outage worse. */
export class RetryBudget {
  #tokens = most;
  #countedAt = steadyNow();

  /** Counts a first attempt. */
  deposit(): void {
    this.#add(earnedByCall);
  }

  /** Takes the right to one retry, if there is any left. */
  withdraw(): boolean {
    this.#add(0);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  #add(earned: number): void {
    const now = steadyNow();
    const waited = ((now - this.#countedAt) / 1000) * earnedBySecond;
    this.#countedAt = now;
    this.#tokens = Math.min(most, this.#tokens + earned + waited);
  }
}
