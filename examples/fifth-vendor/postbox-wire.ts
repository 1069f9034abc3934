import * as z from 'zod';
import { optional } from '../../src/vendor-kit/optional-field.ts';

const text = optional(z.string());

/** What of Postbox's answers is used. Anything may be missing, or be odd, that a help desk can do without. */
const person = z.object({ name: text, email: text });

const message = z.object({
  id: text,
  at: text,
  by: text,
  name: text,
  internal: optional(z.boolean()),
  body: text,
});

/** A ticket; in lists without its messages. */
export const ticketSchema = z.object({
  id: z.string(),
  number: optional(z.number()),
  subject: text,
  state: text,
  created_at: z.string(),
  changed_at: z.string(),
  from: optional(person),
  // Not optional: messages that cannot be read must not look like none.
  messages: z.array(message).nullish(),
});

/** A page of tickets. `next` tells the place after its last ticket by that one's time and id; null on the last page. */
export const ticketPageSchema = z.object({ tickets: z.array(z.unknown()), next: z.string().nullish() });

/** How Postbox refuses. */
export const refusalSchema = z.object({ error: z.string() });

export type WireTicket = z.infer<typeof ticketSchema>;
export type WireMessage = z.infer<typeof message>;
