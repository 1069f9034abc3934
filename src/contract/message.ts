import type { Agent } from './agent.ts';
import type { Customer } from './customer.ts';
import type { Instant } from './instant.ts';
import type { VendorError } from './vendor-error.ts';

/** What kind of entry a message is. */
export type MessageKind =
  | 'FILE'
  | 'FORM_FIELD'
  | 'MESSAGE'
  | 'NAVIGATION'
  | 'NOTE'
  | 'OTHER'
  | 'RATING'
  | 'SYSTEM'
  | 'TAG'
  | 'TRANSFER';

/** Which side wrote a message. */
export type AuthorRole = 'AGENT' | 'CUSTOMER' | 'SYSTEM' | 'UNKNOWN';

/** A file sent with a message. */
export interface Attachment {
  readonly name: string | null;
  /** Absolute. */
  readonly url: string | null;
  readonly mimeType: string | null;
  /** Bytes. */
  readonly size: number | null;
}

/** Who wrote a message. */
export type Author =
  | { readonly type: 'Agent'; readonly agent: Agent }
  | { readonly type: 'Customer'; readonly customer: Customer };

/** One thing said or done in a conversation. */
export interface Message {
  /** Unique within the conversation and the same at every fetch: the vendor's id, else the place in the conversation. */
  readonly key: string;
  /** null = the vendor gives messages no ids. */
  readonly vendorId: string | null;
  readonly kind: MessageKind;
  readonly vendorKind: string | null;
  /** Not visible to the customer. */
  readonly internal: boolean;
  readonly authorRole: AuthorRole;
  /** null with role CUSTOMER = the conversation's customer. */
  readonly authorName: string | null;
  /** undefined with role CUSTOMER = the conversation's customer; null = not known. */
  readonly author?: Author | null | undefined;
  /** Why it is not known who wrote it, where the call that would tell failed. The role is then UNKNOWN. */
  readonly authorFailure?: VendorError | undefined;
  readonly sentAt: Instant | null;
  /** As the vendor gave it. */
  readonly body: string;
  /** `escaped` = plain text in which HTML's entities stand for characters. */
  readonly bodyFormat: 'escaped' | 'html' | 'text';
  /** The body in words for people, where the body itself is written for programs. */
  readonly text?: string | undefined;
  readonly attachments: readonly Attachment[];
}
