import type { CallCosts } from '../../contract/call-costs.ts';
import { searchedDays } from './zazachat-customers.ts';

/** Days that a page reads at most. */
const mostDays = 40;
/** A day has two lists, one of chats and one of tickets; each is named by the channel of its rows. */
const listsOfDay = ['CHAT', 'OTHER'];

/** Every day takes a call for its chats and one for its tickets, and every transcript of a chat takes one. */
export const zazachatCallCosts: CallCosts = {
  lists: {
    Conversation({ days, channels }) {
      const lists = listsOfDay.filter((channel) => !channels || channels.includes(channel));
      // Most windows begin and end in the middle of a day, and so touch one day more.
      return lists.length * Math.min(Math.ceil(days) + 1, mostDays);
    },
  },
  sharedLists: ['Conversation'],
  rows: { 'Conversation.messages': 1 },
  customersByEmail: 0,
  customersByAnyEmail: listsOfDay.length * searchedDays,
};
