import { hash } from 'node:crypto';
import { changeTimeOf, type Conversation } from '../contract/conversation.ts';
import type { Instant } from '../contract/instant.ts';

interface Seen {
  readonly print: string;
  readonly time: Instant;
  /** Whether another change would have had another time. */
  readonly isSettled: boolean;
}

/** Vendors tell whole seconds: within this a conversation may change again and look the same, in milliseconds. */
const settling = 2000;

/** Remembers what conversations looked like when they were last seen. */
export class SeenConversations {
  readonly #known = new Map<string, Seen>();

  /**
   * Remembers conversations as seen at a time; gives those that are new or look otherwise than before, and once more
   * those that may have changed since without looking otherwise.
   */
  differing(conversations: readonly Conversation[], now: Instant): Conversation[] {
    return conversations.filter((conversation) => {
      const [print, time] = [printOf(conversation), changeTimeOf(conversation)];
      const known = this.#known.get(conversation.key);
      const isSame = known?.print === print;
      // What once was settled stays so, whatever clock is read: replicas take turns.
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

/** The vendor's own record may hold what differs at every call. */
function printOf({ fetchedAt: _fetchedAt, raw: _raw, ...told }: Conversation): string {
  return hash('sha256', JSON.stringify(told), 'base64');
}
