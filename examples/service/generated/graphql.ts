/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type UnansweredQueryVariables = Exact<{
  source: string;
  after?: string | null | undefined;
}>;


export type UnansweredQuery = { readonly conversations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly reference: string | null, readonly subject: string | null, readonly createdAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly error: { readonly code: ErrorCode } | null }> } };

export type SourceNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceNamesQuery = { readonly sources: ReadonlyArray<{ readonly name: string, readonly capabilities: ReadonlyArray<Capability> }> };

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

export const UnansweredDocument = {"__meta__":{"hash":"sha256:e66e69594a32efb8ca5c4785734260b2c3f3496605209c72c35fbfaa0d3005b9"}} as unknown as TypedDocumentString<UnansweredQuery, UnansweredQueryVariables>;
export const SourceNamesDocument = {"__meta__":{"hash":"sha256:008a57ce6ce2fa0e4441df397af9c06ba35f9e3b6a0c79242ad308314ed42e02"}} as unknown as TypedDocumentString<SourceNamesQuery, SourceNamesQueryVariables>;