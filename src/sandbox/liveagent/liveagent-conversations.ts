import type { WorldConversation } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, idAt, optional, wholeNumber } from './liveagent-call.ts';
import { conversationFilter } from './liveagent-conversation-filter.ts';
import { conversationColumns } from './liveagent-conversation-row.ts';
import { requireConversation } from './liveagent-people.ts';

function cursorOf(conversation: WorldConversation): string {
  return Buffer.from(conversation.id).toString('base64');
}

/** Where to go on in the desk's list, counting down; the cursor is that of the last row that was sent. */
function startAt(call: LiveAgentCall): number {
  const list = call.state.desk.conversations;
  const cursor = optional(call, 'cursor');
  if (cursor === undefined) return list.length - 1;
  const found = call.state.conversations.get(Buffer.from(cursor, 'base64').toString());
  if (!found) throw new LiveAgentFailure(500, 'Invalid cursor');
  return list.lastIndexOf(found) - 1;
}

/** GET conversations: by creation, newest first; `offset` works too, which older servers have instead of the cursor. */
export function listConversations(call: LiveAgentCall): LiveAgentAnswer {
  const { state } = call;
  const matches = conversationFilter(call);
  const limit = wholeNumber(call, 'limit', 100, 1000);
  let skip = wholeNumber(call, 'offset', 0, Infinity);
  const rows: LiveAgentAnswer[] = [];
  for (let index = startAt(call); index >= 0 && rows.length < limit; index -= 1) {
    const conversation = state.desk.conversations[index];
    if (!conversation || !matches(conversation)) continue;
    if (skip > 0) skip -= 1;
    else rows.push({ ...conversationColumns(state, conversation), cursor: cursorOf(conversation) });
  }
  return { conversations: rows };
}

/** GET conversations/[conversationid], by id, code or public code. */
export function getConversation(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = requireConversation(call.state, idAt(call));
  return {
    ...conversationColumns(call.state, conversation),
    ownernote: conversation.note,
    assignedto: conversation.assigneeId,
    cursor: null,
    customfields: conversation.customFields,
  };
}

/** GET conversations/[conversationid]/tags. */
export function listConversationTags(call: LiveAgentCall): LiveAgentAnswer {
  const { tagIds } = requireConversation(call.state, idAt(call));
  const tags = call.state.desk.tags.filter(({ id }) => tagIds.includes(id));
  return { tags: tags.map(({ id, name }) => ({ id, name })) };
}
