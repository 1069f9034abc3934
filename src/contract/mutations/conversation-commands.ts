import type { Channel, ConversationStatus } from '../conversation.ts';
import type { CustomField } from '../custom-field.ts';
import type { Optional } from './mutation-plan.ts';

/** Starts a conversation. */
export interface ConversationCreate {
  readonly subject: string;
  readonly message: string;
  readonly messageIsHtml?: Optional<boolean>;
  readonly customerEmail: string;
  readonly customerName?: Optional<string>;
  readonly departmentKey?: Optional<string>;
  readonly agentKey?: Optional<string>;
  readonly cc?: Optional<readonly string[]>;
  readonly status?: Optional<ConversationStatus>;
  readonly channel?: Optional<Channel>;
  /** Page that the conversation came from. */
  readonly sourceUrl?: Optional<string>;
  readonly fields?: Optional<readonly CustomField[]>;
  /** Whether the vendor sends mail to the customer; left out = yes. */
  readonly notifyCustomer?: Optional<boolean>;
  /** Message-ID of the e-mail that this conversation stands for. */
  readonly mailMessageId?: Optional<string>;
}

/** Sends a message in a conversation. */
export interface ConversationMessageSend {
  readonly conversationKey: string;
  readonly message: string;
  readonly messageIsHtml?: Optional<boolean>;
  /** Who writes it. */
  readonly agentKey?: Optional<string>;
  readonly notifyCustomer?: Optional<boolean>;
  readonly mailMessageId?: Optional<string>;
  readonly fileKeys?: Optional<readonly string[]>;
}

/** Adds a note that only agents see. */
export interface ConversationNoteAdd {
  readonly conversationKey: string;
  readonly note: string;
  readonly agentKey?: Optional<string>;
}

/** Hands a conversation to an agent, a department or both; at least one is given. */
export interface ConversationTransfer {
  readonly conversationKey: string;
  readonly toAgentKey?: Optional<string>;
  readonly toDepartmentKey?: Optional<string>;
  readonly byAgentKey?: Optional<string>;
  readonly message?: Optional<string>;
}

/** Changes where a conversation stands. */
export interface ConversationStatusChange {
  readonly conversationKey: string;
  readonly status: ConversationStatus;
  readonly agentKey?: Optional<string>;
  readonly note?: Optional<string>;
}

/** Deletes a conversation. */
export interface ConversationDelete {
  readonly conversationKey: string;
  readonly agentKey?: Optional<string>;
  readonly note?: Optional<string>;
}

/** Puts a tag on a conversation, or takes it off; exactly one of key and name is given. */
export interface ConversationTagChange {
  readonly conversationKey: string;
  readonly tagKey?: Optional<string>;
  readonly tagName?: Optional<string>;
}

/** Replaces the values of the given codes and leaves those of others; a null value only removes the old one. */
export interface FieldsSet {
  /** Key of the conversation or customer. */
  readonly key: string;
  /** At least one. */
  readonly fields: readonly CustomField[];
}

/** Takes values of custom fields away. */
export interface FieldsClear {
  /** Key of the conversation or customer. */
  readonly key: string;
  /** At least one; left out = all. */
  readonly codes?: Optional<readonly string[]>;
}
