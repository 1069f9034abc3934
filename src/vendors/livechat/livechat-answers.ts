import type * as z from 'zod';
import type { Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import type { VendorError } from '../../contract/vendor-error.ts';
import { unexpectedForm, validated } from '../../vendor-kit/unexpected-form.ts';
import { readRows, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { toConversation } from './livechat-mapping-conversation.ts';
import { ticketEnvelopeSchema, ticketPageSchema, ticketSchema } from './livechat-wire.ts';

/** Rows on a page of tickets; LiveChat offers no other size. */
export const pageSize = 25;
/**
 * How many pages one batch of a list should take at most, however many rows are asked for: the number grows while the
 * gateway looks for rows that match a filter LiveChat does not know, and each batch says how far it came.
 */
export const mostPages = 8;
/** An answer with more rows than this is no page, whatever page sizes LiveChat may come to offer. */
const mostRows = 1000;

/** A page of tickets; null counts = the answer does not tell. */
export interface TicketPage extends ReadRows<Conversation> {
  readonly total: number | null;
  readonly pages: number | null;
}

/** Where an answer came from, and when. */
export interface AnswerSetting {
  readonly baseUrl: string;
  readonly fetchedAt: Instant;
  readonly label: CallLabel;
}

/**
 * Reads `{tickets, total, pages}`; the array may be missing from an empty page; a bare array is a page without counts.
 * Tickets without an id or any date are set aside, unless the page has no others.
 */
export function toTicketPage(body: unknown, setting: AnswerSetting): TicketPage {
  const envelope = Array.isArray(body) ? { tickets: body as unknown[] } : body;
  const {
    tickets: found,
    total,
    pages,
  } = validated(ticketPageSchema, envelope, 'a page of tickets', setting.label);
  // Only a page that says that it is empty may lack its array.
  if (!found && total !== 0 && pages !== 0) throw unexpectedForm('a page of tickets', null, setting.label);
  const tickets = found ?? [];
  if (tickets.length > mostRows) throw unexpectedForm('a page of tickets', null, setting.label);
  const rows = tickets.flatMap((record) => toRow(record, false, setting) ?? []);
  if (rows.length === 0 && tickets.length > 0) throw unreadTicket(tickets[0], setting.label);
  const unread = Array.from({ length: tickets.length - rows.length }, () => ({ createdAt: null }));
  return {
    rows,
    unread,
    total,
    pages: pages ?? (total === null ? null : Math.ceil(total / pageSize)),
  };
}

/** Reads a single ticket, bare or in an envelope (`ticket`, or the list's `tickets`); null for an empty list. */
export function toTicket(body: unknown, setting: AnswerSetting): Conversation | null {
  const { ticket, tickets, tags } = validated(ticketEnvelopeSchema, body, 'a ticket', setting.label);
  const record = ticket ?? (tickets ? tickets[0] : body);
  if (record === undefined || record === null) return null;
  // The document of 2016 shows the tags beside the ticket.
  const whole = tags && typeof record === 'object' && !('tags' in record) ? { ...record, tags } : record;
  const row = toRow(whole, true, setting);
  if (!row) throw unreadTicket(whole, setting.label);
  return row;
}

/** What a list without an envelope is read with. */
export interface ListSetting {
  readonly label: CallLabel;
  readonly each: UpstreamReply['each'];
}

/**
 * Reads a list without an envelope; null reads as empty. An item that cannot be read is set aside, unless there are
 * no others.
 */
export async function toRows<Wire, Row>(
  body: unknown,
  schema: z.ZodType<Wire>,
  what: string,
  map: (wire: Wire) => Row,
  { label, each }: ListSetting,
): Promise<ReadRows<Row>> {
  if (body === null) return { rows: [], unread: [] };
  if (!Array.isArray(body)) throw unexpectedForm(`a list of ${what}s`, null, label);
  const read = await readRows(
    (toRow) => each(body, toRow),
    (record: unknown) => {
      const { data } = schema.safeParse(record);
      return data === undefined ? null : map(data);
    },
    () => ({ createdAt: null }),
  );
  if (read.rows.length === 0 && body.length > 0) validated(schema, body[0], `a list of ${what}s`, label);
  return read;
}

/** null = it has no id, or no date. */
function toRow(
  record: unknown,
  complete: boolean,
  { baseUrl, fetchedAt }: AnswerSetting,
): Conversation | null {
  const { data: ticket } = ticketSchema.safeParse(record);
  return ticket ? toConversation(ticket, { baseUrl, fetchedAt, record, complete }) : null;
}

function unreadTicket(record: unknown, label: CallLabel): VendorError {
  return unexpectedForm('a ticket with a date', ticketSchema.safeParse(record).error ?? null, label);
}
