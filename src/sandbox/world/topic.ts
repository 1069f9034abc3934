/**
 * What a conversation is about. In every text `{order}` stands for an order number, `{product}` for a thing
 * that was bought, `{customer}` and `{agent}` for first names.
 */
export interface Topic {
  readonly category: string;
  /** Names of tags that fit. */
  readonly tags: readonly string[];
  readonly subject: string;
  /** What the customer says, in order; the first line opens the conversation. */
  readonly customer: readonly [string, ...string[]];
  /** What the agent answers, in order. */
  readonly agent: readonly [string, ...string[]];
  /** A note among colleagues. */
  readonly note: string;
}

/** The texts of one language. */
export interface Phrases {
  readonly topics: readonly Topic[];
  readonly products: readonly string[];
  readonly greeting: string;
  readonly farewell: string;
  readonly quoteLead: string;
  readonly praise: readonly string[];
  readonly complaint: readonly string[];
}
