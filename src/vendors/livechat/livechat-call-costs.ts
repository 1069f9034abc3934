import type { CallCosts } from '../../contract/call-costs.ts';
import { mostCallsInAll } from '../../contract/timeline.ts';
import { pageSize } from './livechat-answers.ts';

/**
 * Pages beyond those that hold the rows: the rest of whole days, and those that show whether the list moved
 * meanwhile.
 */
const morePages = 8;

/** Pages of 25 tickets; a list by creation reads all pages of some days. Lists carry the whole ticket. */
export const livechatCallCosts: CallCosts = {
  rows: { 'AgentAvailability.limit': 1 },
  // A filter by tag first reads how the account spells the tag.
  directories: { 'Conversation.tag': 'Tag' },
  // The tags of a ticket are read before they are replaced, and a tag's groups before it is deleted from each.
  changes: { conversationTagAdd: () => 2, conversationTagRemove: () => 2, tagDelete: () => 2 },
  lists: {
    Conversation: ({ rows, isSifted }) =>
      isSifted ? mostCallsInAll : Math.ceil(rows / pageSize) + morePages,
  },
};
