import type { Conversation } from '../contract/conversation.ts';
import type { Instant } from '../contract/instant.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { changedWithin, changeTimeOf, type ConversationsAsked } from './look.ts';
import { Pace } from './pace.ts';
import { SeenConversations } from './seen-conversations.ts';

/** How sources are looked at. */
export interface PollSettings {
  /** Shortest time between two looks at a source, in milliseconds. */
  readonly shortestMs: number;
  /** Longest time between two looks at a source, in milliseconds. */
  readonly longestMs: number;
  /** How long one look may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Told of a failure of the gateway itself. */
  readonly onFault: (fault: unknown) => void;
}

/** Told of conversations that changed, the oldest change first. */
export type ChangeListener = (changed: readonly Conversation[]) => void;

/** How far back a look goes: a vendor may list a change late, and its clock may be behind. */
const usualSpan = 30 * 60_000;
/** The first look, and looks at vendors that tell no times of change: they list chats when these are over. */
const longSpan = 3 * 3_600_000;
/** Vendors' clocks may be a little ahead of this one. */
const clockTolerance = 60_000;
/** The share of a call budget that is left to others. */
const reserve = 0.1;

/** Looks at one source again and again, and tells listeners what changed; looks only while there are listeners. */
export class SourcePoller {
  readonly #asked: ConversationsAsked;
  readonly #settings: PollSettings;
  readonly #listeners = new Set<ChangeListener>();
  #run: Run | null = null;

  constructor(asked: ConversationsAsked, settings: PollSettings) {
    this.#asked = asked;
    this.#settings = settings;
  }

  /** Adds a listener; the first one starts the looks. */
  add(listener: ChangeListener): void {
    this.#listeners.add(listener);
    this.#run ??= this.#start();
  }

  /** Takes a listener away; the last one stops the looks. Tells whether it was the last. */
  remove(listener: ChangeListener): boolean {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return false;
    this.#run?.stop();
    this.#run = null;
    return true;
  }

  /** Looks as soon as the look under way has ended. */
  lookNow(): void {
    this.#run?.wake();
  }

  #start(): Run {
    const run = new Run(this.#asked, this.#settings, (changed) => {
      for (const listener of this.#listeners) listener(changed);
    });
    void run.go();
    return run;
  }
}

/** The looks from the first listener to the last. */
class Run {
  readonly #asked: ConversationsAsked;
  readonly #settings: PollSettings;
  readonly #tell: ChangeListener;
  readonly #stop = new AbortController();
  readonly #seen = new SeenConversations();
  readonly #pace: Pace;
  /** Vendors tell whole seconds. */
  readonly #startedAt = Math.floor(Date.now() / 1000) * 1000;
  /** When the last look that worked was begun. */
  #lookedAt: Instant | null = null;
  #tellsChanges = true;
  #wake = Promise.withResolvers<void>();

  constructor(asked: ConversationsAsked, settings: PollSettings, tell: ChangeListener) {
    this.#asked = asked;
    this.#settings = settings;
    this.#tell = tell;
    this.#pace = new Pace(settings.shortestMs, settings.longestMs);
  }

  stop(): void {
    this.#stop.abort();
    this.wake();
  }

  wake(): void {
    this.#wake.resolve();
  }

  async go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = Promise.withResolvers();
      const wait = this.#waitForBudget() ?? (await this.#look());
      const timer = setTimeout(() => this.wake(), wait);
      await this.#wake.promise;
      clearTimeout(timer);
    }
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
      const changed = await this.#changes();
      if (this.#stop.signal.aborted || changed.length === 0) return this.#pace.afterQuiet();
      this.#tell(changed);
      return this.#pace.afterChange();
    } catch (error) {
      if (!(error instanceof VendorError) && !this.#stop.signal.aborted) this.#settings.onFault(error);
      const asked = error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
      return Math.max(asked, this.#pace.afterQuiet());
    }
  }

  async #changes(): Promise<Conversation[]> {
    const { timeoutMs, onFault } = this.#settings;
    const now = Date.now();
    const span = this.#tellsChanges && this.#lookedAt !== null ? usualSpan : longSpan;
    const from = (this.#lookedAt ?? now) - span;
    const rows = await changedWithin({ from, to: now + clockTolerance }, this.#asked, {
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(timeoutMs)]),
      deadline: now + timeoutMs,
      bypassCache: true,
      onFault,
    });
    const differing = this.#seen.differing(rows, now);
    this.#seen.forgetBefore(from - longSpan);
    this.#tellsChanges &&= rows.every(({ updatedAt }) => updatedAt !== null);
    const isFirst = this.#lookedAt === null;
    this.#lookedAt = now;
    return isFirst ? differing.filter((row) => changeTimeOf(row) >= this.#startedAt) : differing;
  }
}
