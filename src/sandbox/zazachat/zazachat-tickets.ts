import { isWithin } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import { customerOf, fullName } from '../desk-people.ts';
import { plainText } from '../plain-text.ts';
import type { WorldConversation } from '../world/world.ts';
import type { ZazachatOffice } from './zazachat-account.ts';
import { writeDate } from './zazachat-dates.ts';
import { logEntries, questionOf, toCurrentStatus, writeTicketLog } from './zazachat-ticket-log.ts';
import { escapeXml, textElement } from './zazachat-xml.ts';

/** Pairs with nothing but a blank between them, as the vendor writes them. */
function writeCustomFields({ customFields }: WorldConversation): string {
  return customFields.map(({ code, value }) => `${code}+|+${value} `).join('');
}

function writeTicket({ desk }: ZazachatOffice, ticket: WorldConversation): string {
  const customer = customerOf(desk, ticket);
  const question = questionOf(ticket);
  return [
    `<Ticket TicketID="${escapeXml(ticket.id)}">`,
    textElement('SubmissionDate', writeDate(ticket.createdAt, desk.timeZone)),
    textElement('CurrentStatus', toCurrentStatus(ticket.status)),
    textElement('VisitorID', customer?.userId ?? ''),
    textElement('CustomerName', fullName(customer)),
    textElement('CustomerEmail', customer?.email ?? ''),
    textElement('TicketTitle', ticket.subject),
    textElement('Question', question ? plainText(question) : ''),
    textElement('Priority', ticket.priority),
    textElement('Category', ticket.category),
    textElement('TicketLog', writeTicketLog(desk, ticket)),
    textElement('CustomFields', writeCustomFields(ticket)),
    `<VisitorInfo>${textElement('Notes', ticket.note ?? '')}</VisitorInfo>`,
    '</Ticket>',
  ].join('');
}

function touchedOn(ticket: WorldConversation, day: Span): boolean {
  const moments = [ticket.createdAt, ticket.updatedAt, ...logEntries(ticket).map(({ at }) => at)];
  return moments.some((at) => isWithin(at, day));
}

/** The tickets created or updated on a day, as they stand now; null when there was none. */
export function writeTickets(office: ZazachatOffice, day: Span): string | null {
  const tickets = office.desk.conversations
    .filter((conversation) => conversation.channel !== 'chat' && touchedOn(conversation, day))
    .toSorted((one, other) => one.createdAt - other.createdAt);
  if (tickets.length === 0) return null;
  return `<Tickets>${tickets.map((ticket) => writeTicket(office, ticket)).join('')}</Tickets>`;
}
