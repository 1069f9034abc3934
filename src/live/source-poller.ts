import type { LookRole } from '../contract/shared-looks.ts';
import type { ConversationsAsked } from './look.ts';
import { PollRun, type ChangeListener, type PollSettings } from './poll-run.ts';

/**
 * Tells listeners what changes in a source. It looks, or follows another replica's looks, only while there are
 * listeners.
 */
export class SourcePoller {
  readonly #asked: ConversationsAsked;
  readonly #settings: PollSettings;
  readonly #listeners = new Set<ChangeListener>();
  #run: PollRun | null = null;

  constructor(asked: ConversationsAsked, settings: PollSettings) {
    this.#asked = asked;
    this.#settings = settings;
  }

  /** The name of the source. */
  get source(): string {
    return this.#asked.source.name;
  }

  /** This replica's role; null = there are no listeners. */
  get role(): LookRole | null {
    return this.#run?.role ?? null;
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

  /** Looks at once, or as soon as a look under way has ended, unless another replica looks. */
  lookNow(): void {
    this.#run?.hurry();
  }

  #start(): PollRun {
    const run = new PollRun(this.#asked, this.#settings, (changed) => {
      this.#asked.source.conversations?.notice?.(changed);
      for (const listener of this.#listeners) listener(changed);
    });
    void run.go();
    return run;
  }
}
