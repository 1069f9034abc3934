import { valueOfCode } from '../../contract/code-table.ts';
import type { Attachment, Author, AuthorRole, Message, MessageKind } from '../../contract/message.ts';
import { emailKey } from '../../contract/email-key.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { toCustomer } from './livechat-mapping-customer.ts';
import { toAgentReference } from './livechat-mapping-directory.ts';
import { eventSentence } from './livechat-mapping-event.ts';
import { toInstant } from './livechat-mapping-instant.ts';
import type { WireEvent, WireTicket } from './livechat-wire.ts';

const kinds: Readonly<Record<string, MessageKind>> = {
  assignee_changed: 'TRANSFER',
  follow_up_sent: 'SYSTEM',
  message: 'MESSAGE',
  rated: 'RATING',
  rating_offer_sent: 'SYSTEM',
  status_changed: 'SYSTEM',
};

/** The people of a ticket, by whom it is known who wrote an event. */
type Participants = Pick<WireTicket, 'assignee' | 'id' | 'requester'>;

/**
 * The messages of a ticket, oldest first. LiveChat gives events no ids; as a ticket's history only grows, their
 * place in it is the key.
 */
export function toMessages(
  events: readonly (WireEvent | null)[],
  ticket: Participants,
  baseUrl: string,
): readonly Message[] {
  const messages = events.flatMap((event, index) =>
    event ? [toMessage(event, index, ticket, baseUrl)] : [],
  );
  return inOrder(messages);
}

function toMessage(event: WireEvent, index: number, ticket: Participants, baseUrl: string): Message {
  const type = event.type || null;
  const isMessage = type === 'message';
  const isPrivate = event.is_private;
  const role = roleOf(event, ticket);
  return {
    key: String(index),
    vendorId: null,
    kind: isMessage && isPrivate ? 'NOTE' : (valueOfCode(kinds, type) ?? 'OTHER'),
    vendorKind: type,
    internal: !isMessage || isPrivate,
    authorRole: role,
    authorName: event.author?.name?.trim() || null,
    author: authorOf(event, role, ticket),
    sentAt: toInstant(event.date),
    body: isMessage ? (event.message ?? '') : eventSentence(event),
    bodyFormat: 'text',
    attachments: (event.attachments ?? []).map((file) => toAttachment(file, baseUrl)),
  };
}

function roleOf({ author, type }: WireEvent, { requester, assignee }: Participants): AuthorRole {
  if (!author) return type === 'message' ? 'UNKNOWN' : 'SYSTEM';
  if (author.type === 'agent') return 'AGENT';
  if (author.type === 'client') return 'CUSTOMER';
  if (sameAddress(author.id, requester?.mail)) return 'CUSTOMER';
  if (sameAddress(author.id, assignee?.id)) return 'AGENT';
  // Only agents move tickets about; the document shows such authors without a type.
  return type === 'assignee_changed' || type === 'status_changed' ? 'AGENT' : 'UNKNOWN';
}

function authorOf({ author }: WireEvent, role: AuthorRole, ticket: Participants): Author | null | undefined {
  if (role === 'CUSTOMER') {
    if (!author?.id || sameAddress(author.id, ticket.requester?.mail)) return undefined;
    const customer = toCustomer({ id: ticket.id, requester: { mail: author.id, name: author.name } });
    return customer && { type: 'Customer', customer };
  }
  const agent = role === 'AGENT' && author ? toAgentReference(author) : null;
  return agent && { type: 'Agent', agent };
}

function toAttachment(file: NonNullable<WireEvent['attachments']>[number], baseUrl: string): Attachment {
  return {
    name: file.name || null,
    url: absoluteUrl(file.url, baseUrl, { bareHosts: true }),
    mimeType: file.content_type || null,
    size: file.size ?? null,
  };
}

/** An address takes at most so many characters; what is longer, with or without blanks around it, is none. */
const longestAddress = 1000;

function sameAddress(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other || Math.max(one.length, other.length) > longestAddress) return false;
  return emailKey(one) === emailKey(other);
}

/** By time; an entry without a time stays right after the one before it. */
function inOrder(messages: readonly Message[]): readonly Message[] {
  let latest = -Infinity;
  const timed = messages.map((message) => ({ message, at: (latest = message.sentAt ?? latest) }));
  return timed.sort((one, other) => one.at - other.at).map(({ message }) => message);
}
