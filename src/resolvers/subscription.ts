import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { delayUntil } from '../federation/call-scope.ts';
import type { ConversationFilter, SubscriptionResolvers } from '../generated/schema-types.ts';
import type { ConversationChange } from '../live/look.ts';
import { inSource } from '../loaders/source-entity.ts';
import { sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { criteriaFor } from './conversation-list.ts';
import { spanOf } from './time-span.ts';

export const subscriptionResolvers: { readonly Subscription: SubscriptionResolvers } = {
  Subscription: {
    conversationChanged: {
      subscribe: (_root, { filter }, context) => watchConversations(filter ?? {}, context),
      resolve: ({ source, conversation }: ConversationChange) =>
        inSource('Conversation', source, conversation),
    },
  },
};

function watchConversations(
  filter: ConversationFilter,
  context: GatewayContext,
): AsyncIterableIterator<ConversationChange> {
  const spans = {
    created: spanGiven('created', filter.createdAfter, filter.createdBefore, context.now),
    updated: spanGiven('updated', filter.updatedAfter, filter.updatedBefore, context.now),
  };
  const entries = sourcesNamed(filter.sources, context).map((source) => ({
    source,
    reader: source.conversations,
    criteria: criteriaFor(source, filter, spans),
  }));
  return context.changes.watch(entries, endOf(context));
}

/** Aborted when the caller has left, or may not ask any more. */
function endOf({ caller: { validUntil }, callerGone }: GatewayContext): AbortSignal {
  if (validUntil === null) return callerGone;
  const left = delayUntil(validUntil, Date.now);
  return AbortSignal.any([callerGone, AbortSignal.timeout(Math.ceil(left))]);
}

/** The span of a filter. Without an end it is open, as changes yet to come are followed. */
function spanGiven(
  name: string,
  after: Instant | null | undefined,
  before: Instant | null | undefined,
  now: Instant,
): TimeWindow | undefined {
  if (after == null && before == null) return undefined;
  const span = spanOf(name, after, before, now, 'any');
  return before == null ? { ...span, to: Number.MAX_SAFE_INTEGER } : span;
}
