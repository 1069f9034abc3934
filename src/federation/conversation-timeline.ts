import type { ConversationCriteria } from '../contract/conversation-reader.ts';
import { changeTimeOf, type Conversation } from '../contract/conversation.ts';
import { emailKey } from '../contract/email-key.ts';
import { contains } from '../contract/timeline.ts';
import { nameKey } from '../contract/name-key.ts';
import { searchKey } from '../contract/search-key.ts';
import type { TimelineKind } from './timeline-kind.ts';

/** Conversations as rows of a list. For one that never changed, the time of change is that of creation. */
export const conversationTimeline: TimelineKind<Conversation, ConversationCriteria> = {
  type: 'Conversation',
  timeOf: (row, field) => (field === 'CREATED_AT' ? row.createdAt : changeTimeOf(row)),
  criteria: {
    status: { argument: 'status', matches: (row, wanted) => wanted.includes(row.status) },
    channel: { argument: 'channel', matches: (row, wanted) => wanted.includes(row.channel) },
    departmentKey: { argument: 'departmentId', matches: (row, wanted) => row.department?.key === wanted },
    assigneeKey: { argument: 'assigneeId', matches: (row, wanted) => row.assignee?.key === wanted },
    customerEmail: {
      argument: 'customerEmail',
      matches: (row, wanted) => emailKey(row.customer?.email ?? '') === wanted,
    },
    customerExternalId: {
      argument: 'externalId',
      matches: (row, wanted) => row.customer?.externalId === wanted,
    },
    tag: {
      argument: 'tag',
      matches: (row, wanted) => row.tags?.some((tag) => nameKey(tag.name ?? '') === wanted) ?? false,
    },
    search: {
      argument: 'search',
      matches: (row, wanted) =>
        [row.subject, row.preview].some((text) => text != null && searchKey(text).includes(wanted)),
    },
    assigned: { argument: 'assigned', matches: (row, wanted) => Boolean(row.assignee) === wanted },
    created: {
      argument: 'createdAfter or createdBefore',
      matches: (row, wanted) => contains(wanted, row.createdAt),
    },
    updated: {
      argument: 'updatedAfter or updatedBefore',
      matches: (row, wanted) => contains(wanted, changeTimeOf(row)),
    },
  },
};
