import * as z from 'zod';
import { optional } from '../../vendor-kit/optional-field.ts';

/** LiveChat writes ids as numbers (groups) or text (tickets, agents, tags). */
const id = z.union([z.string().min(1), z.number()]).transform(String);
/** A number counts as the text that it is written as. */
const word = z.union([z.string(), z.number().transform(String)]);
const text = optional(word);
/** ISO 8601 text in real answers, epoch seconds as number or digits in the vendor's document. */
const date = optional(z.union([z.string(), z.number()]));
const count = optional(z.union([z.number(), z.string().regex(/^\d+$/)])).transform((value) =>
  value == null ? null : Number(value),
);

/** A list; an empty text in its place is an empty one. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.array(item), z.literal('').transform((): z.output<Item>[] => [])]);
}

/** The items of a list that have the expected form. */
function readableOf<Item extends z.ZodType>(item: Item) {
  return listOf(item.nullable().catch(null)).transform((items) => items.filter((one) => one !== null));
}

const person = z.object({ id: optional(id), name: text, type: text });

/** A group as an object in real answers, as a bare number in the vendor's document. */
const group = z.union([z.object({ id, name: text }), id.transform((id) => ({ id, name: undefined }))]);

const attachment = z.object({
  url: text,
  name: text,
  content_type: text,
  size: optional(z.number().int().nonnegative()),
});

/** One entry of a ticket's history; which fields there are depends on `type`. */
const eventSchema = z.object({
  type: text,
  date,
  author: optional(person),
  message: text,
  is_private: z.unknown().optional().transform(isPrivate),
  attachments: optional(readableOf(attachment)),
  to: optional(person),
  previous: text,
  current: text,
});

/** A ticket as lists, single answers and webhooks have it. */
export const ticketSchema = z.compile(
  z.object({
    id,
    status: text,
    subject: text,
    requester: optional(z.object({ mail: text, name: text, ip: text })),
    assignee: optional(person),
    groups: optional(readableOf(group)),
    currentGroup: optional(group),
    source: optional(z.object({ type: text, url: text })),
    date,
    modified: date,
    opened: optional(readableOf(z.object({ from: date }))),
    tags: optional(readableOf(word)),
    // What is no event keeps its place, as events are known by their places.
    events: optional(listOf(eventSchema.nullable().catch(null))),
  }),
);

/** A page of tickets; its rows are validated one by one, and kept as they came as well. */
export const ticketPageSchema = z.object({
  tickets: listOf(z.unknown()).nullish(),
  total: count,
  pages: count,
});

/** What may surround a single ticket. */
export const ticketEnvelopeSchema = z.object({
  ticket: z.unknown().optional(),
  tickets: listOf(z.unknown()).nullish(),
  tags: optional(readableOf(word)),
});

/** An agent; `groups` and `max_chats_count` only in the single answer. */
export const agentSchema = z.object({
  login: id,
  name: text,
  permission: text,
  avatar: text,
  status: text,
  login_status: text,
  max_chats_count: count,
  groups: optional(readableOf(group)),
});

/** A group of agents; the one with id 0 holds all of them and has no `agents`. Older answers have no `status`. */
export const groupSchema = z.object({ id, name: text, status: text, agents: optional(readableOf(word)) });

/** A tag, known by its name alone; groups may have one of the same name each. */
export const tagSchema = z.object({ name: id, group: optional(id) });

/** The answer to a new ticket, as far as it is needed: the ticket bare, or in one of two envelopes. */
export const createdTicketSchema = z.object({
  id: id.optional().catch(undefined),
  ticket: z.object({ id }).optional().catch(undefined),
  tickets: z.array(z.object({ id })).optional().catch(undefined),
});

export type WireAgent = z.infer<typeof agentSchema>;
export type WireDate = z.infer<typeof date>;
export type WireEvent = z.infer<typeof eventSchema>;
export type WireGroup = z.infer<typeof groupSchema>;
export type WireGroupReference = z.infer<typeof group>;
export type WirePerson = z.infer<typeof person>;
export type WireTicket = z.infer<typeof ticketSchema>;

/** Whether only staff may see a message; in doubt, it is private. */
function isPrivate(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0) return false;
  return typeof value !== 'string' || !/^(false|0|)$/i.test(value.trim());
}
