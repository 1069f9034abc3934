import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { Conversation, ConversationReference } from '../../src/contract/conversation.ts';
import type { SourceTransport, WriteCall } from '../../src/transport/source-transport.ts';
import { unexpectedForm, validated } from '../../src/transport/unexpected-form.ts';
import type { Parameters } from '../../src/transport/upstream-request.ts';
import { successfulJson, type CallLabel } from './postbox-errors.ts';
import { toConversation, type TicketOrigin } from './postbox-mapping.ts';
import { ticketPageSchema, ticketSchema } from './postbox-wire.ts';

/** Rows on a page; Postbox gives no more. */
export const pageSize = 100;

/** A page of a list. */
export interface TicketPage {
  readonly rows: readonly Conversation[];
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
          const page = validated(ticketPageSchema, successfulJson(reply, label), 'tickets', label);
          const origin = { fetchedAt: reply.fetchedAt };
          const rows = await reply.each(page.tickets, (record) => toRow({ record, ...origin }, label));
          return { rows, next: page.next ?? null };
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
        parse: async (reply) =>
          toRow({ record: successfulJson(reply, label), fetchedAt: reply.fetchedAt }, label),
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

function toRow(origin: TicketOrigin, label: CallLabel): Conversation {
  const ticket = validated(ticketSchema, origin.record, 'a ticket', label);
  const conversation = toConversation(ticket, origin);
  if (!conversation) throw unexpectedForm('a ticket with readable times', null, label);
  return conversation;
}
