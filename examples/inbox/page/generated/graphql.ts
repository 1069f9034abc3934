/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** Tell what goes on in telephone calls at this moment. */
  | 'CALLS_OVERVIEW'
  /** Tell what goes on in chats at this moment. */
  | 'CHATS_OVERVIEW'
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
  /** Tell whether departments are online. */
  | 'DEPARTMENT_AVAILABILITY'
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
  | 'WEBSITES_WRITE'
  /** Tell which agents chat on which web site. */
  | 'WEBSITE_AGENTS'
  /** List buttons and forms for web pages. */
  | 'WIDGETS_LIST';

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

/**
 * Which conversations to list. Without `createdAfter` the list goes back 30 days from `createdBefore`, or from now where
 * that is earlier. In the order `UPDATED_AT` it does not where `updatedAfter` is given, which bounds the list instead.
 * Later pages keep the window of the first one.
 */
export type ConversationFilter = {
  /** Whether an agent is in charge. */
  readonly assigned?: boolean | null | undefined;
  /** Id of the agent in charge. */
  readonly assigneeId?: string | null | undefined;
  /** One of these channels. */
  readonly channel?: ReadonlyArray<Channel> | null | undefined;
  /** Created at this moment or later. */
  readonly createdAfter?: string | null | undefined;
  /** Created before this moment. */
  readonly createdBefore?: string | null | undefined;
  /** E-mail address of the customer, compared without regard to case and to blanks around it. */
  readonly customerEmail?: string | null | undefined;
  /** Id of the department it belongs to. */
  readonly departmentId?: string | null | undefined;
  /** Text in subject or preview, without regard to case. */
  readonly search?: string | null | undefined;
  /** Names of sources; all when left out. */
  readonly sources?: ReadonlyArray<string> | null | undefined;
  /** One of these states. */
  readonly status?: ReadonlyArray<ConversationStatus> | null | undefined;
  /** Name of a tag on it, without regard to case. */
  readonly tag?: string | null | undefined;
  /** Last changed at this moment or later. */
  readonly updatedAfter?: string | null | undefined;
  /** Last changed before this moment. */
  readonly updatedBefore?: string | null | undefined;
};

/** Input of `conversationMessageSend`. */
export type ConversationMessageSendInput = {
  /** Who writes it; some vendors insist on one. */
  readonly agentId?: string | null | undefined;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: boolean | null | undefined;
  /** Files to attach, uploaded before. */
  readonly fileIds?: ReadonlyArray<string> | null | undefined;
  /** Message-ID of the mail that this message stands for, so that answers to it are recognised. */
  readonly mailMessageId?: string | null | undefined;
  /** The message. */
  readonly message: string;
  /** Whether the message is HTML rather than plain text. */
  readonly messageIsHtml?: boolean | null | undefined;
  /** Whether the help desk sends mail to the customer about it. */
  readonly notifyCustomer?: boolean | null | undefined;
};

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
  /** Deleted, but still listed by the vendor. */
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

/** Input of `conversationTagAdd`. */
export type ConversationTagAddInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: boolean | null | undefined;
  /** The tag; give this or `tagName`. */
  readonly tagId?: string | null | undefined;
  /** Text of the tag; give this or `tagId`. */
  readonly tagName?: string | null | undefined;
};

/** Input of `conversationTagRemove`. */
export type ConversationTagRemoveInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: boolean | null | undefined;
  /** The tag; give this or `tagName`. */
  readonly tagId?: string | null | undefined;
  /** Text of the tag; give this or `tagId`. */
  readonly tagName?: string | null | undefined;
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
  /** The document's hash is not known here; send it with the document. */
  | 'PERSISTED_QUERY_NOT_FOUND'
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

/** How asking one source for its part of a list ended. */
export type SourceState =
  /** It failed and contributed nothing. */
  | 'FAILED'
  /** It had not answered in time and was left out of this page. */
  | 'LATE'
  /** Everything it has is in the list. */
  | 'OK'
  /** Some of its rows are missing, or figures of a report are about other days; `missingFrom` and `missingTo` tell what is left out. */
  | 'PARTIAL'
  /** It was not asked because it cannot do what the query needs. */
  | 'SKIPPED'
  /** It failed and an earlier answer was used. */
  | 'STALE';

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

export type ReplyMutationVariables = Exact<{
  input: ConversationMessageSendInput;
}>;


export type ReplyMutation = { readonly conversationMessageSend: { readonly userErrors: ReadonlyArray<{ readonly message: string }> } | null };

export type AddTagMutationVariables = Exact<{
  input: ConversationTagAddInput;
}>;


export type AddTagMutation = { readonly conversationTagAdd: { readonly conversation: { readonly id: string, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } | null };

export type RemoveTagMutationVariables = Exact<{
  input: ConversationTagRemoveInput;
}>;


export type RemoveTagMutation = { readonly conversationTagRemove: { readonly conversation: { readonly id: string, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } | null };

export type ConversationQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ConversationQuery = { readonly conversation: { readonly id: string, readonly reference: string | null, readonly subject: string | null, readonly status: ConversationStatus, readonly channel: Channel, readonly createdAt: string, readonly messages: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly internal: boolean, readonly authorRole: AuthorRole, readonly authorName: string | null, readonly sentAt: string | null, readonly html: string, readonly attachments: ReadonlyArray<{ readonly name: string | null, readonly url: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly source: { readonly name: string }, readonly department: { readonly name: string } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly customer: { readonly name: string | null, readonly email: string | null } | null, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string }> | null } | null };

export type ConversationHeadFragment = { readonly id: string, readonly reference: string | null, readonly subject: string | null, readonly status: ConversationStatus, readonly channel: Channel, readonly createdAt: string, readonly source: { readonly name: string }, readonly department: { readonly name: string } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly customer: { readonly name: string | null, readonly email: string | null } | null, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string }> | null };

export type MessageLineFragment = { readonly id: string, readonly internal: boolean, readonly authorRole: AuthorRole, readonly authorName: string | null, readonly sentAt: string | null, readonly html: string, readonly attachments: ReadonlyArray<{ readonly name: string | null, readonly url: string | null }> };

export type HelpDesksQueryVariables = Exact<{ [key: string]: never; }>;


export type HelpDesksQuery = { readonly sources: ReadonlyArray<{ readonly name: string, readonly vendor: Vendor, readonly capabilities: ReadonlyArray<Capability> }> };

export type DeskChoicesQueryVariables = Exact<{
  source: string;
  withTags: boolean;
  withAgents: boolean;
}>;


export type DeskChoicesQuery = { readonly tags?: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly archived: boolean }> }, readonly agents?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type InboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ConversationFilter | null | undefined;
}>;


export type InboxQuery = { readonly conversations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly subject: string | null, readonly preview: string | null, readonly status: ConversationStatus, readonly channel: Channel, readonly createdAt: string, readonly source: { readonly name: string }, readonly customer: { readonly name: string | null, readonly email: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly fetchedAt: string | null, readonly source: { readonly name: string }, readonly error: { readonly code: ErrorCode, readonly retryable: boolean } | null }> } };

export type InboxRowFragment = { readonly id: string, readonly subject: string | null, readonly preview: string | null, readonly status: ConversationStatus, readonly channel: Channel, readonly createdAt: string, readonly source: { readonly name: string }, readonly customer: { readonly name: string | null, readonly email: string | null } | null };

export type ContributionFragment = { readonly state: SourceState, readonly fetchedAt: string | null, readonly source: { readonly name: string }, readonly error: { readonly code: ErrorCode, readonly retryable: boolean } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ConversationHeadFragmentDoc = new TypedDocumentString(`
    fragment ConversationHead on Conversation {
  id
  reference
  subject
  status
  channel
  createdAt
  source {
    name
  }
  department {
    name
  }
  assignee {
    id
    name
  }
  customer {
    name
    email
  }
  tags {
    id
    name
  }
}
    `, {"fragmentName":"ConversationHead"}) as unknown as TypedDocumentString<ConversationHeadFragment, unknown>;
export const MessageLineFragmentDoc = new TypedDocumentString(`
    fragment MessageLine on Message {
  id
  internal
  authorRole
  authorName
  sentAt
  html
  attachments {
    name
    url
  }
}
    `, {"fragmentName":"MessageLine"}) as unknown as TypedDocumentString<MessageLineFragment, unknown>;
export const InboxRowFragmentDoc = new TypedDocumentString(`
    fragment InboxRow on Conversation {
  id
  subject
  preview
  status
  channel
  createdAt
  source {
    name
  }
  customer {
    name
    email
  }
}
    `, {"fragmentName":"InboxRow"}) as unknown as TypedDocumentString<InboxRowFragment, unknown>;
export const ContributionFragmentDoc = new TypedDocumentString(`
    fragment Contribution on SourceOutcome {
  source {
    name
  }
  state
  error {
    code
    retryable
  }
  fetchedAt
}
    `, {"fragmentName":"Contribution"}) as unknown as TypedDocumentString<ContributionFragment, unknown>;
export const ReplyDocument = new TypedDocumentString(`
    mutation Reply($input: ConversationMessageSendInput!) {
  conversationMessageSend(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplyMutation, ReplyMutationVariables>;
export const AddTagDocument = new TypedDocumentString(`
    mutation AddTag($input: ConversationTagAddInput!) {
  conversationTagAdd(input: $input) {
    conversation {
      id
      tags {
        id
        name
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddTagMutation, AddTagMutationVariables>;
export const RemoveTagDocument = new TypedDocumentString(`
    mutation RemoveTag($input: ConversationTagRemoveInput!) {
  conversationTagRemove(input: $input) {
    conversation {
      id
      tags {
        id
        name
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveTagMutation, RemoveTagMutationVariables>;
export const ConversationDocument = new TypedDocumentString(`
    query Conversation($id: ID!, $first: Int!, $after: String) {
  conversation(id: $id) {
    ...ConversationHead
    messages(first: $first, after: $after) {
      nodes {
        ...MessageLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ConversationHead on Conversation {
  id
  reference
  subject
  status
  channel
  createdAt
  source {
    name
  }
  department {
    name
  }
  assignee {
    id
    name
  }
  customer {
    name
    email
  }
  tags {
    id
    name
  }
}
fragment MessageLine on Message {
  id
  internal
  authorRole
  authorName
  sentAt
  html
  attachments {
    name
    url
  }
}`) as unknown as TypedDocumentString<ConversationQuery, ConversationQueryVariables>;
export const HelpDesksDocument = new TypedDocumentString(`
    query HelpDesks {
  sources {
    name
    vendor
    capabilities
  }
}
    `) as unknown as TypedDocumentString<HelpDesksQuery, HelpDesksQueryVariables>;
export const DeskChoicesDocument = new TypedDocumentString(`
    query DeskChoices($source: String!, $withTags: Boolean!, $withAgents: Boolean!) {
  tags(first: 100, filter: {sources: [$source]}) @include(if: $withTags) {
    nodes {
      name
      archived
    }
  }
  agents(first: 100, filter: {sources: [$source]}) @include(if: $withAgents) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<DeskChoicesQuery, DeskChoicesQueryVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($first: Int!, $after: String, $filter: ConversationFilter) {
  conversations(first: $first, after: $after, filter: $filter) {
    nodes {
      ...InboxRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    sources {
      ...Contribution
    }
  }
}
    fragment InboxRow on Conversation {
  id
  subject
  preview
  status
  channel
  createdAt
  source {
    name
  }
  customer {
    name
    email
  }
}
fragment Contribution on SourceOutcome {
  source {
    name
  }
  state
  error {
    code
    retryable
  }
  fetchedAt
}`) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;