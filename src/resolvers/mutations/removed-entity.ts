import type { MutationInput } from '../../mutations/run-mutation.ts';
import type { KeyedMutation } from './changed-entity.ts';
import { mutate, payloadOf, type MutationPayload, type MutationResolver, type ReadInput } from './mutate.ts';

/** A deletion, with where its input names what is to be deleted. */
export interface Removal<Name extends KeyedMutation, Input> {
  readonly name: Name;
  readonly idOf: (input: Input) => string;
  readonly read: ReadInput<Name, Input>;
}

/** Resolves a mutation whose payload tells the id of what was deleted. */
export function removedEntity<Name extends KeyedMutation, Input extends MutationInput>({
  name,
  idOf,
  read,
}: Removal<Name, Input>): MutationResolver<Input, MutationPayload & { readonly deletedId: string | null }> {
  return async (_root, { input }, context, info) => {
    const outcome = await mutate({ name, input, read, toDone: async () => idOf(input) }, context, info);
    return { ...payloadOf(outcome, input), deletedId: outcome.done };
  };
}
