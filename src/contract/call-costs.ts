import type { MutationName } from './mutations/mutation-handlers.ts';

/** What decides how many calls a page of a list takes. */
export interface ListedSpan {
  /** Length of the list's window, in days, not rounded. */
  readonly days: number;
  /** Rows wanted. */
  readonly rows: number;
  /**
   * Whether the gateway applies a filter: then any number of rows may be read for each one that matches, up to the
   * bounds of a page.
   */
  readonly isSifted: boolean;
  /** Whether they are the conversations of one customer. */
  readonly isOfCustomer: boolean;
  /** Channels that the filter asks for; null = all. */
  readonly channels: readonly unknown[] | null;
}

/** The input of a change, not checked yet. */
export type GivenInput = Readonly<Record<string, unknown>>;

/**
 * How many calls to the vendor things take at most while nothing is cached. An adapter declares this as data, from
 * which the cost of a query is worked out before it runs. A row that is left out takes no further call; a list that is
 * left out takes one.
 */
export interface CallCosts {
  /** Calls for one page of a list, by the GraphQL type of its rows. */
  readonly lists?: Readonly<Record<string, (span: ListedSpan) => number>>;
  /**
   * Types whose lists are put together of reads that a request makes once, whatever the lists are filtered by: one list
   * for each row of another takes no more calls than one alone. @default []
   */
  readonly sharedLists?: readonly string[];
  /**
   * Calls for one entity beyond the list that it came with, by `Type.call`: `Conversation.details`,
   * `Conversation.messages`, `Customer.details`, `Customer.groups` and so on. Which fields make which call is the
   * same for all vendors.
   */
  readonly rows?: Readonly<Record<string, number>>;
  /**
   * Directories that are read besides, once for a query, by what they are read for: a call as in `rows`; a list with a
   * filter, as `Type.criterion`; an entity by its id, as `Type.get`. The values are types of directories.
   */
  readonly directories?: Readonly<Record<string, string>>;
  /** Calls that a change takes, with the reads for it, but without what is read of the changed entity. @default 1 */
  readonly changes?: Readonly<Partial<Record<MutationName, (input: GivenInput) => number>>>;
  /** Calls to find the customers with an e-mail address. @default 1 */
  readonly customersByEmail?: number;
  /**
   * Calls that finding customers takes once for a query, however many addresses are looked for, as for a list that is
   * searched for all of them. @default 0
   */
  readonly customersByAnyEmail?: number;
}
