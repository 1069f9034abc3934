import { z } from 'zod';
import { onlineLetters, prose, requiredText, text } from './liveagent-wire.ts';

/** A department in the list of online states. */
export const departmentStateSchema = z.object({
  id: requiredText,
  onlineStatus: onlineLetters,
  chat_count: text,
  new_count: text,
  customer_reply_count: text,
  total_count: text,
  max_count: text,
});

/** The one row of the overview of chats. */
export const chatsOverviewSchema = z.object({ visitors: text, chats: text, queue: text, agents: text });

/** The one row of the overview of calls. */
export const callsOverviewSchema = z.object({ running: text, ringing: text, inqueue: text });

/** A widget of the list. */
export const widgetSchema = z.object({
  contactwidgetid: requiredText,
  name: text,
  rtype: text,
  language: text,
  departmentid: text,
  integration_code: prose,
});

export type WireDepartmentState = z.infer<typeof departmentStateSchema>;
export type WireChatsOverview = z.infer<typeof chatsOverviewSchema>;
export type WireCallsOverview = z.infer<typeof callsOverviewSchema>;
export type WireWidget = z.infer<typeof widgetSchema>;
