import type { CallContext } from '../contract/call-context.ts';
import type { Conversation } from '../contract/conversation.ts';
import type { ConversationCriteria } from '../contract/conversation-reader.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { conversationTimeline } from '../federation/conversation-timeline.ts';
import type { SourcePlan } from '../federation/source-plan.ts';
import { SourceWalk } from '../federation/source-walk.ts';
import { unasked } from '../federation/timeline-cursor.ts';

/** A source that can be looked at, and what is to be asked for. */
export type ConversationsAsked = SourcePlan<Conversation, ConversationCriteria> & { readonly action: 'ask' };

/** A conversation that changed. */
export interface ConversationChange {
  readonly source: HelpdeskSource;
  readonly conversation: Conversation;
}

const rowsOfBatch = 100;
/**
 * The most batches of one look: when very many conversations change at once, only the newest are told, and lists have
 * the rest.
 */
const mostBatches = 20;

/** Conversations that changed within a window, the oldest change first. Throws when the source cannot tell now. */
export async function changedWithin(
  window: TimeWindow,
  asked: ConversationsAsked,
  context: CallContext,
): Promise<readonly Conversation[]> {
  const terms = {
    kind: conversationTimeline,
    order: { field: 'UPDATED_AT', direction: 'DESC' },
    window,
    listName: 'conversationChanged',
  } as const;
  const walk = new SourceWalk(asked, terms, unasked);
  while (walk.open && walk.pulls < mostBatches) {
    await walk.accept(await walk.pull(rowsOfBatch, context), null);
  }
  // An older answer that stands in would show conversations as they were before.
  if (walk.staleBecause) throw walk.staleBecause;
  const rows: Conversation[] = [];
  for (let next = walk.take(); next; next = walk.take()) rows.push(next.row);
  return rows.toReversed();
}
