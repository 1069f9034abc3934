import type { Conversation } from '../contract/conversation.ts';
import type { LookNews, LookRole, LookSeat, SharedLooks } from '../contract/shared-looks.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { clockTolerance } from '../federation/time-span.ts';
import { Following } from './following.ts';
import { KnownChanges } from './known-changes.ts';
import { changedWithin, type ConversationsAsked } from './look.ts';
import { Pace } from './pace.ts';
import { Telling } from './telling.ts';

/** How sources are looked at. */
export interface PollSettings {
  /** Shortest time between two looks at a source, in milliseconds. */
  readonly shortestMs: number;
  /** Longest time between two looks at a source, in milliseconds. */
  readonly longestMs: number;
  /** How long one look may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How replicas share their looks. */
  readonly looks: SharedLooks;
  /** Told of a failure of the gateway itself. */
  readonly onFault: (fault: unknown) => void;
}

/** Told of conversations that changed, the oldest change first. */
export type ChangeListener = (changed: readonly Conversation[]) => void;

/** The share of a source's call budget that is left to other calls. */
const reserve = 0.1;

/** Finds changes from the first listener to the last: by looks of its own, or by what the leading replica passes on. */
export class PollRun {
  readonly #asked: ConversationsAsked;
  readonly #settings: PollSettings;
  readonly #tell: ChangeListener;
  readonly #stop = new AbortController();
  readonly #known: KnownChanges;
  readonly #pace: Pace;
  readonly #seat: LookSeat;
  readonly #following: Following;
  readonly #telling: Telling;
  #wake = Promise.withResolvers<void>();

  constructor(asked: ConversationsAsked, settings: PollSettings, tell: ChangeListener) {
    this.#asked = asked;
    this.#settings = settings;
    this.#tell = tell;
    this.#known = new KnownChanges(asked.source.conversations?.lacksChangeTimes);
    this.#pace = new Pace(settings.shortestMs, settings.longestMs);
    this.#seat = settings.looks.take(
      { source: asked.source.name, filter: asked.filter },
      {
        onBreak: () => this.#onBreak(),
        onNews: (news) => this.#onNews(news),
        onAsked: () => this.#telling.answer(),
        onHurry: () => this.hurry(),
      },
    );
    this.#following = new Following(this.#seat);
    this.#telling = new Telling(this.#seat, settings);
  }

  get role(): LookRole {
    return this.#seat.role;
  }

  stop(): void {
    this.#stop.abort();
    this.#seat.leave();
    this.#wake.resolve();
  }

  /** Ends the wait for the next look, where it is this replica that looks. */
  hurry(): void {
    if (this.#seat.role !== 'following') this.#wake.resolve();
  }

  async go(): Promise<void> {
    await this.#seat.settled;
    while (!this.#stop.signal.aborted) {
      this.#wake = Promise.withResolvers();
      const trusted = this.#following.trusts();
      const wait = trusted > 0 ? trusted : (this.#waitForBudget() ?? (await this.#look()));
      const timer = setTimeout(() => this.#wake.resolve(), wait);
      await this.#wake.promise;
      clearTimeout(timer);
    }
  }

  #onBreak(): void {
    this.#following.doubt();
    this.#telling.restart();
    this.#wake.resolve();
  }

  #onNews(news: LookNews): void {
    const isComplete = this.#following.hear(news, this.#known.isCoveredBy(news));
    this.#take(news, isComplete);
    this.#wake.resolve();
  }

  /** How long to leave the rest of the budget to others, in milliseconds; null = there is enough. */
  #waitForBudget(): number | null {
    const budget = this.#asked.source.rateBudget();
    if (!budget || budget.remaining > budget.limit * reserve) return null;
    return Math.max(this.#pace.afterQuiet(), Math.min(this.#settings.longestMs, budget.resetAt - Date.now()));
  }

  /** Looks once; gives the wait until the next look, in milliseconds. */
  async #look(): Promise<number> {
    try {
      const look = await this.#changes();
      // News of the leader have come meanwhile, and may be newer.
      if (this.#stop.signal.aborted || this.#following.isInStep) return 0;
      const changed = this.#take(look, true);
      const wait = changed.length > 0 ? this.#pace.afterChange() : this.#pace.afterQuiet();
      await this.#telling.tell(look, changed, wait);
      return wait;
    } catch (error) {
      if (!(error instanceof VendorError) && !this.#stop.signal.aborted) this.#settings.onFault(error);
      const asked = error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
      const wait = Math.max(asked, this.#pace.afterQuiet());
      // A leader whose look fails says nothing, so that others try. Where the vendor asked for a pause, nobody could
      // look, so the others are told to wait.
      if (asked > 0) await this.#telling.keepWaiting(wait);
      return wait;
    }
  }

  #take(news: LookNews, isComplete: boolean) {
    const changed = this.#known.take(news, isComplete);
    if (changed.length > 0) this.#tell(changed);
    return changed;
  }

  async #changes(): Promise<LookNews> {
    const { timeoutMs, onFault } = this.#settings;
    const now = Date.now();
    const { from } = this.#known;
    const rows = await changedWithin({ from, to: now + clockTolerance }, this.#asked, {
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(timeoutMs)]),
      deadline: now + timeoutMs,
      bypassCache: true,
      onFault,
    });
    return { rows, from, lookedAt: now, isWhole: true, lacksRows: false, nextWithin: 0 };
  }
}
