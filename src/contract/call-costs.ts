import type { MutationName } from './mutations/mutation-handlers.ts';

/** What a page of a list is about, as far as it decides the calls it takes. */
export interface ListedSpan {
  /** Length of the list's window, in days, not rounded. */
  readonly days: number;
  /** Rows wanted. */
  readonly rows: number;
  /** The gateway applies a filter: any number of rows may be read for one, up to the bounds of a page. */
  readonly isSifted: boolean;
  /** Channels that the filter asks for; null = all. */
  readonly channels: readonly unknown[] | null;
}

/** What a change is given, not checked yet. */
export type GivenInput = Readonly<Record<string, unknown>>;

/**
 * How many calls to the vendor things take at most while nothing is cached: data of an adapter, from which the cost
 * of a query is told before it runs. What is left out is free of further calls (a row) or takes one call (a list).
 */
export interface CallCosts {
  /** Calls for one page of a list, by the GraphQL type of its rows. */
  readonly lists?: Readonly<Record<string, (span: ListedSpan) => number>>;
  /**
   * Calls for one entity beyond the list that it came with, by `Type.call`: `Conversation.details`,
   * `Conversation.messages`, `Customer.details`, `Customer.groups` and so on. Which fields make which call is the
   * same for all vendors.
   */
  readonly rows?: Readonly<Record<string, number>>;
  /**
   * Types of the directories that are read besides, once for a query: for calls as in `rows`, for lists with a filter by
   * `Type.criterion`, and for what is asked for by its id by `Type.get`.
   */
  readonly directories?: Readonly<Record<string, string>>;
  /** Calls that a change takes, with the reads for it, but without what is read of the changed entity. @default 1 */
  readonly changes?: Readonly<Partial<Record<MutationName, (input: GivenInput) => number>>>;
  /** Calls to find the customers with an e-mail address. @default 1 */
  readonly customersByEmail?: number;
  /** Calls that finding customers takes once, however many addresses are looked for: lists searched for all of them. @default 0 */
  readonly customersByAnyEmail?: number;
}
