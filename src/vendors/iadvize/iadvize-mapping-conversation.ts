import type { Conversation, Visit } from '../../contract/conversation.ts';
import type { Customer } from '../../contract/customer.ts';
import type { Department } from '../../contract/directory.ts';
import type { Instant } from '../../contract/instant.ts';
import { toRawRecord } from '../../vendor-kit/raw-record.ts';
import { plainWords } from '../../vendor-kit/vendor-words.ts';
import { toOptionalId } from './iadvize-mapping-id.ts';
import { toDurationSeconds, toLocalTime, type LocalClock } from './iadvize-mapping-time.ts';
import { toAgentReference } from './iadvize-mapping-agent.ts';
import { isFromVisitor, toMessages } from './iadvize-mapping-message.ts';
import type { IadvizeUnreadRow } from './iadvize-unread-rows.ts';
import type { WireChat, WireRecord } from './iadvize-wire.ts';

const previewLength = 200;
/** So much of a line is looked at for its first words. */
const longestMarkup = 10 * previewLength;

/** A finished chat; null when its id or time cannot be read, without which it has no place in any list. */
export function toConversation(
  { value: chat, raw }: WireRecord<WireChat>,
  clock: LocalClock,
  fetchedAt: Instant,
): Conversation | null {
  const { id } = chat;
  const start = toLocalTime(chat.datetime);
  const createdAt = start && clock(start);
  if (id === null || start === null || createdAt === null) return null;
  return {
    key: id,
    vendorId: id,
    reference: id,
    channel: 'CHAT',
    vendorChannel: null,
    status: 'CLOSED',
    vendorStatus: null,
    subject: null,
    preview: firstWordsOf(chat),
    createdAt,
    updatedAt: null,
    durationSeconds: toDurationSeconds(chat.duration),
    priority: null,
    category: null,
    publicCode: null,
    note: null,
    dueAt: null,
    department: chat.group === null ? null : toDepartment(chat.group),
    assignee: toAgentReference(chat),
    customer: toCustomer(id, chat),
    visit: toVisit(chat),
    tags: [],
    customFields: [],
    messages: toMessages(chat, start, clock),
    revision: null,
    fetchedAt,
    raw: toRawRecord(raw),
  };
}

/** What is known of a chat that has no place in a list. */
export function toUnreadChat(
  { value: { id, datetime } }: WireRecord<WireChat>,
  clock: LocalClock,
): IadvizeUnreadRow {
  const start = toLocalTime(datetime);
  return { id, conversation: null, createdAt: start && clock(start) };
}

/** A group of operators. API 1.7 gives only the names of groups, and only in chats. */
export function toDepartment(name: string): Department {
  return { key: name, vendorId: name, name, description: null, agents: null, availability: null };
}

/** The beginning of what the visitor wrote first, as plain text; lines of blanks or mere markup say nothing. */
function firstWordsOf({ history }: WireChat): string | null {
  for (const { msg } of history.filter(isFromVisitor)) {
    const words = plainWords(msg.slice(0, longestMarkup));
    if (words !== '') return Array.from(words).slice(0, previewLength).join('').trimEnd();
  }
  return null;
}

function toVisit({ user_agent: userAgent }: WireChat): Visit | null {
  return userAgent === null ? null : { country: null, host: null, referrer: null, userAgent };
}

/** The visitor of a chat, known by nothing but ids. The key is the chat's: no call finds a visitor by its own id. */
function toCustomer(id: string, { vuid, extid }: WireChat): Customer | null {
  const externalId = toOptionalId(extid);
  if (vuid === null && externalId === null) return null;
  return {
    key: id,
    vendorId: vuid ?? id,
    email: null,
    name: null,
    firstName: null,
    lastName: null,
    phones: [],
    role: null,
    gender: null,
    externalId,
    createdAt: null,
    groups: [],
    customFields: [],
  };
}
