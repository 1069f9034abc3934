import type { Agent } from './agent.ts';
import type { CallContext } from './call-context.ts';
import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';
import type { TimelineReader } from './timeline.ts';
import type { VendorError } from './vendor-error.ts';

/** What came of a conversation: an answered survey or a purchase. */
export interface Aftermath extends Entity {
  readonly vendorId: string;
  /** undefined = the vendor gives no more than `agentName`. */
  readonly agent?: Told<Agent>;
  readonly agentName: string | null;
  /** What is known of the conversation before it; null = there was none. */
  readonly conversation: Entity | null;
  readonly createdAt: Instant;
}

/** A customer's answer to the survey after a conversation. Ratings go from 1 to 3, the best; null = not rated. */
export interface SatisfactionRating extends Aftermath {
  readonly welcome: number | null;
  readonly delay: number | null;
  readonly resolution: number | null;
  readonly comment: string | null;
}

/** An amount of money. */
export interface Money {
  /** Digits with at most one point, as many as the vendor gave. */
  readonly amount: string;
  /** ISO 4217 code. */
  readonly currency: string | null;
}

/** A purchase in a shop where the vendor's chat runs. */
export interface Transaction extends Aftermath {
  readonly customerEmail: string | null;
  /** The shop's own number of the purchase. */
  readonly reference: string | null;
  readonly amount: Money;
}

/** Which ratings are wanted. Undefined = no restriction. */
export interface SatisfactionCriteria {
  /** Key of an agent of this source. */
  readonly agentKey?: string | undefined;
}

/** Which transactions are wanted. Undefined = no restriction. */
export interface TransactionCriteria {
  /** Whether a conversation came before. */
  readonly afterChat?: boolean | undefined;
}

/** Names a conversation to a reader of what came of it. */
export interface ConversationMoment {
  readonly key: string;
  readonly createdAt: Instant;
}

/** Reads what came of conversations. Batch methods answer in the length and order of their argument. */
export interface AftermathReader<Row extends Aftermath, Filter> extends TimelineReader<Row, Filter> {
  /** Rows by key; null = gone. */
  get(keys: readonly string[], context: CallContext): Promise<readonly (Row | VendorError | null)[]>;
  /** What came of each of the conversations, oldest first. A page of conversations should cost one call. */
  ofConversations(
    conversations: readonly ConversationMoment[],
    context: CallContext,
  ): Promise<readonly (readonly Row[] | VendorError)[]>;
}

/** Reads answers of surveys. */
export type SatisfactionReader = AftermathReader<SatisfactionRating, SatisfactionCriteria>;

/** Reads purchases. */
export type TransactionReader = AftermathReader<Transaction, TransactionCriteria>;
