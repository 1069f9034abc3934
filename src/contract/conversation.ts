import type { Agent } from './agent.ts';
import type { CustomField } from './custom-field.ts';
import type { Customer } from './customer.ts';
import type { Department, Tag } from './directory.ts';
import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';

/** How a customer reached the help desk. */
export type Channel =
  | 'CALL'
  | 'CHAT'
  | 'CONTACT_FORM'
  | 'EMAIL'
  | 'FACEBOOK'
  | 'FORUM'
  | 'INSTAGRAM'
  | 'INVITATION'
  | 'MANUAL'
  | 'OTHER'
  | 'SUGGESTION'
  | 'TWITTER'
  | 'VIBER'
  | 'WHATSAPP';

/** Where a conversation stands. */
export type ConversationStatus =
  | 'ANSWERED'
  | 'CALLING'
  | 'CHATTING'
  | 'CLOSED'
  | 'DELETED'
  | 'INIT'
  | 'NEW'
  | 'OPEN'
  | 'PENDING'
  | 'POSTPONED'
  | 'RESOLVED'
  | 'SPAM'
  | 'UNKNOWN';

/** Where a chat's visitor came from. */
export interface Visit {
  readonly country: string | null;
  readonly host: string | null;
  readonly referrer: string | null;
  readonly userAgent: string | null;
}

/** One exchange with a customer. Fields that may be `undefined` are told by `ConversationReader.get`. */
export interface Conversation extends Entity {
  readonly vendorId: string;
  /** What people call it. */
  readonly reference: string | null;
  readonly channel: Channel;
  /** The vendor's own code, kept also where it is unknown. */
  readonly vendorChannel: string | null;
  readonly status: ConversationStatus;
  readonly vendorStatus: string | null;
  readonly subject: string | null;
  readonly preview: string | null;
  readonly createdAt: Instant;
  /** null = never changed, or the vendor does not tell. */
  readonly updatedAt: Instant | null;
  readonly durationSeconds: number | null;
  readonly priority: string | null;
  readonly category: string | null;
  readonly publicCode: string | null;
  readonly note?: Told<string>;
  readonly dueAt?: Told<Instant>;
  /** What is known of the department; `key` suffices. */
  readonly department?: Told<Department>;
  readonly assignee?: Told<Agent>;
  readonly customer?: Told<Customer>;
  readonly visit?: Told<Visit>;
  readonly tags?: Told<readonly Tag[]>;
  readonly customFields?: Told<readonly CustomField[]>;
  /** Oldest first; set where the answer with the conversation also held its messages. */
  readonly messages?: readonly Message[] | undefined;
  /** The vendor's own transcript in plain text, where it came with the conversation. */
  readonly transcript?: Told<string>;
  /**
   * A mark that changes whenever the vendor's record changes, such as the date of change. What was fetched for one
   * revision stays valid while the revision does.
   */
  readonly revision: string | null;
  /** When the answer that held this record came from the vendor. */
  readonly fetchedAt: Instant;
  /** The vendor's record, without secrets. */
  readonly raw: unknown;
}

/** Names a conversation to a reader, with the revision a list showed, if one did. */
export interface ConversationReference {
  readonly key: string;
  readonly revision: string | null;
}

/** When a conversation last changed; where no change is known, when it was created. */
export function changeTimeOf({
  createdAt,
  updatedAt,
}: Pick<Conversation, 'createdAt' | 'updatedAt'>): Instant {
  return updatedAt ?? createdAt;
}
