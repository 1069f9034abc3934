import type { Agent } from '../../contract/agent.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import type { Message, MessageKind } from '../../contract/message.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { formatOf } from '../../vendor-kit/text-format.ts';
import {
  deletedGroup,
  internalGroups,
  internalMessages,
  messageKinds,
  systemKindsByGroup,
} from './liveagent-codes.ts';
import { readableText, toAttachments } from './liveagent-mapping-attachment.ts';
import { notBefore, toInstant } from './liveagent-mapping-values.ts';
import type { WireMessageGroup, WireMessage } from './liveagent-wire.ts';

/** A message before it is known whether its user is an agent. */
export interface UnsignedMessage {
  readonly message: Message;
  /** The vendor's id of who wrote it; null = the software. */
  readonly userId: string | null;
}

/** Agents by user id and contact id; an error where it could not be found out whether somebody is one. */
export type AgentsById = ReadonlyMap<string, Agent | VendorError>;

const systemUser = 'system00';
/** Groups that only staff can write into: calls and e-mails that go out, what is internal, transfers. */
const staffGroups = new Set('14IUVT');

/**
 * The messages of a conversation, oldest first, without deleted groups. `baseUrl` is the source's, for links without
 * a host.
 */
export function toMessages(
  groups: readonly WireMessageGroup[],
  timeZone: string,
  baseUrl: string,
): readonly UnsignedMessage[] {
  const unsigned = groups.flatMap((group) =>
    group.rstatus === deletedGroup
      ? []
      : (group.messages ?? []).map((wire) => toMessage(wire, group, timeZone, baseUrl)),
  );
  return withUniqueKeys(oldestFirst(inTurn(unsigned, timeZone)));
}

/**
 * Names the authors: a user whom the directory knows is an agent, any other one the conversation's customer, except
 * where customers cannot write. `agents` may be the error of a directory that could not be read.
 */
export function signedMessages(
  unsigned: readonly UnsignedMessage[],
  agents: AgentsById | VendorError,
): readonly Message[] {
  return unsigned.map(({ message, userId }) => {
    if (userId === null) return message;
    const agent = agents instanceof VendorError ? agents : agents.get(userId);
    if (agent && !(agent instanceof VendorError)) {
      return {
        ...message,
        authorRole: 'AGENT',
        authorName: agent.name ?? null,
        author: { type: 'Agent', agent },
      };
    }
    // An agent who left the account is in no directory any more.
    if (message.authorRole === 'AGENT') {
      return { ...message, author: { type: 'Agent', agent: { key: userId, vendorId: userId } } };
    }
    if (agent) return { ...message, authorRole: 'UNKNOWN', author: null, authorFailure: agent };
    const { author: _, ...byCustomer } = message;
    return { ...byCustomer, authorRole: 'CUSTOMER' };
  });
}

// Where the clocks are set back, the times of an hour occur twice. In a list that goes oldest first and steps back
// once, those after the step are the second ones; a list that steps back more often has another order.
function inTurn(unsigned: readonly UnsignedMessage[], timeZone: string): readonly UnsignedMessage[] {
  const times = unsigned.flatMap(({ message }) => message.sentAt ?? []);
  if (times.filter((time, index) => time < (times[index - 1] ?? time)).length !== 1) return unsigned;
  let latest = -Infinity;
  return unsigned.map(({ message, userId }) => {
    const { sentAt } = message;
    if (sentAt === null) return { message, userId };
    const moment = notBefore(latest, sentAt, timeZone);
    latest = Math.max(latest, moment);
    return { message: { ...message, sentAt: moment }, userId };
  });
}

// A message without a date stays right after the one before it.
function oldestFirst(unsigned: readonly UnsignedMessage[]): readonly UnsignedMessage[] {
  let time = Number.MIN_SAFE_INTEGER;
  return unsigned
    .map((entry) => ({ entry, time: (time = entry.message.sentAt ?? time) }))
    .sort((a, b) => a.time - b.time)
    .map(({ entry }) => entry);
}

function toMessage(
  wire: WireMessage,
  group: WireMessageGroup,
  timeZone: string,
  baseUrl: string,
): UnsignedMessage {
  const user = wire.userid === undefined ? group.userid : wire.userid;
  const body = wire.message ?? '';
  const userId = user == null || user === systemUser ? null : user;
  const kind = kindOf(wire, group);
  const internal = internalGroups.has(group.rtype ?? '') || internalMessages.has(wire.rtype ?? '');
  // Ratings are the customer's, even where they stand in an internal group.
  const byStaff =
    kind !== 'RATING' && (internalMessages.has(wire.rtype ?? '') || staffGroups.has(group.rtype ?? ''));
  const attachments = kind === 'FILE' ? toAttachments(body, baseUrl) : [];
  const message: Message = {
    key: wire.messageid ?? '',
    vendorId: wire.messageid ?? null,
    kind,
    vendorKind: wire.rtype ?? null,
    internal,
    authorRole: userId === null ? 'SYSTEM' : byStaff ? 'AGENT' : 'UNKNOWN',
    authorName: null,
    author: null,
    sentAt: toInstant(wire.datecreated ?? group.datecreated, timeZone),
    body,
    bodyFormat: formatOf(body),
    text: readableText(body, attachments),
    attachments,
  };
  return { message, userId };
}

function kindOf(wire: WireMessage, group: WireMessageGroup): MessageKind {
  const kind = valueOfCode(messageKinds, wire.rtype) ?? 'OTHER';
  return kind === 'SYSTEM' ? (valueOfCode(systemKindsByGroup, group.rtype) ?? kind) : kind;
}

// A conversation only grows at its end, so the place from its start is as stable as an id.
function withUniqueKeys(unsigned: readonly UnsignedMessage[]): readonly UnsignedMessage[] {
  const seen = new Set<string>();
  return unsigned.map(({ message, userId }, index) => {
    const key = message.key === '' || seen.has(message.key) ? `${message.key}~${index}` : message.key;
    seen.add(key);
    return key === message.key ? { message, userId } : { message: { ...message, key }, userId };
  });
}
