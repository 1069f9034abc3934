import type { Conversation } from '../contract/conversation.ts';
import type { LookNews, LookSeat } from '../contract/shared-looks.ts';

/** What the longest silence depends on, in milliseconds. */
export interface TellingOptions {
  readonly longestMs: number;
  readonly timeoutMs: number;
}

/** For how long requests of followers are collected, in milliseconds, to be answered together. */
const collecting = 50;
/** How late news may be without anything being wrong, in milliseconds. */
const grace = 1000;

/** What a leader passes on, in order. */
export class Telling {
  readonly #seat: LookSeat;
  readonly #options: TellingOptions;
  #last: LookNews | null = null;
  /** Whether the followers may lack something that this replica has told its own listeners. */
  #owesWhole = true;
  #order = Promise.resolve();
  #isAnswering = false;

  constructor(seat: LookSeat, options: TellingOptions) {
    this.#seat = seat;
    this.#options = options;
  }

  /** To be called when followers have to be told everything, from the next look on. */
  restart(): void {
    this.#owesWhole = true;
    this.#last = null;
  }

  /** Tells what changed, or everything where that is owed. `wait`: milliseconds until the next look. */
  tell(look: LookNews, changed: readonly Conversation[], wait: number): Promise<void> {
    this.#last = look;
    return this.#inOrder(() =>
      this.#owesWhole ? this.#pass(look, wait) : this.#pass({ ...look, rows: changed, isWhole: false }, wait),
    );
  }

  /** Tells followers that the next look comes only after `wait` milliseconds. */
  keepWaiting(wait: number): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#last && !this.#owesWhole) {
        await this.#pass({ ...this.#last, rows: [], isWhole: false }, wait);
      }
    });
  }

  /** Tells everything to the followers that ask. */
  answer(): void {
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    const answer = async (): Promise<void> => {
      this.#isAnswering = false;
      if (this.#last) await this.#pass(this.#last, this.#options.longestMs);
    };
    setTimeout(() => void this.#inOrder(answer), collecting).unref();
  }

  async #pass(news: LookNews, wait: number): Promise<void> {
    if (this.#seat.role !== 'leading') return;
    const nextWithin = wait + this.#options.timeoutMs + grace;
    const told = await this.#seat.tell({ ...news, nextWithin });
    if (!told) this.#owesWhole = true;
    else if (news.isWhole && this.#last) this.#owesWhole = false;
  }

  #inOrder(pass: () => Promise<void>): Promise<void> {
    return (this.#order = this.#order.then(pass));
  }
}
