/** The columns of the stub's records that the targets without the gateway read. */
export interface ConversationRecord {
  readonly conversationid: string;
  readonly code: string;
  readonly subject: string;
  readonly preview: string;
  readonly datecreated: string;
  /** Ids, joined by commas. */
  readonly tags: string;
  /** In a single conversation only, as are the custom fields. */
  readonly assignedto: string;
  readonly customfields: readonly { readonly code: string; readonly value: string }[];
}

/** A message of a conversation. */
export interface MessageRecord {
  readonly messageid: string;
  readonly userid: string;
  readonly datecreated: string;
  readonly message: string;
}

/** A tag. */
export interface TagRecord {
  readonly id: string;
  readonly name: string;
}

/** An agent alone. */
export interface AgentRecord {
  readonly userid: string;
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
}

/** A date of the account, which goes by UTC. */
export function toIso(text: string): string {
  return new Date(`${text.replace(' ', 'T')}Z`).toISOString();
}
