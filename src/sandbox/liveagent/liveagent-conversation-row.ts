import { fullName } from '../desk-people.ts';
import type { WorldConversation } from '../world/world.ts';
import { channelCodes, statusCodes } from './liveagent-codes.ts';
import { writeDateTime } from './liveagent-dates.ts';
import { messageGroups } from './liveagent-message-groups.ts';
import type { LiveAgentState } from './liveagent-state.ts';

/** The vendor's letter for where a conversation stands. */
export function statusOf(state: LiveAgentState, conversation: WorldConversation): string {
  if (state.deleted.has(conversation.id)) return 'X';
  if (conversation.status === 'open' && conversation.channel === 'chat') return 'T';
  return statusCodes[conversation.status];
}

/** The last thing said, without markup, cut short. */
function previewOf(conversation: WorldConversation): string {
  const last = conversation.entries.findLast((entry) => entry.kind === 'message');
  const plain = (last?.text ?? '')
    .replaceAll(/<(script|style)[^]*?<\/\1>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return plain.trim().slice(0, 120).trim();
}

function isOdd(id: string): boolean {
  return id.charCodeAt(0) % 5 === 0;
}

function tagsOf({ id, tagIds }: WorldConversation): string {
  return tagIds.join(isOdd(id) ? ',\n' : ',');
}

/** The columns that the list and the single record share; `cursor`, and what only the record has, are added to them. */
export function conversationColumns(
  state: LiveAgentState,
  conversation: WorldConversation,
): Record<string, unknown> {
  const { timeZone, departments } = state.desk;
  const customer = state.customersById.get(conversation.customerId);
  const groups = messageGroups(conversation);
  return {
    conversationid: conversation.id,
    code: conversation.code,
    datecreated: writeDateTime(conversation.createdAt, timeZone),
    datechanged: writeDateTime(conversation.updatedAt, timeZone),
    datedue: conversation.dueAt === null ? null : writeDateTime(conversation.dueAt, timeZone),
    departmentname: departments.find(({ id }) => id === conversation.departmentId)?.name ?? '',
    departmentid: conversation.departmentId,
    status: statusOf(state, conversation),
    ownername: fullName(customer),
    // Callers have their number where others have an address.
    owneremail: customer?.email ?? customer?.phone ?? '',
    subject: conversation.subject,
    preview: previewOf(conversation),
    publicurlcode: conversation.publicCode,
    ...(state.account.withoutTagColumn === true ? {} : { tags: tagsOf(conversation) }),
    channel_type: channelCodes[conversation.channel],
    messagegroupsin: String(groups.filter((group) => group.side === 'in').length),
    messagegroupsout: String(groups.filter((group) => group.side === 'out').length),
  };
}
