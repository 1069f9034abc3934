import type { CallCosts } from '../../contract/call-costs.ts';

/** Pages of 25 tickets; a list by creation reads all pages of some days. Lists carry the whole ticket. */
export const livechatCallCosts: CallCosts = {
  lists: { Conversation: ({ rows }) => Math.ceil(rows / 25) + 3 },
};
