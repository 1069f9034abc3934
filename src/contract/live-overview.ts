/** What goes on in an account's chats at this moment; null = not told. */
export interface ChatsOverview {
  /** Visitors on the account's web pages. */
  readonly visitors: number | null;
  readonly chats: number | null;
  /** Visitors who wait for an agent. */
  readonly queue: number | null;
  /** Agents who take chats. */
  readonly agents: number | null;
}

/** What goes on in an account's calls at this moment; null = not told. */
export interface CallsOverview {
  readonly running: number | null;
  readonly ringing: number | null;
  /** Callers who wait for an agent. */
  readonly queue: number | null;
}
