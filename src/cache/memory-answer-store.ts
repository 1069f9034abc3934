import type { AnswerStore, AnswerWaiter, AnswerWork, FinishedAnswer } from '../contract/answer-store.ts';
import { GatheredLife } from './answer-life.ts';
import { MemoryCache, type InvalidationFollower } from './memory-cache.ts';
import { SingleFlight } from './single-flight.ts';
import { steadyNow } from './steady-clock.ts';

/** What the store remembers at most. */
export interface MemoryAnswerStoreOptions {
  /** Bytes. */
  readonly maxBytes: number;
}

/** The longest that an answer is kept, in milliseconds, however long its parts are fresh. */
const longestLife = 300_000;
/** An answer under way for longer is not waited for by others, in milliseconds; turns of this length are told apart. */
export const longestHeadStart = 2000;
const answerOverhead = 1024;

/** Keeps finished answers in the process. What a change makes stale is dropped with the values it was made of. */
export class MemoryAnswerStore implements AnswerStore, InvalidationFollower {
  readonly #answers: MemoryCache;
  readonly #flights = new SingleFlight<FinishedAnswer>();

  constructor({ maxBytes }: MemoryAnswerStoreOptions) {
    this.#answers = new MemoryCache({ maxBytes });
  }

  async find(key: string): Promise<FinishedAnswer | undefined> {
    return this.#answers.get(key)?.value as FinishedAnswer | undefined;
  }

  make(
    key: string,
    waiter: AnswerWaiter,
    work: (work: AnswerWork) => Promise<FinishedAnswer>,
  ): Promise<FinishedAnswer> {
    const turn = Math.floor(steadyNow() / longestHeadStart);
    return this.#flights.run(
      `${this.#answers.changes}.${turn}.${waiter.flight ?? ''}.${key}`,
      waiter,
      ({ cancellation: { signal } }) => this.#makeAndKeep(key, signal, work),
      () => new DOMException('the answer was not ready in time', 'TimeoutError'),
    );
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    await this.#answers.invalidate(tags);
  }

  clear(): void {
    this.#answers.clear();
  }

  async #makeAndKeep(
    key: string,
    signal: AbortSignal,
    work: (work: AnswerWork) => Promise<FinishedAnswer>,
  ): Promise<FinishedAnswer> {
    // Begun before anything is read: a change from here on forbids to keep what comes of it.
    const lease = this.#answers.lease(key);
    const life = new GatheredLife();
    const answer = await work({ signal, life });
    const whole = answer.tag === null ? null : life.whole();
    if (!whole) return answer;
    const now = steadyNow();
    const end = Math.min(whole.freshUntil, now + longestLife);
    if (end <= now) return answer;
    await lease.store({
      value: answer,
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
