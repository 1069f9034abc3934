import type { Agent } from './agent.ts';
import type { Entity, Told } from './entity.ts';

/**
 * Whether a team is online and for what, and how much it has to do. The counts are the vendor's, which documents no
 * more than their names; null = not told.
 */
export interface DepartmentAvailability {
  readonly online: boolean;
  readonly chat: boolean | null;
  readonly calls: boolean | null;
  readonly tickets: boolean | null;
  readonly chatCount: number | null;
  readonly newCount: number | null;
  readonly customerReplyCount: number | null;
  readonly totalCount: number | null;
  readonly maxCount: number | null;
  readonly vendorStatus: string | null;
}

/** A team that conversations are routed to. */
export interface Department extends Entity {
  readonly name?: Told<string>;
  readonly description?: Told<string>;
  readonly agents?: Told<readonly Agent[]>;
  readonly availability?: Told<DepartmentAvailability>;
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
