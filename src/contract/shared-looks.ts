import type { Conversation } from './conversation.ts';
import type { Instant } from './instant.ts';

/** What is looked at repeatedly: conversations of a source that fit a filter. */
export interface LookScope {
  readonly source: string;
  /** May hold personal data. */
  readonly filter: object;
}

/**
 * A replica's role in looking at a scope: `leading`, it looks for all; `following`, it hears from the one that does;
 * `alone`, it looks for itself.
 */
export type LookRole = 'alone' | 'following' | 'leading';

/** What a look brought. */
export interface LookNews {
  /** The oldest change first. */
  readonly rows: readonly Conversation[];
  /** Start of the span that was looked at. */
  readonly from: Instant;
  /** When the look was begun. */
  readonly lookedAt: Instant;
  /** Whether the rows are all that the look showed, rather than only those that changed since the news before. */
  readonly isWhole: boolean;
  /** Whether rows are missing because they were too large to be passed on. */
  readonly lacksRows: boolean;
  /** Within how many milliseconds there will be further news. */
  readonly nextWithin: number;
}

/** What happens among the replicas, as told to one of them. */
export interface LookListener {
  /** Called when the role has changed, another replica leads, or news may have been missed. */
  readonly onBreak: () => void;
  /** Called for news of the leader; only while following. */
  readonly onNews: (news: LookNews) => void;
  /** Called when a follower wants to hear all that the last look showed; only while leading. */
  readonly onAsked: () => void;
  /** Called when there may be something to see. */
  readonly onHurry: () => void;
}

/** A replica's part in the looks at a scope. No method ever fails. */
export interface LookSeat {
  readonly role: LookRole;
  /** Resolves when the first role is known. */
  readonly settled: Promise<void>;
  /** Passes news on to the followers; gives false when they may not have heard it, or when another replica leads. */
  tell(news: LookNews): Promise<boolean>;
  /** Asks the leader for all that its last look showed. */
  ask(): void;
  /** Gives the part up; another replica may lead at once. */
  leave(): void;
}

/** Lets replicas take turns: of all that look at a scope one leads, and the others follow. */
export interface SharedLooks {
  /** Takes part in the looks at a scope; a replica may do so once for each scope. */
  take(scope: LookScope, listener: LookListener): LookSeat;
  /** Tells the other replicas that there may be something to see at a source. */
  hurry(source: string): void;
}
