import type { AgentRole } from '../../contract/agent.ts';
import type { Channel, ConversationStatus } from '../../contract/conversation.ts';
import type { Gender } from '../../contract/customer.ts';
import type { ArticleAccess, ArticleStatus, ArticleType } from '../../contract/knowledge-base.ts';
import type { MessageKind } from '../../contract/message.ts';

/** Conversation status: the union of both references (L is in the current one only). */
export const conversationStatuses: Readonly<Record<string, ConversationStatus>> = {
  A: 'ANSWERED',
  B: 'SPAM',
  C: 'OPEN',
  I: 'INIT',
  L: 'CLOSED',
  N: 'NEW',
  P: 'CALLING',
  R: 'RESOLVED',
  T: 'CHATTING',
  W: 'POSTPONED',
  X: 'DELETED',
};

/** Column `channel_type`. */
export const channels: Readonly<Record<string, Channel>> = {
  '1': 'WHATSAPP',
  A: 'FACEBOOK',
  B: 'CHAT',
  C: 'CALL',
  E: 'EMAIL',
  F: 'FACEBOOK',
  G: 'INSTAGRAM',
  I: 'INVITATION',
  M: 'CONTACT_FORM',
  Q: 'FORUM',
  R: 'INSTAGRAM',
  S: 'SUGGESTION',
  T: 'TWITTER',
  V: 'VIBER',
  W: 'CALL',
};

/**
 * `rtype` of a message. P and W are ratings; as the two references disagree on which is the good one, no score is
 * made of them.
 */
export const messageKinds: Readonly<Record<string, MessageKind>> = {
  '0': 'OTHER', // error footer
  '1': 'OTHER', // voice, internal
  '2': 'SYSTEM', // merged
  '3': 'SYSTEM', // invitation rerouted
  '5': 'SYSTEM', // linked
  A: 'OTHER', // header
  B: 'SYSTEM', // split
  C: 'RATING', // comment
  D: 'SYSTEM', // call, in the current reference disconnected
  E: 'SYSTEM', // end
  F: 'FILE',
  G: 'TAG',
  H: 'OTHER', // header
  I: 'NOTE', // internal
  J: 'SYSTEM', // status
  K: 'SYSTEM', // public
  L: 'FILE', // of a note
  M: 'MESSAGE',
  N: 'NOTE',
  O: 'OTHER', // footer
  P: 'RATING',
  Q: 'OTHER', // quoted text
  R: 'TRANSFER',
  S: 'SYSTEM',
  T: 'OTHER', // title
  U: 'SYSTEM', // user agent
  V: 'OTHER', // voice
  W: 'RATING',
  X: 'MESSAGE', // mixed
  Y: 'MESSAGE', // legacy
  Z: 'FORM_FIELD',
};

/** What a group's `rtype` says of a system message in it. */
export const systemKindsByGroup: Readonly<Record<string, MessageKind>> = { G: 'TAG', T: 'TRANSFER' };

/** Groups that no customer sees: internal calls and notes, resolving, tagging, moving, putting off, deleting, spam. */
export const internalGroups: ReadonlySet<string> = new Set('1BGIJRTUXZ');

/** `rstatus` of a group that somebody deleted. */
export const deletedGroup = 'D';

/** Messages that no customer sees, wherever they stand. */
export const internalMessages: ReadonlySet<string> = new Set('1ILN');

/** Role of an agent. */
export const agentRoles: Readonly<Record<string, AgentRole>> = { A: 'AGENT', D: 'ADMINISTRATOR', O: 'OWNER' };

/** Role of a customer, in the vendor's words. */
export const customerRoles: Readonly<Record<string, string>> = { R: 'registered', V: 'visitor' };

/** Gender of a customer. */
export const genders: Readonly<Record<string, Gender>> = { F: 'FEMALE', M: 'MALE', O: 'OTHER' };

/** `rtype` of an entry of a knowledge base. */
export const articleTypes: Readonly<Record<string, ArticleType>> = {
  A: 'ARTICLE',
  C: 'CATEGORY',
  G: 'SUGGESTION_CATEGORY',
  H: 'HOME',
  Q: 'FORUM',
  R: 'TOPIC',
  S: 'SUGGESTION',
};

/** `rstatus` of an entry of a knowledge base. */
export const articleStatuses: Readonly<Record<string, ArticleStatus>> = {
  C: 'COMPLETED',
  D: 'DRAFT',
  I: 'INIT',
  L: 'PLANNED',
  N: 'NEW',
  P: 'PUBLISHED',
  S: 'STARTED',
  U: 'REVIEW',
  X: 'DECLINED',
};

/** Access to an entry of a knowledge base. */
export const articleAccesses: Readonly<Record<string, ArticleAccess>> = { I: 'INTERNAL', P: 'PUBLIC' };

/**
 * The codes that stand for some of the contract's values, for the vendor's own filter; null when one of them has no
 * code (`UNKNOWN`, `OTHER`, what the vendor does not have) and the filter cannot be written in codes.
 */
export function codesFor<T>(table: Readonly<Record<string, T>>, wanted: readonly T[]): string | null {
  const codes = wanted.map((value) => Object.keys(table).filter((code) => table[code] === value));
  return codes.some((found) => found.length === 0) ? null : codes.flat().join(',');
}
