import * as z from 'zod';

/** What of Postbox's answers is used. Anything may be missing that a help desk can do without. */
const person = z.object({ name: z.string().nullish(), email: z.string().nullish() });

const message = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().nullish(),
  name: z.string().nullish(),
  internal: z.boolean().nullish(),
  body: z.string(),
});

/** A ticket; in lists without its messages. */
export const ticketSchema = z.object({
  id: z.string(),
  number: z.number(),
  subject: z.string().nullish(),
  state: z.string().nullish(),
  created_at: z.string(),
  changed_at: z.string(),
  from: person.nullish(),
  messages: z.array(message).nullish(),
});

/** A page of tickets. `next` tells the place after its last ticket by that one's time and id; null on the last page. */
export const ticketPageSchema = z.object({ tickets: z.array(z.unknown()), next: z.string().nullish() });

/** How Postbox refuses. */
export const refusalSchema = z.object({ error: z.string() });

export type WireTicket = z.infer<typeof ticketSchema>;
export type WireMessage = z.infer<typeof message>;
