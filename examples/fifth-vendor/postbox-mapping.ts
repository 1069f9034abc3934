import { valueOfCode } from '../../src/contract/code-table.ts';
import type { Conversation, ConversationStatus } from '../../src/contract/conversation.ts';
import type { Customer } from '../../src/contract/customer.ts';
import { emailKey } from '../../src/contract/email-key.ts';
import type { Instant } from '../../src/contract/instant.ts';
import type { Message } from '../../src/contract/message.ts';
import { toRawRecord } from '../../src/vendor-kit/raw-record.ts';
import type { WireMessage, WireTicket } from './postbox-wire.ts';

/** Postbox's word for each state. */
const statuses: Readonly<Record<string, ConversationStatus>> = {
  closed: 'CLOSED',
  new: 'NEW',
  open: 'OPEN',
  waiting: 'PENDING',
};

/** Where a ticket came from, beside the ticket itself. */
export interface TicketOrigin {
  /** The record as it came. */
  readonly record: unknown;
  readonly fetchedAt: Instant;
}

/** A ticket as a conversation; null when one of its times cannot be read, as it would stand nowhere in a list. */
export function toConversation(ticket: WireTicket, { record, fetchedAt }: TicketOrigin): Conversation | null {
  const createdAt = Date.parse(ticket.created_at);
  const updatedAt = Date.parse(ticket.changed_at);
  if (Number.isNaN(createdAt) || Number.isNaN(updatedAt)) return null;
  return {
    key: ticket.id,
    vendorId: ticket.id,
    reference: ticket.number == null ? null : `#${ticket.number}`,
    channel: 'EMAIL',
    vendorChannel: null,
    status: valueOfCode(statuses, ticket.state) ?? 'UNKNOWN',
    vendorStatus: ticket.state || null,
    subject: ticket.subject || null,
    preview: null,
    createdAt,
    updatedAt,
    durationSeconds: null,
    priority: null,
    category: null,
    publicCode: null,
    // Postbox has none of these: null says so, where undefined would say that another call may tell.
    note: null,
    dueAt: null,
    department: null,
    assignee: null,
    visit: null,
    tags: [],
    customFields: [],
    customer: toCustomer(ticket),
    messages: ticket.messages?.map(toMessage),
    revision: ticket.changed_at,
    fetchedAt,
    raw: toRawRecord(record),
  };
}

/** Who wrote; Postbox knows people by their addresses alone. */
export function toCustomer({ from }: WireTicket): Customer | null {
  const key = emailKey(from?.email ?? '');
  if (key === '') return null;
  return {
    key,
    vendorId: from?.email ?? key,
    email: from?.email ?? null,
    name: from?.name || null,
    firstName: null,
    lastName: null,
    phones: [],
    role: null,
    gender: null,
    externalId: null,
    createdAt: null,
    groups: null,
    customFields: null,
  };
}

function toMessage({ id, at, by, name, internal, body }: WireMessage, place: number): Message {
  const sentAt = Date.parse(at ?? '');
  return {
    key: id ?? String(place),
    vendorId: id ?? null,
    kind: internal ? 'NOTE' : 'MESSAGE',
    vendorKind: null,
    internal: internal ?? false,
    authorRole: by === 'agent' ? 'AGENT' : by === 'customer' ? 'CUSTOMER' : 'UNKNOWN',
    authorName: name || null,
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
    body: body ?? '',
    bodyFormat: 'text',
    attachments: [],
  };
}
