import type { Answer, CallContext } from './call-context.ts';
import type { Channel, Conversation, ConversationReference, ConversationStatus } from './conversation.ts';
import type { TimeWindow, TimelineReader } from './timeline.ts';
import type { Message } from './message.ts';
import type { VendorError } from './vendor-error.ts';

/** Which conversations are wanted. Undefined = no restriction. */
export interface ConversationCriteria {
  readonly status?: readonly ConversationStatus[] | undefined;
  readonly channel?: readonly Channel[] | undefined;
  /** Key of a department of this source. */
  readonly departmentKey?: string | undefined;
  /** Key of an agent of this source. */
  readonly assigneeKey?: string | undefined;
  /** Trimmed and in lower case. */
  readonly customerEmail?: string | undefined;
  /** What the account's own systems know the customer by, as `Customer.externalId`. */
  readonly customerExternalId?: string | undefined;
  /** A tag's name as `nameKey` gives it. The gateway can apply it where the tags of rows have their names. */
  readonly tag?: string | undefined;
  /** As `searchKey` gives it. */
  readonly search?: string | undefined;
  readonly assigned?: boolean | undefined;
  /** A span of the creation time, where the window is about the time of change. */
  readonly created?: TimeWindow | undefined;
  /** A span of the time of change, where the window is about the creation time. */
  readonly updated?: TimeWindow | undefined;
}

/** Reads a field of conversations; null = there is none, or the vendor does not tell. */
export type ConversationFieldReader<Value> = (
  references: readonly ConversationReference[],
  context: CallContext,
) => Promise<readonly (Value | VendorError | null)[]>;

/** Reads conversations. Batch methods answer in the length and order of their argument. */
export interface ConversationReader extends TimelineReader<Conversation, ConversationCriteria> {
  /** The only states and channels that this vendor's conversations can have; left out = any. */
  readonly possible?: {
    readonly status?: readonly ConversationStatus[];
    readonly channel?: readonly Channel[];
  };
  /**
   * Whether some conversations have no time of change, such as chats, which are listed when they are over; left out =
   * none.
   */
  readonly lacksChangeTimes?: boolean;
  /** Conversations with every field told except those of `fields`; null = gone. */
  get(
    references: readonly ConversationReference[],
    context: CallContext,
  ): Promise<readonly (Conversation | VendorError | null)[]>;
  /**
   * Messages, oldest first; an error for a conversation that is gone, or whose list of messages cannot be read. One
   * message has no error of its own: an odd one stays in the list, with null or an empty body for what cannot be read.
   */
  messages(
    references: readonly ConversationReference[],
    context: CallContext,
  ): Promise<readonly (readonly Message[] | VendorError)[]>;
  /**
   * Fields that `get` may leave out because they take calls of their own, which are made only where a query selects the
   * field.
   */
  readonly fields?: {
    readonly [Field in keyof Conversation]?: ConversationFieldReader<NonNullable<Conversation[Field]>>;
  };
  /** Takes note of rows that were listed elsewhere, by another replica. */
  notice?(rows: readonly Conversation[]): void;
  /** A conversation by whatever people call it by (id, code, public code); null = there is none. */
  findByReference?(reference: string, context: CallContext): Promise<Answer<Conversation | null>>;
}
