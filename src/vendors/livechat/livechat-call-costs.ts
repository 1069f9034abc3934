import type { CallCosts } from '../../contract/call-costs.ts';
import { mostCallsInAll } from '../../contract/timeline.ts';

/** Beyond the pages that hold the rows: those of whole days, and those that tell whether the list moved meanwhile. */
const morePages = 8;

/** Pages of 25 tickets; a list by creation reads all pages of some days. Lists carry the whole ticket. */
export const livechatCallCosts: CallCosts = {
  rows: { 'AgentAvailability.limit': 1 },
  // How the account writes a tag that is looked for.
  directories: { 'Conversation.tag': 'Tag' },
  // The tags of a ticket are read before they are replaced, and a tag's groups before it is deleted for each.
  changes: { conversationTagAdd: () => 2, conversationTagRemove: () => 2, tagDelete: () => 2 },
  lists: {
    Conversation: ({ rows, isSifted }) => (isSifted ? mostCallsInAll : Math.ceil(rows / 25) + morePages),
  },
};
