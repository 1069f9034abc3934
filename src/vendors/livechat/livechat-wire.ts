import * as z from 'zod';

/** LiveChat writes ids as numbers (groups) or text (tickets, agents). */
const id = z.union([z.string().min(1), z.number()]).transform(String);
/** A number counts as the text that it is written as. */
const word = z.union([z.string(), z.number().transform(String)]);
const text = word.nullish();
/** ISO 8601 text in real answers, epoch seconds as number or digits in the vendor's document. */
const date = z.union([z.string(), z.number()]).nullish();
const count = z
  .union([z.number(), z.string().regex(/^\d+$/)])
  .nullish()
  .transform((value) => (value == null ? null : Number(value)));

const nothing = z.literal('').transform(() => null);

/** A list; an empty text in its place is an empty one. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.array(item), z.literal('').transform((): z.output<Item>[] => [])]).nullish();
}

/** An object; an empty text in its place is none. */
function recordOf<Item extends z.ZodType>(item: Item) {
  return z.union([item, nothing]).nullish();
}

const person = z.object({ id: id.nullish().catch(null), name: text.catch(null), type: text.catch(null) });

/** A group as an object in real answers, as a bare number in the vendor's document. */
const group = z.union([
  z.object({ id, name: text.catch(null) }),
  id.transform((id) => ({ id, name: undefined })),
]);

const attachment = z.object({
  url: text.catch(null),
  name: text.catch(null),
  content_type: text.catch(null),
  size: z.number().int().nonnegative().nullish().catch(null),
});

/** One entry of a ticket's history; which fields there are depends on `type`. */
const eventSchema = z.object({
  type: text.catch(null),
  date: date.catch(null),
  author: person.nullish().catch(null),
  message: text.catch(null),
  is_private: z.boolean().nullish().catch(null),
  attachments: listOf(attachment).catch(null),
  to: person.nullish().catch(null),
  previous: text.catch(null),
  current: text.catch(null),
});

/** A ticket as lists, single answers and webhooks have it. */
export const ticketSchema = z.compile(
  z.object({
    id,
    status: text,
    subject: text,
    requester: recordOf(z.object({ mail: text, name: text, ip: text })),
    assignee: recordOf(person),
    groups: listOf(group),
    currentGroup: recordOf(group),
    source: recordOf(z.object({ type: text, url: text })),
    date,
    modified: date,
    opened: listOf(recordOf(z.object({ from: date }))),
    tags: listOf(word),
    // What is no entry keeps its place, by which the others are known.
    events: listOf(eventSchema.nullable().catch(null)),
  }),
);

/** A page of tickets; the rows are validated one by one, beside the record they came from. */
export const ticketPageSchema = z.object({
  tickets: listOf(z.unknown()),
  total: count,
  pages: count,
});

/** What may surround a single ticket. */
export const ticketEnvelopeSchema = z.object({
  ticket: z.unknown().optional(),
  tickets: listOf(z.unknown()),
  tags: listOf(word).catch(null),
});

/** An agent; `groups` and `max_chats_count` only in the single answer. */
export const agentSchema = z.object({
  login: z.string().min(1),
  name: text,
  permission: text,
  avatar: text,
  status: text,
  login_status: text,
  max_chats_count: count.catch(null),
  groups: listOf(group),
});

/** A group of agents; the one with id 0 holds all of them and has no `agents`. Older answers have no `status`. */
export const groupSchema = z.object({ id, name: text, status: text, agents: listOf(word) });

/** A tag, known by its name alone; groups may have one of the same name each. */
export const tagSchema = z.object({ name: z.string().min(1), group: id.nullish().catch(null) });

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
