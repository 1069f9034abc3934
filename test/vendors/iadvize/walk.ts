import type { Conversation } from '../../../src/contract/conversation.ts';
import type { ConversationCriteria } from '../../../src/contract/conversation-reader.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { TimeWindow, TimelineOrder } from '../../../src/contract/timeline.ts';
import { callContext } from './chat-server.ts';

export const newestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };

export interface WalkOptions {
  readonly window: TimeWindow;
  readonly order?: TimelineOrder;
  readonly filter?: ConversationCriteria;
  readonly limit?: number;
}

/** Walks a window to its end, as the layer above does; the rows as they came. */
export async function walkConversations(
  { conversations }: HelpdeskSource,
  { window, order = newestFirst, filter = {}, limit = 26 }: WalkOptions,
): Promise<readonly Conversation[]> {
  if (!conversations) throw new Error('expected a source with conversations');
  const rows: Conversation[] = [];
  let left = window;
  let position: string | null = null;
  for (;;) {
    const { value } = await conversations.list(
      { window: left, order, filter, limit, position },
      callContext(),
    );
    rows.push(...value.rows);
    if (value.coveredTo === null) return rows;
    left = order.direction === 'DESC' ? { ...left, to: value.coveredTo } : { ...left, from: value.coveredTo };
    position = value.position;
  }
}
