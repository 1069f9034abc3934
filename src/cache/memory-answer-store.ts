import type { AnswerStore, FinishedAnswer, MakeAnswer } from '../contract/answer-store.ts';
import type { Waiter } from '../contract/waiter.ts';
import { GatheredLife } from './answer-life.ts';
import { MemoryCache, type InvalidationFollower } from './memory-cache.ts';
import { Flight } from './single-flight.ts';
import { steadyNow } from './steady-clock.ts';

/** What the store remembers at most. */
export interface MemoryAnswerStoreOptions {
  /** Bytes. */
  readonly maxBytes: number;
}

interface UnderWay {
  /** null = it has ended: emptied for the reason that `SingleFlight` gives. */
  flight: Flight<FinishedAnswer> | null;
  readonly startedAt: number;
  /** How many changes there had been. */
  readonly changes: number;
}

/** The longest that an answer is kept, in milliseconds, however long its parts are fresh. */
const longestLife = 300_000;
/** Nobody joins an answer that was begun longer ago than this, in milliseconds; another one is made. */
export const longestHeadStart = 2000;
const answerOverhead = 1024;

/** Keeps finished answers in the process. What a change makes stale is dropped with the values it was made of. */
export class MemoryAnswerStore implements AnswerStore, InvalidationFollower {
  readonly #answers: MemoryCache;
  readonly #underWay = new Map<string, UnderWay>();

  constructor({ maxBytes }: MemoryAnswerStoreOptions) {
    this.#answers = new MemoryCache({ maxBytes });
  }

  find(key: string): FinishedAnswer | undefined {
    return this.#answers.get(key)?.value as FinishedAnswer | undefined;
  }

  join(key: string, waiter: Waiter): Promise<FinishedAnswer> | undefined {
    const underWay = this.#underWay.get(key);
    if (!underWay || underWay.changes !== this.#answers.changes) return undefined;
    if (steadyNow() - underWay.startedAt > longestHeadStart) return undefined;
    return underWay.flight?.join(waiter, timeoutError);
  }

  make(
    key: string,
    waiter: Waiter,
    { isShared, work }: { readonly isShared: boolean; readonly work: MakeAnswer },
  ): Promise<FinishedAnswer> {
    const flight = new Flight<FinishedAnswer>(() => {
      underWay.flight = null;
      if (this.#underWay.get(key) === underWay) this.#underWay.delete(key);
    });
    const underWay: UnderWay = { flight, startedAt: steadyNow(), changes: this.#answers.changes };
    if (isShared) this.#underWay.set(key, underWay);
    const answer = flight.join(waiter, timeoutError);
    flight.start(({ cancellation }) => this.#makeAndKeep(key, cancellation.signal, work));
    return answer;
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    await this.#answers.invalidate(tags);
  }

  clear(): void {
    this.#answers.clear();
  }

  async #makeAndKeep(key: string, signal: AbortSignal, work: MakeAnswer): Promise<FinishedAnswer> {
    // Begun before anything is read, so that an answer during which something changed is not kept.
    const lease = this.#answers.lease(key);
    const askedAt = Date.now();
    const life = new GatheredLife();
    const answer = await work({ signal, life });
    const whole = answer.tag === null ? null : life.whole();
    if (!whole) return answer;
    const now = steadyNow();
    const end = Math.min(whole.freshUntil, now + longestLife);
    if (end <= now) return answer;
    await lease.store({
      value: answer,
      askedAt,
      fetchedAt: Date.now(),
      freshUntil: end,
      usableUntil: end,
      keptUntil: end,
      tags: whole.tags,
      bytes: answer.body.length + answerOverhead,
    });
    return answer;
  }
}

function timeoutError(): Error {
  return new DOMException('the answer was not ready in time', 'TimeoutError');
}
