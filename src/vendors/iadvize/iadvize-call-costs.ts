import type { CallCosts, ListedSpan } from '../../contract/call-costs.ts';
import { longestRange } from './iadvize-days.ts';

/** Ranges of days that one page reads at most. */
const mostRanges = 40;

/** One customer has few chats: they are asked for by the longest range. */
const byRange = ({ days }: ListedSpan) => Math.min(Math.ceil(days / longestRange) + 1, mostRanges);

const byDay = ({ days }: ListedSpan) => Math.min(Math.ceil(days) + 1, mostRanges);

/**
 * A busy account takes one call a day, a quiet one a few a month; lines come with the chats. What came of the chats
 * of a page mostly takes one call, but one for each chat where they lie months apart.
 */
export const iadvizeCallCosts: CallCosts = {
  rows: {
    'Agent.websites': 1,
    'Conversation.satisfactionRating': 1,
    'Conversation.transactions': 1,
    'Website.agents': 1,
  },
  // An account may overlook which operator was asked for: the names in the surveys tell.
  directories: { 'SatisfactionRating.agentKey': 'Agent' },
  // The list of operators is read before and after it, to find out which one is new.
  changes: { agentCreate: () => 3 },
  lists: {
    Conversation: (span) => (span.isOfCustomer ? byRange(span) : byDay(span)),
    SatisfactionRating: byDay,
    Transaction: byDay,
  },
};
