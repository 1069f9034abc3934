import type { Conversation } from '../contract/conversation.ts';
import type { ConversationCriteria } from '../contract/conversation-reader.ts';
import { encodeGlobalId } from '../contract/global-id.ts';
import type { LookRole } from '../contract/shared-looks.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { conversationTimeline } from '../federation/conversation-timeline.ts';
import { planSource, type SourcePlan, type TimelineEntry } from '../federation/source-plan.ts';
import { ChangeQueue } from './change-queue.ts';
import type { ConversationChange, ConversationsAsked } from './look.ts';
import type { PollSettings } from './poll-run.ts';
import { Sieve } from './sieve.ts';
import { SourcePoller } from './source-poller.ts';
import { wantedOf } from './wanted.ts';

/**
 * A subscriber with more than this many changed conversations waiting is let go. What a look brings comes all at once, so
 * that nobody can have read any of it: thousands, where somebody changed them all.
 */
const mostWaiting = 10_000;

/** One source's part in a subscription. */
export type WatchedSource = TimelineEntry<Conversation, ConversationCriteria>;

/** Tells subscribers what changes in the sources, by looking at each source for all of them together. */
export class ChangeFeed {
  readonly #settings: PollSettings;
  readonly #pollers = new Map<string, SourcePoller>();
  readonly #queues = new Set<ChangeQueue<ConversationChange>>();
  #closed = false;

  constructor(settings: PollSettings) {
    this.#settings = settings;
  }

  /**
   * Gives the conversations that match whenever they change from now on, until the signal or the reader ends it. A
   * source that fails is looked at again later and does not end it. A source that cannot apply the filter is left out;
   * throws a `VendorError` when that leaves none.
   */
  watch(entries: readonly WatchedSource[], signal: AbortSignal): AsyncIterableIterator<ConversationChange> {
    const plans = entries.map((entry) => planSource(entry, conversationTimeline));
    const asked = plans.filter((plan): plan is ConversationsAsked => plan.action === 'ask');
    const skipped = plans.find((plan) => plan.action === 'skip');
    if (asked.length === 0 && skipped) throw unsupported(skipped);
    const stop = new AbortController();
    const queue = new ChangeQueue<ConversationChange>(mostWaiting, () => {
      this.#queues.delete(queue);
      stop.abort();
    });
    if (this.#closed || signal.aborted) queue.end();
    else this.#follow(queue, asked, { signal, stopped: stop.signal });
    return queue;
  }

  /** Looks at a source at once, if anybody waits for its changes, here or at another replica. */
  lookNow(source: string): void {
    for (const poller of this.#pollers.values()) if (poller.source === source) poller.lookNow();
    this.#settings.looks.hurry(source);
  }

  /** Who looks at what is watched, by source. */
  roles(): { readonly source: string; readonly role: LookRole }[] {
    return [...this.#pollers.values()].flatMap(({ source, role }) => (role ? [{ source, role }] : []));
  }

  /** Ends all subscriptions; later ones end at once. */
  close(): void {
    this.#closed = true;
    for (const queue of this.#queues) queue.end();
  }

  #follow(
    queue: ChangeQueue<ConversationChange>,
    asked: readonly ConversationsAsked[],
    { signal, stopped }: { readonly signal: AbortSignal; readonly stopped: AbortSignal },
  ): void {
    this.#queues.add(queue);
    signal.addEventListener('abort', () => queue.end(), { once: true, signal: stopped });
    for (const plan of asked) this.#followSource(queue, plan, stopped);
  }

  #followSource(
    queue: ChangeQueue<ConversationChange>,
    plan: ConversationsAsked,
    stopped: AbortSignal,
  ): void {
    const { source } = plan;
    const { vendorFilter, accepts } = wantedOf(plan);
    const name = JSON.stringify([source.name, vendorFilter]);
    let poller = this.#pollers.get(name);
    if (!poller) {
      poller = new SourcePoller({ ...plan, filter: vendorFilter, accepts: () => true }, this.#settings);
      this.#pollers.set(name, poller);
    }
    const pass = (conversation: Conversation): void => {
      const id = encodeGlobalId({ type: 'Conversation', source: source.name, key: conversation.key });
      queue.add(id, { source, conversation });
    };
    const sieve = new Sieve({ accepts, pass, settings: this.#settings, stopped });
    const listener = (changed: readonly Conversation[]): void => {
      for (const conversation of changed) sieve.offer(conversation);
    };
    poller.add(listener);
    const leave = () => {
      if (poller.remove(listener)) this.#pollers.delete(name);
    };
    stopped.addEventListener('abort', leave, { once: true });
  }
}

function unsupported({
  source,
  because,
}: SourcePlan<Conversation, ConversationCriteria> & { action: 'skip' }) {
  const kind = because.code === 'UNSUPPORTED_FILTER' ? 'unsupported-filter' : 'unsupported';
  return new VendorError({
    kind,
    message: because.message,
    source: source.name,
    operation: 'conversations.changed',
  });
}
