import type { EmulatorAccount } from '../emulator.ts';
import type { Desk } from '../world/world.ts';

/** Where the documents leave open what the wire looks like, or are wrong about it. */
export interface IadvizeQuirks {
  /** Quotes around the success word. @default 'single', as the document prints it */
  readonly successQuotes: 'double' | 'single';
  /** How a wrong key or parameter is reported, with HTTP 200 either way. @default 'json' */
  readonly refusal: 'json' | 'text';
  /** What a range with one chat in it answers; 'sometimes' goes by the chat's id. @default 'sometimes' */
  readonly loneChat: 'list' | 'object' | 'sometimes';
  /** Name of an object around the list of chats; null = a bare list. @default null */
  readonly historyWrapper: string | null;
  /** What getHistoryByID answers. @default 'list' */
  readonly chatById: 'list' | 'object';
  /** What transactions look like without `out`. @default 'csv', as the document's "JSON" example is */
  readonly transactions: 'csv' | 'json';
  /** How getWebsiteOperatorList takes `sid`, which the document does not name. @default 'named' */
  readonly siteOfOperators: 'ignored' | 'named' | 'refused';
  /** Encoding of CSV and XML. @default 'utf-8' */
  readonly charset: 'iso-8859-1' | 'utf-8';
  /** Whether the content type names the charset. @default true */
  readonly charsetNamed: boolean;
  /** Whether CSV begins with a byte order mark. @default false */
  readonly byteOrderMark: boolean;
  /** End of a CSV line. @default '\n' */
  readonly lineEnd: '\n' | '\r\n';
}

/** Credentials and quirks of an emulated iAdvize account. */
export interface IadvizeAccount extends EmulatorAccount {
  readonly apiKey: string;
  readonly quirks?: Partial<IadvizeQuirks>;
}

/** The quirks as the document of API 1.7 shows them. */
export const documentedQuirks: IadvizeQuirks = {
  successQuotes: 'single',
  refusal: 'json',
  loneChat: 'sometimes',
  historyWrapper: null,
  chatById: 'list',
  transactions: 'csv',
  siteOfOperators: 'named',
  charset: 'utf-8',
  charsetNamed: true,
  byteOrderMark: false,
  lineEnd: '\n',
};

/** One call, with what it works on. */
export interface IadvizeCall {
  readonly desk: Desk;
  readonly quirks: IadvizeQuirks;
  readonly query: URLSearchParams;
  readonly now: number;
  /** Ids of the operators who are connected but take no chats. */
  readonly unavailable: Set<string>;
}
