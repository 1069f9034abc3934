import { changeTimeOf, type Conversation } from '../contract/conversation.ts';
import type { Instant } from '../contract/instant.ts';
import type { LookNews } from '../contract/shared-looks.ts';
import { SeenConversations } from './seen-conversations.ts';

/** How far back a look goes, in milliseconds: a vendor may list a change late, and its clock may be behind. */
const usualSpan = 30 * 60_000;
/** The same for the first look, and for vendors that tell no times of change, which list chats when these are over. */
const longSpan = 3 * 3_600_000;

/** What is known of a source: up to when it is known, and what its conversations looked like. */
export class KnownChanges {
  readonly #seen = new SeenConversations();
  /** Vendors tell whole seconds. */
  readonly #startedAt = Math.floor(Date.now() / 1000) * 1000;
  /** When the last look began of which everything is known. */
  #lookedAt: Instant | null = null;
  /** Whether the vendor tells times of change; null = nothing has been seen from which to know. */
  #tellsTimes: boolean | null;

  /** `lacksTimes`: whether some of the source's conversations have no time of change, whatever those seen have. */
  constructor(lacksTimes = false) {
    this.#tellsTimes = lacksTimes ? false : null;
  }

  /** Where a look has to begin so that it misses nothing. */
  get from(): Instant {
    const span = this.#tellsTimes && this.#lookedAt !== null ? usualSpan : longSpan;
    return (this.#lookedAt ?? this.#startedAt) - span;
  }

  /** Whether news are as good as a look of this replica. */
  isCoveredBy({ isWhole, lacksRows, from }: LookNews): boolean {
    return isWhole && !lacksRows && (this.#lookedAt === null || from <= this.from);
  }

  /**
   * Takes in what a look brought; gives the conversations that subscribers have to be told of. `isComplete`: whether
   * nothing before it was missed.
   */
  take({ rows, lookedAt, isWhole }: LookNews, isComplete: boolean): readonly Conversation[] {
    const differing = this.#seen.differing(rows, lookedAt);
    this.#seen.forgetBefore(this.from - longSpan);
    if (rows.length > 0) {
      this.#tellsTimes = this.#tellsTimes !== false && rows.every(({ updatedAt }) => updatedAt !== null);
    }
    const isFirst = isWhole && this.#lookedAt === null;
    if (isComplete) this.#lookedAt = lookedAt;
    return isFirst ? differing.filter((row) => changeTimeOf(row) >= this.#startedAt) : differing;
  }
}
