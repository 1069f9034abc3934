import type { CallCosts } from '../../contract/call-costs.ts';
import { searchedDays } from './zazachat-customers.ts';

/** Days that a page reads at most. */
const mostDays = 40;
/** Chats and tickets are two lists, told by their channels. */
const listsOfDay = ['CHAT', 'OTHER'];

/** Every day is a list of chats and one of tickets; what was said in a chat is a call of its own. */
export const zazachatCallCosts: CallCosts = {
  lists: {
    Conversation({ days, channels }) {
      const lists = listsOfDay.filter((channel) => !channels || channels.includes(channel));
      // A window mostly begins and ends within a day.
      return lists.length * Math.min(Math.ceil(days) + 1, mostDays);
    },
  },
  rows: { 'Conversation.messages': 1 },
  customersByEmail: 0,
  customersByAnyEmail: listsOfDay.length * searchedDays,
};
