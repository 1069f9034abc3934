import type { EmulatedReply } from '../emulator.ts';
import type { WorldConversation } from '../world/world.ts';
import type { LivechatCall, LivechatOffice } from './livechat-account.ts';
import { jsonReply, notFound, refusedList } from './livechat-replies.ts';
import { toTicket } from './livechat-ticket.ts';
import { findBadParameters, toTicketTest } from './livechat-ticket-filter.ts';

const pageSize = 25;

/** The answer with a single ticket. */
export function ticketReply(
  { desk, quirks }: LivechatOffice,
  conversation: WorldConversation,
  form = quirks.singleTicket,
): EmulatedReply {
  const ticket = toTicket(desk, conversation, quirks);
  return jsonReply(form === 'bare' ? ticket : { pages: 1, total: 1, tickets: [ticket] });
}

/** The ticket with an id. */
export function findTicket({ desk }: LivechatOffice, ticketId: string | undefined) {
  return desk.conversations.find(({ id }) => id === ticketId);
}

/** `GET /tickets`: 25 a page, by the date of the last modification. */
export function listTickets({ office, query }: LivechatCall): EmulatedReply {
  const problems = findBadParameters(query);
  if (problems.length > 0) return refusedList(...problems);
  const direction = query.get('order') === 'asc' ? 1 : -1;
  const found = office.desk.conversations
    .filter(toTicketTest(office, query))
    .toSorted((one, other) => direction * (one.updatedAt - other.updatedAt) || (one.id < other.id ? -1 : 1));
  const page = Number(query.get('page') ?? 1);
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  return jsonReply({
    tickets: shown.map((conversation) => toTicket(office.desk, conversation, office.quirks)),
    total: found.length,
    pages: Math.ceil(found.length / pageSize),
  });
}

/** `GET /tickets/{id}`. */
export function getTicket({ office, segments }: LivechatCall): EmulatedReply {
  const conversation = findTicket(office, segments[0]);
  return conversation ? ticketReply(office, conversation) : notFound('Ticket');
}
