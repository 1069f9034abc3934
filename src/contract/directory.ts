import type { Agent } from './agent.ts';
import type { Entity, Told } from './entity.ts';

/** A team that conversations are routed to. */
export interface Department extends Entity {
  readonly name?: Told<string>;
  readonly description?: Told<string>;
  readonly agents?: Told<readonly Agent[]>;
}

/** A web site that a vendor's chat runs on. */
export interface Website extends Entity {
  readonly name?: Told<string>;
  /** Absolute. */
  readonly url?: Told<string>;
  readonly agents?: Told<readonly Agent[]>;
}

/** A label put on conversations. */
export interface Tag extends Entity {
  readonly name?: Told<string>;
  readonly color?: Told<string>;
  readonly backgroundColor?: Told<string>;
  readonly archived?: Told<boolean>;
}

/** A named group of customers. */
export interface CustomerGroup extends Entity {
  readonly name?: Told<string>;
  readonly color?: Told<string>;
  readonly backgroundColor?: Told<string>;
}
