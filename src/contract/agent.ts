import type { Department, Website } from './directory.ts';
import type { Entity, Told } from './entity.ts';

/** What an agent may do. */
export type AgentRole = 'ADMINISTRATOR' | 'AGENT' | 'MANAGER' | 'OWNER' | 'UNKNOWN';

/** Whether an agent is online and for what; null = the vendor does not tell. */
export interface AgentAvailability {
  readonly online: boolean;
  readonly chat: boolean | null;
  readonly calls: boolean | null;
  readonly tickets: boolean | null;
  readonly activeChats: number | null;
  /** undefined = the agent's own `maxChats` says it. */
  readonly maxChats: Told<number>;
  readonly vendorStatus: string | null;
}

/** A member of the support staff. Fields that are `undefined` are told by the directory's `get`. */
export interface Agent extends Entity {
  readonly name?: Told<string>;
  readonly firstName?: Told<string>;
  readonly lastName?: Told<string>;
  readonly nickname?: Told<string>;
  readonly email?: Told<string>;
  readonly role?: Told<AgentRole>;
  /** Absolute. */
  readonly avatarUrl?: Told<string>;
  readonly externalId?: Told<string>;
  readonly availability?: Told<AgentAvailability>;
  /** Chats the agent takes at once, where `availability` leaves it open. */
  readonly maxChats?: Told<number>;
  readonly departments?: Told<readonly Department[]>;
  readonly websites?: Told<readonly Website[]>;
}
