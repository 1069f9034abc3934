import type { CallContext } from '../call-context.ts';
import type { Entity } from '../entity.ts';
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
   * Makes the change. Fails with a `VendorError`. Its kind says what became of the change: `invalid-input` and
   * `not-found`, that the vendor refused it, mostly in words of its own; `outcome-unknown`, that nobody knows; any
   * other, that nothing was changed. A part of it was made where the error is `halfMade`.
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

/** What a change of an entity tells: the key of the entity; null = the vendor does not tell which one it is. */
export interface EntityChanged {
  readonly key: string | null;
  /** The whole entity, of the mutation's type, where the answer to the change told it: what is new may not be shown yet. */
  readonly told?: Entity | undefined;
  /**
   * Why the key in the vendor's answer could not be read. The error stands in the entity's place, as the change itself
   * was made.
   */
  readonly notRead?: VendorErrorOptions;
}
