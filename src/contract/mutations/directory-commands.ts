import type { Optional } from './mutation-plan.ts';

/** Adds a tag or a customer group. */
export interface LabelCreate {
  readonly name: string;
  readonly color?: Optional<string>;
  readonly backgroundColor?: Optional<string>;
}

/** Changes what is given of a tag or a customer group; at least one value is given. */
export interface LabelUpdate {
  readonly key: string;
  readonly name?: Optional<string>;
  readonly color?: Optional<string>;
  readonly backgroundColor?: Optional<string>;
}

/** Names the entity to delete. */
export interface EntityDelete {
  readonly key: string;
}
