import type { Answer } from '../../../src/contract/call-context.ts';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { TicketPage } from '../../../src/vendors/livechat/livechat-answers.ts';
import { toConversation } from '../../../src/vendors/livechat/livechat-mapping-conversation.ts';
import type { ReadPage } from '../../../src/vendors/livechat/livechat-ticket-pages.ts';
import type { TicketQuery } from '../../../src/vendors/livechat/livechat-ticket-query.ts';
import { ticketSchema } from '../../../src/vendors/livechat/livechat-wire.ts';

const day = 86_400_000;

/** A ticket of the list; times in milliseconds. */
export interface ListedTicket {
  readonly id: string;
  readonly created: number;
  modified: number;
  /** Times of events besides the creation; a change of `modified` alone is no activity. */
  readonly activity: readonly number[];
  status: string;
}

/** LiveChat's list of tickets in memory, by the rules of the vendor's document; counts the reads. */
export class TicketList {
  readonly tickets: ListedTicket[];
  reads = 0;
  /** Runs before each read, with its number from 1. */
  beforeRead: (read: number) => void = () => {};
  /** Whether answers tell `total` and `pages`. */
  counts = true;
  pageSize = 25;
  #clock = 1;

  constructor(tickets: ListedTicket[]) {
    this.tickets = tickets;
  }

  readonly open = (query: TicketQuery): ReadPage => {
    return async (number) => {
      this.reads += 1;
      this.beforeRead(this.reads);
      return this.page(query, number);
    };
  };

  page(query: TicketQuery, number: number): Answer<TicketPage> {
    const fetchedAt = this.#clock++;
    const direction = query.order === 'asc' ? 1 : -1;
    const found = this.tickets
      .filter((ticket) => matches(ticket, query))
      .sort((a, b) => direction * (a.modified - b.modified) || (a.id < b.id ? -1 : 1));
    const rows = found
      .slice((number - 1) * this.pageSize, number * this.pageSize)
      .map((ticket) => toRow(ticket, fetchedAt));
    const total = this.counts ? found.length : null;
    const pages = this.counts ? Math.ceil(found.length / this.pageSize) : null;
    return { value: { rows, unread: [], total, pages }, fetchedAt };
  }
}

function matches({ created, activity, status }: ListedTicket, query: TicketQuery): boolean {
  if (query.status !== undefined && query.status !== status) return false;
  const from = query.date_from === undefined ? -Infinity : Date.parse(query.date_from);
  const to = query.date_to === undefined ? Infinity : Date.parse(query.date_to) + day;
  return [created, ...activity].some((time) => time >= from && time < to);
}

function toRow({ id, created, modified, status }: ListedTicket, fetchedAt: number): Conversation {
  const record = { id, status, date: created / 1000, modified: modified / 1000, events: [] };
  const setting = { baseUrl: 'http://desk.test', fetchedAt, record, complete: false };
  return toConversation(ticketSchema.parse(record), setting) as Conversation;
}
