import { LRUCache } from 'lru-cache';
import type { DaySpan } from '../../vendor-kit/neighbour-days.ts';
import type { Instant } from '../../contract/instant.ts';
import { isUsable, longestRange, rangeAt, type DayWalk } from './iadvize-days.ts';

/** By how much more days are asked for than the mean suggests, as days are not alike. */
const margin = 1.3;
/** How long walks begin with the same range, in milliseconds: a page asked again, or the next one, finds it cached. */
const keptMilliseconds = 30_000;
const mostKept = 100;
/** A range this long has days of every kind. */
const tellingDays = 7;

/** What a walk begins with. */
export interface Opening {
  readonly walk: DayWalk;
  /** What is asked for but the days; undefined = everything. */
  readonly filter: string | undefined;
  readonly limit: number;
  readonly now: Instant;
}

/**
 * The first range of walks, sized by how many rows a day the account has as far as this process has seen, so that a
 * page takes one call in quiet accounts and in busy ones. A month while nothing is known.
 */
export class OpeningRange {
  readonly #rowsADay = new LRUCache<string, number>({ max: mostKept });
  readonly #kept = new Map<string, { readonly range: DaySpan; readonly until: Instant }>();

  /** Whether nothing is known yet, so that the range may turn out to hold too much. */
  isGuess(filter: string | undefined): boolean {
    return !this.#rowsADay.has(filter ?? '');
  }

  /** The range to begin with; the same one for a while, for every walk to the same end. */
  rangeFor({ walk, filter, limit, now }: Opening): DaySpan {
    const { days, isDescending } = walk;
    const name = [filter ?? '', isDescending ? `from ${days.first}` : `to ${days.last}`].join(' ');
    const kept = this.#kept.get(name);
    if (kept && kept.until > now && isUsable(kept.range, walk)) return kept.range;
    const range = rangeAt(walk, null, this.#daysFor(limit, filter));
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(name, { range, until: now + keptMilliseconds });
    return range;
  }

  /** Learns from rows that were read. A few quiet days say nothing: it may be a weekend. */
  learn(rows: number, days: number, filter: string | undefined): void {
    if (days === 0) return;
    const seen = rows / days;
    const before = this.#rowsADay.get(filter ?? '') ?? 0;
    const isFirstCount = before === Infinity && rows > 0;
    if (days >= tellingDays || seen > before || isFirstCount) this.#rowsADay.set(filter ?? '', seen);
  }

  /** Learns that a range held too much to be read at once. */
  learnTooMuch(filter: string | undefined): void {
    this.#rowsADay.set(filter ?? '', Infinity);
    this.#kept.clear();
  }

  /** In powers of two, so that days are asked for in the same ranges while the pace changes a little. */
  #daysFor(limit: number, filter: string | undefined): number {
    const wanted = (limit * margin) / (this.#rowsADay.get(filter ?? '') ?? 0);
    return wanted >= longestRange ? longestRange : 2 ** Math.ceil(Math.log2(Math.max(1, wanted)));
  }
}
