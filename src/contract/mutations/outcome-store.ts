/** The sole right to make a change and to say how it ended. */
export interface OutcomeClaim {
  /** Records how it ended, for as long as the claim is kept. */
  settle(outcome: unknown): Promise<void>;
  /** To be called when nothing was changed: whoever comes next may try. */
  release(): Promise<void>;
}

/** What is known of a change that somebody claimed before. */
export interface ClaimedOutcome {
  /** Tells one input from another; null = the record cannot be read. */
  readonly fingerprint: string | null;
  /** How it ended, as a value that has been through JSON; undefined = it is under way, or whoever made it has died. */
  readonly outcome: unknown;
  /** How long ago it was claimed, in milliseconds. */
  readonly ageMilliseconds: number;
}

/** Answer to a claim. `unavailable`: the store cannot be used now, so it is not known what was claimed. */
export type ClaimAnswer =
  | { readonly state: 'claimed'; readonly claim: OutcomeClaim }
  | { readonly state: 'taken'; readonly earlier: ClaimedOutcome }
  | { readonly state: 'unavailable' };

/** Remembers how changes ended, so that none is made twice. No method ever fails. */
export interface OutcomeStore {
  /** Claims a change; the claim is kept for 24 hours. `key` says whose and which change it is, without a secret. */
  claim(key: string, fingerprint: string): Promise<ClaimAnswer>;
}

/** How long a claim is kept, in milliseconds. */
export const outcomeKept = 24 * 3_600_000;
