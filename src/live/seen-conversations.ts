import { hash } from 'node:crypto';
import { changeTimeOf, type Conversation } from '../contract/conversation.ts';
import type { Instant } from '../contract/instant.ts';

interface Seen {
  readonly print: string;
  readonly time: Instant;
  /** Whether a further change would have had another time. */
  readonly isSettled: boolean;
}

/**
 * Vendors tell whole seconds: for this long after a change, in milliseconds, a conversation may change again and look
 * the same.
 */
const settling = 2000;

/** Remembers what conversations looked like when they were last seen. */
export class SeenConversations {
  readonly #known = new Map<string, Seen>();

  /**
   * Remembers conversations as seen at a time. Gives those that are new or look different from before, and once more
   * those that may have changed again without looking different.
   */
  differing(conversations: readonly Conversation[], now: Instant): Conversation[] {
    return conversations.filter((conversation) => {
      const [print, time] = [printOf(conversation), changeTimeOf(conversation)];
      const known = this.#known.get(conversation.key);
      const isSame = known?.print === print;
      // A conversation that was settled once stays so, whatever the clock says: replicas with other clocks take turns.
      const isSettled = time < now - settling || (isSame && known.isSettled);
      this.#known.set(conversation.key, { print, time, isSettled });
      return !isSame || isSettled !== known.isSettled;
    });
  }

  /** Forgets what last changed before a time. */
  forgetBefore(time: Instant): void {
    for (const [key, seen] of this.#known) if (seen.time < time) this.#known.delete(key);
  }
}

/** What a conversation looks like. The vendor's own record is left out, as parts of it may differ at every call. */
function printOf({ fetchedAt: _fetchedAt, raw: _raw, ...told }: Conversation): string {
  return hash('sha256', JSON.stringify(told), 'base64');
}
