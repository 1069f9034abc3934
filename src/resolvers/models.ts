import type { AgentAvailability } from '../contract/agent.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Widget } from '../contract/widget.ts';
import type { SourceOutcome } from '../federation/source-outcome.ts';
import type {
  AgentNode,
  ArticleNode,
  CompanyNode,
  ConversationNode,
  CustomerGroupNode,
  CustomerNode,
  DepartmentNode,
  FileNode,
  KnowledgeBaseNode,
  LoadableType,
  SatisfactionRatingNode,
  SourceEntity,
  SourceMessage,
  SourceNode,
  SuggestionCategoryNode,
  TagNode,
  TransactionNode,
  WebsiteNode,
} from '../loaders/source-entity.ts';

export type {
  AgentNode,
  ArticleNode,
  CompanyNode,
  ConversationNode,
  CustomerGroupNode,
  CustomerNode,
  DepartmentNode,
  FileNode,
  KnowledgeBaseNode,
  SatisfactionRatingNode,
  SourceMessage,
  SourceNode,
  SuggestionCategoryNode,
  TagNode,
  TransactionNode,
  WebsiteNode,
};

/** Whether an agent is online, beside the agent. */
export interface AgentAvailabilityNode extends AgentAvailability {
  readonly agent: AgentNode;
}

/** Anything that implements the interface `Node`. */
export type AnyNode =
  | { [Type in LoadableType]: SourceEntity<Type> }[LoadableType]
  | SourceMessage
  | SourceNode;

/** A widget with the source it is of. */
export interface WidgetModel {
  readonly source: HelpdeskSource;
  readonly widget: Widget;
}

/** Who wrote a message. */
export type AuthorNode = AgentNode | CustomerNode;

/** A human by e-mail address. */
export interface PersonModel {
  /** Trimmed and in lower case. */
  readonly email: string;
}

/** Anything that a router can ask for by its key. */
export type EntityModel = AnyNode | PersonModel;

/** What one source contributed to a list. */
export type SourceOutcomeModel = SourceOutcome;

/** One page of a list. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** One page of a list out of many sources. */
export interface RootConnection<Row> extends Connection<Row> {
  readonly sources: readonly SourceOutcomeModel[];
}

export type AgentConnectionModel = RootConnection<AgentNode>;
export type ArticleConnectionModel = RootConnection<ArticleNode>;
export type CompanyConnectionModel = RootConnection<CompanyNode>;
export type ConversationConnectionModel = RootConnection<ConversationNode>;
export type CustomerConnectionModel = RootConnection<CustomerNode>;
export type CustomerGroupConnectionModel = RootConnection<CustomerGroupNode>;
export type DepartmentConnectionModel = RootConnection<DepartmentNode>;
export type KnowledgeBaseConnectionModel = RootConnection<KnowledgeBaseNode>;
export type MessageConnectionModel = Connection<SourceMessage>;
export type SatisfactionRatingConnectionModel = RootConnection<SatisfactionRatingNode>;
export type SuggestionCategoryConnectionModel = RootConnection<SuggestionCategoryNode>;
export type TagConnectionModel = RootConnection<TagNode>;
export type TransactionConnectionModel = RootConnection<TransactionNode>;
export type WebsiteConnectionModel = RootConnection<WebsiteNode>;
