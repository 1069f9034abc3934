import type { Conversation } from '../contract/conversation.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { Pace } from './pace.ts';
import type { PollSettings } from './poll-run.ts';
import type { Wanted } from './wanted.ts';

/** What a sieve needs. */
export interface SieveOptions {
  readonly accepts: Wanted['accepts'];
  /** Is given what is wanted. */
  readonly pass: (conversation: Conversation) => void;
  readonly settings: Pick<PollSettings, 'longestMs' | 'onFault' | 'shortestMs' | 'timeoutMs'>;
  /** Aborted when nothing is wanted any more. */
  readonly stopped: AbortSignal;
}

/** For how long it is tried to find out whether a change is wanted, in milliseconds. */
const patience = 3_600_000;

/**
 * Passes on to one subscriber what it wants of a source's changes. Where finding that out takes a call that fails, the
 * change waits until the vendor answers, or until the conversation has changed again.
 */
export class Sieve {
  readonly #options: SieveOptions;
  /** The newest state of each conversation about which nothing is decided yet, by key. */
  readonly #undecided = new Map<string, Conversation>();

  constructor(options: SieveOptions) {
    this.#options = options;
  }

  /** Takes a conversation that has changed. */
  offer(conversation: Conversation): void {
    this.#undecided.set(conversation.key, conversation);
    void this.#decide(conversation);
  }

  async #decide(conversation: Conversation): Promise<void> {
    const { settings, stopped, pass } = this.#options;
    const pace = new Pace(settings.shortestMs, settings.longestMs);
    const end = Date.now() + patience;
    const isOpen = () => !stopped.aborted && this.#undecided.get(conversation.key) === conversation;
    while (isOpen()) {
      const answer = await this.#ask(conversation);
      if (!isOpen()) return;
      if (!(answer instanceof VendorError) || !answer.retryable || Date.now() > end) {
        this.#undecided.delete(conversation.key);
        if (answer === true) pass(conversation);
        return;
      }
      await passed(Math.max(answer.retryAfterMs ?? 0, pace.afterQuiet()), stopped);
    }
  }

  async #ask(conversation: Conversation): Promise<boolean | VendorError> {
    const { accepts, settings, stopped } = this.#options;
    const { timeoutMs, onFault } = settings;
    try {
      const signal = AbortSignal.any([stopped, AbortSignal.timeout(timeoutMs)]);
      const deadline = Date.now() + timeoutMs;
      const call = { signal, deadline, bypassCache: false, wholeRevisions: true, onFault };
      return await accepts(conversation, call);
    } catch (error) {
      if (error instanceof VendorError) return error;
      if (!stopped.aborted) onFault(error);
      return false;
    }
  }
}

/** Resolves when some milliseconds have passed, or when it is stopped. */
async function passed(milliseconds: number, stopped: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  const timer = setTimeout(end, milliseconds).unref();
  stopped.addEventListener('abort', end);
  await promise;
  clearTimeout(timer);
  stopped.removeEventListener('abort', end);
}
