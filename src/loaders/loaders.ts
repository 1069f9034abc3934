import type { Agent } from '../contract/agent.ts';
import type { CallContext } from '../contract/call-context.ts';
import type { Conversation, ConversationReference } from '../contract/conversation.ts';
import type {
  ConversationMoment,
  SatisfactionRating,
  Transaction,
} from '../contract/conversation-aftermath.ts';
import type { CustomerGroup } from '../contract/directory.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Message } from '../contract/message.ts';
import type { LoadableEntities, LoadableType, SourceEntity } from './source-entity.ts';
import { SourceLoaders, type Told } from './source-loaders.ts';

/** Loads what fields need beyond the record at hand. Within one request, calls are batched and their results shared. */
export interface Loaders {
  /** An entity by its key with every field told; null = gone, or the source has no such entities. */
  entity<Type extends LoadableType>(
    source: HelpdeskSource,
    type: Type,
    key: string,
  ): Promise<LoadableEntities[Type] | null>;
  /**
   * An entity by its key. Where several are asked for and the source can list them, it is as the list tells it, and
   * `told` loads what the list leaves out. null = gone, or the source has no such entities.
   */
  known<Type extends LoadableType>(
    source: HelpdeskSource,
    type: Type,
    key: string,
  ): Promise<LoadableEntities[Type] | null>;
  /** A conversation with every field told. */
  conversation(source: HelpdeskSource, reference: ConversationReference): Promise<Conversation | null>;
  /** A conversation's messages, oldest first. */
  messages(source: HelpdeskSource, reference: ConversationReference): Promise<readonly Message[]>;
  /** The groups of a customer; null = the source does not tell. */
  customerGroups(source: HelpdeskSource, key: string): Promise<readonly CustomerGroup[] | null>;
  /** The ratings of a conversation, oldest first; null = the source does not tell. */
  satisfactionRatings(
    source: HelpdeskSource,
    conversation: ConversationMoment,
  ): Promise<readonly SatisfactionRating[] | null>;
  /** The purchases after a conversation, oldest first; null = the source does not tell. */
  transactions(
    source: HelpdeskSource,
    conversation: ConversationMoment,
  ): Promise<readonly Transaction[] | null>;
  /** The one agent of a source who has a name; null = there is none, or more than one. */
  agentNamed(source: HelpdeskSource, name: string): Promise<Agent | null>;
  /** Takes in what a list told, so that fields of references to its rows need no call. */
  see<Type extends LoadableType>(
    source: HelpdeskSource,
    type: Type,
    entities: readonly LoadableEntities[Type][],
  ): void;
  /**
   * A field of an entity: from the record at hand, else by a call of its own if it takes one, else from a list or the
   * whole entity. Gives the value itself, not a promise, where it is there already, as a page asks for hundreds.
   */
  told<Type extends LoadableType, Field extends keyof LoadableEntities[Type]>(
    node: SourceEntity<Type>,
    field: Field,
  ): Told<LoadableEntities[Type][Field]>;
  /** Loads something once; `name` says what. */
  once<T>(name: string, load: () => Promise<T>): Promise<T>;
  /** Forgets what this request has loaded so far; to be called when something was changed. */
  forget(): void;
}

/** Makes the loaders of one request. */
export function createLoaders(context: CallContext): Loaders {
  const bySource = new Map<string, SourceLoaders>();
  const loaded = new Map<string, Promise<unknown>>();
  const of = (source: HelpdeskSource): SourceLoaders => {
    let loaders = bySource.get(source.name);
    if (!loaders) bySource.set(source.name, (loaders = new SourceLoaders(source, context)));
    return loaders;
  };
  return {
    entity: (source, type, key) => of(source).entity(type, key),
    known: (source, type, key) => of(source).known(type, key),
    conversation: (source, reference) => of(source).conversations.load(reference),
    messages: (source, reference) => of(source).messages.load(reference),
    customerGroups: (source, key) => of(source).customerGroups.load(key),
    satisfactionRatings: (source, moment) => of(source).satisfactionRatings.load(moment),
    transactions: (source, moment) => of(source).transactions.load(moment),
    agentNamed: (source, name) => of(source).agentNamed(name),
    see: (source, type, entities) => of(source).see(type, entities),
    told: ({ source, type, entity }, field) => of(source).told(type, entity, field),
    once<T>(name: string, load: () => Promise<T>) {
      const known = loaded.get(name) ?? load();
      loaded.set(name, known);
      return known as Promise<T>;
    },
    forget() {
      bySource.clear();
      loaded.clear();
    },
  };
}
