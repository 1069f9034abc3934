import type { Conversation } from '../contract/conversation.ts';
import type { Customer } from '../contract/customer.ts';
import type { Agent } from '../contract/agent.ts';
import type { CustomerGroup, Department, Tag, Website } from '../contract/directory.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Message } from '../contract/message.ts';

/** The entities that a source hands out by key, by the name of their GraphQL type. */
export interface LoadableEntities {
  Agent: Agent;
  Conversation: Conversation;
  Customer: Customer;
  CustomerGroup: CustomerGroup;
  Department: Department;
  Tag: Tag;
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
export type ConversationNode = SourceEntity<'Conversation'>;
export type CustomerNode = SourceEntity<'Customer'>;
export type CustomerGroupNode = SourceEntity<'CustomerGroup'>;
export type DepartmentNode = SourceEntity<'Department'>;
export type TagNode = SourceEntity<'Tag'>;
export type WebsiteNode = SourceEntity<'Website'>;
