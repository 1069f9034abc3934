import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityModel, AgentNode, AgentAvailabilityNode, AgentConnectionModel, ArticleNode, ArticleConnectionModel, AuthorNode, CompanyNode, CompanyConnectionModel, ConversationNode, ConversationConnectionModel, CustomerNode, CustomerConnectionModel, CustomerGroupNode, CustomerGroupConnectionModel, DepartmentNode, DepartmentConnectionModel, FileNode, KnowledgeBaseNode, KnowledgeBaseConnectionModel, SourceMessage, MessageConnectionModel, AnyNode, PersonModel, SatisfactionRatingNode, SatisfactionRatingConnectionModel, SourceNode, SourceOutcomeModel, SuggestionCategoryNode, SuggestionCategoryConnectionModel, TagNode, TagConnectionModel, TransactionNode, TransactionConnectionModel, WebsiteNode, WebsiteConnectionModel, WidgetModel } from '../resolvers/models.ts';
import type { AgentReportNode, AgentReportConnectionModel, DepartmentReportNode, DepartmentReportConnectionModel, ChannelReportNode, ChannelReportConnectionModel, TagReportNode, TagReportConnectionModel, PerformanceReportNode, PerformanceReportConnectionModel, AgentAvailabilityReportNode, AgentAvailabilityReportConnectionModel, AvailabilityReportNode, AvailabilityReportConnectionModel, LoadReportNode, LoadReportConnectionModel, SlaComplianceReportNode, SlaComplianceReportConnectionModel, SlaLogReportNode, SlaLogReportConnectionModel, RankingReportNode, RankingReportConnectionModel, SpreadModel, MetricsModel, ReportModel } from '../resolvers/report-models.ts';
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
   * As input any RFC 3339 date and time with an offset is accepted; a leap second counts as the second after it.
   */
  DateTime: { input: number; output: number; }
  /** A decimal number written as a string so that no digit is lost, for example `"19.90"`. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /**
   * What a router sends to say which entity it means: `__typename` and the fields of the entity's key (`id`, for `Person`
   * its `email`).
   */
  _Any: { input: unknown; output: unknown; }
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
  /** The source it comes from. */
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
  /** The status as the vendor writes it. */
  readonly vendorStatus: Maybe<Scalars['String']['output']>;
};

/** A span in which an agent was online for a department. */
export type AgentAvailabilityReport = {
  /** The agent. */
  readonly agent: Maybe<Agent>;
  /** The department. */
  readonly department: Maybe<Department>;
  /** When it began. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** How long it lasted, in seconds. */
  readonly onlineSeconds: Maybe<Scalars['Int']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** When it ended; null when the agent is still online. */
  readonly to: Maybe<Scalars['DateTime']['output']>;
};

/** One page of agents' times online, source by source, in each vendor's order. */
export type AgentAvailabilityReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AgentAvailabilityReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<AgentAvailabilityReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in agents' times online. */
export type AgentAvailabilityReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AgentAvailabilityReport;
};

/** Input of `agentAvailabilitySet`. */
export type AgentAvailabilitySetInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Whether the agent takes chats. */
  readonly available: Scalars['Boolean']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `agentAvailabilitySet`. */
export type AgentAvailabilitySetPayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One page of agents out of all sources, by name. */
export type AgentConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AgentEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Agent>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** Input of `agentCreate`. */
export type AgentCreateInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** E-mail address, with which the agent logs in. */
  readonly email: Scalars['String']['input'];
  /** Id of the agent in another system. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** How many chats the agent takes at once. */
  readonly maxChats?: InputMaybe<Scalars['Int']['input']>;
  /** Full name. */
  readonly name: Scalars['String']['input'];
  /** Name that customers see; the full name when left out. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
  /** First password; it is handed to the vendor and kept nowhere. */
  readonly password: Scalars['String']['input'];
  /** What the agent may do; the vendor's lowest role when left out. */
  readonly role?: InputMaybe<AgentRole>;
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
};

/** Outcome of `agentCreate`. */
export type AgentCreatePayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `agentDelete`. */
export type AgentDeleteInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `agentDelete`. */
export type AgentDeletePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** Global id of what was deleted; null when nothing was. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `agentDisconnect`. */
export type AgentDisconnectInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `agentDisconnect`. */
export type AgentDisconnectPayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An agent's place in a list. */
export type AgentEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
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

/** What an agent did in the period. */
export type AgentReport = {
  /** The agent. */
  readonly agent: Maybe<Agent>;
  /** What was measured. */
  readonly metrics: Metrics;
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of reports about agents, source by source, in each vendor's order. */
export type AgentReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AgentReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<AgentReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in reports about agents. */
export type AgentReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AgentReport;
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

/** Input of `agentUpdate`. */
export type AgentUpdateInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** New e-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** New id in another system. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** How many chats the agent takes at once, from now on. */
  readonly maxChats?: InputMaybe<Scalars['Int']['input']>;
  /** New full name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** New name that customers see. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
  /** New password; it is handed to the vendor and kept nowhere. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `agentUpdate`. */
export type AgentUpdatePayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `agentWebsiteLink`. */
export type AgentWebsiteLinkInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The web site. */
  readonly websiteId: Scalars['ID']['input'];
};

/** Outcome of `agentWebsiteLink`. */
export type AgentWebsiteLinkPayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `agentWebsiteUnlink`. */
export type AgentWebsiteUnlinkInput = {
  /** The agent. */
  readonly agentId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The web site. */
  readonly websiteId: Scalars['ID']['input'];
};

/** Outcome of `agentWebsiteUnlink`. */
export type AgentWebsiteUnlinkPayload = {
  /** The agent as it is now; null when nothing was changed, or the vendor does not tell which one it is. */
  readonly agent: Maybe<Agent>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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

/** An entry of a knowledge base: an article, or a category, forum or suggestion, all of which are in one tree. */
export type Article = Node & {
  /** Who may read it. */
  readonly access: Maybe<ArticleAccess>;
  /** The text as the vendor gave it, mostly HTML; not safe to put into a page (`html` is). A search gives it simplified. */
  readonly content: Maybe<Scalars['String']['output']>;
  /** The conversation in which it is discussed. */
  readonly conversation: Maybe<Conversation>;
  /** When it was written. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Deleted, but still listed by the vendor. */
  readonly deleted: Maybe<Scalars['Boolean']['output']>;
  /** The team that looks after it. */
  readonly department: Maybe<Department>;
  /** What it is about, mostly of a category. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The text as HTML cleaned of everything that could run or load; safe to put into a page. */
  readonly html: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Who may read it once the access of all entries above it is taken into account. */
  readonly inheritedAccess: Maybe<ArticleAccess>;
  /** Words that a search finds it by, as the author wrote them. */
  readonly keywords: Maybe<Scalars['String']['output']>;
  /** The collection it is part of. */
  readonly knowledgeBase: Maybe<KnowledgeBase>;
  /** What search engines show of it. */
  readonly metaDescription: Maybe<Scalars['String']['output']>;
  /** Place among its neighbours. */
  readonly order: Maybe<Scalars['Int']['output']>;
  /** The entry it stands under; null at the top. */
  readonly parent: Maybe<Article>;
  /** The source it comes from. */
  readonly source: Source;
  /** How far it has come towards being published. */
  readonly status: ArticleStatus;
  /** The text without markup. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Heading. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Ids of the entries from the root down to the one it stands under, in the vendor's notation. */
  readonly treePath: Maybe<Scalars['String']['output']>;
  /** What kind of entry it is. */
  readonly type: ArticleType;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its web address; only a search tells it. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** The code in its web address, leading zeros included. */
  readonly urlCode: Maybe<Scalars['String']['output']>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
  /** The vendor's own code of the status. */
  readonly vendorStatus: Maybe<Scalars['String']['output']>;
  /** The vendor's own code of the kind. */
  readonly vendorType: Maybe<Scalars['String']['output']>;
  /** How often it was read. */
  readonly views: Maybe<Scalars['Int']['output']>;
  /** How many readers voted for it. */
  readonly votes: Maybe<Scalars['Int']['output']>;
};

/** Who may read an entry of a knowledge base. */
export type ArticleAccess =
  /** Staff only. */
  | 'INTERNAL'
  /** Everybody. */
  | 'PUBLIC'
  /** A code that the gateway does not know. */
  | 'UNKNOWN';

/** One page of entries of knowledge bases out of all sources, by title and then by id, also where they were searched for. */
export type ArticleConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<ArticleEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Article>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** An entry's place in a list. */
export type ArticleEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Article;
};

/** Which entries of knowledge bases to list. */
export type ArticleFilter = {
  /** In the knowledge base with this id. */
  readonly knowledgeBaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Directly under the entry with this id. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Found by the vendor's own search for these words. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Last changed at this moment or later; one that never changed counts by when it was written. */
  readonly updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How far an entry of a knowledge base has come. */
export type ArticleStatus =
  /** A suggestion that was carried out. */
  | 'COMPLETED'
  /** A suggestion that will not be carried out. */
  | 'DECLINED'
  /** Being written. */
  | 'DRAFT'
  /** Being set up. */
  | 'INIT'
  /** Nobody has looked at it. */
  | 'NEW'
  /** A suggestion that is to be carried out. */
  | 'PLANNED'
  /** Readers can see it. */
  | 'PUBLISHED'
  /** Somebody is to check it. */
  | 'REVIEW'
  /** A suggestion that is being carried out. */
  | 'STARTED'
  /** A code that the gateway does not know; `vendorStatus` has it. */
  | 'UNKNOWN';

/** What kind of entry of a knowledge base something is. */
export type ArticleType =
  /** A help article. */
  | 'ARTICLE'
  /** A group of articles. */
  | 'CATEGORY'
  /** A place where customers talk. */
  | 'FORUM'
  /** The start page. */
  | 'HOME'
  /** Something that a customer would like to have. */
  | 'SUGGESTION'
  /** A group of suggestions. */
  | 'SUGGESTION_CATEGORY'
  /** Something customers talk about in a forum. */
  | 'TOPIC'
  /** A code that the gateway does not know; `vendorType` has it. */
  | 'UNKNOWN';

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

/** How long at least one agent was available in an interval. */
export type AvailabilityReport = {
  /** The time, as a rule the start of a day. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Minutes in which an agent was available. */
  readonly availableMinutes: Maybe<Scalars['Float']['output']>;
  /** The share of time in which an agent was available, in percent. */
  readonly availablePercent: Maybe<Scalars['Float']['output']>;
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of times available, source by source, in each vendor's order. */
export type AvailabilityReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AvailabilityReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<AvailabilityReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in times available. */
export type AvailabilityReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AvailabilityReport;
};

/** What goes on in a help desk's telephone calls at this moment. */
export type CallsOverview = {
  /** Callers who wait for an agent. */
  readonly queue: Maybe<Scalars['Int']['output']>;
  /** Calls that ring at an agent and are not picked up yet. */
  readonly ringing: Maybe<Scalars['Int']['output']>;
  /** Calls going on. */
  readonly running: Maybe<Scalars['Int']['output']>;
};

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

/** What came in and was done on a channel in the period. */
export type ChannelReport = {
  /** What was measured. */
  readonly metrics: Metrics;
  /** The vendor's name of the channel. */
  readonly name: Scalars['String']['output'];
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of reports about channels, source by source, in each vendor's order. */
export type ChannelReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<ChannelReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<ChannelReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in reports about channels. */
export type ChannelReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ChannelReport;
};

/** What goes on in a help desk's chats at this moment. */
export type ChatsOverview = {
  /** Agents who take chats. */
  readonly agents: Maybe<Scalars['Int']['output']>;
  /** Chats going on. */
  readonly chats: Maybe<Scalars['Int']['output']>;
  /** Visitors who wait for an agent. */
  readonly queue: Maybe<Scalars['Int']['output']>;
  /** Visitors on the web pages that the vendor watches. */
  readonly visitors: Maybe<Scalars['Int']['output']>;
};

/** A company that customers belong to. */
export type Company = Node & {
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Values of fields that the account defines itself. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Its e-mail addresses. */
  readonly emails: ReadonlyArray<Scalars['String']['output']>;
  /** Groups it belongs to; the same groups that customers can be in. */
  readonly groups: Maybe<ReadonlyArray<CustomerGroup>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** IP address it was last seen at. */
  readonly ip: Maybe<Scalars['String']['output']>;
  /** Code of the language it is written to in, such as `en`. */
  readonly language: Maybe<Scalars['String']['output']>;
  /** Name of the company. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Its telephone numbers. */
  readonly phones: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The source it comes from. */
  readonly source: Source;
  /** Values by which the vendor recognises the company, such as its addresses. */
  readonly uniqueFields: Maybe<ReadonlyArray<CustomField>>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of companies out of all sources, by name. */
export type CompanyConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<CompanyEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Company>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A company's place in a list. */
export type CompanyEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The company. */
  readonly node: Company;
};

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
  /** How the customer rated it in the survey afterwards; null where there is no answer within 30 days or the vendor has no surveys. */
  readonly satisfactionRating: Maybe<SatisfactionRating>;
  /** The source it comes from. */
  readonly source: Source;
  /** Where it stands. */
  readonly status: ConversationStatus;
  /** Subject line. */
  readonly subject: Maybe<Scalars['String']['output']>;
  /** Labels put on it. */
  readonly tags: Maybe<ReadonlyArray<Tag>>;
  /** Purchases that followed it within 30 days; null where the vendor knows nothing of purchases. */
  readonly transactions: Maybe<ReadonlyArray<Transaction>>;
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
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** Input of `conversationCreate`. */
export type ConversationCreateInput = {
  /** Where the vendor lets an agent start a conversation: the agent who writes. Where a conversation is always the customer's: the agent in charge. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Further e-mail addresses that get a copy. */
  readonly cc?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How the customer reached the help desk, where that can be said. */
  readonly channel?: InputMaybe<Channel>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address of the customer. */
  readonly customerEmail: Scalars['String']['input'];
  /** Name of the customer, where the source does not know them yet. */
  readonly customerName?: InputMaybe<Scalars['String']['input']>;
  /** The team it belongs to; left to the vendor otherwise, which may insist on one. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Values of fields that the account defines itself. */
  readonly fields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Message-ID of the mail that this message stands for, so that answers to it are recognised. */
  readonly mailMessageId?: InputMaybe<Scalars['String']['input']>;
  /** The first message. */
  readonly message: Scalars['String']['input'];
  /** Whether the message is HTML rather than plain text. */
  readonly messageIsHtml?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the help desk sends mail to the customer about it. */
  readonly notifyCustomer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
  /** Page that it came from, where that can be said. */
  readonly sourceUrl?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands; new or open when left out. */
  readonly status?: InputMaybe<ConversationStatus>;
  /** Subject line. */
  readonly subject: Scalars['String']['input'];
};

/** Outcome of `conversationCreate`. */
export type ConversationCreatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationDelete`. */
export type ConversationDeleteInput = {
  /** Who deletes it; the vendor's software otherwise. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why; only agents see it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `conversationDelete`. */
export type ConversationDeletePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** Global id of what was deleted; null when nothing was. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A conversation's place in a list. */
export type ConversationEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/** Input of `conversationFieldsClear`. */
export type ConversationFieldsClearInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Codes of the fields; all fields when left out. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `conversationFieldsClear`. */
export type ConversationFieldsClearPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationFieldsSet`. */
export type ConversationFieldsSetInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new values. */
  readonly fields: ReadonlyArray<CustomFieldInput>;
};

/** Outcome of `conversationFieldsSet`. */
export type ConversationFieldsSetPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Which conversations to list. Without `createdAfter` the list goes back 30 days from `createdBefore`, or from now where
 * that is earlier. In the order `UPDATED_AT` it does not where `updatedAfter` is given, which bounds the list instead.
 * Later pages keep the window of the first one.
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
  /** E-mail address of the customer, compared without regard to case and to blanks around it. */
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

/** Input of `conversationMessageSend`. */
export type ConversationMessageSendInput = {
  /** Who writes it; some vendors insist on one. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Files to attach, uploaded before. */
  readonly fileIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Message-ID of the mail that this message stands for, so that answers to it are recognised. */
  readonly mailMessageId?: InputMaybe<Scalars['String']['input']>;
  /** The message. */
  readonly message: Scalars['String']['input'];
  /** Whether the message is HTML rather than plain text. */
  readonly messageIsHtml?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the help desk sends mail to the customer about it. */
  readonly notifyCustomer?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `conversationMessageSend`. */
export type ConversationMessageSendPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** What was added; null where the vendor does not tell which one it is. */
  readonly message: Maybe<Message>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationNoteAdd`. */
export type ConversationNoteAddInput = {
  /** Who writes it; the vendor's software otherwise. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The note. */
  readonly note: Scalars['String']['input'];
};

/** Outcome of `conversationNoteAdd`. */
export type ConversationNoteAddPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** What was added; null where the vendor does not tell which one it is. */
  readonly message: Maybe<Message>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** By which time conversations are sorted. Equal times are sorted by id, ascending. */
export type ConversationOrder = {
  /** Ascending or descending. */
  readonly direction?: SortDirection;
  /** The time to sort by. */
  readonly field?: ConversationOrderField;
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

/** Input of `conversationStatusChange`. */
export type ConversationStatusChangeInput = {
  /** Who changes it; the vendor's software otherwise. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why; only agents see it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The new status; vendors let only some of them be set. */
  readonly status: ConversationStatus;
};

/** Outcome of `conversationStatusChange`. */
export type ConversationStatusChangePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationTagAdd`. */
export type ConversationTagAddInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The tag; give this or `tagName`. */
  readonly tagId?: InputMaybe<Scalars['ID']['input']>;
  /** Text of the tag; give this or `tagId`. */
  readonly tagName?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `conversationTagAdd`. */
export type ConversationTagAddPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationTagRemove`. */
export type ConversationTagRemoveInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The tag; give this or `tagName`. */
  readonly tagId?: InputMaybe<Scalars['ID']['input']>;
  /** Text of the tag; give this or `tagId`. */
  readonly tagName?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `conversationTagRemove`. */
export type ConversationTagRemovePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `conversationTransfer`. */
export type ConversationTransferInput = {
  /** Who hands it over; the vendor's software otherwise. */
  readonly byAgentId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A note to whoever takes it; no customer sees it. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The agent who is to take it; give this, `toDepartmentId` or both. */
  readonly toAgentId?: InputMaybe<Scalars['ID']['input']>;
  /** The department that is to take it. */
  readonly toDepartmentId?: InputMaybe<Scalars['ID']['input']>;
};

/** Outcome of `conversationTransfer`. */
export type ConversationTransferPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The conversation as it is now; null when nothing was changed. */
  readonly conversation: Maybe<Conversation>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Value of a field that the account defines itself. */
export type CustomField = {
  /** The field's code or name. */
  readonly code: Scalars['String']['output'];
  /** Its value. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** A value for a field that the account defines itself. */
export type CustomFieldInput = {
  /** Code of the field. */
  readonly code: Scalars['String']['input'];
  /** The value; null takes the old value away. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** A person who contacted the help desk, as one source knows them. */
export type Customer = Node & {
  /**
   * The person's conversations in this source, newest first; the last 30 days when no dates are given. They are found by
   * the e-mail address, at iAdvize by the `externalId`; null for a customer without it.
   */
  readonly conversations: Maybe<ConversationConnection>;
  /** When the record was made; in lists, customers without it come last. */
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
  /** The source that this record comes from. */
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
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A customer's place in a list. */
export type CustomerEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The customer. */
  readonly node: Customer;
};

/** Input of `customerFieldsClear`. */
export type CustomerFieldsClearInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Codes of the fields; all fields when left out. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The customer. */
  readonly customerId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `customerFieldsClear`. */
export type CustomerFieldsClearPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The customer as it is now; null when nothing was changed. */
  readonly customer: Maybe<Customer>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `customerFieldsSet`. */
export type CustomerFieldsSetInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The customer. */
  readonly customerId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new values. */
  readonly fields: ReadonlyArray<CustomFieldInput>;
};

/** Outcome of `customerFieldsSet`. */
export type CustomerFieldsSetPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The customer as it is now; null when nothing was changed. */
  readonly customer: Maybe<Customer>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which customers to list. */
export type CustomerFilter = {
  /** Record made at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Record made before this moment. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** E-mail address, compared without regard to case and to blanks around it. */
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
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of customer groups out of all sources, by name. */
export type CustomerGroupConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<CustomerGroupEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<CustomerGroup>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** Input of `customerGroupCreate`. */
export type CustomerGroupCreateInput = {
  /** Colour behind its text, six hexadecimal digits. */
  readonly backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Colour of its text, six hexadecimal digits. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its name. */
  readonly name: Scalars['String']['input'];
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
};

/** Outcome of `customerGroupCreate`. */
export type CustomerGroupCreatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The group as it is now; null when nothing was changed. */
  readonly customerGroup: Maybe<CustomerGroup>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `customerGroupDelete`. */
export type CustomerGroupDeleteInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The group. */
  readonly customerGroupId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `customerGroupDelete`. */
export type CustomerGroupDeletePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** Global id of what was deleted; null when nothing was. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A customer group's place in a list. */
export type CustomerGroupEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The group. */
  readonly node: CustomerGroup;
};

/** Input of `customerGroupJoin`. */
export type CustomerGroupJoinInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The customer. */
  readonly customerId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name of the group. */
  readonly groupName: Scalars['String']['input'];
};

/** Outcome of `customerGroupJoin`. */
export type CustomerGroupJoinPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The customer as it is now; null when nothing was changed. */
  readonly customer: Maybe<Customer>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `customerGroupLeave`. */
export type CustomerGroupLeaveInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The customer. */
  readonly customerId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name of the group. */
  readonly groupName: Scalars['String']['input'];
};

/** Outcome of `customerGroupLeave`. */
export type CustomerGroupLeavePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The customer as it is now; null when nothing was changed. */
  readonly customer: Maybe<Customer>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `customerGroupUpdate`. */
export type CustomerGroupUpdateInput = {
  /** Colour behind its text, six hexadecimal digits. */
  readonly backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Colour of its text, six hexadecimal digits. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** The group. */
  readonly customerGroupId: Scalars['ID']['input'];
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its new name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `customerGroupUpdate`. */
export type CustomerGroupUpdatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The group as it is now; null when nothing was changed. */
  readonly customerGroup: Maybe<CustomerGroup>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `customerRegister`. */
export type CustomerRegisterInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Values of fields that the account defines itself. */
  readonly fields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Gender. */
  readonly gender?: InputMaybe<Gender>;
  /** Full name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Password to log in with; it is handed to the vendor and kept nowhere. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Kind of account in the vendor's words, as `Customer.role` tells it, such as visitor or registered. */
  readonly role?: InputMaybe<Scalars['String']['input']>;
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
};

/** Outcome of `customerRegister`. */
export type CustomerRegisterPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The customer as it is now; null when nothing was changed. */
  readonly customer: Maybe<Customer>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A team that conversations are routed to. */
export type Department = Node & {
  /** Who works in it. */
  readonly agents: Maybe<ReadonlyArray<Agent>>;
  /** Whether it is online, for what, and what it has to do, at this moment; null where the vendor does not tell. */
  readonly availability: Maybe<DepartmentAvailability>;
  /** What the team does. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the team. */
  readonly name: Scalars['String']['output'];
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/**
 * Whether a department is online and for what, and what it has to do. It is online for something as long as anybody in it
 * is. The counts are LiveAgent's, whose documents give no more than their names: compare them with one another and with
 * what its own screens show before you rely on them.
 */
export type DepartmentAvailability = {
  /** Takes calls. */
  readonly calls: Maybe<Scalars['Boolean']['output']>;
  /** Takes chats. */
  readonly chat: Maybe<Scalars['Boolean']['output']>;
  /** Chats of the department. */
  readonly chatCount: Maybe<Scalars['Int']['output']>;
  /** Conversations in which the customer wrote last. */
  readonly customerReplyCount: Maybe<Scalars['Int']['output']>;
  /** How many the department takes at once. */
  readonly maxCount: Maybe<Scalars['Int']['output']>;
  /** New conversations, which nobody has answered yet. */
  readonly newCount: Maybe<Scalars['Int']['output']>;
  /** Online for anything. */
  readonly online: Scalars['Boolean']['output'];
  /** Takes tickets. */
  readonly tickets: Maybe<Scalars['Boolean']['output']>;
  /** All conversations that the department has to do with now. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
  /** The status as the vendor writes it. */
  readonly vendorStatus: Maybe<Scalars['String']['output']>;
};

/** One page of departments out of all sources, by name. */
export type DepartmentConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<DepartmentEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Department>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A department's place in a list. */
export type DepartmentEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The department. */
  readonly node: Department;
};

/** What was done in a department in the period. */
export type DepartmentReport = {
  /** The department. */
  readonly department: Maybe<Department>;
  /** What was measured. */
  readonly metrics: Metrics;
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of reports about departments, source by source, in each vendor's order. */
export type DepartmentReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<DepartmentReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<DepartmentReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in reports about departments. */
export type DepartmentReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DepartmentReport;
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

/** A file that somebody sent or uploaded. */
export type File = Node & {
  /** When it was sent. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How often it was downloaded. */
  readonly downloads: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Media type. */
  readonly mimeType: Maybe<Scalars['String']['output']>;
  /** File name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Size in bytes. */
  readonly size: Maybe<Scalars['Int']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** Where to get it; the vendor may ask for its API key or a login there. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** Input of `fileUpload`. */
export type FileUploadInput = {
  /** Its content in base64; give this or `url`. A request is 256 kB at most unless the gateway is told otherwise, so larger files need `url`. */
  readonly base64?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its kind, such as `application/pdf`; needed with `base64`. */
  readonly mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Name of the file; needed with `base64`. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
  /** Address that the vendor fetches it from, with http or https; give this or `base64`. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of `fileUpload`. */
export type FileUploadPayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** The file; null when nothing was uploaded. */
  readonly file: Maybe<File>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Gender as a vendor tells it. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Neither, or not told. */
  | 'OTHER';

/** A collection of help articles. */
export type KnowledgeBase = Node & {
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the collection. */
  readonly name: Scalars['String']['output'];
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** Input of `knowledgeBaseCategoryCreate`. */
export type KnowledgeBaseCategoryCreateInput = {
  /** Who may read it. */
  readonly access?: InputMaybe<ArticleAccess>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The team it belongs to. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Words to find it by. */
  readonly keywords?: InputMaybe<Scalars['String']['input']>;
  /** The knowledge base; the account's own when left out. */
  readonly knowledgeBaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Its place among its neighbours. */
  readonly order?: InputMaybe<Scalars['Int']['input']>;
  /** The entry it is to stand under; at the top when left out. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
  /** Its title. */
  readonly title: Scalars['String']['input'];
  /** CATEGORY (when left out), FORUM or SUGGESTION_CATEGORY. */
  readonly type?: InputMaybe<ArticleType>;
};

/** Outcome of `knowledgeBaseCategoryCreate`. */
export type KnowledgeBaseCategoryCreatePayload = {
  /** The new entry; null when nothing was changed. */
  readonly article: Maybe<Article>;
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One page of knowledge bases out of all sources, by name. */
export type KnowledgeBaseConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<KnowledgeBaseEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<KnowledgeBase>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A knowledge base's place in a list. */
export type KnowledgeBaseEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The knowledge base. */
  readonly node: KnowledgeBase;
};

/** Input of `knowledgeBaseEntryDelete`. */
export type KnowledgeBaseEntryDeleteInput = {
  /** The entry. */
  readonly articleId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Outcome of `knowledgeBaseEntryDelete`. */
export type KnowledgeBaseEntryDeletePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** Global id of what was deleted; null when nothing was. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Average and extremes of a number over time. */
export type LoadFigures = {
  /** Average. */
  readonly average: Maybe<Scalars['Float']['output']>;
  /** Largest. */
  readonly maximum: Maybe<Scalars['Int']['output']>;
  /** Smallest. */
  readonly minimum: Maybe<Scalars['Int']['output']>;
};

/** How much there was to do at a time, and how many agents were there to do it. */
export type LoadReport = {
  /** Agents who were there. */
  readonly agents: LoadFigures;
  /** The time. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Conversations being worked on. */
  readonly inProgress: LoadFigures;
  /** Conversations waiting for an agent. */
  readonly queue: LoadFigures;
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of loads, source by source, in each vendor's order. */
export type LoadReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<LoadReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<LoadReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in loads. */
export type LoadReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: LoadReport;
};

/** Kinds of work that some reports are about. */
export type Medium =
  /** Telephone calls. */
  | 'CALLS'
  /** Live chats. */
  | 'CHATS'
  /** Tickets: mails, forms and the like. */
  | 'TICKETS';

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
  /** The text as the vendor gave it; it may hold HTML and is not safe to put into a page (`html` is). */
  readonly body: Scalars['String']['output'];
  /** The conversation it is part of. */
  readonly conversation: Conversation;
  /** HTML cleaned of everything that could run or load; safe to put into a page. So much is converted as for `text`. */
  readonly html: Scalars['String']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** True when the customer cannot see it. */
  readonly internal: Scalars['Boolean']['output'];
  /** What kind of entry it is. */
  readonly kind: MessageKind;
  /** When it was sent. */
  readonly sentAt: Maybe<Scalars['DateTime']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** Plain text. Of HTML the first 300,000 characters are converted, without what is nested deeper than 300 levels. */
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
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Message>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
};

/** A message's place in its conversation. */
export type MessageEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
};

/** Which messages to list. */
export type MessageFilter = {
  /** Sent at this moment or later; a message without a time counts as sent with the one before it. */
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

/** What can be measured about work. Every field that the vendor does not measure is null. */
export type Metrics = {
  /** Answers to tickets. */
  readonly answers: Maybe<Scalars['Int']['output']>;
  /** Answers to tickets per hour worked. */
  readonly answersPerHour: Maybe<Scalars['Float']['output']>;
  /** Average length of a call, in seconds. */
  readonly callAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Average time until a call was taken, in seconds. */
  readonly callPickupAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Time on the telephone in all, in seconds. */
  readonly callSeconds: Maybe<Scalars['Int']['output']>;
  /** Seconds on the telephone per hour worked. */
  readonly callSecondsPerHour: Maybe<Scalars['Float']['output']>;
  /** Calls taken. */
  readonly calls: Maybe<Scalars['Int']['output']>;
  /** Calls taken per hour worked. */
  readonly callsPerHour: Maybe<Scalars['Float']['output']>;
  /** Messages written in chats. */
  readonly chatAnswers: Maybe<Scalars['Int']['output']>;
  /** Messages written in chats per hour worked. */
  readonly chatAnswersPerHour: Maybe<Scalars['Float']['output']>;
  /** Average length of a chat, in seconds. */
  readonly chatAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Average time until a chat was picked up, in seconds. */
  readonly chatPickupAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Chats picked up. */
  readonly chatPickups: Maybe<Scalars['Int']['output']>;
  /** Chats answered. */
  readonly chats: Maybe<Scalars['Int']['output']>;
  /** Chats answered per hour worked. */
  readonly chatsPerHour: Maybe<Scalars['Float']['output']>;
  /** The share of chats that led to a purchase, as a fraction (0.1 = 10 percent). */
  readonly conversionRate: Maybe<Scalars['Float']['output']>;
  /** Tickets that came in. */
  readonly createdTickets: Maybe<Scalars['Int']['output']>;
  /** Average rating of the time to an answer, from 1 to 3 (best). */
  readonly delayRating: Maybe<Scalars['Float']['output']>;
  /** Calls that ended. */
  readonly finishedCalls: Maybe<Scalars['Int']['output']>;
  /** Chats that ended. */
  readonly finishedChats: Maybe<Scalars['Int']['output']>;
  /** Average time until a ticket was first given to an agent, in seconds. */
  readonly firstAssignAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** The same, within the business hours of the service level only. */
  readonly firstAssignAverageSecondsInSla: Maybe<Scalars['Int']['output']>;
  /** Average time until a ticket was first solved, in seconds. */
  readonly firstResolveAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** The same, within the business hours of the service level only. */
  readonly firstResolveAverageSecondsInSla: Maybe<Scalars['Int']['output']>;
  /** Calls that came in, also those that nobody took. */
  readonly incomingCalls: Maybe<Scalars['Int']['output']>;
  /** Chats that came in, also those that nobody answered. */
  readonly incomingChats: Maybe<Scalars['Int']['output']>;
  /** Messages that came in. */
  readonly incomingMessages: Maybe<Scalars['Int']['output']>;
  /** Average length of a call among the staff, in seconds. */
  readonly internalCallAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Time in calls among the staff in all, in seconds. */
  readonly internalCallSeconds: Maybe<Scalars['Int']['output']>;
  /** Calls among the staff. */
  readonly internalCalls: Maybe<Scalars['Int']['output']>;
  /** Calls missed. */
  readonly missedCalls: Maybe<Scalars['Int']['output']>;
  /** Calls missed per hour worked. */
  readonly missedCallsPerHour: Maybe<Scalars['Float']['output']>;
  /** Chats missed. */
  readonly missedChats: Maybe<Scalars['Int']['output']>;
  /** Chats missed per hour worked. */
  readonly missedChatsPerHour: Maybe<Scalars['Float']['output']>;
  /** Bad ratings. */
  readonly negativeRatings: Maybe<Scalars['Int']['output']>;
  /** Bad ratings per hour worked. */
  readonly negativeRatingsPerHour: Maybe<Scalars['Float']['output']>;
  /** The share of bad ratings, in percent. */
  readonly negativeRatingsPercent: Maybe<Scalars['Float']['output']>;
  /** Average time to the first answer, in seconds. */
  readonly newAnswerAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** The same, within the business hours of the service level only. */
  readonly newAnswerAverageSecondsInSla: Maybe<Scalars['Int']['output']>;
  /** Average time to the further answers, in seconds. */
  readonly nextAnswerAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** The same, within the business hours of the service level only. */
  readonly nextAnswerAverageSecondsInSla: Maybe<Scalars['Int']['output']>;
  /** Notes written. */
  readonly notes: Maybe<Scalars['Int']['output']>;
  /** Calls while nobody was online. */
  readonly offlineCalls: Maybe<Scalars['Int']['output']>;
  /** Average length of a call made to a customer, in seconds. */
  readonly outgoingCallAverageSeconds: Maybe<Scalars['Int']['output']>;
  /** Time in calls made to customers in all, in seconds. */
  readonly outgoingCallSeconds: Maybe<Scalars['Int']['output']>;
  /** Calls made to customers. */
  readonly outgoingCalls: Maybe<Scalars['Int']['output']>;
  /** Average of all ratings, from 1 to 3 (best). */
  readonly overallRating: Maybe<Scalars['Float']['output']>;
  /** Good ratings. */
  readonly positiveRatings: Maybe<Scalars['Int']['output']>;
  /** Good ratings per hour worked. */
  readonly positiveRatingsPerHour: Maybe<Scalars['Float']['output']>;
  /** The share of good ratings, in percent. */
  readonly positiveRatingsPercent: Maybe<Scalars['Float']['output']>;
  /** Time present, in hours. */
  readonly presenceHours: Maybe<Scalars['Float']['output']>;
  /** Problems that agents reported. */
  readonly problems: Maybe<Scalars['Int']['output']>;
  /** Average rating of the solution, from 1 to 3 (best). */
  readonly resolutionRating: Maybe<Scalars['Float']['output']>;
  /** Tickets solved. */
  readonly resolvedTickets: Maybe<Scalars['Int']['output']>;
  /** What was paid in purchases after a chat. */
  readonly salesAmount: Maybe<Money>;
  /** Purchases after a chat. */
  readonly salesCount: Maybe<Scalars['Int']['output']>;
  /** Calls that nobody took. */
  readonly unansweredCalls: Maybe<Scalars['Int']['output']>;
  /** Chats that nobody answered. */
  readonly unansweredChats: Maybe<Scalars['Int']['output']>;
  /** Answers that nobody rated. */
  readonly unrated: Maybe<Scalars['Int']['output']>;
  /** Answers that nobody rated, per hour worked. */
  readonly unratedPerHour: Maybe<Scalars['Float']['output']>;
  /** The share of answers that nobody rated, in percent. */
  readonly unratedPercent: Maybe<Scalars['Float']['output']>;
  /** Average rating of the welcome, from 1 to 3 (best). */
  readonly welcomeRating: Maybe<Scalars['Float']['output']>;
  /** Time worked, in minutes. */
  readonly workMinutes: Maybe<Scalars['Int']['output']>;
};

/** An amount of money. */
export type Money = {
  /** How much, with all digits that the vendor gave. */
  readonly amount: Scalars['Decimal']['output'];
  /** ISO 4217 code; null where neither vendor nor configuration tells. */
  readonly currency: Maybe<Scalars['String']['output']>;
};

/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type Mutation = {
  /** Sets whether an agent takes chats; an agent who is not logged in stays logged out. */
  readonly agentAvailabilitySet: Maybe<AgentAvailabilitySetPayload>;
  /** Adds an agent. */
  readonly agentCreate: Maybe<AgentCreatePayload>;
  /** Deletes an agent; what the agent wrote stays. */
  readonly agentDelete: Maybe<AgentDeletePayload>;
  /** Logs an agent out. */
  readonly agentDisconnect: Maybe<AgentDisconnectPayload>;
  /** Changes the values of an agent that are given and leaves the others. */
  readonly agentUpdate: Maybe<AgentUpdatePayload>;
  /** Lets an agent take chats of a web site. */
  readonly agentWebsiteLink: Maybe<AgentWebsiteLinkPayload>;
  /** Takes an agent off a web site. */
  readonly agentWebsiteUnlink: Maybe<AgentWebsiteUnlinkPayload>;
  /** Starts a conversation with a customer. */
  readonly conversationCreate: Maybe<ConversationCreatePayload>;
  /** Deletes a conversation. */
  readonly conversationDelete: Maybe<ConversationDeletePayload>;
  /** Takes values of custom fields off a conversation. */
  readonly conversationFieldsClear: Maybe<ConversationFieldsClearPayload>;
  /** Replaces values of custom fields of a conversation and leaves the fields that are not named. */
  readonly conversationFieldsSet: Maybe<ConversationFieldsSetPayload>;
  /** Sends a message to the customer. */
  readonly conversationMessageSend: Maybe<ConversationMessageSendPayload>;
  /** Adds a note that only agents see. */
  readonly conversationNoteAdd: Maybe<ConversationNoteAddPayload>;
  /** Changes the status of a conversation. */
  readonly conversationStatusChange: Maybe<ConversationStatusChangePayload>;
  /** Puts a tag on a conversation. */
  readonly conversationTagAdd: Maybe<ConversationTagAddPayload>;
  /** Takes a tag off a conversation. */
  readonly conversationTagRemove: Maybe<ConversationTagRemovePayload>;
  /** Hands a conversation to another agent or department. */
  readonly conversationTransfer: Maybe<ConversationTransferPayload>;
  /** Takes values of custom fields off a customer. */
  readonly customerFieldsClear: Maybe<CustomerFieldsClearPayload>;
  /** Replaces values of custom fields of a customer and leaves the fields that are not named. */
  readonly customerFieldsSet: Maybe<CustomerFieldsSetPayload>;
  /** Adds a group of customers. */
  readonly customerGroupCreate: Maybe<CustomerGroupCreatePayload>;
  /** Deletes a group; its customers stay. */
  readonly customerGroupDelete: Maybe<CustomerGroupDeletePayload>;
  /** Puts a customer into a group. */
  readonly customerGroupJoin: Maybe<CustomerGroupJoinPayload>;
  /** Takes a customer out of a group. */
  readonly customerGroupLeave: Maybe<CustomerGroupLeavePayload>;
  /** Changes the values of a group that are given and leaves the others. */
  readonly customerGroupUpdate: Maybe<CustomerGroupUpdatePayload>;
  /** Registers a customer. */
  readonly customerRegister: Maybe<CustomerRegisterPayload>;
  /** Uploads a file, to be attached to messages: give its content, or an address that the vendor fetches it from. */
  readonly fileUpload: Maybe<FileUploadPayload>;
  /** Adds a category, forum or suggestion category to a knowledge base. */
  readonly knowledgeBaseCategoryCreate: Maybe<KnowledgeBaseCategoryCreatePayload>;
  /** Deletes an entry of a knowledge base. */
  readonly knowledgeBaseEntryDelete: Maybe<KnowledgeBaseEntryDeletePayload>;
  /** Makes a suggestion in somebody's name. */
  readonly suggestionCreate: Maybe<SuggestionCreatePayload>;
  /** Adds a tag. */
  readonly tagCreate: Maybe<TagCreatePayload>;
  /** Deletes a tag. */
  readonly tagDelete: Maybe<TagDeletePayload>;
  /** Changes the values of a tag that are given and leaves the others. */
  readonly tagUpdate: Maybe<TagUpdatePayload>;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentAvailabilitySetArgs = {
  input: AgentAvailabilitySetInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentCreateArgs = {
  input: AgentCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentDeleteArgs = {
  input: AgentDeleteInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentDisconnectArgs = {
  input: AgentDisconnectInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentUpdateArgs = {
  input: AgentUpdateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentWebsiteLinkArgs = {
  input: AgentWebsiteLinkInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationAgentWebsiteUnlinkArgs = {
  input: AgentWebsiteUnlinkInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationCreateArgs = {
  input: ConversationCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationDeleteArgs = {
  input: ConversationDeleteInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationFieldsClearArgs = {
  input: ConversationFieldsClearInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationFieldsSetArgs = {
  input: ConversationFieldsSetInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationMessageSendArgs = {
  input: ConversationMessageSendInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationNoteAddArgs = {
  input: ConversationNoteAddInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationStatusChangeArgs = {
  input: ConversationStatusChangeInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationTagAddArgs = {
  input: ConversationTagAddInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationTagRemoveArgs = {
  input: ConversationTagRemoveInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationConversationTransferArgs = {
  input: ConversationTransferInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerFieldsClearArgs = {
  input: CustomerFieldsClearInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerFieldsSetArgs = {
  input: CustomerFieldsSetInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerGroupCreateArgs = {
  input: CustomerGroupCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerGroupDeleteArgs = {
  input: CustomerGroupDeleteInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerGroupJoinArgs = {
  input: CustomerGroupJoinInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerGroupLeaveArgs = {
  input: CustomerGroupLeaveInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerGroupUpdateArgs = {
  input: CustomerGroupUpdateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationCustomerRegisterArgs = {
  input: CustomerRegisterInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationFileUploadArgs = {
  input: FileUploadInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationKnowledgeBaseCategoryCreateArgs = {
  input: KnowledgeBaseCategoryCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationKnowledgeBaseEntryDeleteArgs = {
  input: KnowledgeBaseEntryDeleteInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationSuggestionCreateArgs = {
  input: SuggestionCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationTagCreateArgs = {
  input: TagCreateInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationTagDeleteArgs = {
  input: TagDeleteInput;
};


/** Changes. Each is sent to the vendor at most once, whatever happens: an error `OUTCOME_UNKNOWN` says that it was sent and nobody knows whether it took effect. */
export type MutationTagUpdateArgs = {
  input: TagUpdateInput;
};

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

/** Where a page is in its list (Relay connection specification). */
export type PageInfo = {
  /** Pass it as `after` to get the next page; null when there is nothing to continue from. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Always false on a first page; true once `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** What was done in one interval of the period. */
export type PerformanceReport = {
  /** Start of the interval, inclusive. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** What was measured. */
  readonly metrics: Metrics;
  /** The source it comes from. */
  readonly source: Source;
  /** End of the interval, exclusive. */
  readonly to: Maybe<Scalars['DateTime']['output']>;
};

/** One page of reports about intervals, source by source, in each vendor's order. */
export type PerformanceReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<PerformanceReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<PerformanceReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in reports about intervals. */
export type PerformanceReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: PerformanceReport;
};

/**
 * One human across all sources: the customers that carry one e-mail address (compared trimmed and without regard to
 * case). Nothing is merged or written in any vendor.
 */
export type Person = {
  /** The person's conversations out of all sources in one list, newest first; the last 30 days when no dates are given. */
  readonly conversations: Maybe<ConversationConnection>;
  /** The person's customer records: one or more from each source that knows the address. */
  readonly customers: ReadonlyArray<Customer>;
  /** The address that was asked for, trimmed and in lower case. */
  readonly email: Scalars['String']['output'];
  /** The person's name, from the first source that knows one for the address. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** How each source answered the look-up of the address, including those that cannot look one up. */
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

/** A call to the vendor that a mutation would make. */
export type PlannedCall = {
  /** HTTP method. */
  readonly method: Scalars['String']['output'];
  /** Query and body together, by name; credentials and passwords are not shown. */
  readonly parameters: Maybe<Scalars['JSON']['output']>;
  /** Path, without the query. */
  readonly path: Scalars['String']['output'];
};

/** Everything that can be read. */
export type Query = {
  /** For routers of a federated graph: entities by their keys, in the order given; null for what is gone. */
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  /** For routers of a federated graph: the schema to compose with others. */
  readonly _service: _Service;
  /** One agent by its global id; null when it, or its source, is gone. */
  readonly agent: Maybe<Agent>;
  /** Agents of all sources, by name. */
  readonly agents: AgentConnection;
  /** Entries of the knowledge bases of all sources, by title; `filter.search` uses the vendor's search. */
  readonly articles: ArticleConnection;
  /** Companies of all sources, by name. */
  readonly companies: CompanyConnection;
  /** One conversation by its global id; null when it, or its source, is gone. */
  readonly conversation: Maybe<Conversation>;
  /** One conversation by its id, code or public code, as a person would paste it; null when there is none, UNSUPPORTED where the vendor cannot look it up. */
  readonly conversationByReference: Maybe<Conversation>;
  /** Conversations of all sources in one order, by default the newest of the last 30 days first. */
  readonly conversations: ConversationConnection;
  /** One customer by its global id; null when it, or its source, is gone. */
  readonly customer: Maybe<Customer>;
  /** Customer groups of all sources, by name. */
  readonly customerGroups: CustomerGroupConnection;
  /** Customers of all sources, newest first; however old, unless dates are given. */
  readonly customers: CustomerConnection;
  /** Departments of all sources, by name. */
  readonly departments: DepartmentConnection;
  /** One file by its global id; null when it, or its source, is gone. */
  readonly file: Maybe<File>;
  /** Knowledge bases of all sources, by name. */
  readonly knowledgeBases: KnowledgeBaseConnection;
  /** Anything by its global id; null when it, or its source, is gone. */
  readonly node: Maybe<Node>;
  /** A thing by the id that another system or a webhook knows it by; null when there is none, UNSUPPORTED where the vendor cannot look it up. */
  readonly nodeByVendorId: Maybe<Node>;
  /** Many things by their global ids, at most 100, in the order given; null for what is gone. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** One human over all sources, by e-mail address. */
  readonly person: Person;
  /** Statistics over a period, one field for each report. */
  readonly report: Report;
  /** Satisfaction ratings of all sources, newest first, by default those of the last 30 days. */
  readonly satisfactionRatings: SatisfactionRatingConnection;
  /** One source by its name in the configuration; null when the caller has none of that name. */
  readonly source: Maybe<Source>;
  /** All sources that the caller may use, in the order of the configuration. */
  readonly sources: ReadonlyArray<Source>;
  /** Suggestion categories of all sources, by title. */
  readonly suggestionCategories: SuggestionCategoryConnection;
  /** One tag by its global id; null when it, or its source, is gone. */
  readonly tag: Maybe<Tag>;
  /** Tags of all sources, by name. */
  readonly tags: TagConnection;
  /** Transactions of all sources, newest first, by default those of the last 30 days. */
  readonly transactions: TransactionConnection;
  /** Web sites of all sources, by name. */
  readonly websites: WebsiteConnection;
};


/** Everything that can be read. */
export type Query_EntitiesArgs = {
  representations: ReadonlyArray<Scalars['_Any']['input']>;
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
export type QueryArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QueryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
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
export type QueryFileArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryKnowledgeBasesArgs = {
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
export type QueryReportArgs = {
  filter?: InputMaybe<ReportFilter>;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


/** Everything that can be read. */
export type QuerySatisfactionRatingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SatisfactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be read. */
export type QuerySourceArgs = {
  name: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QuerySuggestionCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strict?: InputMaybe<Scalars['Boolean']['input']>;
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
export type QueryTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
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

/** What a customer thought of an agent's answer. */
export type RankingReport = {
  /** The agent who was rated. */
  readonly agent: Maybe<Agent>;
  /** The agent's e-mail address as the report tells it. */
  readonly agentEmail: Maybe<Scalars['String']['output']>;
  /** The agent's name as the report tells it. */
  readonly agentName: Maybe<Scalars['String']['output']>;
  /** The comment that the customer wrote with it. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** The conversation. */
  readonly conversation: Maybe<Conversation>;
  /** When the customer rated. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The customer who rated. */
  readonly customer: Maybe<Customer>;
  /** The customer's e-mail address as the report tells it. */
  readonly customerEmail: Maybe<Scalars['String']['output']>;
  /** The customer's name as the report tells it. */
  readonly customerName: Maybe<Scalars['String']['output']>;
  /** The vendor's code for praise or blame; its documents disagree on which is which. */
  readonly rankingType: Maybe<Scalars['String']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's id of the rating. */
  readonly vendorId: Maybe<Scalars['String']['output']>;
};

/** One page of ratings of answers, source by source, in each vendor's order. */
export type RankingReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<RankingReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<RankingReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in ratings of answers. */
export type RankingReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: RankingReport;
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

/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type Report = {
  /** When each agent was online for each department. */
  readonly agentAvailability: AgentAvailabilityReportConnection;
  /** What each agent did. */
  readonly agents: AgentReportConnection;
  /** How long at least one agent was available, interval by interval. */
  readonly availability: AvailabilityReportConnection;
  /** What came in and was done on each channel. */
  readonly channels: ChannelReportConnection;
  /** What was done in each department. */
  readonly departments: DepartmentReportConnection;
  /** Start of the period, inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** How much there was to do and how many agents were there to do it, interval by interval. */
  readonly load: LoadReportConnection;
  /** What was done in each hour, day, week or month of the period. */
  readonly performance: PerformanceReportConnection;
  /** What customers thought of the agents' answers, one by one. */
  readonly ranking: RankingReportConnection;
  /** How many promised answers came in time and how many late, interval by interval. */
  readonly slaCompliance: SlaComplianceReportConnection;
  /** Each promised answer and whether it came in time. */
  readonly slaLog: SlaLogReportConnection;
  /** What was done about the conversations with each tag. */
  readonly tags: TagReportConnection;
  /** End of the period, exclusive. */
  readonly to: Scalars['DateTime']['output'];
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportAgentAvailabilityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  medium: Medium;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportAvailabilityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  medium: Medium;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportChannelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportDepartmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportLoadArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  medium: Medium;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportPerformanceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  interval?: ReportInterval;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportSlaComplianceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  medium: Medium;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportSlaLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  medium: Medium;
};


/**
 * Statistics over a period. Each field is one report; a vendor is asked only for the reports, and of these only for the
 * columns, that are selected. Rows come source by source, in the order of the configuration, and within a source in the
 * vendor's order. A source without a report, or without the filter, is `SKIPPED` in the `sources` of that report.
 */
export type ReportTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Whom a report is about. Without restriction it is about everybody. */
export type ReportFilter = {
  /** Id of an agent. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a customer. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a department. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** The vendor's id of a service level, as `SlaLogReport.levelId` tells it. */
  readonly slaLevelId?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How long the intervals of a report are. */
export type ReportInterval =
  /** A day. */
  | 'DAY'
  /** An hour. */
  | 'HOUR'
  /** A month. */
  | 'MONTH'
  /** A week. */
  | 'WEEK';

/** Which satisfaction ratings to list. Without dates those of the last 30 days; later pages keep the window of the first one. */
export type SatisfactionFilter = {
  /** About the agent with this id. */
  readonly agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Answered at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Answered before this moment. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A customer's answer to the survey after a conversation. */
export type SatisfactionRating = Node & {
  /** The agent who was rated; null where the vendor tells a name only and not exactly one agent has it. */
  readonly agent: Maybe<Agent>;
  /** Name of the agent who was rated. */
  readonly agentName: Maybe<Scalars['String']['output']>;
  /** What the customer wrote. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** The conversation it is about. */
  readonly conversation: Maybe<Conversation>;
  /** When the survey was answered. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Rating of how long it took to get an answer, 1 to 3, best is 3; null = not rated. */
  readonly delay: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Rating of how the matter was settled, 1 to 3, best is 3; null = not rated. */
  readonly resolution: Maybe<Scalars['Int']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
  /** Rating of the welcome, 1 to 3, best is 3; null = not rated. */
  readonly welcome: Maybe<Scalars['Int']['output']>;
};

/** One page of satisfaction ratings out of all sources, newest first. */
export type SatisfactionRatingConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<SatisfactionRatingEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<SatisfactionRating>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A satisfaction rating's place in a list. */
export type SatisfactionRatingEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The rating. */
  readonly node: SatisfactionRating;
};

/** How many promised answers came in time and how many late, at a time. */
export type SlaComplianceReport = {
  /** The time. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Answers that came in time. */
  readonly fulfilled: Maybe<Scalars['Int']['output']>;
  /** How long the answers in time took. */
  readonly fulfilledSeconds: SlaSeconds;
  /** The source it comes from. */
  readonly source: Source;
  /** Answers that came late. */
  readonly unfulfilled: Maybe<Scalars['Int']['output']>;
  /** How long the late answers took. */
  readonly unfulfilledSeconds: SlaSeconds;
};

/** One page of compliance with service levels, source by source, in each vendor's order. */
export type SlaComplianceReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<SlaComplianceReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<SlaComplianceReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in compliance with service levels. */
export type SlaComplianceReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SlaComplianceReport;
};

/** One promised answer and whether it came in time. */
export type SlaLogReport = {
  /** The agent in charge. */
  readonly agent: Maybe<Agent>;
  /** When the answer came. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** The conversation. */
  readonly conversation: Maybe<Conversation>;
  /** When the clock began to run. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The customer who waited. */
  readonly customer: Maybe<Customer>;
  /** The department it belongs to. */
  readonly department: Maybe<Department>;
  /** When the answer was due. */
  readonly dueAt: Maybe<Scalars['DateTime']['output']>;
  /** The vendor's id of the service level. */
  readonly levelId: Maybe<Scalars['String']['output']>;
  /** Name of the service level. */
  readonly levelName: Maybe<Scalars['String']['output']>;
  /** Seconds to spare; negative when late. */
  readonly marginSeconds: Maybe<Scalars['Int']['output']>;
  /** What people call the conversation. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** The source it comes from. */
  readonly source: Source;
};

/** One page of logs of service levels, source by source, in each vendor's order. */
export type SlaLogReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<SlaLogReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<SlaLogReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in logs of service levels. */
export type SlaLogReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SlaLogReport;
};

/** Average and extremes of a span of time, in seconds. */
export type SlaSeconds = {
  /** Average. */
  readonly average: Maybe<Scalars['Int']['output']>;
  /** Longest. */
  readonly maximum: Maybe<Scalars['Int']['output']>;
  /** Shortest. */
  readonly minimum: Maybe<Scalars['Int']['output']>;
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
  /** What goes on in telephone calls at this moment; null where the vendor does not tell. */
  readonly callsOverview: Maybe<CallsOverview>;
  /** What can be read and written through the gateway at this source. */
  readonly capabilities: ReadonlyArray<Capability>;
  /** What goes on in chats at this moment; null where the vendor does not tell. */
  readonly chatsOverview: Maybe<ChatsOverview>;
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
  /** Buttons and forms for web pages, as set up at the vendor; null where the vendor does not tell. */
  readonly widgets: Maybe<ReadonlyArray<Widget>>;
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
  /** How asking it ended. */
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
  /** Some of its rows are missing, or figures of a report are about other days; `missingFrom` and `missingTo` tell what is left out. */
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

/** Everything that can be followed, as server-sent events. */
export type Subscription = {
  /**
   * Sends each matching conversation, as it is now, whenever one has begun or changed; the first ones a few seconds after
   * the subscription starts. A change may be sent twice; of several changes in quick succession only the last may be sent.
   * Conversations of vendors that tell no times of change are sent when they appear. A source that fails does not end the
   * subscription.
   */
  readonly conversationChanged: Conversation;
};


/** Everything that can be followed, as server-sent events. */
export type SubscriptionConversationChangedArgs = {
  filter?: InputMaybe<ConversationFilter>;
};

/** A category that customers file suggestions under. */
export type SuggestionCategory = Node & {
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Headings from the top down to this one, in the vendor's notation. */
  readonly path: Maybe<Scalars['String']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** Heading. */
  readonly title: Scalars['String']['output'];
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of suggestion categories out of all sources, by title. */
export type SuggestionCategoryConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<SuggestionCategoryEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<SuggestionCategory>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A suggestion category's place in a list. */
export type SuggestionCategoryEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The category. */
  readonly node: SuggestionCategory;
};

/** Input of `suggestionCreate`. */
export type SuggestionCreateInput = {
  /** The customer or agent who makes it. */
  readonly authorId: Scalars['ID']['input'];
  /** The suggestion category. */
  readonly categoryId: Scalars['ID']['input'];
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its text. */
  readonly message: Scalars['String']['input'];
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
  /** Its title. */
  readonly subject: Scalars['String']['input'];
};

/** Outcome of `suggestionCreate`. */
export type SuggestionCreatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** The vendor's id of the suggestion. */
  readonly suggestionId: Maybe<Scalars['String']['output']>;
  /** Where the suggestion can be read. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of tags out of all sources, by name. */
export type TagConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<TagEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Tag>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** Input of `tagCreate`. */
export type TagCreateInput = {
  /** Colour behind its text, six hexadecimal digits. */
  readonly backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Colour of its text, six hexadecimal digits. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its text. */
  readonly name: Scalars['String']['input'];
  /** Name of the source to create it in. */
  readonly source: Scalars['String']['input'];
};

/** Outcome of `tagCreate`. */
export type TagCreatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** The tag as it is now; null when nothing was changed. */
  readonly tag: Maybe<Tag>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of `tagDelete`. */
export type TagDeleteInput = {
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The tag. */
  readonly tagId: Scalars['ID']['input'];
};

/** Outcome of `tagDelete`. */
export type TagDeletePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** Global id of what was deleted; null when nothing was. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A tag's place in a list. */
export type TagEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
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

/** What was done about the conversations with a tag in the period. */
export type TagReport = {
  /** What was measured. */
  readonly metrics: Metrics;
  /** The source it comes from. */
  readonly source: Source;
  /** The tag. */
  readonly tag: Maybe<Tag>;
};

/** One page of reports about tags, source by source, in each vendor's order. */
export type TagReportConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<TagReportEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<TagReport>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A row's place in reports about tags. */
export type TagReportEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: TagReport;
};

/** Input of `tagUpdate`. */
export type TagUpdateInput = {
  /** Colour behind its text, six hexadecimal digits. */
  readonly backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the same mutation again: the same id (1 to 255 characters) with the same input within 24 hours gives the first outcome and calls nobody. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Colour of its text, six hexadecimal digits. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** Checks the input and tells the calls that would be made; changes nothing. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its new text. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The tag. */
  readonly tagId: Scalars['ID']['input'];
};

/** Outcome of `tagUpdate`. */
export type TagUpdatePayload = {
  /** As it was given in the input. */
  readonly clientMutationId: Maybe<Scalars['String']['output']>;
  /** In a dry run the calls that would be made; null otherwise. */
  readonly plannedCalls: Maybe<ReadonlyArray<PlannedCall>>;
  /** The tag as it is now; null when nothing was changed. */
  readonly tag: Maybe<Tag>;
  /** Why the vendor, or the gateway before it, refused the input; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A purchase in a shop where the vendor's chat runs. */
export type Transaction = Node & {
  /** The agent who is credited with it; null where the vendor tells a name only and not exactly one agent has it. */
  readonly agent: Maybe<Agent>;
  /** Name of the agent who is credited with it. */
  readonly agentName: Maybe<Scalars['String']['output']>;
  /** What was paid. */
  readonly amount: Money;
  /** The conversation before it; null where there was none. */
  readonly conversation: Maybe<Conversation>;
  /** When it was paid. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** E-mail address of the buyer. */
  readonly customerEmail: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The shop's own number of the purchase. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** The source it comes from. */
  readonly source: Source;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
};

/** One page of transactions out of all sources, newest first. */
export type TransactionConnection = {
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<TransactionEdge>;
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Transaction>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A transaction's place in a list. */
export type TransactionEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The transaction. */
  readonly node: Transaction;
};

/** Which transactions to list. Without dates those of the last 30 days; later pages keep the window of the first one. */
export type TransactionFilter = {
  /** True: only those that followed a conversation. False: only those that did not. */
  readonly afterChat?: InputMaybe<Scalars['Boolean']['input']>;
  /** Paid at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Paid before this moment. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names of sources; all when left out. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Why a change was refused because of its input. Nothing was changed unless the message says so. */
export type UserError = {
  /** What kind of refusal it is. */
  readonly code: ErrorCode;
  /** The input's field at fault, where that is known. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What is wrong, in the vendor's own words where the vendor refused. */
  readonly message: Scalars['String']['output'];
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
  /** The source it comes from. */
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
  /** The rows without their cursors. */
  readonly nodes: ReadonlyArray<Website>;
  /** Where this page is in the list. */
  readonly pageInfo: PageInfo;
  /** What each source contributed. */
  readonly sources: ReadonlyArray<SourceOutcome>;
};

/** A web site's place in a list. */
export type WebsiteEdge = {
  /** Pass it as `after` to get the rows that follow this one. */
  readonly cursor: Scalars['String']['output'];
  /** The web site. */
  readonly node: Website;
};

/** A button or form that a help desk makes for web pages, so that visitors can chat, write or call. */
export type Widget = {
  /** Which department gets what is sent with it. */
  readonly department: Maybe<Department>;
  /** HTML, scripts included, that makes the widget appear in a web page: for that page's source and not for showing. */
  readonly integrationCode: Maybe<Scalars['String']['output']>;
  /** Its language, such as `en-US`, as the vendor writes it. */
  readonly language: Maybe<Scalars['String']['output']>;
  /** Name of the widget, seen by the staff only. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The vendor's own id. */
  readonly vendorId: Scalars['String']['output'];
  /** The vendor's code of what it is; LiveAgent's `C` is a chat button. */
  readonly vendorKind: Maybe<Scalars['String']['output']>;
};

/** Anything that a router can ask for by its key. */
export type _Entity = Agent | Article | Company | Conversation | Customer | CustomerGroup | Department | File | KnowledgeBase | Message | Person | SatisfactionRating | Source | SuggestionCategory | Tag | Transaction | Website;

/** This graph as a subgraph of a federated graph. */
export type _Service = {
  /** The schema with the directives of Apollo Federation 2. */
  readonly sdl: Scalars['String']['output'];
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
  AgentAvailability: ResolverTypeWrapper<AgentAvailabilityNode>;
  AgentAvailabilityReport: ResolverTypeWrapper<AgentAvailabilityReportNode>;
  AgentAvailabilityReportConnection: ResolverTypeWrapper<AgentAvailabilityReportConnectionModel>;
  AgentAvailabilityReportEdge: ResolverTypeWrapper<Omit<AgentAvailabilityReportEdge, 'node'> & { node: ResolversTypes['AgentAvailabilityReport'] }>;
  AgentAvailabilitySetInput: AgentAvailabilitySetInput;
  AgentAvailabilitySetPayload: ResolverTypeWrapper<Omit<AgentAvailabilitySetPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentConnection: ResolverTypeWrapper<AgentConnectionModel>;
  AgentCreateInput: AgentCreateInput;
  AgentCreatePayload: ResolverTypeWrapper<Omit<AgentCreatePayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentDeleteInput: AgentDeleteInput;
  AgentDeletePayload: ResolverTypeWrapper<AgentDeletePayload>;
  AgentDisconnectInput: AgentDisconnectInput;
  AgentDisconnectPayload: ResolverTypeWrapper<Omit<AgentDisconnectPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentEdge: ResolverTypeWrapper<Omit<AgentEdge, 'node'> & { node: ResolversTypes['Agent'] }>;
  AgentFilter: AgentFilter;
  AgentReport: ResolverTypeWrapper<AgentReportNode>;
  AgentReportConnection: ResolverTypeWrapper<AgentReportConnectionModel>;
  AgentReportEdge: ResolverTypeWrapper<Omit<AgentReportEdge, 'node'> & { node: ResolversTypes['AgentReport'] }>;
  AgentRole: AgentRole;
  AgentUpdateInput: AgentUpdateInput;
  AgentUpdatePayload: ResolverTypeWrapper<Omit<AgentUpdatePayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentWebsiteLinkInput: AgentWebsiteLinkInput;
  AgentWebsiteLinkPayload: ResolverTypeWrapper<Omit<AgentWebsiteLinkPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentWebsiteUnlinkInput: AgentWebsiteUnlinkInput;
  AgentWebsiteUnlinkPayload: ResolverTypeWrapper<Omit<AgentWebsiteUnlinkPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  Application: ResolverTypeWrapper<Application>;
  Article: ResolverTypeWrapper<ArticleNode>;
  ArticleAccess: ArticleAccess;
  ArticleConnection: ResolverTypeWrapper<ArticleConnectionModel>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  ArticleFilter: ArticleFilter;
  ArticleStatus: ArticleStatus;
  ArticleType: ArticleType;
  Attachment: ResolverTypeWrapper<Attachment>;
  Author: ResolverTypeWrapper<AuthorNode>;
  AuthorRole: AuthorRole;
  AvailabilityReport: ResolverTypeWrapper<AvailabilityReportNode>;
  AvailabilityReportConnection: ResolverTypeWrapper<AvailabilityReportConnectionModel>;
  AvailabilityReportEdge: ResolverTypeWrapper<Omit<AvailabilityReportEdge, 'node'> & { node: ResolversTypes['AvailabilityReport'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CallsOverview: ResolverTypeWrapper<CallsOverview>;
  Capability: Capability;
  Channel: Channel;
  ChannelReport: ResolverTypeWrapper<ChannelReportNode>;
  ChannelReportConnection: ResolverTypeWrapper<ChannelReportConnectionModel>;
  ChannelReportEdge: ResolverTypeWrapper<Omit<ChannelReportEdge, 'node'> & { node: ResolversTypes['ChannelReport'] }>;
  ChatsOverview: ResolverTypeWrapper<ChatsOverview>;
  Company: ResolverTypeWrapper<CompanyNode>;
  CompanyConnection: ResolverTypeWrapper<CompanyConnectionModel>;
  CompanyEdge: ResolverTypeWrapper<Omit<CompanyEdge, 'node'> & { node: ResolversTypes['Company'] }>;
  Conversation: ResolverTypeWrapper<ConversationNode>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionModel>;
  ConversationCreateInput: ConversationCreateInput;
  ConversationCreatePayload: ResolverTypeWrapper<Omit<ConversationCreatePayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationDeleteInput: ConversationDeleteInput;
  ConversationDeletePayload: ResolverTypeWrapper<ConversationDeletePayload>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFieldsClearInput: ConversationFieldsClearInput;
  ConversationFieldsClearPayload: ResolverTypeWrapper<Omit<ConversationFieldsClearPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationFieldsSetInput: ConversationFieldsSetInput;
  ConversationFieldsSetPayload: ResolverTypeWrapper<Omit<ConversationFieldsSetPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationFilter: ConversationFilter;
  ConversationMessageSendInput: ConversationMessageSendInput;
  ConversationMessageSendPayload: ResolverTypeWrapper<Omit<ConversationMessageSendPayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversTypes['Conversation']>, message?: Maybe<ResolversTypes['Message']> }>;
  ConversationNoteAddInput: ConversationNoteAddInput;
  ConversationNoteAddPayload: ResolverTypeWrapper<Omit<ConversationNoteAddPayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversTypes['Conversation']>, message?: Maybe<ResolversTypes['Message']> }>;
  ConversationOrder: ConversationOrder;
  ConversationOrderField: ConversationOrderField;
  ConversationStatus: ConversationStatus;
  ConversationStatusChangeInput: ConversationStatusChangeInput;
  ConversationStatusChangePayload: ResolverTypeWrapper<Omit<ConversationStatusChangePayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationTagAddInput: ConversationTagAddInput;
  ConversationTagAddPayload: ResolverTypeWrapper<Omit<ConversationTagAddPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationTagRemoveInput: ConversationTagRemoveInput;
  ConversationTagRemovePayload: ResolverTypeWrapper<Omit<ConversationTagRemovePayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  ConversationTransferInput: ConversationTransferInput;
  ConversationTransferPayload: ResolverTypeWrapper<Omit<ConversationTransferPayload, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  CustomField: ResolverTypeWrapper<CustomField>;
  CustomFieldInput: CustomFieldInput;
  Customer: ResolverTypeWrapper<CustomerNode>;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionModel>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFieldsClearInput: CustomerFieldsClearInput;
  CustomerFieldsClearPayload: ResolverTypeWrapper<Omit<CustomerFieldsClearPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CustomerFieldsSetInput: CustomerFieldsSetInput;
  CustomerFieldsSetPayload: ResolverTypeWrapper<Omit<CustomerFieldsSetPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CustomerFilter: CustomerFilter;
  CustomerGroup: ResolverTypeWrapper<CustomerGroupNode>;
  CustomerGroupConnection: ResolverTypeWrapper<CustomerGroupConnectionModel>;
  CustomerGroupCreateInput: CustomerGroupCreateInput;
  CustomerGroupCreatePayload: ResolverTypeWrapper<Omit<CustomerGroupCreatePayload, 'customerGroup'> & { customerGroup?: Maybe<ResolversTypes['CustomerGroup']> }>;
  CustomerGroupDeleteInput: CustomerGroupDeleteInput;
  CustomerGroupDeletePayload: ResolverTypeWrapper<CustomerGroupDeletePayload>;
  CustomerGroupEdge: ResolverTypeWrapper<Omit<CustomerGroupEdge, 'node'> & { node: ResolversTypes['CustomerGroup'] }>;
  CustomerGroupJoinInput: CustomerGroupJoinInput;
  CustomerGroupJoinPayload: ResolverTypeWrapper<Omit<CustomerGroupJoinPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CustomerGroupLeaveInput: CustomerGroupLeaveInput;
  CustomerGroupLeavePayload: ResolverTypeWrapper<Omit<CustomerGroupLeavePayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CustomerGroupUpdateInput: CustomerGroupUpdateInput;
  CustomerGroupUpdatePayload: ResolverTypeWrapper<Omit<CustomerGroupUpdatePayload, 'customerGroup'> & { customerGroup?: Maybe<ResolversTypes['CustomerGroup']> }>;
  CustomerRegisterInput: CustomerRegisterInput;
  CustomerRegisterPayload: ResolverTypeWrapper<Omit<CustomerRegisterPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Department: ResolverTypeWrapper<DepartmentNode>;
  DepartmentAvailability: ResolverTypeWrapper<DepartmentAvailability>;
  DepartmentConnection: ResolverTypeWrapper<DepartmentConnectionModel>;
  DepartmentEdge: ResolverTypeWrapper<Omit<DepartmentEdge, 'node'> & { node: ResolversTypes['Department'] }>;
  DepartmentReport: ResolverTypeWrapper<DepartmentReportNode>;
  DepartmentReportConnection: ResolverTypeWrapper<DepartmentReportConnectionModel>;
  DepartmentReportEdge: ResolverTypeWrapper<Omit<DepartmentReportEdge, 'node'> & { node: ResolversTypes['DepartmentReport'] }>;
  ErrorCode: ErrorCode;
  File: ResolverTypeWrapper<FileNode>;
  FileUploadInput: FileUploadInput;
  FileUploadPayload: ResolverTypeWrapper<Omit<FileUploadPayload, 'file'> & { file?: Maybe<ResolversTypes['File']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Gender: Gender;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KnowledgeBase: ResolverTypeWrapper<KnowledgeBaseNode>;
  KnowledgeBaseCategoryCreateInput: KnowledgeBaseCategoryCreateInput;
  KnowledgeBaseCategoryCreatePayload: ResolverTypeWrapper<Omit<KnowledgeBaseCategoryCreatePayload, 'article'> & { article?: Maybe<ResolversTypes['Article']> }>;
  KnowledgeBaseConnection: ResolverTypeWrapper<KnowledgeBaseConnectionModel>;
  KnowledgeBaseEdge: ResolverTypeWrapper<Omit<KnowledgeBaseEdge, 'node'> & { node: ResolversTypes['KnowledgeBase'] }>;
  KnowledgeBaseEntryDeleteInput: KnowledgeBaseEntryDeleteInput;
  KnowledgeBaseEntryDeletePayload: ResolverTypeWrapper<KnowledgeBaseEntryDeletePayload>;
  LoadFigures: ResolverTypeWrapper<SpreadModel>;
  LoadReport: ResolverTypeWrapper<LoadReportNode>;
  LoadReportConnection: ResolverTypeWrapper<LoadReportConnectionModel>;
  LoadReportEdge: ResolverTypeWrapper<Omit<LoadReportEdge, 'node'> & { node: ResolversTypes['LoadReport'] }>;
  Medium: Medium;
  Message: ResolverTypeWrapper<SourceMessage>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionModel>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageFilter: MessageFilter;
  MessageKind: MessageKind;
  Metrics: ResolverTypeWrapper<MetricsModel>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<AnyNode>;
  NodeType: NodeType;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PerformanceReport: ResolverTypeWrapper<PerformanceReportNode>;
  PerformanceReportConnection: ResolverTypeWrapper<PerformanceReportConnectionModel>;
  PerformanceReportEdge: ResolverTypeWrapper<Omit<PerformanceReportEdge, 'node'> & { node: ResolversTypes['PerformanceReport'] }>;
  Person: ResolverTypeWrapper<PersonModel>;
  PlannedCall: ResolverTypeWrapper<PlannedCall>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankingReport: ResolverTypeWrapper<RankingReportNode>;
  RankingReportConnection: ResolverTypeWrapper<RankingReportConnectionModel>;
  RankingReportEdge: ResolverTypeWrapper<Omit<RankingReportEdge, 'node'> & { node: ResolversTypes['RankingReport'] }>;
  RateBudget: ResolverTypeWrapper<RateBudget>;
  Report: ResolverTypeWrapper<ReportModel>;
  ReportFilter: ReportFilter;
  ReportInterval: ReportInterval;
  SatisfactionFilter: SatisfactionFilter;
  SatisfactionRating: ResolverTypeWrapper<SatisfactionRatingNode>;
  SatisfactionRatingConnection: ResolverTypeWrapper<SatisfactionRatingConnectionModel>;
  SatisfactionRatingEdge: ResolverTypeWrapper<Omit<SatisfactionRatingEdge, 'node'> & { node: ResolversTypes['SatisfactionRating'] }>;
  SlaComplianceReport: ResolverTypeWrapper<SlaComplianceReportNode>;
  SlaComplianceReportConnection: ResolverTypeWrapper<SlaComplianceReportConnectionModel>;
  SlaComplianceReportEdge: ResolverTypeWrapper<Omit<SlaComplianceReportEdge, 'node'> & { node: ResolversTypes['SlaComplianceReport'] }>;
  SlaLogReport: ResolverTypeWrapper<SlaLogReportNode>;
  SlaLogReportConnection: ResolverTypeWrapper<SlaLogReportConnectionModel>;
  SlaLogReportEdge: ResolverTypeWrapper<Omit<SlaLogReportEdge, 'node'> & { node: ResolversTypes['SlaLogReport'] }>;
  SlaSeconds: ResolverTypeWrapper<SpreadModel>;
  SortDirection: SortDirection;
  Source: ResolverTypeWrapper<SourceNode>;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceFilter: SourceFilter;
  SourceOutcome: ResolverTypeWrapper<SourceOutcomeModel>;
  SourceState: SourceState;
  SourceStatus: SourceStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestionCategory: ResolverTypeWrapper<SuggestionCategoryNode>;
  SuggestionCategoryConnection: ResolverTypeWrapper<SuggestionCategoryConnectionModel>;
  SuggestionCategoryEdge: ResolverTypeWrapper<Omit<SuggestionCategoryEdge, 'node'> & { node: ResolversTypes['SuggestionCategory'] }>;
  SuggestionCreateInput: SuggestionCreateInput;
  SuggestionCreatePayload: ResolverTypeWrapper<SuggestionCreatePayload>;
  Tag: ResolverTypeWrapper<TagNode>;
  TagConnection: ResolverTypeWrapper<TagConnectionModel>;
  TagCreateInput: TagCreateInput;
  TagCreatePayload: ResolverTypeWrapper<Omit<TagCreatePayload, 'tag'> & { tag?: Maybe<ResolversTypes['Tag']> }>;
  TagDeleteInput: TagDeleteInput;
  TagDeletePayload: ResolverTypeWrapper<TagDeletePayload>;
  TagEdge: ResolverTypeWrapper<Omit<TagEdge, 'node'> & { node: ResolversTypes['Tag'] }>;
  TagFilter: TagFilter;
  TagReport: ResolverTypeWrapper<TagReportNode>;
  TagReportConnection: ResolverTypeWrapper<TagReportConnectionModel>;
  TagReportEdge: ResolverTypeWrapper<Omit<TagReportEdge, 'node'> & { node: ResolversTypes['TagReport'] }>;
  TagUpdateInput: TagUpdateInput;
  TagUpdatePayload: ResolverTypeWrapper<Omit<TagUpdatePayload, 'tag'> & { tag?: Maybe<ResolversTypes['Tag']> }>;
  Transaction: ResolverTypeWrapper<TransactionNode>;
  TransactionConnection: ResolverTypeWrapper<TransactionConnectionModel>;
  TransactionEdge: ResolverTypeWrapper<Omit<TransactionEdge, 'node'> & { node: ResolversTypes['Transaction'] }>;
  TransactionFilter: TransactionFilter;
  UserError: ResolverTypeWrapper<UserError>;
  Vendor: Vendor;
  Visit: ResolverTypeWrapper<Visit>;
  Website: ResolverTypeWrapper<WebsiteNode>;
  WebsiteConnection: ResolverTypeWrapper<WebsiteConnectionModel>;
  WebsiteEdge: ResolverTypeWrapper<Omit<WebsiteEdge, 'node'> & { node: ResolversTypes['Website'] }>;
  Widget: ResolverTypeWrapper<WidgetModel>;
  _Any: ResolverTypeWrapper<Scalars['_Any']['output']>;
  _Entity: ResolverTypeWrapper<EntityModel>;
  _Service: ResolverTypeWrapper<_Service>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agent: AgentNode;
  AgentAvailability: AgentAvailabilityNode;
  AgentAvailabilityReport: AgentAvailabilityReportNode;
  AgentAvailabilityReportConnection: AgentAvailabilityReportConnectionModel;
  AgentAvailabilityReportEdge: Omit<AgentAvailabilityReportEdge, 'node'> & { node: ResolversParentTypes['AgentAvailabilityReport'] };
  AgentAvailabilitySetInput: AgentAvailabilitySetInput;
  AgentAvailabilitySetPayload: Omit<AgentAvailabilitySetPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentConnection: AgentConnectionModel;
  AgentCreateInput: AgentCreateInput;
  AgentCreatePayload: Omit<AgentCreatePayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentDeleteInput: AgentDeleteInput;
  AgentDeletePayload: AgentDeletePayload;
  AgentDisconnectInput: AgentDisconnectInput;
  AgentDisconnectPayload: Omit<AgentDisconnectPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentEdge: Omit<AgentEdge, 'node'> & { node: ResolversParentTypes['Agent'] };
  AgentFilter: AgentFilter;
  AgentReport: AgentReportNode;
  AgentReportConnection: AgentReportConnectionModel;
  AgentReportEdge: Omit<AgentReportEdge, 'node'> & { node: ResolversParentTypes['AgentReport'] };
  AgentUpdateInput: AgentUpdateInput;
  AgentUpdatePayload: Omit<AgentUpdatePayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentWebsiteLinkInput: AgentWebsiteLinkInput;
  AgentWebsiteLinkPayload: Omit<AgentWebsiteLinkPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentWebsiteUnlinkInput: AgentWebsiteUnlinkInput;
  AgentWebsiteUnlinkPayload: Omit<AgentWebsiteUnlinkPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  Application: Application;
  Article: ArticleNode;
  ArticleConnection: ArticleConnectionModel;
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  ArticleFilter: ArticleFilter;
  Attachment: Attachment;
  Author: AuthorNode;
  AvailabilityReport: AvailabilityReportNode;
  AvailabilityReportConnection: AvailabilityReportConnectionModel;
  AvailabilityReportEdge: Omit<AvailabilityReportEdge, 'node'> & { node: ResolversParentTypes['AvailabilityReport'] };
  Boolean: Scalars['Boolean']['output'];
  CallsOverview: CallsOverview;
  ChannelReport: ChannelReportNode;
  ChannelReportConnection: ChannelReportConnectionModel;
  ChannelReportEdge: Omit<ChannelReportEdge, 'node'> & { node: ResolversParentTypes['ChannelReport'] };
  ChatsOverview: ChatsOverview;
  Company: CompanyNode;
  CompanyConnection: CompanyConnectionModel;
  CompanyEdge: Omit<CompanyEdge, 'node'> & { node: ResolversParentTypes['Company'] };
  Conversation: ConversationNode;
  ConversationConnection: ConversationConnectionModel;
  ConversationCreateInput: ConversationCreateInput;
  ConversationCreatePayload: Omit<ConversationCreatePayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationDeleteInput: ConversationDeleteInput;
  ConversationDeletePayload: ConversationDeletePayload;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationFieldsClearInput: ConversationFieldsClearInput;
  ConversationFieldsClearPayload: Omit<ConversationFieldsClearPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationFieldsSetInput: ConversationFieldsSetInput;
  ConversationFieldsSetPayload: Omit<ConversationFieldsSetPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationFilter: ConversationFilter;
  ConversationMessageSendInput: ConversationMessageSendInput;
  ConversationMessageSendPayload: Omit<ConversationMessageSendPayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, message?: Maybe<ResolversParentTypes['Message']> };
  ConversationNoteAddInput: ConversationNoteAddInput;
  ConversationNoteAddPayload: Omit<ConversationNoteAddPayload, 'conversation' | 'message'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, message?: Maybe<ResolversParentTypes['Message']> };
  ConversationOrder: ConversationOrder;
  ConversationStatusChangeInput: ConversationStatusChangeInput;
  ConversationStatusChangePayload: Omit<ConversationStatusChangePayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationTagAddInput: ConversationTagAddInput;
  ConversationTagAddPayload: Omit<ConversationTagAddPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationTagRemoveInput: ConversationTagRemoveInput;
  ConversationTagRemovePayload: Omit<ConversationTagRemovePayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  ConversationTransferInput: ConversationTransferInput;
  ConversationTransferPayload: Omit<ConversationTransferPayload, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  CustomField: CustomField;
  CustomFieldInput: CustomFieldInput;
  Customer: CustomerNode;
  CustomerConnection: CustomerConnectionModel;
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFieldsClearInput: CustomerFieldsClearInput;
  CustomerFieldsClearPayload: Omit<CustomerFieldsClearPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  CustomerFieldsSetInput: CustomerFieldsSetInput;
  CustomerFieldsSetPayload: Omit<CustomerFieldsSetPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  CustomerFilter: CustomerFilter;
  CustomerGroup: CustomerGroupNode;
  CustomerGroupConnection: CustomerGroupConnectionModel;
  CustomerGroupCreateInput: CustomerGroupCreateInput;
  CustomerGroupCreatePayload: Omit<CustomerGroupCreatePayload, 'customerGroup'> & { customerGroup?: Maybe<ResolversParentTypes['CustomerGroup']> };
  CustomerGroupDeleteInput: CustomerGroupDeleteInput;
  CustomerGroupDeletePayload: CustomerGroupDeletePayload;
  CustomerGroupEdge: Omit<CustomerGroupEdge, 'node'> & { node: ResolversParentTypes['CustomerGroup'] };
  CustomerGroupJoinInput: CustomerGroupJoinInput;
  CustomerGroupJoinPayload: Omit<CustomerGroupJoinPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  CustomerGroupLeaveInput: CustomerGroupLeaveInput;
  CustomerGroupLeavePayload: Omit<CustomerGroupLeavePayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  CustomerGroupUpdateInput: CustomerGroupUpdateInput;
  CustomerGroupUpdatePayload: Omit<CustomerGroupUpdatePayload, 'customerGroup'> & { customerGroup?: Maybe<ResolversParentTypes['CustomerGroup']> };
  CustomerRegisterInput: CustomerRegisterInput;
  CustomerRegisterPayload: Omit<CustomerRegisterPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Department: DepartmentNode;
  DepartmentAvailability: DepartmentAvailability;
  DepartmentConnection: DepartmentConnectionModel;
  DepartmentEdge: Omit<DepartmentEdge, 'node'> & { node: ResolversParentTypes['Department'] };
  DepartmentReport: DepartmentReportNode;
  DepartmentReportConnection: DepartmentReportConnectionModel;
  DepartmentReportEdge: Omit<DepartmentReportEdge, 'node'> & { node: ResolversParentTypes['DepartmentReport'] };
  File: FileNode;
  FileUploadInput: FileUploadInput;
  FileUploadPayload: Omit<FileUploadPayload, 'file'> & { file?: Maybe<ResolversParentTypes['File']> };
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  KnowledgeBase: KnowledgeBaseNode;
  KnowledgeBaseCategoryCreateInput: KnowledgeBaseCategoryCreateInput;
  KnowledgeBaseCategoryCreatePayload: Omit<KnowledgeBaseCategoryCreatePayload, 'article'> & { article?: Maybe<ResolversParentTypes['Article']> };
  KnowledgeBaseConnection: KnowledgeBaseConnectionModel;
  KnowledgeBaseEdge: Omit<KnowledgeBaseEdge, 'node'> & { node: ResolversParentTypes['KnowledgeBase'] };
  KnowledgeBaseEntryDeleteInput: KnowledgeBaseEntryDeleteInput;
  KnowledgeBaseEntryDeletePayload: KnowledgeBaseEntryDeletePayload;
  LoadFigures: SpreadModel;
  LoadReport: LoadReportNode;
  LoadReportConnection: LoadReportConnectionModel;
  LoadReportEdge: Omit<LoadReportEdge, 'node'> & { node: ResolversParentTypes['LoadReport'] };
  Message: SourceMessage;
  MessageConnection: MessageConnectionModel;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageFilter: MessageFilter;
  Metrics: MetricsModel;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Node: AnyNode;
  PageInfo: PageInfo;
  PerformanceReport: PerformanceReportNode;
  PerformanceReportConnection: PerformanceReportConnectionModel;
  PerformanceReportEdge: Omit<PerformanceReportEdge, 'node'> & { node: ResolversParentTypes['PerformanceReport'] };
  Person: PersonModel;
  PlannedCall: PlannedCall;
  Query: Record<PropertyKey, never>;
  RankingReport: RankingReportNode;
  RankingReportConnection: RankingReportConnectionModel;
  RankingReportEdge: Omit<RankingReportEdge, 'node'> & { node: ResolversParentTypes['RankingReport'] };
  RateBudget: RateBudget;
  Report: ReportModel;
  ReportFilter: ReportFilter;
  SatisfactionFilter: SatisfactionFilter;
  SatisfactionRating: SatisfactionRatingNode;
  SatisfactionRatingConnection: SatisfactionRatingConnectionModel;
  SatisfactionRatingEdge: Omit<SatisfactionRatingEdge, 'node'> & { node: ResolversParentTypes['SatisfactionRating'] };
  SlaComplianceReport: SlaComplianceReportNode;
  SlaComplianceReportConnection: SlaComplianceReportConnectionModel;
  SlaComplianceReportEdge: Omit<SlaComplianceReportEdge, 'node'> & { node: ResolversParentTypes['SlaComplianceReport'] };
  SlaLogReport: SlaLogReportNode;
  SlaLogReportConnection: SlaLogReportConnectionModel;
  SlaLogReportEdge: Omit<SlaLogReportEdge, 'node'> & { node: ResolversParentTypes['SlaLogReport'] };
  SlaSeconds: SpreadModel;
  Source: SourceNode;
  SourceError: SourceError;
  SourceFilter: SourceFilter;
  SourceOutcome: SourceOutcomeModel;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SuggestionCategory: SuggestionCategoryNode;
  SuggestionCategoryConnection: SuggestionCategoryConnectionModel;
  SuggestionCategoryEdge: Omit<SuggestionCategoryEdge, 'node'> & { node: ResolversParentTypes['SuggestionCategory'] };
  SuggestionCreateInput: SuggestionCreateInput;
  SuggestionCreatePayload: SuggestionCreatePayload;
  Tag: TagNode;
  TagConnection: TagConnectionModel;
  TagCreateInput: TagCreateInput;
  TagCreatePayload: Omit<TagCreatePayload, 'tag'> & { tag?: Maybe<ResolversParentTypes['Tag']> };
  TagDeleteInput: TagDeleteInput;
  TagDeletePayload: TagDeletePayload;
  TagEdge: Omit<TagEdge, 'node'> & { node: ResolversParentTypes['Tag'] };
  TagFilter: TagFilter;
  TagReport: TagReportNode;
  TagReportConnection: TagReportConnectionModel;
  TagReportEdge: Omit<TagReportEdge, 'node'> & { node: ResolversParentTypes['TagReport'] };
  TagUpdateInput: TagUpdateInput;
  TagUpdatePayload: Omit<TagUpdatePayload, 'tag'> & { tag?: Maybe<ResolversParentTypes['Tag']> };
  Transaction: TransactionNode;
  TransactionConnection: TransactionConnectionModel;
  TransactionEdge: Omit<TransactionEdge, 'node'> & { node: ResolversParentTypes['Transaction'] };
  TransactionFilter: TransactionFilter;
  UserError: UserError;
  Visit: Visit;
  Website: WebsiteNode;
  WebsiteConnection: WebsiteConnectionModel;
  WebsiteEdge: Omit<WebsiteEdge, 'node'> & { node: ResolversParentTypes['Website'] };
  Widget: WidgetModel;
  _Any: Scalars['_Any']['output'];
  _Entity: EntityModel;
  _Service: _Service;
};

export type DeferDirectiveArgs = {
  if?: Scalars['Boolean']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type DeferDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = DeferDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StreamDirectiveArgs = {
  if?: Scalars['Boolean']['input'];
  initialCount?: Maybe<Scalars['Int']['input']>;
  label?: Maybe<Scalars['String']['input']>;
};

export type StreamDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = StreamDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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

export type AgentAvailabilityReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAvailabilityReport'] = ResolversParentTypes['AgentAvailabilityReport']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  onlineSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AgentAvailabilityReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAvailabilityReportConnection'] = ResolversParentTypes['AgentAvailabilityReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentAvailabilityReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentAvailabilityReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type AgentAvailabilityReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAvailabilityReportEdge'] = ResolversParentTypes['AgentAvailabilityReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentAvailabilityReport'], ParentType, ContextType>;
};

export type AgentAvailabilitySetPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAvailabilitySetPayload'] = ResolversParentTypes['AgentAvailabilitySetPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type AgentCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentCreatePayload'] = ResolversParentTypes['AgentCreatePayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentDeletePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentDeletePayload'] = ResolversParentTypes['AgentDeletePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentDisconnectPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentDisconnectPayload'] = ResolversParentTypes['AgentDisconnectPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentEdge'] = ResolversParentTypes['AgentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type AgentReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentReport'] = ResolversParentTypes['AgentReport']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type AgentReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentReportConnection'] = ResolversParentTypes['AgentReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type AgentReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentReportEdge'] = ResolversParentTypes['AgentReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentReport'], ParentType, ContextType>;
};

export type AgentUpdatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentUpdatePayload'] = ResolversParentTypes['AgentUpdatePayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentWebsiteLinkPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentWebsiteLinkPayload'] = ResolversParentTypes['AgentWebsiteLinkPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentWebsiteUnlinkPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentWebsiteUnlinkPayload'] = ResolversParentTypes['AgentWebsiteUnlinkPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  frameworkVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  installedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  serverTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  access?: Resolver<Maybe<ResolversTypes['ArticleAccess']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  html?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inheritedAccess?: Resolver<Maybe<ResolversTypes['ArticleAccess']>, ParentType, ContextType>;
  keywords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  knowledgeBase?: Resolver<Maybe<ResolversTypes['KnowledgeBase']>, ParentType, ContextType>;
  metaDescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ArticleStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  treePath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ArticleType'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urlCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  views?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  votes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
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

export type AvailabilityReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AvailabilityReport'] = ResolversParentTypes['AvailabilityReport']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availableMinutes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  availablePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type AvailabilityReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AvailabilityReportConnection'] = ResolversParentTypes['AvailabilityReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type AvailabilityReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AvailabilityReportEdge'] = ResolversParentTypes['AvailabilityReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AvailabilityReport'], ParentType, ContextType>;
};

export type CallsOverviewResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CallsOverview'] = ResolversParentTypes['CallsOverview']> = {
  queue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ringing?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  running?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChannelReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChannelReport'] = ResolversParentTypes['ChannelReport']> = {
  metrics?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type ChannelReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChannelReportConnection'] = ResolversParentTypes['ChannelReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ChannelReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type ChannelReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChannelReportEdge'] = ResolversParentTypes['ChannelReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ChannelReport'], ParentType, ContextType>;
};

export type ChatsOverviewResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatsOverview'] = ResolversParentTypes['ChatsOverview']> = {
  agents?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visitors?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomerGroup']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  uniqueFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CompanyConnection'] = ResolversParentTypes['CompanyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CompanyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Company']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type CompanyEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CompanyEdge'] = ResolversParentTypes['CompanyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
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
  satisfactionRating?: Resolver<Maybe<ResolversTypes['SatisfactionRating']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tag']>>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Transaction']>>, ParentType, ContextType>;
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

export type ConversationCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationCreatePayload'] = ResolversParentTypes['ConversationCreatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationDeletePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationDeletePayload'] = ResolversParentTypes['ConversationDeletePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationFieldsClearPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationFieldsClearPayload'] = ResolversParentTypes['ConversationFieldsClearPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationFieldsSetPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationFieldsSetPayload'] = ResolversParentTypes['ConversationFieldsSetPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationMessageSendPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationMessageSendPayload'] = ResolversParentTypes['ConversationMessageSendPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationNoteAddPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationNoteAddPayload'] = ResolversParentTypes['ConversationNoteAddPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationStatusChangePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationStatusChangePayload'] = ResolversParentTypes['ConversationStatusChangePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationTagAddPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationTagAddPayload'] = ResolversParentTypes['ConversationTagAddPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationTagRemovePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationTagRemovePayload'] = ResolversParentTypes['ConversationTagRemovePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationTransferPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ConversationTransferPayload'] = ResolversParentTypes['ConversationTransferPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type CustomerFieldsClearPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerFieldsClearPayload'] = ResolversParentTypes['CustomerFieldsClearPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerFieldsSetPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerFieldsSetPayload'] = ResolversParentTypes['CustomerFieldsSetPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type CustomerGroupCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupCreatePayload'] = ResolversParentTypes['CustomerGroupCreatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerGroup?: Resolver<Maybe<ResolversTypes['CustomerGroup']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerGroupDeletePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupDeletePayload'] = ResolversParentTypes['CustomerGroupDeletePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerGroupEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupEdge'] = ResolversParentTypes['CustomerGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerGroup'], ParentType, ContextType>;
};

export type CustomerGroupJoinPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupJoinPayload'] = ResolversParentTypes['CustomerGroupJoinPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerGroupLeavePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupLeavePayload'] = ResolversParentTypes['CustomerGroupLeavePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerGroupUpdatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerGroupUpdatePayload'] = ResolversParentTypes['CustomerGroupUpdatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerGroup?: Resolver<Maybe<ResolversTypes['CustomerGroup']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerRegisterPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CustomerRegisterPayload'] = ResolversParentTypes['CustomerRegisterPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  availability?: Resolver<Maybe<ResolversTypes['DepartmentAvailability']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentAvailabilityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentAvailability'] = ResolversParentTypes['DepartmentAvailability']> = {
  calls?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  chatCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  customerReplyCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  newCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tickets?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  vendorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type DepartmentReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentReport'] = ResolversParentTypes['DepartmentReport']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type DepartmentReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentReportConnection'] = ResolversParentTypes['DepartmentReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DepartmentReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DepartmentReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type DepartmentReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DepartmentReportEdge'] = ResolversParentTypes['DepartmentReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DepartmentReport'], ParentType, ContextType>;
};

export type FileResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['File'] = ResolversParentTypes['File']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  downloads?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FileUploadPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['FileUploadPayload'] = ResolversParentTypes['FileUploadPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KnowledgeBaseResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KnowledgeBase'] = ResolversParentTypes['KnowledgeBase']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnowledgeBaseCategoryCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KnowledgeBaseCategoryCreatePayload'] = ResolversParentTypes['KnowledgeBaseCategoryCreatePayload']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KnowledgeBaseConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KnowledgeBaseConnection'] = ResolversParentTypes['KnowledgeBaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeBaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeBase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type KnowledgeBaseEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KnowledgeBaseEdge'] = ResolversParentTypes['KnowledgeBaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeBase'], ParentType, ContextType>;
};

export type KnowledgeBaseEntryDeletePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KnowledgeBaseEntryDeletePayload'] = ResolversParentTypes['KnowledgeBaseEntryDeletePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LoadFiguresResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['LoadFigures'] = ResolversParentTypes['LoadFigures']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LoadReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['LoadReport'] = ResolversParentTypes['LoadReport']> = {
  agents?: Resolver<ResolversTypes['LoadFigures'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inProgress?: Resolver<ResolversTypes['LoadFigures'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['LoadFigures'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type LoadReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['LoadReportConnection'] = ResolversParentTypes['LoadReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LoadReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LoadReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type LoadReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['LoadReportEdge'] = ResolversParentTypes['LoadReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LoadReport'], ParentType, ContextType>;
};

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

export type MetricsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Metrics'] = ResolversParentTypes['Metrics']> = {
  answers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  answersPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  callAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callPickupAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callSecondsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chatAnswers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatAnswersPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chatAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatPickupAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatPickups?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conversionRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  createdTickets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  delayRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  finishedCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  finishedChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstAssignAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstAssignAverageSecondsInSla?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstResolveAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstResolveAverageSecondsInSla?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  incomingCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  incomingChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  incomingMessages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  internalCallAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  internalCallSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  internalCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missedCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missedCallsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missedChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missedChatsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  negativeRatings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  negativeRatingsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  negativeRatingsPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  newAnswerAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  newAnswerAverageSecondsInSla?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextAnswerAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextAnswerAverageSecondsInSla?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offlineCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outgoingCallAverageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outgoingCallSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outgoingCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  overallRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  positiveRatings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  positiveRatingsPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  positiveRatingsPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  presenceHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  problems?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resolutionRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  resolvedTickets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  salesAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  salesCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unansweredCalls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unansweredChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unrated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unratedPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unratedPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  welcomeRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  workMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  agentAvailabilitySet?: Resolver<Maybe<ResolversTypes['AgentAvailabilitySetPayload']>, ParentType, ContextType, RequireFields<MutationAgentAvailabilitySetArgs, 'input'>>;
  agentCreate?: Resolver<Maybe<ResolversTypes['AgentCreatePayload']>, ParentType, ContextType, RequireFields<MutationAgentCreateArgs, 'input'>>;
  agentDelete?: Resolver<Maybe<ResolversTypes['AgentDeletePayload']>, ParentType, ContextType, RequireFields<MutationAgentDeleteArgs, 'input'>>;
  agentDisconnect?: Resolver<Maybe<ResolversTypes['AgentDisconnectPayload']>, ParentType, ContextType, RequireFields<MutationAgentDisconnectArgs, 'input'>>;
  agentUpdate?: Resolver<Maybe<ResolversTypes['AgentUpdatePayload']>, ParentType, ContextType, RequireFields<MutationAgentUpdateArgs, 'input'>>;
  agentWebsiteLink?: Resolver<Maybe<ResolversTypes['AgentWebsiteLinkPayload']>, ParentType, ContextType, RequireFields<MutationAgentWebsiteLinkArgs, 'input'>>;
  agentWebsiteUnlink?: Resolver<Maybe<ResolversTypes['AgentWebsiteUnlinkPayload']>, ParentType, ContextType, RequireFields<MutationAgentWebsiteUnlinkArgs, 'input'>>;
  conversationCreate?: Resolver<Maybe<ResolversTypes['ConversationCreatePayload']>, ParentType, ContextType, RequireFields<MutationConversationCreateArgs, 'input'>>;
  conversationDelete?: Resolver<Maybe<ResolversTypes['ConversationDeletePayload']>, ParentType, ContextType, RequireFields<MutationConversationDeleteArgs, 'input'>>;
  conversationFieldsClear?: Resolver<Maybe<ResolversTypes['ConversationFieldsClearPayload']>, ParentType, ContextType, RequireFields<MutationConversationFieldsClearArgs, 'input'>>;
  conversationFieldsSet?: Resolver<Maybe<ResolversTypes['ConversationFieldsSetPayload']>, ParentType, ContextType, RequireFields<MutationConversationFieldsSetArgs, 'input'>>;
  conversationMessageSend?: Resolver<Maybe<ResolversTypes['ConversationMessageSendPayload']>, ParentType, ContextType, RequireFields<MutationConversationMessageSendArgs, 'input'>>;
  conversationNoteAdd?: Resolver<Maybe<ResolversTypes['ConversationNoteAddPayload']>, ParentType, ContextType, RequireFields<MutationConversationNoteAddArgs, 'input'>>;
  conversationStatusChange?: Resolver<Maybe<ResolversTypes['ConversationStatusChangePayload']>, ParentType, ContextType, RequireFields<MutationConversationStatusChangeArgs, 'input'>>;
  conversationTagAdd?: Resolver<Maybe<ResolversTypes['ConversationTagAddPayload']>, ParentType, ContextType, RequireFields<MutationConversationTagAddArgs, 'input'>>;
  conversationTagRemove?: Resolver<Maybe<ResolversTypes['ConversationTagRemovePayload']>, ParentType, ContextType, RequireFields<MutationConversationTagRemoveArgs, 'input'>>;
  conversationTransfer?: Resolver<Maybe<ResolversTypes['ConversationTransferPayload']>, ParentType, ContextType, RequireFields<MutationConversationTransferArgs, 'input'>>;
  customerFieldsClear?: Resolver<Maybe<ResolversTypes['CustomerFieldsClearPayload']>, ParentType, ContextType, RequireFields<MutationCustomerFieldsClearArgs, 'input'>>;
  customerFieldsSet?: Resolver<Maybe<ResolversTypes['CustomerFieldsSetPayload']>, ParentType, ContextType, RequireFields<MutationCustomerFieldsSetArgs, 'input'>>;
  customerGroupCreate?: Resolver<Maybe<ResolversTypes['CustomerGroupCreatePayload']>, ParentType, ContextType, RequireFields<MutationCustomerGroupCreateArgs, 'input'>>;
  customerGroupDelete?: Resolver<Maybe<ResolversTypes['CustomerGroupDeletePayload']>, ParentType, ContextType, RequireFields<MutationCustomerGroupDeleteArgs, 'input'>>;
  customerGroupJoin?: Resolver<Maybe<ResolversTypes['CustomerGroupJoinPayload']>, ParentType, ContextType, RequireFields<MutationCustomerGroupJoinArgs, 'input'>>;
  customerGroupLeave?: Resolver<Maybe<ResolversTypes['CustomerGroupLeavePayload']>, ParentType, ContextType, RequireFields<MutationCustomerGroupLeaveArgs, 'input'>>;
  customerGroupUpdate?: Resolver<Maybe<ResolversTypes['CustomerGroupUpdatePayload']>, ParentType, ContextType, RequireFields<MutationCustomerGroupUpdateArgs, 'input'>>;
  customerRegister?: Resolver<Maybe<ResolversTypes['CustomerRegisterPayload']>, ParentType, ContextType, RequireFields<MutationCustomerRegisterArgs, 'input'>>;
  fileUpload?: Resolver<Maybe<ResolversTypes['FileUploadPayload']>, ParentType, ContextType, RequireFields<MutationFileUploadArgs, 'input'>>;
  knowledgeBaseCategoryCreate?: Resolver<Maybe<ResolversTypes['KnowledgeBaseCategoryCreatePayload']>, ParentType, ContextType, RequireFields<MutationKnowledgeBaseCategoryCreateArgs, 'input'>>;
  knowledgeBaseEntryDelete?: Resolver<Maybe<ResolversTypes['KnowledgeBaseEntryDeletePayload']>, ParentType, ContextType, RequireFields<MutationKnowledgeBaseEntryDeleteArgs, 'input'>>;
  suggestionCreate?: Resolver<Maybe<ResolversTypes['SuggestionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSuggestionCreateArgs, 'input'>>;
  tagCreate?: Resolver<Maybe<ResolversTypes['TagCreatePayload']>, ParentType, ContextType, RequireFields<MutationTagCreateArgs, 'input'>>;
  tagDelete?: Resolver<Maybe<ResolversTypes['TagDeletePayload']>, ParentType, ContextType, RequireFields<MutationTagDeleteArgs, 'input'>>;
  tagUpdate?: Resolver<Maybe<ResolversTypes['TagUpdatePayload']>, ParentType, ContextType, RequireFields<MutationTagUpdateArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Agent' | 'Article' | 'Company' | 'Conversation' | 'Customer' | 'CustomerGroup' | 'Department' | 'File' | 'KnowledgeBase' | 'Message' | 'SatisfactionRating' | 'Source' | 'SuggestionCategory' | 'Tag' | 'Transaction' | 'Website', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PerformanceReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PerformanceReport'] = ResolversParentTypes['PerformanceReport']> = {
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PerformanceReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PerformanceReportConnection'] = ResolversParentTypes['PerformanceReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PerformanceReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PerformanceReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type PerformanceReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PerformanceReportEdge'] = ResolversParentTypes['PerformanceReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PerformanceReport'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<PersonConversationsArgs, 'first'>>;
  customers?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlannedCallResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PlannedCall'] = ResolversParentTypes['PlannedCall']> = {
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _entities?: Resolver<ReadonlyArray<Maybe<ResolversTypes['_Entity']>>, ParentType, ContextType, RequireFields<Query_EntitiesArgs, 'representations'>>;
  _service?: Resolver<ResolversTypes['_Service'], ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryAgentArgs, 'id'>>;
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, RequireFields<QueryAgentsArgs, 'first' | 'strict'>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<QueryArticlesArgs, 'first' | 'strict'>>;
  companies?: Resolver<ResolversTypes['CompanyConnection'], ParentType, ContextType, RequireFields<QueryCompaniesArgs, 'first' | 'strict'>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversationByReference?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationByReferenceArgs, 'reference' | 'source'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first' | 'strict'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customerGroups?: Resolver<ResolversTypes['CustomerGroupConnection'], ParentType, ContextType, RequireFields<QueryCustomerGroupsArgs, 'first' | 'strict'>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first' | 'strict'>>;
  departments?: Resolver<ResolversTypes['DepartmentConnection'], ParentType, ContextType, RequireFields<QueryDepartmentsArgs, 'first' | 'strict'>>;
  file?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType, RequireFields<QueryFileArgs, 'id'>>;
  knowledgeBases?: Resolver<ResolversTypes['KnowledgeBaseConnection'], ParentType, ContextType, RequireFields<QueryKnowledgeBasesArgs, 'first' | 'strict'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodeByVendorId?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeByVendorIdArgs, 'source' | 'type' | 'vendorId'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType, RequireFields<QueryPersonArgs, 'email'>>;
  report?: Resolver<ResolversTypes['Report'], ParentType, ContextType, RequireFields<QueryReportArgs, 'from' | 'to'>>;
  satisfactionRatings?: Resolver<ResolversTypes['SatisfactionRatingConnection'], ParentType, ContextType, RequireFields<QuerySatisfactionRatingsArgs, 'first' | 'strict'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'name'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  suggestionCategories?: Resolver<ResolversTypes['SuggestionCategoryConnection'], ParentType, ContextType, RequireFields<QuerySuggestionCategoriesArgs, 'first' | 'strict'>>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, RequireFields<QueryTagArgs, 'id'>>;
  tags?: Resolver<ResolversTypes['TagConnection'], ParentType, ContextType, RequireFields<QueryTagsArgs, 'first' | 'strict'>>;
  transactions?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, RequireFields<QueryTransactionsArgs, 'first' | 'strict'>>;
  websites?: Resolver<ResolversTypes['WebsiteConnection'], ParentType, ContextType, RequireFields<QueryWebsitesArgs, 'first' | 'strict'>>;
};

export type RankingReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RankingReport'] = ResolversParentTypes['RankingReport']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  agentEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rankingType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RankingReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RankingReportConnection'] = ResolversParentTypes['RankingReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RankingReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RankingReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type RankingReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RankingReportEdge'] = ResolversParentTypes['RankingReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RankingReport'], ParentType, ContextType>;
};

export type RateBudgetResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RateBudget'] = ResolversParentTypes['RateBudget']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  agentAvailability?: Resolver<ResolversTypes['AgentAvailabilityReportConnection'], ParentType, ContextType, RequireFields<ReportAgentAvailabilityArgs, 'first' | 'medium'>>;
  agents?: Resolver<ResolversTypes['AgentReportConnection'], ParentType, ContextType, RequireFields<ReportAgentsArgs, 'first'>>;
  availability?: Resolver<ResolversTypes['AvailabilityReportConnection'], ParentType, ContextType, RequireFields<ReportAvailabilityArgs, 'first' | 'medium'>>;
  channels?: Resolver<ResolversTypes['ChannelReportConnection'], ParentType, ContextType, RequireFields<ReportChannelsArgs, 'first'>>;
  departments?: Resolver<ResolversTypes['DepartmentReportConnection'], ParentType, ContextType, RequireFields<ReportDepartmentsArgs, 'first'>>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  load?: Resolver<ResolversTypes['LoadReportConnection'], ParentType, ContextType, RequireFields<ReportLoadArgs, 'first' | 'medium'>>;
  performance?: Resolver<ResolversTypes['PerformanceReportConnection'], ParentType, ContextType, RequireFields<ReportPerformanceArgs, 'first' | 'interval'>>;
  ranking?: Resolver<ResolversTypes['RankingReportConnection'], ParentType, ContextType, RequireFields<ReportRankingArgs, 'first'>>;
  slaCompliance?: Resolver<ResolversTypes['SlaComplianceReportConnection'], ParentType, ContextType, RequireFields<ReportSlaComplianceArgs, 'first' | 'medium'>>;
  slaLog?: Resolver<ResolversTypes['SlaLogReportConnection'], ParentType, ContextType, RequireFields<ReportSlaLogArgs, 'first' | 'medium'>>;
  tags?: Resolver<ResolversTypes['TagReportConnection'], ParentType, ContextType, RequireFields<ReportTagsArgs, 'first'>>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SatisfactionRatingResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SatisfactionRating'] = ResolversParentTypes['SatisfactionRating']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  delay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  welcome?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SatisfactionRatingConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SatisfactionRatingConnection'] = ResolversParentTypes['SatisfactionRatingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SatisfactionRatingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SatisfactionRating']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type SatisfactionRatingEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SatisfactionRatingEdge'] = ResolversParentTypes['SatisfactionRatingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SatisfactionRating'], ParentType, ContextType>;
};

export type SlaComplianceReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaComplianceReport'] = ResolversParentTypes['SlaComplianceReport']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fulfilled?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fulfilledSeconds?: Resolver<ResolversTypes['SlaSeconds'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  unfulfilled?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unfulfilledSeconds?: Resolver<ResolversTypes['SlaSeconds'], ParentType, ContextType>;
};

export type SlaComplianceReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaComplianceReportConnection'] = ResolversParentTypes['SlaComplianceReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SlaComplianceReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SlaComplianceReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type SlaComplianceReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaComplianceReportEdge'] = ResolversParentTypes['SlaComplianceReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SlaComplianceReport'], ParentType, ContextType>;
};

export type SlaLogReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaLogReport'] = ResolversParentTypes['SlaLogReport']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  levelId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  levelName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  marginSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type SlaLogReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaLogReportConnection'] = ResolversParentTypes['SlaLogReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SlaLogReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SlaLogReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type SlaLogReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaLogReportEdge'] = ResolversParentTypes['SlaLogReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SlaLogReport'], ParentType, ContextType>;
};

export type SlaSecondsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SlaSeconds'] = ResolversParentTypes['SlaSeconds']> = {
  average?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  callsOverview?: Resolver<Maybe<ResolversTypes['CallsOverview']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  chatsOverview?: Resolver<Maybe<ResolversTypes['ChatsOverview']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rateBudget?: Resolver<Maybe<ResolversTypes['RateBudget']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  widgets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Widget']>>, ParentType, ContextType>;
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

export type SubscriptionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationChanged?: SubscriptionResolver<ResolversTypes['Conversation'], "conversationChanged", ParentType, ContextType, Partial<SubscriptionConversationChangedArgs>>;
};

export type SuggestionCategoryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SuggestionCategory'] = ResolversParentTypes['SuggestionCategory']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SuggestionCategoryConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SuggestionCategoryConnection'] = ResolversParentTypes['SuggestionCategoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SuggestionCategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SuggestionCategory']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type SuggestionCategoryEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SuggestionCategoryEdge'] = ResolversParentTypes['SuggestionCategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SuggestionCategory'], ParentType, ContextType>;
};

export type SuggestionCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SuggestionCreatePayload'] = ResolversParentTypes['SuggestionCreatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  suggestionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type TagCreatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagCreatePayload'] = ResolversParentTypes['TagCreatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TagDeletePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagDeletePayload'] = ResolversParentTypes['TagDeletePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
};

export type TagReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagReport'] = ResolversParentTypes['TagReport']> = {
  metrics?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
};

export type TagReportConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagReportConnection'] = ResolversParentTypes['TagReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TagReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TagReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type TagReportEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagReportEdge'] = ResolversParentTypes['TagReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TagReport'], ParentType, ContextType>;
};

export type TagUpdatePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagUpdatePayload'] = ResolversParentTypes['TagUpdatePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedCalls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedCall']>>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransactionConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TransactionConnection'] = ResolversParentTypes['TransactionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TransactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Transaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceOutcome']>, ParentType, ContextType>;
};

export type TransactionEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TransactionEdge'] = ResolversParentTypes['TransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type WidgetResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Widget'] = ResolversParentTypes['Widget']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  integrationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface _AnyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['_Any'], any> {
  name: '_Any';
}

export type _EntityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['_Entity'] = ResolversParentTypes['_Entity']> = {
  __resolveType: TypeResolveFn<'Agent' | 'Article' | 'Company' | 'Conversation' | 'Customer' | 'CustomerGroup' | 'Department' | 'File' | 'KnowledgeBase' | 'Message' | 'Person' | 'SatisfactionRating' | 'Source' | 'SuggestionCategory' | 'Tag' | 'Transaction' | 'Website', ParentType, ContextType>;
};

export type _ServiceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['_Service'] = ResolversParentTypes['_Service']> = {
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  Agent?: AgentResolvers<ContextType>;
  AgentAvailability?: AgentAvailabilityResolvers<ContextType>;
  AgentAvailabilityReport?: AgentAvailabilityReportResolvers<ContextType>;
  AgentAvailabilityReportConnection?: AgentAvailabilityReportConnectionResolvers<ContextType>;
  AgentAvailabilityReportEdge?: AgentAvailabilityReportEdgeResolvers<ContextType>;
  AgentAvailabilitySetPayload?: AgentAvailabilitySetPayloadResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentCreatePayload?: AgentCreatePayloadResolvers<ContextType>;
  AgentDeletePayload?: AgentDeletePayloadResolvers<ContextType>;
  AgentDisconnectPayload?: AgentDisconnectPayloadResolvers<ContextType>;
  AgentEdge?: AgentEdgeResolvers<ContextType>;
  AgentReport?: AgentReportResolvers<ContextType>;
  AgentReportConnection?: AgentReportConnectionResolvers<ContextType>;
  AgentReportEdge?: AgentReportEdgeResolvers<ContextType>;
  AgentUpdatePayload?: AgentUpdatePayloadResolvers<ContextType>;
  AgentWebsiteLinkPayload?: AgentWebsiteLinkPayloadResolvers<ContextType>;
  AgentWebsiteUnlinkPayload?: AgentWebsiteUnlinkPayloadResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  AvailabilityReport?: AvailabilityReportResolvers<ContextType>;
  AvailabilityReportConnection?: AvailabilityReportConnectionResolvers<ContextType>;
  AvailabilityReportEdge?: AvailabilityReportEdgeResolvers<ContextType>;
  CallsOverview?: CallsOverviewResolvers<ContextType>;
  ChannelReport?: ChannelReportResolvers<ContextType>;
  ChannelReportConnection?: ChannelReportConnectionResolvers<ContextType>;
  ChannelReportEdge?: ChannelReportEdgeResolvers<ContextType>;
  ChatsOverview?: ChatsOverviewResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyConnection?: CompanyConnectionResolvers<ContextType>;
  CompanyEdge?: CompanyEdgeResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationCreatePayload?: ConversationCreatePayloadResolvers<ContextType>;
  ConversationDeletePayload?: ConversationDeletePayloadResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationFieldsClearPayload?: ConversationFieldsClearPayloadResolvers<ContextType>;
  ConversationFieldsSetPayload?: ConversationFieldsSetPayloadResolvers<ContextType>;
  ConversationMessageSendPayload?: ConversationMessageSendPayloadResolvers<ContextType>;
  ConversationNoteAddPayload?: ConversationNoteAddPayloadResolvers<ContextType>;
  ConversationStatusChangePayload?: ConversationStatusChangePayloadResolvers<ContextType>;
  ConversationTagAddPayload?: ConversationTagAddPayloadResolvers<ContextType>;
  ConversationTagRemovePayload?: ConversationTagRemovePayloadResolvers<ContextType>;
  ConversationTransferPayload?: ConversationTransferPayloadResolvers<ContextType>;
  CustomField?: CustomFieldResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerFieldsClearPayload?: CustomerFieldsClearPayloadResolvers<ContextType>;
  CustomerFieldsSetPayload?: CustomerFieldsSetPayloadResolvers<ContextType>;
  CustomerGroup?: CustomerGroupResolvers<ContextType>;
  CustomerGroupConnection?: CustomerGroupConnectionResolvers<ContextType>;
  CustomerGroupCreatePayload?: CustomerGroupCreatePayloadResolvers<ContextType>;
  CustomerGroupDeletePayload?: CustomerGroupDeletePayloadResolvers<ContextType>;
  CustomerGroupEdge?: CustomerGroupEdgeResolvers<ContextType>;
  CustomerGroupJoinPayload?: CustomerGroupJoinPayloadResolvers<ContextType>;
  CustomerGroupLeavePayload?: CustomerGroupLeavePayloadResolvers<ContextType>;
  CustomerGroupUpdatePayload?: CustomerGroupUpdatePayloadResolvers<ContextType>;
  CustomerRegisterPayload?: CustomerRegisterPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  DepartmentAvailability?: DepartmentAvailabilityResolvers<ContextType>;
  DepartmentConnection?: DepartmentConnectionResolvers<ContextType>;
  DepartmentEdge?: DepartmentEdgeResolvers<ContextType>;
  DepartmentReport?: DepartmentReportResolvers<ContextType>;
  DepartmentReportConnection?: DepartmentReportConnectionResolvers<ContextType>;
  DepartmentReportEdge?: DepartmentReportEdgeResolvers<ContextType>;
  File?: FileResolvers<ContextType>;
  FileUploadPayload?: FileUploadPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KnowledgeBase?: KnowledgeBaseResolvers<ContextType>;
  KnowledgeBaseCategoryCreatePayload?: KnowledgeBaseCategoryCreatePayloadResolvers<ContextType>;
  KnowledgeBaseConnection?: KnowledgeBaseConnectionResolvers<ContextType>;
  KnowledgeBaseEdge?: KnowledgeBaseEdgeResolvers<ContextType>;
  KnowledgeBaseEntryDeletePayload?: KnowledgeBaseEntryDeletePayloadResolvers<ContextType>;
  LoadFigures?: LoadFiguresResolvers<ContextType>;
  LoadReport?: LoadReportResolvers<ContextType>;
  LoadReportConnection?: LoadReportConnectionResolvers<ContextType>;
  LoadReportEdge?: LoadReportEdgeResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  Metrics?: MetricsResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PerformanceReport?: PerformanceReportResolvers<ContextType>;
  PerformanceReportConnection?: PerformanceReportConnectionResolvers<ContextType>;
  PerformanceReportEdge?: PerformanceReportEdgeResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PlannedCall?: PlannedCallResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankingReport?: RankingReportResolvers<ContextType>;
  RankingReportConnection?: RankingReportConnectionResolvers<ContextType>;
  RankingReportEdge?: RankingReportEdgeResolvers<ContextType>;
  RateBudget?: RateBudgetResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  SatisfactionRating?: SatisfactionRatingResolvers<ContextType>;
  SatisfactionRatingConnection?: SatisfactionRatingConnectionResolvers<ContextType>;
  SatisfactionRatingEdge?: SatisfactionRatingEdgeResolvers<ContextType>;
  SlaComplianceReport?: SlaComplianceReportResolvers<ContextType>;
  SlaComplianceReportConnection?: SlaComplianceReportConnectionResolvers<ContextType>;
  SlaComplianceReportEdge?: SlaComplianceReportEdgeResolvers<ContextType>;
  SlaLogReport?: SlaLogReportResolvers<ContextType>;
  SlaLogReportConnection?: SlaLogReportConnectionResolvers<ContextType>;
  SlaLogReportEdge?: SlaLogReportEdgeResolvers<ContextType>;
  SlaSeconds?: SlaSecondsResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SourceOutcome?: SourceOutcomeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuggestionCategory?: SuggestionCategoryResolvers<ContextType>;
  SuggestionCategoryConnection?: SuggestionCategoryConnectionResolvers<ContextType>;
  SuggestionCategoryEdge?: SuggestionCategoryEdgeResolvers<ContextType>;
  SuggestionCreatePayload?: SuggestionCreatePayloadResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagCreatePayload?: TagCreatePayloadResolvers<ContextType>;
  TagDeletePayload?: TagDeletePayloadResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  TagReport?: TagReportResolvers<ContextType>;
  TagReportConnection?: TagReportConnectionResolvers<ContextType>;
  TagReportEdge?: TagReportEdgeResolvers<ContextType>;
  TagUpdatePayload?: TagUpdatePayloadResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TransactionConnection?: TransactionConnectionResolvers<ContextType>;
  TransactionEdge?: TransactionEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  Website?: WebsiteResolvers<ContextType>;
  WebsiteConnection?: WebsiteConnectionResolvers<ContextType>;
  WebsiteEdge?: WebsiteEdgeResolvers<ContextType>;
  Widget?: WidgetResolvers<ContextType>;
  _Any?: GraphQLScalarType;
  _Entity?: _EntityResolvers<ContextType>;
  _Service?: _ServiceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GatewayContext> = {
  defer?: DeferDirectiveResolver<any, any, ContextType>;
  stream?: StreamDirectiveResolver<any, any, ContextType>;
};
