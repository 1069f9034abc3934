import type { AgentRole } from '../agent.ts';
import type { CustomField } from '../custom-field.ts';
import type { Gender } from '../customer.ts';
import type { Optional } from './mutation-plan.ts';

/** Registers a customer. */
export interface CustomerRegister {
  readonly email?: Optional<string>;
  readonly name?: Optional<string>;
  readonly gender?: Optional<Gender>;
  /** As `Customer.role` tells it. */
  readonly role?: Optional<string>;
  /** Must not be kept, logged or shown. */
  readonly password?: Optional<string>;
  readonly fields?: Optional<readonly CustomField[]>;
}

/** Puts a customer into a group, or takes them out of it. */
export interface CustomerGroupMembership {
  readonly customerKey: string;
  readonly groupName: string;
}

/** Adds an agent. */
export interface AgentCreate {
  readonly name: string;
  readonly email: string;
  /** Must not be kept, logged or shown. */
  readonly password: string;
  readonly nickname?: Optional<string>;
  readonly role?: Optional<AgentRole>;
  readonly maxChats?: Optional<number>;
  readonly externalId?: Optional<string>;
}

/** Changes what is given of an agent and leaves the rest; at least one value is given. */
export interface AgentUpdate {
  readonly agentKey: string;
  readonly name?: Optional<string>;
  readonly email?: Optional<string>;
  /** Must not be kept, logged or shown. */
  readonly password?: Optional<string>;
  readonly nickname?: Optional<string>;
  readonly maxChats?: Optional<number>;
  readonly externalId?: Optional<string>;
}

/** Names an agent. */
export interface AgentCommand {
  readonly agentKey: string;
}

/** Lets an agent work on a web site, or no longer. */
export interface AgentWebsite {
  readonly agentKey: string;
  readonly websiteKey: string;
}

/** Makes an agent take chats, or no more. */
export interface AgentAvailabilitySet {
  readonly agentKey: string;
  readonly available: boolean;
}
