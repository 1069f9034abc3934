import type { CallContext } from '../call-context.ts';
import type { VendorErrorOptions } from '../vendor-error.ts';

/** A call to a vendor as callers may see it: without credentials and passwords. */
export interface PlannedCall {
  readonly method: string;
  /** The path as it is sent, without the query. */
  readonly path: string;
  /** Query, form and body together, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A change that is ready to be made. */
export interface MutationPlan<Result> {
  /** The calls that would be sent, in order. May read from the vendor, but changes nothing. */
  preview(context: CallContext): Promise<readonly PlannedCall[]>;
  /**
   * Makes the change. Fails with a `VendorError`: `invalid-input` and `not-found` say that the vendor refused in words
   * of its own, `outcome-unknown` that nobody knows, anything else that nothing was changed unless it is `halfMade`.
   */
  run(context: CallContext): Promise<Result>;
}

/**
 * Turns a command into a plan. Calls nobody. Throws a `VendorError` of kind `invalid-input`, with the `field`, where
 * this vendor cannot do what is asked.
 */
export type PlanMutation<Command, Result> = (command: Command) => MutationPlan<Result>;

/** A value that may be left out. */
export type Optional<T> = T | null | undefined;

/** What a change of an entity tells: the entity's key; null = the vendor does not tell which one it is. */
export interface EntityChanged {
  readonly key: string | null;
  /** Why a key that the vendor tells could not be read: told in the entity's place, as the change itself was made. */
  readonly notRead?: VendorErrorOptions;
}
