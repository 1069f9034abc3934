import DataLoader from 'dataloader';
import type { Agent } from '../contract/agent.ts';
import type { CallContext } from '../contract/call-context.ts';
import type { Conversation, ConversationReference } from '../contract/conversation.ts';
import type {
  Aftermath,
  AftermathReader,
  ConversationMoment,
  SatisfactionRating,
  Transaction,
} from '../contract/conversation-aftermath.ts';
import type { CustomerGroup } from '../contract/directory.ts';
import type { Entity } from '../contract/entity.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Message } from '../contract/message.ts';
import { agentOfName } from './agent-of-name.ts';
import { createEntityLoader, createFieldLoader, listDirectory, noneOf } from './entity-loaders.ts';
import type { LoadableEntities, LoadableType, SourceEntity } from './source-entity.ts';

/** Batches and shares, within one request, what fields need beyond the record at hand. */
export interface Loaders {
  /** An entity by its key with every field told; null = gone, or the source has no such entities. */
  entity<Type extends LoadableType>(
    source: HelpdeskSource,
    type: Type,
    key: string,
  ): Promise<LoadableEntities[Type] | null>;
  /**
   * An entity by its key, as its list tells it where several are asked for and there is a list: `told` gives what the
   * list leaves out. null = gone, or the source has no such entities.
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
   * A field of an entity: from the record at hand, else by its own call if it takes one, from a list, or the whole
   * entity. At once where it is there: a page asks for hundreds.
   */
  told<Type extends LoadableType, Field extends keyof LoadableEntities[Type]>(
    node: SourceEntity<Type>,
    field: Field,
  ): Told<LoadableEntities[Type][Field]>;
  /** Forgets what this request has loaded so far: something was changed. */
  forget(): void;
}

/** A value, or a promise of it; null = the vendor tells of none. */
export type Told<Value> = NonNullable<Value> | Promise<NonNullable<Value> | null> | null;

/** Loaders of one source, made when first needed. */
interface SourceLoaders {
  /** What lists told besides the directories', by key. */
  readonly seen: Map<LoadableType, Map<string, Entity>>;
  /** What the directories' lists tell, once they are there. */
  readonly listed: Map<LoadableType, List | Promise<List>>;
  readonly entities: Map<LoadableType, DataLoader<string, Entity | null>>;
  readonly known: Map<LoadableType, DataLoader<string, Entity | null>>;
  /** Fields that take calls of their own, by type and name. */
  readonly fields: Map<string, DataLoader<string, unknown>>;
  readonly conversations: DataLoader<ConversationReference, Conversation | null, string>;
  readonly messages: DataLoader<ConversationReference, readonly Message[], string>;
  readonly customerGroups: DataLoader<string, readonly CustomerGroup[] | null>;
  readonly satisfactionRatings: MomentLoader<SatisfactionRating>;
  readonly transactions: MomentLoader<Transaction>;
}

/** Rows by key; null = the source cannot list. */
type List = ReadonlyMap<string, Entity> | null;

type MomentLoader<Row> = DataLoader<ConversationMoment, readonly Row[] | null, string>;

/** Makes the loaders of one request. */
export function createLoaders(context: CallContext): Loaders {
  const bySource = new Map<string, SourceLoaders>();
  const of = (source: HelpdeskSource): SourceLoaders => {
    let loaders = bySource.get(source.name);
    if (!loaders) bySource.set(source.name, (loaders = createSourceLoaders(source, context)));
    return loaders;
  };

  const conversation: Loaders['conversation'] = (source, reference) =>
    of(source).conversations.load(reference);

  const entity: Loaders['entity'] = async (source, type, key) => {
    const { entities } = of(source);
    if (type === 'Conversation') {
      return (await conversation(source, { key, revision: null })) as LoadableEntities[typeof type] | null;
    }
    let loader = entities.get(type);
    if (!loader) entities.set(type, (loader = createEntityLoader(source, type, context)));
    return (await loader.load(key)) as LoadableEntities[typeof type] | null;
  };

  const listed = (source: HelpdeskSource, type: LoadableType): List | Promise<List> => {
    const { listed } = of(source);
    const list = listed.get(type);
    if (list !== undefined) return list;
    const reading = listDirectory(source, type, context).then((rows) => {
      listed.set(type, rows);
      return rows;
    });
    listed.set(type, reading);
    return reading;
  };

  const known: Loaders['known'] = async (source, type, key) => {
    const { known: loaders } = of(source);
    let loader = loaders.get(type);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const rows = keys.length > 1 ? await listed(source, type) : null;
        return settled(keys.map((each) => rows?.get(each) ?? entity(source, type, each)));
      });
      loaders.set(type, loader);
    }
    return (await loader.load(key)) as LoadableEntities[typeof type] | null;
  };

  const ownField = (source: HelpdeskSource, type: LoadableType, field: PropertyKey) => {
    const { fields } = of(source);
    const name = `${type} ${String(field)}`;
    const known = fields.get(name);
    if (known) return known;
    const loader = createFieldLoader(source, type, field, context);
    if (loader) fields.set(name, loader);
    return loader;
  };

  return {
    conversation,
    entity,
    known,
    forget: () => bySource.clear(),
    messages: (source, reference) => of(source).messages.load(reference),
    customerGroups: (source, key) => of(source).customerGroups.load(key),
    satisfactionRatings: (source, moment) => of(source).satisfactionRatings.load(moment),
    transactions: (source, moment) => of(source).transactions.load(moment),
    agentNamed: async (source, name) =>
      agentOfName([...((await listed(source, 'Agent'))?.values() ?? [])], name),
    see(source, type, entities) {
      const { seen } = of(source);
      const rows = seen.get(type) ?? new Map<string, Entity>();
      for (const row of entities) rows.set(row.key, row);
      seen.set(type, rows);
    },
    told({ source, type, entity: record }, field) {
      type Field = Told<(typeof record)[typeof field]>;
      type Row = typeof record | null | undefined;
      if (record[field] !== undefined) return record[field];
      const seen = of(source).seen.get(type)?.get(record.key) as Row;
      if (seen && seen[field] !== undefined) return seen[field];
      if (type === 'Conversation') {
        const { key, revision = null } = record as LoadableEntities['Conversation'];
        return conversation(source, { key, revision }).then((whole) => (whole as Row)?.[field] ?? null);
      }
      const own = ownField(source, type, field);
      if (own) return own.load(record.key) as Field;
      const fromList = (rows: List): Field => {
        const row = rows?.get(record.key) as Row;
        if (row && row[field] !== undefined) return row[field];
        return entity(source, type, record.key).then((whole) => whole?.[field] ?? null);
      };
      const rows = listed(source, type);
      return rows instanceof Promise ? rows.then(fromList) : fromList(rows);
    },
  };
}

function createSourceLoaders(source: HelpdeskSource, context: CallContext): SourceLoaders {
  const { conversations, customers } = source;
  const referenceKey = { cacheKeyFn: ({ key }: ConversationReference) => key };
  return {
    seen: new Map(),
    listed: new Map(),
    entities: new Map(),
    known: new Map(),
    fields: new Map(),
    conversations: new DataLoader<ConversationReference, Conversation | null, string>(
      async (references) => (conversations ? conversations.get(references, context) : noneOf(references)),
      referenceKey,
    ),
    messages: new DataLoader<ConversationReference, readonly Message[], string>(
      async (references) =>
        conversations ? conversations.messages(references, context) : references.map(() => []),
      referenceKey,
    ),
    customerGroups: new DataLoader<string, readonly CustomerGroup[] | null>(async (keys) =>
      customers?.groups ? customers.groups(keys, context) : noneOf(keys),
    ),
    satisfactionRatings: momentLoader(source.satisfactionRatings, context),
    transactions: momentLoader(source.transactions, context),
  };
}

function momentLoader<Row extends Aftermath>(
  reader: Pick<AftermathReader<Row, unknown>, 'ofConversations'> | undefined,
  context: CallContext,
): MomentLoader<Row> {
  return new DataLoader<ConversationMoment, readonly Row[] | null, string>(
    async (moments) => (reader ? reader.ofConversations(moments, context) : noneOf(moments)),
    { cacheKeyFn: ({ key }) => key },
  );
}

/** Each result, or why there is none. */
async function settled<T>(results: readonly (Promise<T> | T)[]): Promise<(T | Error)[]> {
  const outcomes = await Promise.allSettled(results);
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as Error),
  );
}
