import type { Instant } from '../../contract/instant.ts';
import { laterInstantOf, wallClockOf } from '../../vendor-kit/time-zone.ts';

const hour = 3_600_000;
const halfHour = hour / 2;

/**
 * The hours that the clocks of a zone show twice, when they are set back. A time in such an hour is first taken to be
 * of the first pass; what stands before it in a log may show that it was of the second.
 */
export class RepeatedHours {
  readonly #timeZone: string;
  /** By how much the clocks were set back after each half hour that was looked up; 0 = they were not. */
  readonly #setBacks = new Map<number, number>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Whether a time whose first pass lies before another time may be of the second pass, and then not lie before it. */
  mayFollow(first: Instant, other: Instant): boolean {
    const setBack = first < other && other - first <= hour ? this.#setBackAfter(first) : 0;
    return setBack > 0 && other <= first + setBack;
  }

  /** Entries in their order, each of the second pass where the beginning or an entry above is later than its first. */
  resolved<Entry extends { readonly sentAt: Instant }>(
    entries: readonly Entry[],
    beginning: Instant | undefined,
  ): Entry[] {
    // The first and last time seen in each half hour: a log may be long, and a quoted stamp may stand between two
    // that belong together.
    const passed = new Map<number, readonly Instant[]>();
    const pass = (time: Instant) => {
      const place = Math.floor(time / halfHour);
      const known = passed.get(place) ?? [time];
      passed.set(place, [Math.min(...known, time), Math.max(...known, time)]);
    };
    if (beginning !== undefined) pass(beginning);
    return entries.map((entry) => {
      const place = Math.floor(entry.sentAt / halfHour);
      const near = [place, place + 1, place + 2].flatMap((each) => passed.get(each) ?? []);
      const isSecond = near.some((time) => this.mayFollow(entry.sentAt, time));
      const sentAt = isSecond ? entry.sentAt + this.#setBackAfter(entry.sentAt) : entry.sentAt;
      pass(sentAt);
      return isSecond ? { ...entry, sentAt } : entry;
    });
  }

  #setBackAfter(first: Instant): number {
    const place = Math.floor(first / halfHour);
    let setBack = this.#setBacks.get(place);
    if (setBack === undefined) {
      const start = place * halfHour;
      const again = laterInstantOf(wallClockOf(start, this.#timeZone), this.#timeZone);
      setBack = again === null ? 0 : again - start;
      this.#setBacks.set(place, setBack);
    }
    return setBack;
  }
}
