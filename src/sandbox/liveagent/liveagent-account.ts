import type { EmulatorAccount } from '../emulator.ts';

/** Credentials and choices of an emulated LiveAgent account. */
export interface LiveAgentAccount extends EmulatorAccount {
  readonly apiKey: string;
  /**
   * The status for a wrong key: 401 according to the reference, 403 according to the vendor's own help page. @default
   * 401
   */
  readonly wrongKeyStatus?: 400 | 401 | 403;
  /** Answers failures with HTTP 200 and the error only in the body, as some servers do. @default false */
  readonly errorsWith200?: boolean;
  /** Calls a minute before 429; the real vendor allows 180. @default Infinity */
  readonly requestsPerMinute?: number;
  /**
   * Names the search's list `articles` instead of `entries`, with doubly escaped addresses, as older servers do.
   * @default false
   */
  readonly olderSearch?: boolean;
  /** Knows only the old call `knowledgebase/articles`, as older servers do. @default false */
  readonly withoutEntries?: boolean;
  /** Knows neither the overviews of chats and calls nor the online states of departments. @default false */
  readonly withoutOverviews?: boolean;
  /** Leaves the column `tags` out of conversations, so that only their own call has them. @default false */
  readonly withoutTagColumn?: boolean;
}
