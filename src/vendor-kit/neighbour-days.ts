import type { Instant } from '../contract/instant.ts';
import { addDays, endOfDay, startOfDay, type Day } from './time-zone.ts';

/** Days that follow each other, both ends inclusive. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/**
 * Whether an account lists rows under the day before or after their own, as it does where its days begin at another
 * hour than its clocks show. No document tells; only such a row does. Until one has come, no further day is read.
 */
export class NeighbourDays {
  readonly #timeZone: string;
  /** 1 once a row was listed under the day before its own. */
  #before: 0 | 1 = 0;
  /** 1 once a row was listed under the day after its own. */
  #after: 0 | 1 = 0;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** The days whose lists may hold rows of some days. */
  around({ first, last }: DaySpan): DaySpan {
    return { first: addDays(first, -this.#before), last: addDays(last, this.#after) };
  }

  /** The latest day whose rows the list of a day may hold. */
  latestIn(list: Day): Day {
    return addDays(list, this.#before);
  }

  /** Looks at the times of rows that were listed under some days; whether more days have to be read since. */
  learn(times: readonly Instant[], { first, last }: DaySpan): boolean {
    const seen = this.#before + this.#after;
    if (seen === 2 || times.length === 0) return false;
    const from = startOfDay(first, this.#timeZone);
    const to = endOfDay(last, this.#timeZone);
    // What is further off than a day is a row of another kind of oddity, for which no list can be named.
    const dayBefore = startOfDay(addDays(first, -1), this.#timeZone);
    const dayAfter = endOfDay(addDays(last, 1), this.#timeZone);
    if (times.some((time) => time >= to && time < dayAfter)) this.#before = 1;
    if (times.some((time) => time < from && time >= dayBefore)) this.#after = 1;
    return this.#before + this.#after > seen;
  }
}
