import type { GraphQLResolveInfo } from 'graphql';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import type { CommandOf, MutationName, ResultOf } from '../../contract/mutations/mutation-handlers.ts';
import type { PlannedCall } from '../../contract/mutations/mutation-plan.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { runMutation, type MutationInput, type MutationOutcome } from '../../mutations/run-mutation.ts';
import type { UserError } from '../../mutations/user-error.ts';
import type { GatewayContext } from '../context.ts';
import { withDefaults } from './input-defaults.ts';

/** What every payload has. */
export interface MutationPayload {
  readonly clientMutationId: string | null;
  readonly userErrors: readonly UserError[];
  readonly plannedCalls: readonly PlannedCall[] | null;
}

/** Resolves a mutation. */
export type MutationResolver<Input, Payload> = (
  root: object,
  mutationArguments: { readonly input: Input },
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => Promise<Payload>;

/** Makes a mutation's command out of its input. */
export type ReadInput<Name extends MutationName, Input> = (
  input: Input,
  reader: InputReader,
) => CommandOf<Name>;

/** One mutation as its resolver asks for it. */
export interface MutationCall<Name extends MutationName, Input, Done> {
  readonly name: Name;
  readonly input: Input;
  readonly read: ReadInput<Name, Input>;
  /** As in `MutationRequest`. */
  readonly toDone: (source: HelpdeskSource, result: ResultOf<Name>) => Promise<Done>;
}

/**
 * Makes a change. Whatever is loaded after it in the same request is loaded anew, and subscribers soon hear of the
 * change.
 */
export async function mutate<Name extends MutationName, Input extends MutationInput, Done>(
  { name, input, read, toDone }: MutationCall<Name, Input, Done>,
  { caller, call, sources, mutations, loaders, changes }: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<MutationOutcome<Done>> {
  try {
    const whole = withDefaults(input, info);
    const outcome = await runMutation(
      { name, input: whole, read: (reader) => read(whole, reader), toDone },
      { ...caller, ...mutations, sources, call },
    );
    if (outcome.done && outcome.source) changes.lookNow(outcome.source.name);
    return outcome;
  } finally {
    loaders.forget();
  }
}

/** The part of an outcome that every payload has. */
export function payloadOf(
  { userErrors, plannedCalls }: Pick<MutationPayload, 'plannedCalls' | 'userErrors'>,
  { clientMutationId }: MutationInput,
): MutationPayload {
  return { userErrors, plannedCalls, clientMutationId: clientMutationId ?? null };
}
