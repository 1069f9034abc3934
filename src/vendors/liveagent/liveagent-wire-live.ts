import { z } from 'zod';
import { onlineLetters, prose, requiredText, text } from './liveagent-wire.ts';

/** A department in the list of online states. */
export const departmentStateWire = z.object({
  id: requiredText,
  onlineStatus: onlineLetters,
  chat_count: text,
  new_count: text,
  customer_reply_count: text,
  total_count: text,
  max_count: text,
});

/** The one row of the overview of chats. */
export const chatsOverviewWire = z.object({ visitors: text, chats: text, queue: text, agents: text });

/** The one row of the overview of calls. */
export const callsOverviewWire = z.object({ running: text, ringing: text, inqueue: text });

/** A widget of the list. */
export const widgetWire = z.object({
  contactwidgetid: requiredText,
  name: text,
  rtype: text,
  language: text,
  departmentid: text,
  integration_code: prose,
});

export type DepartmentStateWire = z.infer<typeof departmentStateWire>;
export type ChatsOverviewWire = z.infer<typeof chatsOverviewWire>;
export type CallsOverviewWire = z.infer<typeof callsOverviewWire>;
export type WidgetWire = z.infer<typeof widgetWire>;
