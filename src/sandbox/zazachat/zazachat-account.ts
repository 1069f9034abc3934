import type { EmulatorAccount } from '../emulator.ts';
import type { Desk } from '../world/world.ts';

/** What the vendor's page leaves open: no answer of the service is public. */
export interface ZazachatQuirks {
  /** How the document arrives in the result element. @default 'element' */
  readonly result: 'cdata' | 'element' | 'escaped';
  /** What an empty answer is: an empty document, or no result element. @default 'document' */
  readonly nothing: 'absent' | 'document';
  /** How a wrong key is reported. @default 'fault' */
  readonly refusal: 'empty' | 'fault' | 'text';
  /** Whether a fault of the server ends in a stack trace. @default true */
  readonly stackTrace: boolean;
  /** Whether chats name the department, as the text promises and the example does not. @default false */
  readonly department: boolean;
  /** Slashes at the end of GetChatTranscript's namespace; the page's sample has two. @default 'either' */
  readonly transcriptNamespace: 'double' | 'either' | 'single';
}

/** Credentials and quirks of an emulated ZaZaChat account. */
export interface ZazachatAccount extends EmulatorAccount {
  /** Digits only. */
  readonly clientId: number | string;
  readonly apiKey: string;
  /** What PreChat1 to 4 hold: name, email, phone, company. @default ['name', 'email'] */
  readonly preChat?: readonly string[];
  readonly quirks?: Partial<ZazachatQuirks>;
}

/** The quirks as the page shows them, or as .asmx services usually have them. */
export const usualQuirks: ZazachatQuirks = {
  result: 'element',
  nothing: 'document',
  refusal: 'fault',
  stackTrace: true,
  department: false,
  transcriptNamespace: 'either',
};

/** An emulated account and its desk. */
export interface ZazachatOffice {
  readonly desk: Desk;
  readonly preChat: readonly string[];
  readonly quirks: ZazachatQuirks;
}
