import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { Conversation, ConversationReference } from '../../src/contract/conversation.ts';
import type { Instant } from '../../src/contract/instant.ts';
import type { VendorError } from '../../src/contract/vendor-error.ts';
import type { CallLabel } from '../../src/transport/request-encoding.ts';
import type { SourceTransport, WriteCall } from '../../src/transport/source-transport.ts';
import { readRows, type ReadRows } from '../../src/vendor-kit/unread-rows.ts';
import { unexpectedForm, validated } from '../../src/vendor-kit/unexpected-form.ts';
import type { Parameters } from '../../src/transport/upstream-request.ts';
import { successfulJson } from './postbox-errors.ts';
import { toConversation } from './postbox-mapping.ts';
import { ticketPageSchema, ticketSchema } from './postbox-wire.ts';

/** Rows on a page; Postbox gives no more. */
export const pageSize = 100;

/** What a ticket must have to stand in a list. */
export const neededOfTicket = 'an id and readable times';

/** A page of a list. */
export interface TicketPage extends ReadRows<Conversation> {
  /** What the next page is asked for with; null = this is the last one. */
  readonly next: string | null;
}

/** The calls of Postbox's API, one method each; answers are validated and mapped before they are cached. */
export class PostboxClient {
  readonly #transport: SourceTransport;
  readonly #source: string;

  constructor(transport: SourceTransport, source: string) {
    this.#transport = transport;
    this.#source = source;
  }

  /** GET /v1/tickets */
  listTickets(query: Parameters, context: CallContext): Promise<Answer<TicketPage>> {
    const label = { source: this.#source, operation: 'conversations.list' };
    return this.#transport.read(
      {
        operation: label.operation,
        identity: [query],
        request: { method: 'GET', path: ['v1', 'tickets'], query },
        async parse(reply) {
          const page = validated(ticketPageSchema, successfulJson(reply, label), 'a page of tickets', label);
          const read = await readRows(
            (map) => reply.each(page.tickets, map),
            (record: unknown) => toRow(record, reply.fetchedAt),
            () => ({ createdAt: null }),
          );
          // One odd row is one odd row; where all are, the answer is not what it should be.
          if (read.rows.length === 0 && page.tickets.length > 0) throw unreadTicket(page.tickets[0], label);
          return { ...read, next: page.next ?? null };
        },
        freshness: 'list',
        tags: ['conversations'],
        priority: 'list',
      },
      context,
    );
  }

  /** GET /v1/tickets/{id}, with its messages. */
  getTicket({ key, revision }: ConversationReference, context: CallContext): Promise<Answer<Conversation>> {
    const label = { source: this.#source, operation: 'conversations.get' };
    return this.#transport.read(
      {
        operation: label.operation,
        identity: [key],
        request: { method: 'GET', path: ['v1', 'tickets', { id: key }] },
        parse(reply) {
          const record = successfulJson(reply, label);
          const row = toRow(record, reply.fetchedAt);
          if (row === null) throw unreadTicket(record, label);
          return row;
        },
        freshness: ({ status }) => (status === 'CLOSED' ? 'closedConversation' : 'conversation'),
        tags: [`conversation:${key}`],
        revision,
        revisedAt: Date.parse,
        priority: 'bulk',
      },
      context,
    );
  }

  /** POST /v1/tickets/{id}/notes */
  noteCall(key: string, note: string): WriteCall<unknown> {
    const label = { source: this.#source, operation: 'conversations.notes.create' };
    return {
      operation: label.operation,
      request: {
        method: 'POST',
        path: ['v1', 'tickets', { id: key }, 'notes'],
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ body: note }),
      },
      parse: (reply) => successfulJson(reply, label),
      invalidates: ['conversations', `conversation:${key}`],
    };
  }
}

/** null = it has no id, or no readable times. */
function toRow(record: unknown, fetchedAt: Instant): Conversation | null {
  const { data } = ticketSchema.safeParse(record);
  return data ? toConversation(data, { record, fetchedAt }) : null;
}

function unreadTicket(record: unknown, label: CallLabel): VendorError {
  return unexpectedForm(
    `a ticket with ${neededOfTicket}`,
    ticketSchema.safeParse(record).error ?? null,
    label,
  );
}
