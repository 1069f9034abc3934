import type { GraphQLResolveInfo } from 'graphql';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import type { MutationName } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged } from '../../contract/mutations/mutation-plan.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { createLoaders } from '../../loaders/loaders.ts';
import {
  inSource,
  type LoadableEntities,
  type LoadableType,
  type SourceEntity,
} from '../../loaders/source-entity.ts';
import type { MutationInput } from '../../mutations/run-mutation.ts';
import type { GatewayContext } from '../context.ts';
import { loadEntity } from '../load-node.ts';
import { selectedNames } from '../selected-names.ts';
import { mutate, payloadOf, type MutationPayload, type MutationResolver, type ReadInput } from './mutate.ts';

/** Mutations that tell the key of what they changed. */
export type KeyedMutation = Exclude<MutationName, 'suggestionCreate'>;

/** A mutation whose payload holds the changed entity. */
export interface EntityMutation<Name extends KeyedMutation, Type extends LoadableType, Field, Input> {
  readonly name: Name;
  readonly type: Type;
  /** The payload's field that holds the entity. */
  readonly field: Field;
  readonly read: ReadInput<Name, Input>;
}

/** Records larger than this, in characters of JSON, are not remembered with an outcome. */
const longestRemembered = 65_536;

/** Resolves a mutation whose payload holds the changed entity, read afresh from the vendor. */
export function changedEntity<
  Name extends KeyedMutation,
  Type extends LoadableType,
  Field extends string,
  Input extends MutationInput,
>({
  name,
  type,
  field,
  read,
}: EntityMutation<Name, Type, Field, Input>): MutationResolver<
  Input,
  MutationPayload & Readonly<Record<Field, SourceEntity<Type> | null>>
> {
  return async (_root, { input }, context, info) => {
    const reading = new FreshReading(name, type, context);
    const toDone = async (source: HelpdeskSource, result: unknown): Promise<MadeChange<Type>> => {
      const { told, ...change } = result as EntityChanged;
      const snapshot = isSelected(info, field) ? await reading.read(source, change.key, told) : null;
      return { ...change, snapshot };
    };
    const outcome = await mutate({ name, input, read, toDone }, context, info);
    const { done, source } = outcome;
    // Evaluated only where the field is selected.
    const entity = { get: () => (done && source ? reading.entity(source, done) : null) };
    return Object.defineProperty(payloadOf(outcome, input), field, entity) as MutationPayload &
      Readonly<Record<Field, SourceEntity<Type> | null>>;
  };
}

function isSelected(info: GraphQLResolveInfo, field: string): boolean {
  return selectedNames(info, [[]]).has(field);
}

/** The failure to give out what is new, where the vendor created it but did not tell its id. */
export function notTold(source: HelpdeskSource, operation: MutationName): VendorError {
  const message = `${wasMade}the vendor did not tell the id of what is new`;
  return new VendorError({ kind: 'wrong-answer', message, source: source.name, operation });
}

/** A change that was made, with what is remembered of the entity. */
interface MadeChange<Type extends LoadableType> extends Omit<EntityChanged, 'told'> {
  readonly snapshot: LoadableEntities[Type] | null;
}

const wasMade = 'the change was made, but ';

/** The failure to read what a change has changed, which does not invite to make the change again. */
function afterChange(error: unknown): unknown {
  if (!(error instanceof VendorError)) return error;
  return error.with({ message: `${wasMade}reading the result failed: ${error.message}`, halfMade: true });
}

/**
 * The entity after a change: read afresh for the request that made the change, and remembered for those that repeat it.
 */
class FreshReading<Type extends LoadableType> {
  readonly #mutation: MutationName;
  readonly #type: Type;
  readonly #context: GatewayContext;
  #made: Promise<LoadableEntities[Type] | null> | null = null;

  constructor(mutation: MutationName, type: Type, context: GatewayContext) {
    this.#mutation = mutation;
    this.#type = type;
    this.#context = context;
  }

  /** Reads the entity; gives what is to be remembered of it; null = nothing. */
  async read(
    source: HelpdeskSource,
    key: string | null,
    told: EntityChanged['told'],
  ): Promise<LoadableEntities[Type] | null> {
    if (key === null) return null;
    const loaders = createLoaders({ ...this.#context.call, bypassCache: true });
    // Told by the handler of this mutation, it is of the mutation's type.
    const answered = (told?.key === key ? told : null) as LoadableEntities[Type] | null;
    this.#made = loaders.entity(source, this.#type, key).then((found) => found ?? answered);
    try {
      const entity = await this.#made;
      return JSON.stringify(entity).length <= longestRemembered ? entity : null;
    } catch {
      // The change itself was made, so it does not fail: the field of the payload reports the failure.
      return null;
    }
  }

  /** The entity for the payload; undefined fields are loaded when they are asked for. Fails where there is none. */
  async entity(
    source: HelpdeskSource,
    { key, notRead, snapshot }: MadeChange<Type>,
  ): Promise<SourceEntity<Type>> {
    if (notRead) throw afterChange(new VendorError(notRead));
    if (key === null) throw notTold(source, this.#mutation);
    const found = await this.#found(source, key, snapshot).catch((error: unknown) => {
      throw afterChange(error);
    });
    if (found) return found;
    const message = `${wasMade}the vendor knows no such thing now`;
    throw new VendorError({ kind: 'wrong-answer', message, source: source.name, operation: this.#mutation });
  }

  async #found(
    source: HelpdeskSource,
    key: string,
    snapshot: LoadableEntities[Type] | null,
  ): Promise<SourceEntity<Type> | null> {
    const known = this.#made ? await this.#made : snapshot;
    if (known) return inSource(this.#type, source, known);
    return this.#made ? null : loadEntity(this.#type, source, key, this.#context);
  }
}
