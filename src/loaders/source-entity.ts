import type { Agent } from '../contract/agent.ts';
import type { Company } from '../contract/company.ts';
import type { Conversation } from '../contract/conversation.ts';
import type { SatisfactionRating, Transaction } from '../contract/conversation-aftermath.ts';
import type { Customer } from '../contract/customer.ts';
import type { CustomerGroup, Department, Tag, Website } from '../contract/directory.ts';
import type { Entity } from '../contract/entity.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Article, KnowledgeBase, SuggestionCategory } from '../contract/knowledge-base.ts';
import type { Message } from '../contract/message.ts';
import type { StoredFile } from '../contract/stored-file.ts';

/** A conversation, or what another record tells of it: its key at least. */
export type KnownConversation = Entity & Omit<Partial<Conversation>, keyof Entity>;

/** The entities that a source hands out by key, by the name of their GraphQL type. */
export interface LoadableEntities {
  Agent: Agent;
  Article: Article;
  Company: Company;
  Conversation: KnownConversation;
  Customer: Customer;
  CustomerGroup: CustomerGroup;
  Department: Department;
  File: StoredFile;
  KnowledgeBase: KnowledgeBase;
  SatisfactionRating: SatisfactionRating;
  SuggestionCategory: SuggestionCategory;
  Tag: Tag;
  Transaction: Transaction;
  Website: Website;
}

/** Name of a type that can be loaded by key. */
export type LoadableType = keyof LoadableEntities;

/** An entity, or what is known of it, with where it lives. */
export interface SourceEntity<Type extends LoadableType = LoadableType> {
  readonly type: Type;
  readonly source: HelpdeskSource;
  readonly entity: LoadableEntities[Type];
}

/** A message with the conversation it is part of. */
export interface SourceMessage {
  readonly type: 'Message';
  readonly source: HelpdeskSource;
  readonly conversation: SourceEntity<'Conversation'>;
  readonly message: Message;
}

/** A source as a node of the graph. */
export interface SourceNode {
  readonly type: 'Source';
  readonly source: HelpdeskSource;
}

/** Puts an entity beside its source. */
export function inSource<Type extends LoadableType>(
  type: Type,
  source: HelpdeskSource,
  entity: LoadableEntities[Type],
): SourceEntity<Type> {
  return { type, source, entity };
}

export type AgentNode = SourceEntity<'Agent'>;
export type ArticleNode = SourceEntity<'Article'>;
export type CompanyNode = SourceEntity<'Company'>;
export type ConversationNode = SourceEntity<'Conversation'>;
export type CustomerNode = SourceEntity<'Customer'>;
export type CustomerGroupNode = SourceEntity<'CustomerGroup'>;
export type DepartmentNode = SourceEntity<'Department'>;
export type FileNode = SourceEntity<'File'>;
export type KnowledgeBaseNode = SourceEntity<'KnowledgeBase'>;
export type SatisfactionRatingNode = SourceEntity<'SatisfactionRating'>;
export type SuggestionCategoryNode = SourceEntity<'SuggestionCategory'>;
export type TagNode = SourceEntity<'Tag'>;
export type TransactionNode = SourceEntity<'Transaction'>;
export type WebsiteNode = SourceEntity<'Website'>;
