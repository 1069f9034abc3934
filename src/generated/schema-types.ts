import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgentNode, AgentConnectionModel, AuthorNode, ConversationNode, ConversationConnectionModel, CustomerNode, CustomerConnectionModel, CustomerGroupNode, CustomerGroupConnectionModel, DepartmentNode, DepartmentConnectionModel, SourceMessage, MessageConnectionModel, AnyNode, PersonModel, SourceNode, SourceOutcomeModel, TagNode, TagConnectionModel, WebsiteNode, WebsiteConnectionModel } from '../resolvers/models.ts';
import type { GatewayContext } from '../resolvers/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time: `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /**
   * A moment in time: RFC 3339 in UTC with milliseconds, for example `2026-03-01T08:15:00.000Z`.
   * As input any RFC 3339 date and time with an offset is accepted.
   */
  DateTime: { input: number; output: number; }
  /** A decimal number written as a string so that no digit is lost, for example `"19.90"`. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** A member of the support staff. */
export type Agent = Node & {
  /** Whether the agent is online and for what. */
  readonly availability: Maybe<AgentAvailability>;
  /** Picture. */
  readonly avatarUrl: Maybe<Scalars['String']['output']>;
  /** Teams the agent works in. */
  readonly departments: Maybe<ReadonlyArray<Department>>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Id of the agent in another system. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Family name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Full name, or what the vendor shows instead. */
  readonly name: Scalars['String']['output'];
  /** Name shown to customers. */
  readonly nickname: Maybe<Scalars['String']['output']>;
  /** What the agent may do. */
  readonly role: Maybe<AgentRole>;
  /** Where it lives. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
  /** Web sites the agent chats on. */
  readonly websites: Maybe<ReadonlyArray<Website>>;
};

/** Whether an agent is online and for what. */
export type AgentAvailability = {
  /** Chats going on. */
  readonly activeChats: Maybe<Scalars['Int']['output']>;
  /** Takes calls. */
  readonly calls: Maybe<Scalars['Boolean']['output']>;
  /** Takes chats. */
  readonly chat: Maybe<Scalars['Boolean']['output']>;
  /** Chats the agent takes at once. */
  readonly maxChats: Maybe<Scalars['Int']['output']>;
  /** Online for anything. */
  readonly online: Scalars['Boolean']['output'];
  /** Takes tickets. */
  readonly tickets: Maybe<Scalars['Boolean']['output']>;
  /** The vendor's own words or letters. */
  readonly vendorStatus: Maybe<Scalars['String']['output']>;
};

/** One page of agents out of all sources, by name. */
export type AgentConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AgentEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Agent>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** An agent's place in a list. */
export type AgentEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The agent. */
  readonly node: Agent;
};

/** Which agents to list. */
export type AgentFilter = {
  /** Works in the department with this id. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Is online or is not. */
  readonly online?: InputMaybe<Scalars['Boolean']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Chats on the web site with this id. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/** What an agent may do. */
export type AgentRole =
  /** May change settings. */
  | 'ADMINISTRATOR'
  /** Answers customers. */
  | 'AGENT'
  /** Leads agents. */
  | 'MANAGER'
  /** Owns the account. */
  | 'OWNER'
  /** A code that the gateway does not know. */
  | 'UNKNOWN';

/** The vendor's own software. */
export type Application = {
  /** Version of the framework beneath it. */
  readonly frameworkVersion: Maybe<Scalars['String']['output']>;
  /** When it was installed. */
  readonly installedAt: Maybe<Scalars['DateTime']['output']>;
  /** The vendor's clock when asked. */
  readonly serverTime: Maybe<Scalars['DateTime']['output']>;
  /** When it was last updated. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Version of the product. */
  readonly version: Maybe<Scalars['String']['output']>;
};

/** A file sent with a message. */
export type Attachment = {
  /** Media type. */
  readonly mimeType: Maybe<Scalars['String']['output']>;
  /** File name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Size in bytes. */
  readonly size: Maybe<Scalars['Int']['output']>;
  /** Where to get it; vendors may ask for a login. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** Who wrote a message. */
export type Author = Agent | Customer;

/** Which side wrote a message. */
export type AuthorRole =
  /** The help desk. */
  | 'AGENT'
  /** The customer. */
  | 'CUSTOMER'
  /** The software. */
  | 'SYSTEM'
  /** The vendor does not tell. */
  | 'UNKNOWN';

/** One thing that a source can do through the gateway. */
export type Capability =
  /** List agents. */
  | 'AGENTS_LIST'
  /** Create, change and delete agents. */
  | 'AGENTS_WRITE'
  /** Tell whether agents are online. */
  | 'AGENT_AVAILABILITY'
  /** Switch agents between available and unavailable. */
  | 'AGENT_AVAILABILITY_WRITE'
  /** Tell the vendor's version and clock. */
  | 'APPLICATION'
  /** List knowledge base entries. */
  | 'ARTICLES_LIST'
  /** Search the knowledge base. */
  | 'ARTICLES_SEARCH'
  /** Create knowledge base categories and delete entries. */
  | 'ARTICLES_WRITE'
  /** List companies. */
  | 'COMPANIES_LIST'
  /** List conversations. */
  | 'CONVERSATIONS_LIST'
  /** Find one conversation by the code that people use. */
  | 'CONVERSATION_BY_REFERENCE'
  /** Create conversations. */
  | 'CONVERSATION_CREATE'
  /** Delete conversations. */
  | 'CONVERSATION_DELETE'
  /** Set and clear custom fields of conversations. */
  | 'CONVERSATION_FIELDS_WRITE'
  /** Send a message in a conversation. */
  | 'CONVERSATION_MESSAGE_SEND'
  /** Add an internal note to a conversation. */
  | 'CONVERSATION_NOTE_ADD'
  /** Change a conversation's status. */
  | 'CONVERSATION_STATUS_WRITE'
  /** Put tags on conversations and take them off. */
  | 'CONVERSATION_TAGS_WRITE'
  /** Hand a conversation to another agent or department. */
  | 'CONVERSATION_TRANSFER'
  /** List customers. */
  | 'CUSTOMERS_LIST'
  /** Register customers, change their custom fields and groups. */
  | 'CUSTOMERS_WRITE'
  /** Find customers by e-mail address. */
  | 'CUSTOMER_BY_EMAIL'
  /** List customer groups. */
  | 'CUSTOMER_GROUPS_LIST'
  /** Create, change and delete customer groups. */
  | 'CUSTOMER_GROUPS_WRITE'
  /** Tell custom fields of conversations or customers. */
  | 'CUSTOM_FIELDS'
  /** List departments. */
  | 'DEPARTMENTS_LIST'
  /** Tell about uploaded files. */
  | 'FILES_READ'
  /** Upload files. */
  | 'FILES_WRITE'
  /** List knowledge bases. */
  | 'KNOWLEDGE_BASES_LIST'
  /** Tell the messages of a conversation. */
  | 'MESSAGES'
  /** Statistics over a period. */
  | 'REPORTS'
  /** List the answers of satisfaction surveys. */
  | 'SATISFACTION_RATINGS_LIST'
  /** Send suggestions. */
  | 'SUGGESTIONS_WRITE'
  /** List suggestion categories. */
  | 'SUGGESTION_CATEGORIES_LIST'
  /** List tags. */
  | 'TAGS_LIST'
  /** Create, change and delete tags. */
  | 'TAGS_WRITE'
  /** List purchases. */
  | 'TRANSACTIONS_LIST'
  /** List web sites. */
  | 'WEBSITES_LIST'
  /** Link agents to web sites. */
  | 'WEBSITES_WRITE';

/** How a customer reached the help desk. */
export type Channel =
  /** Telephone call. */
  | 'CALL'
  /** Live chat on a web site. */
  | 'CHAT'
  /** Form on a web site. */
  | 'CONTACT_FORM'
  /** E-mail. */
  | 'EMAIL'
  /** Facebook post or message. */
  | 'FACEBOOK'
  /** Public forum. */
  | 'FORUM'
  /** Instagram comment or mention. */
  | 'INSTAGRAM'
  /** Chat that the help desk invited the visitor to. */
  | 'INVITATION'
  /** Entered by an agent. */
  | 'MANUAL'
  /** Any other way; `vendorChannel` has the vendor's code. */
  | 'OTHER'
  /** Suggestion in a feedback board. */
  | 'SUGGESTION'
  /** Twitter message. */
  | 'TWITTER'
  /** Viber message. */
  | 'VIBER'
  /** WhatsApp message. */
  | 'WHATSAPP';

/** One exchange with a customer: a ticket, a chat, a call or the like. */
export type Conversation = Node & {
  /** The agent in charge. */
  readonly assignee: Maybe<Agent>;
  /** Category in the vendor's words. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** How the customer reached the help desk. */
  readonly channel: Channel;
  /** When it began. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Values of fields that the account defines itself. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** The customer who asked. */
  readonly customer: Maybe<Customer>;
  /** The team it belongs to. */
  readonly department: Maybe<Department>;
  /** When an answer is due. */
  readonly dueAt: Maybe<Scalars['DateTime']['output']>;
  /** How long it took, in seconds (chats). */
  readonly durationSeconds: Maybe<Scalars['Int']['output']>;
  /** When the gateway got this record from the vendor. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What was said, oldest first. */
  readonly messages: Maybe<MessageConnection>;
  /** A note that the staff attached to the conversation. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The beginning of its text. */
  readonly preview: Maybe<Scalars['String']['output']>;
  /** Priority in the vendor's words. */
  readonly priority: Maybe<Scalars['String']['output']>;
  /** Code under which the customer can open it on the web. */
  readonly publicCode: Maybe<Scalars['String']['output']>;
  /** The vendor's own record without secrets; its shape differs by vendor and may change. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** What people call it, such as the code in a mail's subject. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** Where it lives. */
  readonly source: Source;
  /** Where it stands. */
  readonly status: ConversationStatus;
  /** Subject line. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Labels put on it. */
  readonly tags: Maybe<ReadonlyArray<Tag>>;
  /** The whole exchange as plain text, as a person would read it. */
  readonly transcript: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The vendor's own code of the channel. */
  readonly vendorChannel: Maybe<Scalars['String']['output']>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
  /** The vendor's own code of the status. */
  readonly vendorStatus: Maybe<Scalars['String']['output']>;
  /** Where the visitor of a chat came from. */
  readonly visit: Maybe<Visit>;
};


/** One exchange with a customer: a ticket, a chat, a call or the like. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of conversations out of all sources. */
export type ConversationConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A conversation's place in a list. */
export type ConversationEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/**
 * Which conversations to list. Without a creation date only the last 30 days are listed; paging keeps the first
 * page's window.
 */
export type ConversationFilter = {
  /** Whether an agent is in charge. */
  readonly assigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the agent in charge. */
  readonly assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these channels. */
  readonly channel?: InputMaybe<ReadonlyArray<Channel>>;
  /** Created at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Created before this moment. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** E-mail address of the customer, compared without regard to case and outer blanks. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Id of the department it belongs to. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Text in subject or preview, without regard to case. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** One of these states. */
  readonly status?: InputMaybe<ReadonlyArray<ConversationStatus>>;
  /** Name of a tag on it, without regard to case. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Last changed at this moment or later. */
  readonly updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last changed before this moment. */
  readonly updatedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** By which time conversations are sorted. Equal times are sorted by id, ascending. */
export type ConversationOrder = {
  /** Which way. */
  readonly direction?: SortDirection;
  /** The time to sort by. */
  readonly field: ConversationOrderField;
};

/** Times that conversations can be sorted by. */
export type ConversationOrderField =
  /** When it began. */
  | 'CREATED_AT'
  /** When it last changed; one that never changed counts by its beginning. */
  | 'UPDATED_AT';

/** Where a conversation stands. */
export type ConversationStatus =
  /** The help desk answered and waits for the customer. */
  | 'ANSWERED'
  /** A call is going on. */
  | 'CALLING'
  /** A chat is going on. */
  | 'CHATTING'
  /** Finished for good. */
  | 'CLOSED'
  /** Deleted, yet still listed by the vendor. */
  | 'DELETED'
  /** Being set up. */
  | 'INIT'
  /** Nobody has looked at it. */
  | 'NEW'
  /** Waiting for the help desk. */
  | 'OPEN'
  /** Waiting for something else, such as a supplier. */
  | 'PENDING'
  /** Put off until later. */
  | 'POSTPONED'
  /** Solved. */
  | 'RESOLVED'
  /** Unwanted mail. */
  | 'SPAM'
  /** A code that the gateway does not know; `vendorStatus` has it. */
  | 'UNKNOWN';

/** Value of a field that the account defines itself. */
export type CustomField = {
  /** The field's code or name. */
  readonly code: Scalars['String']['output'];
  /** Its value. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** A person who contacted the help desk, as one source knows them. */
export type Customer = Node & {
  /** The person's conversations in this source, newest first; the last 30 days when no dates are given. */
  readonly conversations: Maybe<ConversationConnection>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Values of fields that the account defines itself. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Id of this person in another system. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Gender. */
  readonly gender: Maybe<Gender>;
  /** Groups the person belongs to. */
  readonly groups: Maybe<ReadonlyArray<CustomerGroup>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Family name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Full name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The same person over all sources; null without an e-mail address. */
  readonly person: Maybe<Person>;
  /** Telephone numbers. */
  readonly phones: ReadonlyArray<Scalars['String']['output']>;
  /** Kind of account in the vendor's words, such as visitor or registered. */
  readonly role: Maybe<Scalars['String']['output']>;
  /** Where this record lives. */
  readonly source: Source;
  /** The vendor's own id; where a vendor identifies customers by e-mail, that address. */
  readonly vendorId: Scalars['String']['output'];
};


/** A person who contacted the help desk, as one source knows them. */
export type CustomerConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of customers out of all sources, newest first. */
export type CustomerConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A customer's place in a list. */
export type CustomerEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The customer. */
  readonly node: Customer;
};

/** Which customers to list. */
export type CustomerFilter = {
  /** Record made at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Record made before this moment. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** E-mail address, compared without regard to case and outer blanks. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Text in name or e-mail, without regard to case. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A named group of customers. */
export type CustomerGroup = Node & {
  /** Colour behind its text, as the vendor writes it. */
  readonly backgroundColor: Maybe<Scalars['String']['output']>;
  /** Colour of its text, as the vendor writes it. */
  readonly color: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the group. */
  readonly name: Scalars['String']['output'];
  /** Where it lives. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of customer groups out of all sources, by name. */
export type CustomerGroupConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<CustomerGroupEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<CustomerGroup>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A customer group's place in a list. */
export type CustomerGroupEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The group. */
  readonly node: CustomerGroup;
};

/** A team that conversations are routed to. */
export type Department = Node & {
  /** Who works in it. */
  readonly agents: Maybe<ReadonlyArray<Agent>>;
  /** What the team does. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the team. */
  readonly name: Scalars['String']['output'];
  /** Where it lives. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of departments out of all sources, by name. */
export type DepartmentConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<DepartmentEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Department>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A department's place in a list. */
export type DepartmentEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The department. */
  readonly node: Department;
};

/** Every code that an error of this API can carry in `extensions.code`. */
export type ErrorCode =
  /** The input is not acceptable; the message says what was expected. */
  | 'BAD_USER_INPUT'
  /** The source failed repeatedly and is not being called for a moment. */
  | 'CIRCUIT_OPEN'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** A fault of the gateway itself. */
  | 'INTERNAL_SERVER_ERROR'
  /** There is no such thing. */
  | 'NOT_FOUND'
  /** The request was sent but nobody can know whether it took effect. */
  | 'OUTCOME_UNKNOWN'
  /** The gateway has more work than it can take. */
  | 'OVERLOADED'
  /** The query would need more vendor calls or nesting than allowed. */
  | 'QUERY_TOO_COMPLEX'
  /** The gateway is stopping. */
  | 'SHUTTING_DOWN'
  /** The request's deadline passed. */
  | 'TIMEOUT'
  /** The caller is not known. */
  | 'UNAUTHENTICATED'
  /** This vendor cannot do that. */
  | 'UNSUPPORTED'
  /** This vendor cannot apply that filter. */
  | 'UNSUPPORTED_FILTER'
  /** The vendor refused the gateway's credentials. */
  | 'UPSTREAM_AUTH'
  /** The vendor's answer could not be understood. */
  | 'UPSTREAM_BAD_RESPONSE'
  /** Too many calls to this source are under way. */
  | 'UPSTREAM_BUSY'
  /** The vendor, or the calls-per-minute budget towards it, allows no call now. */
  | 'UPSTREAM_RATE_LIMITED'
  /** The vendor did not answer in time. */
  | 'UPSTREAM_TIMEOUT'
  /** The vendor could not be reached or failed. */
  | 'UPSTREAM_UNAVAILABLE';

/** Gender as a vendor tells it. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Neither, or not told. */
  | 'OTHER';

/** One thing said or done in a conversation. */
export type Message = Node & {
  /** Files sent along. */
  readonly attachments: ReadonlyArray<Attachment>;
  /** Who wrote it, where the vendor tells. */
  readonly author: Maybe<Author>;
  /** Name of who wrote it. */
  readonly authorName: Maybe<Scalars['String']['output']>;
  /** Which side wrote it. */
  readonly authorRole: AuthorRole;
  /** The text as the vendor gave it; it may hold HTML and must not be put into a page. */
  readonly body: Scalars['String']['output'];
  /** The conversation it is part of. */
  readonly conversation: Conversation;
  /** HTML cleaned of everything that could run or load; safe to put into a page. */
  readonly html: Scalars['String']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** True when the customer cannot see it. */
  readonly internal: Scalars['Boolean']['output'];
  /** What kind of entry it is. */
  readonly kind: MessageKind;
  /** When it was sent. */
  readonly sentAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it lives. */
  readonly source: Source;
  /** Plain text. */
  readonly text: Scalars['String']['output'];
  /** The vendor's own id; many vendors give messages none. */
  readonly vendorId: Maybe<Scalars['String']['output']>;
  /** The vendor's own code of the kind. */
  readonly vendorKind: Maybe<Scalars['String']['output']>;
};

/** One page of a conversation's messages. */
export type MessageConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Message>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A message's place in its conversation. */
export type MessageEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
};

/** Which messages to list. */
export type MessageFilter = {
  /** Sent at this moment or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<MessageKind>>;
  /** Sent before this moment. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What kind of entry a message is. */
export type MessageKind =
  /** A file. */
  | 'FILE'
  /** A field of the form that the customer filled in. */
  | 'FORM_FIELD'
  /** A message between the customer and the help desk. */
  | 'MESSAGE'
  /** The visitor opened a page. */
  | 'NAVIGATION'
  /** A note among the staff. */
  | 'NOTE'
  /** Anything else; `vendorKind` has the vendor's code. */
  | 'OTHER'
  /** The customer rated the service. */
  | 'RATING'
  /** Written by the software. */
  | 'SYSTEM'
  /** Tags were changed. */
  | 'TAG'
  /** The conversation was handed over. */
  | 'TRANSFER';

/** Anything that has an id of its own and can be fetched again by it. */
export type Node = {
  /** Opaque id, unique over all sources and stable over restarts; `node(id:)` takes it. */
  readonly id: Scalars['ID']['output'];
};

/** The kinds of things that `nodeByVendorId` can look up. */
export type NodeType =
  /** A member of the support staff. */
  | 'AGENT'
  /** An entry of a knowledge base. */
  | 'ARTICLE'
  /** A company that customers belong to. */
  | 'COMPANY'
  /** A ticket, chat, call or any other exchange with a customer. */
  | 'CONVERSATION'
  /** A person who contacted the help desk. */
  | 'CUSTOMER'
  /** A named group of customers. */
  | 'CUSTOMER_GROUP'
  /** A team that conversations are routed to. */
  | 'DEPARTMENT'
  /** An uploaded file. */
  | 'FILE'
  /** A collection of help articles. */
  | 'KNOWLEDGE_BASE'
  /** A customer's answer to a satisfaction survey. */
  | 'SATISFACTION_RATING'
  /** A category that customers file suggestions under. */
  | 'SUGGESTION_CATEGORY'
  /** A label put on conversations. */
  | 'TAG'
  /** A purchase made in a shop where the vendor's chat runs. */
  | 'TRANSACTION'
  /** A web site that the vendor's chat runs on. */
  | 'WEBSITE';

/** Where a page stands in its list (Relay connection specification). */
export type PageInfo = {
  /** Give it as `after` to get the next page; null when there is nothing to go on from. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Always false on a first page; true once `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * One human across all sources: the customers that carry one e-mail address (compared trimmed and without regard to
 * case). Nothing is merged or written in any vendor.
 */
export type Person = {
  /** The person's conversations out of all sources in one list, newest first; the last 30 days when no dates are given. */
  readonly conversations: Maybe<ConversationConnection>;
  /** The person's records, one or more for each source that knows the address. */
  readonly customers: ReadonlyArray<Customer>;
  /** The address that was asked for, trimmed and in lower case. */
  readonly email: Scalars['String']['output'];
  /** The first name that a source knows for the address. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What each source said to the address, also which ones cannot look it up. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};


/**
 * One human across all sources: the customers that carry one e-mail address (compared trimmed and without regard to
 * case). Nothing is merged or written in any vendor.
 */
export type PersonConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Everything that can be read. */
export type Query = {
  /** One agent by global id. */
  readonly agent: Maybe<Agent>;
  /** Agents of all sources, by name. */
  readonly agents: AgentConnection;
  /** One conversation by its global id. */
  readonly conversation: Maybe<Conversation>;
  /** One conversation by its id, code or public code, as a person would paste it. */
  readonly conversationByReference: Maybe<Conversation>;
  /** Conversations of all sources in one order, by default the newest of the last 30 days first. */
  readonly conversations: ConversationConnection;
  /** One customer by global id. */
  readonly customer: Maybe<Customer>;
  /** Customer groups of all sources, by name. */
  readonly customerGroups: CustomerGroupConnection;
  /** Customers of all sources, newest first. */
  readonly customers: CustomerConnection;
  /** Departments of all sources, by name. */
  readonly departments: DepartmentConnection;
  /** Anything by its global id; null when it is gone. */
  readonly node: Maybe<Node>;
  /** A thing by the id that another system or a webhook knows it by; UNSUPPORTED where the vendor cannot look it up. */
  readonly nodeByVendorId: Maybe<Node>;
  /** Many things by their global ids, at most 100, in the order asked; null for what is gone. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** One human over all sources, by e-mail address. */
  readonly person: Person;
  /** One source by its name in the configuration. */
  readonly source: Maybe<Source>;
  /** All configured sources. */
  readonly sources: ReadonlyArray<Source>;
  /** One tag by global id. */
  readonly tag: Maybe<Tag>;
  /** Tags of all sources, by name. */
  readonly tags: TagConnection;
  /** Web sites of all sources, by name. */
  readonly websites: WebsiteConnection;
};


/** Everything that can be read. */
export type QueryAgentArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryConversationByReferenceArgs = {
  reference: Scalars['String']['input'];
  source: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ConversationOrder>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryCustomerGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryDepartmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryNodeByVendorIdArgs = {
  source: Scalars['String']['input'];
  type: NodeType;
  vendorId: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be read. */
export type QueryPersonArgs = {
  email: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QuerySourceArgs = {
  name: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QueryTagArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TagFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryWebsitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How many calls a minute the gateway may still make to a vendor. */
export type RateBudget = {
  /** Calls allowed a minute. */
  readonly limit: Scalars['Int']['output'];
  /** Calls left in the current minute. */
  readonly remaining: Scalars['Int']['output'];
  /** When the budget is full again. */
  readonly resetAt: Scalars['DateTime']['output'];
};

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** One configured help desk account. */
export type Source = Node & {
  /** The vendor's own software version and clock, where it tells; asks the vendor. */
  readonly application: Maybe<Application>;
  /** What can be read and written through the gateway at this source. */
  readonly capabilities: ReadonlyArray<Capability>;
  /** Global id of the source. */
  readonly id: Scalars['ID']['output'];
  /** The name given in the configuration. */
  readonly name: Scalars['String']['output'];
  /** The calls-per-minute budget towards the vendor; null when none is configured. */
  readonly rateBudget: Maybe<RateBudget>;
  /** Health as seen from recent calls; asking for it calls nobody. */
  readonly status: SourceStatus;
  /** The product behind it. */
  readonly vendor: Vendor;
};

/** Why a source could not contribute fully. */
export type SourceError = {
  /** What kind of failure it was. */
  readonly code: ErrorCode;
  /** What happened, in words. */
  readonly message: Scalars['String']['output'];
  /** Whether asking again may help. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Limits a list to some of the configured sources. */
export type SourceFilter = {
  /** Names of sources as in the configuration; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What one source contributed to a list. */
export type SourceOutcome = {
  /** Why rows are missing or old; null when all went well. */
  readonly error: Maybe<SourceError>;
  /** When the oldest answer used was fetched from the vendor. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Start of the span in which this source's rows are missing. */
  readonly missingFrom: Maybe<Scalars['DateTime']['output']>;
  /** End of the span in which this source's rows are missing. */
  readonly missingTo: Maybe<Scalars['DateTime']['output']>;
  /** The source that was asked. */
  readonly source: Source;
  /** How the asking ended. */
  readonly state: SourceState;
};

/** How asking one source for its part of a list ended. */
export type SourceState =
  /** It failed and contributed nothing. */
  | 'FAILED'
  /** It had not answered in time and was left out of this page. */
  | 'LATE'
  /** Everything it has is in the list. */
  | 'OK'
  /** Some of its rows are missing; `missingFrom` and `missingTo` tell which. */
  | 'PARTIAL'
  /** It was not asked because it cannot do what the query needs. */
  | 'SKIPPED'
  /** It failed and an earlier answer was used. */
  | 'STALE';

/** Health of a source. */
export type SourceStatus =
  /** Some recent calls failed. */
  | 'DEGRADED'
  /** Calls fail and are held back until the vendor recovers. */
  | 'DOWN'
  /** Calls succeed, or none was made yet. */
  | 'UP';

/** A label put on conversations. */
export type Tag = Node & {
  /** No longer offered to agents. */
  readonly archived: Scalars['Boolean']['output'];
  /** Colour behind its text, as the vendor writes it. */
  readonly backgroundColor: Maybe<Scalars['String']['output']>;
  /** Colour of its text, as the vendor writes it. */
  readonly color: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Text of the label. */
  readonly name: Scalars['String']['output'];
  /** Where it lives. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of tags out of all sources, by name. */
export type TagConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<TagEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Tag>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A tag's place in a list. */
export type TagEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The tag. */
  readonly node: Tag;
};

/** Which tags to list. */
export type TagFilter = {
  /** Text of the label, without regard to case. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The help desk products that Deskgraph speaks to. */
export type Vendor =
  /** iAdvize, web chat for shops (REST API 1.7). */
  | 'IADVIZE'
  /** LiveAgent by Quality Unit, tickets, chats and calls (REST API v1). */
  | 'LIVEAGENT'
  /** LiveChat, tickets (REST API v2). */
  | 'LIVECHAT'
  /** ZaZaChat, chats and tickets (SOAP). */
  | 'ZAZACHAT';

/** Where a chat's visitor came from. */
export type Visit = {
  /** Country as the vendor names it. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Host name or IP address. */
  readonly host: Maybe<Scalars['String']['output']>;
  /** Address of the page that led to the site. */
  readonly referrer: Maybe<Scalars['String']['output']>;
  /** What the browser calls itself. */
  readonly userAgent: Maybe<Scalars['String']['output']>;
};

/** A web site that a vendor's chat runs on. */
export type Website = Node & {
  /** Who chats on it. */
  readonly agents: Maybe<ReadonlyArray<Agent>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the site. */
  readonly name: Scalars['String']['output'];
  /** Where it lives. */
  readonly source: Source;
  /** Address of the site. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of web sites out of all sources, by name. */
export type WebsiteConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<WebsiteEdge>;
  /** Rows alone. */
  readonly nodes: ReadonlyArray<Website>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A web site's place in a list. */
export type WebsiteEdge = {
  /** Give it as `after` to go on behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The web site. */
  readonly node: Website;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Agent: ResolverTypeWrapper<AgentNode>;
  AgentAvailability: ResolverTypeWrapper<AgentAvailability>;
  AgentConnection: ResolverTypeWrapper<AgentConnectionModel>;
  AgentEdge: ResolverTypeWrapper<Omit<AgentEdge, 'node'> & { node: ResolversTypes['Agent'] }>;
  AgentFilter: AgentFilter;
  AgentRole: AgentRole;
  Application: ResolverTypeWrapper<Application>;
  Attachment: ResolverTypeWrapper<Attachment>;
  Author: ResolverTypeWrapper<AuthorNode>;
  AuthorRole: AuthorRole;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  Channel: Channel;
  Conversation: ResolverTypeWrapper<ConversationNode>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionModel>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFilter: ConversationFilter;
  ConversationOrder: ConversationOrder;
  ConversationOrderField: ConversationOrderField;
  ConversationStatus: ConversationStatus;
  CustomField: ResolverTypeWrapper<CustomField>;
  Customer: ResolverTypeWrapper<CustomerNode>;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionModel>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFilter: CustomerFilter;
  CustomerGroup: ResolverTypeWrapper<CustomerGroupNode>;
  CustomerGroupConnection: ResolverTypeWrapper<CustomerGroupConnectionModel>;
  CustomerGroupEdge: ResolverTypeWrapper<Omit<CustomerGroupEdge, 'node'> & { node: ResolversTypes['CustomerGroup'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Department: ResolverTypeWrapper<DepartmentNode>;
  DepartmentConnection: ResolverTypeWrapper<DepartmentConnectionModel>;
  DepartmentEdge: ResolverTypeWrapper<Omit<DepartmentEdge, 'node'> & { node: ResolversTypes['Department'] }>;
  ErrorCode: ErrorCode;
  Gender: Gender;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Message: ResolverTypeWrapper<SourceMessage>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionModel>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageFilter: MessageFilter;
  MessageKind: MessageKind;
  Node: ResolverTypeWrapper<AnyNode>;
  NodeType: NodeType;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Person: ResolverTypeWrapper<PersonModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateBudget: ResolverTypeWrapper<RateBudget>;
  SortDirection: SortDirection;
  Source: ResolverTypeWrapper<SourceNode>;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceFilter: SourceFilter;
  SourceOutcome: ResolverTypeWrapper<SourceOutcomeModel>;
  SourceState: SourceState;
  SourceStatus: SourceStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Tag: ResolverTypeWrapper<TagNode>;
  TagConnection: ResolverTypeWrapper<TagConnectionModel>;
  TagEdge: ResolverTypeWrapper<Omit<TagEdge, 'node'> & { node: ResolversTypes['Tag'] }>;
  TagFilter: TagFilter;
  Vendor: Vendor;
  Visit: ResolverTypeWrapper<Visit>;
  Website: ResolverTypeWrapper<WebsiteNode>;
  WebsiteConnection: ResolverTypeWrapper<WebsiteConnectionModel>;
  WebsiteEdge: ResolverTypeWrapper<Omit<WebsiteEdge, 'node'> & { node: ResolversTypes['Website'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agent: AgentNode;
  AgentAvailability: AgentAvailability;
  AgentConnection: AgentConnectionModel;
  AgentEdge: Omit<AgentEdge, 'node'> & { node: ResolversParentTypes['Agent'] };
  AgentFilter: AgentFilter;
  Application: Application;
  Attachment: Attachment;
  Author: AuthorNode;
  Boolean: Scalars['Boolean']['output'];
  Conversation: ConversationNode;
  ConversationConnection: ConversationConnectionModel;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationFilter: ConversationFilter;
  ConversationOrder: ConversationOrder;
  CustomField: CustomField;
  Customer: CustomerNode;
  CustomerConnection: CustomerConnectionModel;
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFilter: CustomerFilter;
  CustomerGroup: CustomerGroupNode;
  CustomerGroupConnection: CustomerGroupConnectionModel;
  CustomerGroupEdge: Omit<CustomerGroupEdge, 'node'> & { node: ResolversParentTypes['CustomerGroup'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Department: DepartmentNode;
  DepartmentConnection: DepartmentConnectionModel;
  DepartmentEdge: Omit<DepartmentEdge, 'node'> & { node: ResolversParentTypes['Department'] };
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  Message: SourceMessage;
  MessageConnection: MessageConnectionModel;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageFilter: MessageFilter;
  Node: AnyNode;
  PageInfo: PageInfo;
  Person: PersonModel;
  Query: Record<PropertyKey, never>;
  RateBudget: RateBudget;
  Source: SourceNode;
  SourceError: SourceError;
  SourceFilter: SourceFilter;
  SourceOutcome: SourceOutcomeModel;
  String: Scalars['String']['output'];
  Tag: TagNode;
  TagConnection: TagConnectionModel;
  TagEdge: Omit<TagEdge, 'node'> & { node: ResolversParentTypes['Tag'] };
  TagFilter: TagFilter;
  Visit: Visit;
  Website: WebsiteNode;
  WebsiteConnection: WebsiteConnectionModel;
  WebsiteEdge: Omit<WebsiteEdge, 'node'> & { node: ResolversParentTypes['Website'] };
};

export type AgentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  availability?: Resolver<Maybe<ResolversTypes['AgentAvailability']>, ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Department']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nickname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['AgentRole']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  websites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Website']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgentAvailabilityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAvailability'] = ResolversParentTypes['AgentAvailability']> = {
  activeChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  calls?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maxChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tickets?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  vendorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type AgentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentEdge'] = ResolversParentTypes['AgentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  frameworkVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  installedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  serverTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuthorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Author'] = ResolversParentTypes['Author']> = {
  __resolveType: TypeResolveFn<'Agent' | 'Customer', ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  assignee?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, RequireFields<ConversationMessagesArgs, 'first'>>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publicCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tag']>>, ParentType, ContextType>;
  transcript?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  vendorChannel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type CustomFieldResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomField'] = ResolversParentTypes['CustomField']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<CustomerConversationsArgs, 'first'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomerGroup']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phones?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerGroupResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroup'] = ResolversParentTypes['CustomerGroup']> = {
  backgroundColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerGroupConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupConnection'] = ResolversParentTypes['CustomerGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CustomerGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type CustomerGroupEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupEdge'] = ResolversParentTypes['CustomerGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerGroup'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DepartmentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  agents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Agent']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentConnection'] = ResolversParentTypes['DepartmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DepartmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type DepartmentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentEdge'] = ResolversParentTypes['DepartmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MessageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  attachments?: Resolver<ReadonlyArray<ResolversTypes['Attachment']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType>;
  authorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authorRole?: Resolver<ResolversTypes['AuthorRole'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  internal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Agent' | 'Conversation' | 'Customer' | 'CustomerGroup' | 'Department' | 'Message' | 'Source' | 'Tag' | 'Website', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<PersonConversationsArgs, 'first'>>;
  customers?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryAgentArgs, 'id'>>;
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<QueryAgentsArgs, 'first' | 'strict'>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversationByReference?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationByReferenceArgs, 'reference' | 'source'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first' | 'strict'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customerGroups?: Resolver<ResolversTypes['CustomerGroupConnection'], ParentType, ContextType, RequireFields<QueryCustomerGroupsArgs, 'first' | 'strict'>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first' | 'strict'>>;
  departments?: Resolver<ResolversTypes['DepartmentConnection'], ParentType, ContextType, RequireFields<QueryDepartmentsArgs, 'first' | 'strict'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodeByVendorId?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeByVendorIdArgs, 'source' | 'type' | 'vendorId'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType, RequireFields<QueryPersonArgs, 'email'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'name'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, RequireFields<QueryTagArgs, 'id'>>;
  tags?: Resolver<ResolversTypes['TagConnection'], ParentType, ContextType, RequireFields<QueryTagsArgs, 'first' | 'strict'>>;
  websites?: Resolver<ResolversTypes['WebsiteConnection'], ParentType, ContextType, RequireFields<QueryWebsitesArgs, 'first' | 'strict'>>;
};

export type RateBudgetResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RateBudget'] = ResolversParentTypes['RateBudget']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rateBudget?: Resolver<Maybe<ResolversTypes['RateBudget']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceErrorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SourceError'] = ResolversParentTypes['SourceError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceOutcomeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SourceOutcome'] = ResolversParentTypes['SourceOutcome']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  missingFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  missingTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
};

export type TagResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  archived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  backgroundColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TagConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagConnection'] = ResolversParentTypes['TagConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
};

export type VisitResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit']> = {
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referrer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebsiteResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Website'] = ResolversParentTypes['Website']> = {
  agents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Agent']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebsiteConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['WebsiteConnection'] = ResolversParentTypes['WebsiteConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebsiteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Website']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type WebsiteEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['WebsiteEdge'] = ResolversParentTypes['WebsiteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Website'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  Agent?: AgentResolvers<ContextType>;
  AgentAvailability?: AgentAvailabilityResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentEdge?: AgentEdgeResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  CustomField?: CustomFieldResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerGroup?: CustomerGroupResolvers<ContextType>;
  CustomerGroupConnection?: CustomerGroupConnectionResolvers<ContextType>;
  CustomerGroupEdge?: CustomerGroupEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  DepartmentConnection?: DepartmentConnectionResolvers<ContextType>;
  DepartmentEdge?: DepartmentEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateBudget?: RateBudgetResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SourceOutcome?: SourceOutcomeResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  Website?: WebsiteResolvers<ContextType>;
  WebsiteConnection?: WebsiteConnectionResolvers<ContextType>;
  WebsiteEdge?: WebsiteEdgeResolvers<ContextType>;
};

