import type { EmulatorAccount } from '../emulator.ts';
import type { Desk } from '../world/world.ts';

/** Where the vendor's documents and its live answers differ. */
export interface LivechatQuirks {
  /** Live answers have ISO dates, the documents epoch seconds. @default 'iso' */
  readonly dates: 'epoch' | 'iso';
  /** A ticket's groups: live answers have objects, the documents ids. @default 'objects' */
  readonly groups: 'numbers' | 'objects';
  /** A single ticket and a new one: bare, or in the envelope of the list. @default 'bare' */
  readonly singleTicket: 'bare' | 'enveloped';
  /** How long a new ticket is missing from filtered lists, in milliseconds. @default 0 */
  readonly indexLagMs: number;
  /** How many old tickets a mass change touched at one moment without leaving an event in them. @default 6 */
  readonly massChanged: number;
}

/** Credentials and quirks of an emulated LiveChat account. */
export interface LivechatAccount extends EmulatorAccount {
  /** The agent's login that goes with the key. */
  readonly login: string;
  readonly apiKey: string;
  readonly quirks?: Partial<LivechatQuirks>;
}

/** The quirks as live answers of 2019 show them. */
export const liveQuirks: LivechatQuirks = {
  dates: 'iso',
  groups: 'objects',
  singleTicket: 'bare',
  indexLagMs: 0,
  massChanged: 6,
};

/** An emulated account: its desk, and what the world does not know. */
export interface LivechatOffice {
  readonly desk: Desk;
  readonly login: string;
  readonly apiKey: string;
  readonly quirks: LivechatQuirks;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ids of the agents who are logged in but take no chats. */
  readonly resting: Set<string>;
  /** Titles that differ from the default one, by agent id. */
  readonly jobTitles: Map<string, string>;
  /** When tickets were created through the API, by id. */
  readonly createdHere: Map<string, number>;
}

/** A call to one resource: the path's segments after it, decoded, and the body's values. */
export interface LivechatCall {
  readonly office: LivechatOffice;
  readonly query: URLSearchParams;
  readonly segments: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}
