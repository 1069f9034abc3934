import { valueOfCode } from '../../contract/code-table.ts';
import type { Channel, Conversation, ConversationStatus, Visit } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { toRawRecord } from '../../vendor-kit/raw-record.ts';
import { toCustomer } from './livechat-mapping-customer.ts';
import { toAgentReference, toDepartmentReference, toTag } from './livechat-mapping-directory.ts';
import { toInstant } from './livechat-mapping-instant.ts';
import { toMessages } from './livechat-mapping-message.ts';
import type { WireTicket } from './livechat-wire.ts';

/** LiveChat's word for each status; there is no closed state beyond `solved`. */
export const statuses: Readonly<Record<string, ConversationStatus>> = {
  open: 'OPEN',
  pending: 'PENDING',
  solved: 'RESOLVED',
  spam: 'SPAM',
};

/**
 * LiveChat's word for each source of tickets, except Facebook, which has several (`facebook:conversation` and the
 * like).
 */
export const channels: Readonly<Record<string, Channel>> = {
  'agent-app-manual': 'MANUAL',
  'chat-window': 'CONTACT_FORM',
  lc2: 'CHAT',
  mail: 'EMAIL',
};

const previewLength = 200;

/** How a ticket was found, besides the ticket itself. */
export interface TicketSetting {
  /** Base URL of the source, for relative URLs. */
  readonly baseUrl: string;
  readonly fetchedAt: Instant;
  /** The record as it came. */
  readonly record: unknown;
  /** Whether the answer is all there is to know, so that nothing exists of what it leaves out. */
  readonly complete: boolean;
}

/** A ticket as a conversation; null when it has no date at all, so that it stands nowhere in time. */
export function toConversation(ticket: WireTicket, setting: TicketSetting): Conversation | null {
  const createdAt = creationOf(ticket);
  if (createdAt === null) return null;
  const { baseUrl, fetchedAt, record } = setting;
  // A row that carries the history is a whole ticket; one that was cut down may lack the tags too.
  const complete = setting.complete || ticket.events != null;
  const group = ticket.currentGroup ?? ticket.groups?.[0];
  return {
    key: ticket.id,
    vendorId: ticket.id,
    reference: ticket.id,
    channel: toChannel(ticket.source?.type),
    vendorChannel: ticket.source?.type || null,
    status: valueOfCode(statuses, ticket.status?.toLowerCase()) ?? 'UNKNOWN',
    vendorStatus: ticket.status || null,
    subject: ticket.subject || null,
    preview: toPreview(ticket),
    createdAt,
    updatedAt: toInstant(ticket.modified),
    durationSeconds: null,
    priority: null,
    category: null,
    publicCode: null,
    note: null,
    dueAt: null,
    department: group ? toDepartmentReference(group) : null,
    assignee: ticket.assignee ? toAgentReference(ticket.assignee) : null,
    customer: toCustomer(ticket),
    visit: toVisit(ticket, baseUrl),
    tags: toTags(ticket.tags ?? (complete ? [] : undefined)),
    customFields: [],
    messages: complete ? toMessages(ticket.events ?? [], ticket, baseUrl) : undefined,
    revision: ticket.modified == null ? null : String(ticket.modified),
    fetchedAt,
    raw: toRawRecord(record),
  };
}

/** The document's examples have no `date`: there, the first time the ticket was open stands in, or its first event. */
function creationOf(ticket: WireTicket): Instant | null {
  return (
    toInstant(ticket.date) ??
    toInstant(ticket.opened?.[0]?.from) ??
    toInstant(ticket.events?.find((event) => event !== null)?.date) ??
    toInstant(ticket.modified)
  );
}

function toChannel(sourceType: string | null | undefined): Channel {
  const type = sourceType?.toLowerCase() ?? '';
  return valueOfCode(channels, type) ?? (type.startsWith('facebook') ? 'FACEBOOK' : 'OTHER');
}

function toTags(names: readonly string[] | undefined): Conversation['tags'] {
  return names && [...new Set(names)].map(toTag);
}

function toPreview({ events }: WireTicket): string | null {
  const first = events?.find((event) => event?.type === 'message' && event.message?.trim());
  const text = first?.message?.trim() ?? '';
  return text === '' ? null : Array.from(text).slice(0, previewLength).join('').trimEnd();
}

function toVisit({ requester, source }: WireTicket, baseUrl: string): Visit | null {
  const host = requester?.ip || null;
  const referrer = absoluteUrl(source?.url, baseUrl, { bareHosts: true });
  return host || referrer ? { country: null, host, referrer, userAgent: null } : null;
}
