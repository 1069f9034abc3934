import type { Conversation } from '../../contract/conversation.ts';
import type { CustomField } from '../../contract/custom-field.ts';
import type { Customer } from '../../contract/customer.ts';
import { emailAddress } from '../../contract/email-key.ts';
import type { AuthorRole, Message } from '../../contract/message.ts';
import { dayOf } from '../../vendor-kit/time-zone.ts';
import {
  toDepartment,
  unknownToVendor,
  type MappingSettings,
  type RecordOrigin,
} from './zazachat-mapping-conversation.ts';
import { toTicketFields, toVisitorFields } from './zazachat-mapping-custom-fields.ts';
import { toCustomer } from './zazachat-mapping-customer.ts';
import { toKey } from './zazachat-mapping-key.ts';
import { toTicketStatus } from './zazachat-mapping-status.ts';
import { lastStamp, toLogEntries, type LogEntry } from './zazachat-mapping-ticket-log.ts';
import type { WireTicket } from './zazachat-wire.ts';

const previewLength = 200;

/** A ticket from the list of any day on which it was created or changed. */
export function toTicket(
  ticket: WireTicket,
  { createdAt, fetchedAt, raw }: RecordOrigin,
  settings: MappingSettings,
): Conversation {
  const { timeZone, customFieldNames } = settings;
  const key = toKey({ kind: 'ticket', day: dayOf(createdAt, timeZone), id: ticket.ticketid });
  const life = { createdAt, readAt: fetchedAt };
  const log = toLogEntries(ticket.ticketlog, timeZone, life);
  return {
    ...unknownToVendor,
    key,
    vendorId: ticket.ticketid,
    reference: ticket.ticketid,
    channel: 'OTHER',
    status: toTicketStatus(ticket.currentstatus),
    vendorStatus: ticket.currentstatus,
    subject: ticket.tickettitle,
    preview: toPreview(ticket.question),
    createdAt,
    updatedAt: lastStamp(log, life),
    priority: ticket.priority,
    category: ticket.category,
    note: ticket.visitorinfo['notes']?.trim() || null,
    department: ticket.department === null ? null : toDepartment(ticket.department),
    customer: toTicketCustomer(key, ticket),
    visit: null,
    customFields: [
      ...toOtherContact(ticket.customeremail),
      ...toTicketFields(ticket.customfields, customFieldNames),
      ...toVisitorFields(ticket.visitorcustominfo),
    ],
    messages: [
      ...toQuestion(ticket.question, createdAt),
      ...log.map((entry, index) => toLogMessage(entry, index, ticket.customername)),
    ],
    fetchedAt,
    raw,
  };
}

function toPreview(question: string | null): string | null {
  const text = question?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : Array.from(text).slice(0, previewLength).join('');
}

function toTicketCustomer(key: string, ticket: WireTicket): Customer | null {
  const { customername: name, visitorid } = ticket;
  const email = emailAddress(ticket.customeremail);
  if (name === null && email === null && visitorid === null) return null;
  return toCustomer(key, visitorid ?? ticket.ticketid, { name, email, phone: null });
}

/** What stands in the place of an e-mail address without being one, such as a telephone number. */
function toOtherContact(contact: string | null): CustomField[] {
  return contact === null || emailAddress(contact) ? [] : [{ code: 'CustomerEmail', value: contact }];
}

const plainMessage = {
  vendorId: null,
  kind: 'MESSAGE',
  vendorKind: null,
  internal: false,
  bodyFormat: 'text',
  attachments: [],
} as const satisfies Partial<Message>;

function toQuestion(question: string | null, createdAt: number): Message[] {
  if (question === null) return [];
  return [
    {
      ...plainMessage,
      key: '0',
      authorRole: 'CUSTOMER',
      authorName: null,
      sentAt: createdAt,
      body: question,
    },
  ];
}

/**
 * The log mixes notes and solutions, and says neither which is which nor which of them the customer saw. A name in it
 * is an agent's, unless it is the customer's or the software's.
 */
function toLogMessage(
  { sentAt, authorName, body }: LogEntry,
  index: number,
  customerName: string | null,
): Message {
  const role = toLogRole(authorName, customerName);
  return {
    ...plainMessage,
    key: String(index + 1),
    kind: role === 'SYSTEM' ? 'SYSTEM' : 'MESSAGE',
    authorRole: role,
    authorName,
    ...(role === 'CUSTOMER' ? {} : { author: null }),
    sentAt,
    body,
  };
}

function toLogRole(name: string | null, customerName: string | null): AuthorRole {
  if (name === null) return 'UNKNOWN';
  // Lengths are compared first: a name may be as long as a customer makes it, and there may be many entries.
  if (customerName?.length === name.length && name.toLowerCase() === customerName.toLowerCase())
    return 'CUSTOMER';
  return name.toLowerCase() === 'system' ? 'SYSTEM' : 'AGENT';
}
