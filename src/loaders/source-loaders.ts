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
import type { LoadableEntities, LoadableType } from './source-entity.ts';

/** A value, or a promise of it; null = the vendor tells of none. */
export type Told<Value> = NonNullable<Value> | Promise<NonNullable<Value> | null> | null;

/** Rows by key; null = the source cannot list. */
type List = ReadonlyMap<string, Entity> | null;

type MomentLoader<Row> = DataLoader<ConversationMoment, readonly Row[] | null, string>;

const byKey = { cacheKeyFn: ({ key }: { readonly key: string }) => key };

/** The loaders of one source for one request. Members without a comment are explained at `Loaders`. */
export class SourceLoaders {
  readonly conversations: DataLoader<ConversationReference, Conversation | null, string>;
  readonly messages: DataLoader<ConversationReference, readonly Message[], string>;
  readonly customerGroups: DataLoader<string, readonly CustomerGroup[] | null>;
  readonly satisfactionRatings: MomentLoader<SatisfactionRating>;
  readonly transactions: MomentLoader<Transaction>;
  readonly #source: HelpdeskSource;
  readonly #context: CallContext;
  /** Entities that other lists than the directories' told, by key. */
  readonly #seen = new Map<LoadableType, Map<string, Entity>>();
  /** The directories' lists, by key, once they are asked for. */
  readonly #listed = new Map<LoadableType, List | Promise<List>>();
  readonly #entities = new Map<LoadableType, DataLoader<string, Entity | null>>();
  readonly #known = new Map<LoadableType, DataLoader<string, Entity | null>>();
  /** Fields that take calls of their own, by type and name. */
  readonly #fields = new Map<string, DataLoader<string, unknown>>();
  readonly #conversationFields = new Map<string, DataLoader<ConversationReference, unknown, string>>();

  constructor(source: HelpdeskSource, context: CallContext) {
    const { conversations, customers } = source;
    this.#source = source;
    this.#context = context;
    this.conversations = new DataLoader<ConversationReference, Conversation | null, string>(
      async (references) => (conversations ? conversations.get(references, context) : noneOf(references)),
      byKey,
    );
    this.messages = new DataLoader<ConversationReference, readonly Message[], string>(
      async (references) =>
        conversations ? conversations.messages(references, context) : references.map(() => []),
      byKey,
    );
    this.customerGroups = new DataLoader<string, readonly CustomerGroup[] | null>(async (keys) =>
      customers?.groups ? customers.groups(keys, context) : noneOf(keys),
    );
    this.satisfactionRatings = momentLoader(source.satisfactionRatings, context);
    this.transactions = momentLoader(source.transactions, context);
  }

  async entity<Type extends LoadableType>(type: Type, key: string): Promise<LoadableEntities[Type] | null> {
    if (type === 'Conversation') {
      return (await this.conversations.load({ key, revision: null })) as LoadableEntities[Type] | null;
    }
    let loader = this.#entities.get(type);
    if (!loader) {
      this.#entities.set(type, (loader = createEntityLoader(this.#source, type, this.#context)));
    }
    return (await loader.load(key)) as LoadableEntities[Type] | null;
  }

  async known<Type extends LoadableType>(type: Type, key: string): Promise<LoadableEntities[Type] | null> {
    let loader = this.#known.get(type);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const rows = keys.length > 1 ? await this.#list(type) : null;
        return settled(keys.map((each) => rows?.get(each) ?? this.entity(type, each)));
      });
      this.#known.set(type, loader);
    }
    return (await loader.load(key)) as LoadableEntities[Type] | null;
  }

  async agentNamed(name: string): Promise<Agent | null> {
    return agentOfName([...((await this.#list('Agent'))?.values() ?? [])], name);
  }

  see<Type extends LoadableType>(type: Type, entities: readonly LoadableEntities[Type][]): void {
    const rows = this.#seen.get(type) ?? new Map<string, Entity>();
    for (const row of entities) rows.set(row.key, row);
    this.#seen.set(type, rows);
  }

  told<Type extends LoadableType, Field extends keyof LoadableEntities[Type]>(
    type: Type,
    record: LoadableEntities[Type],
    field: Field,
  ): Told<LoadableEntities[Type][Field]> {
    type Row = LoadableEntities[Type] | null | undefined;
    type Value = Told<LoadableEntities[Type][Field]>;
    if (record[field] !== undefined) return record[field];
    const seen = this.#seen.get(type)?.get(record.key) as Row;
    if (seen && seen[field] !== undefined) return seen[field];
    if (type === 'Conversation') {
      const { key, revision = null } = record as LoadableEntities['Conversation'];
      return this.#ofConversation({ key, revision }, field as keyof Conversation) as Value;
    }
    const own = this.#ownField(type, field);
    if (own) return own.load(record.key) as Value;
    const fromList = (rows: List): Value => {
      const row = rows?.get(record.key) as Row;
      if (row && row[field] !== undefined) return row[field];
      return this.entity(type, record.key).then((whole) => whole?.[field] ?? null);
    };
    const rows = this.#list(type);
    return rows instanceof Promise ? rows.then(fromList) : fromList(rows);
  }

  #list(type: LoadableType): List | Promise<List> {
    const list = this.#listed.get(type);
    if (list !== undefined) return list;
    const reading = listDirectory(this.#source, type, this.#context).then((rows) => {
      this.#listed.set(type, rows);
      return rows;
    });
    this.#listed.set(type, reading);
    return reading;
  }

  async #ofConversation(reference: ConversationReference, field: keyof Conversation): Promise<unknown> {
    const whole = await this.conversations.load(reference);
    if (whole === null) return null;
    if (whole[field] !== undefined) return whole[field];
    return this.#conversationField(field)?.load(reference) ?? null;
  }

  #conversationField(
    field: keyof Conversation,
  ): DataLoader<ConversationReference, unknown, string> | undefined {
    const read = this.#source.conversations?.fields?.[field];
    const known = this.#conversationFields.get(field);
    if (known || !read) return known;
    const loader = new DataLoader<ConversationReference, unknown, string>(
      async (references) => read(references, this.#context),
      byKey,
    );
    this.#conversationFields.set(field, loader);
    return loader;
  }

  #ownField(type: LoadableType, field: PropertyKey): DataLoader<string, unknown> | undefined {
    const name = `${type} ${String(field)}`;
    const known = this.#fields.get(name);
    if (known) return known;
    const loader = createFieldLoader(this.#source, type, field, this.#context);
    if (loader) this.#fields.set(name, loader);
    return loader;
  }
}

function momentLoader<Row extends Aftermath>(
  reader: Pick<AftermathReader<Row, unknown>, 'ofConversations'> | undefined,
  context: CallContext,
): MomentLoader<Row> {
  return new DataLoader<ConversationMoment, readonly Row[] | null, string>(
    async (moments) => (reader ? reader.ofConversations(moments, context) : noneOf(moments)),
    byKey,
  );
}

/** The value of each result, or the error with which it failed. */
async function settled<T>(results: readonly (Promise<T> | T)[]): Promise<(T | Error)[]> {
  const outcomes = await Promise.allSettled(results);
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as Error),
  );
}
