import type { XmlElement } from './xml-element.ts';

/** What a body looks like, told from its first characters and not from its content type. */
export type ContentKind = 'empty' | 'html' | 'json' | 'text' | 'xml';

/**
 * A vendor's answer. Decoding fails with a `VendorError` of kind `bad-response` when the body is not of that form. A large
 * body is decoded off the main thread, once.
 */
export interface UpstreamReply {
  readonly status: number;
  readonly contentKind: ContentKind;
  /** When it arrived. */
  readonly fetchedAt: number;
  /** The header's value, the first one of several; undefined when missing. Names in lower case. */
  header(name: string): string | undefined;
  /**
   * The body as text, in the charset of the header, else UTF-8, else (where that is invalid) Latin-1. Of a body of more
   * than 128 kB it is the beginning.
   */
  text(): string;
  json(): Promise<unknown>;
  /**
   * Validated and parsed. `embedded`: names of elements whose text may be a document of its own, as SOAP services send
   * it; that document's root then takes the place of the text.
   */
  xml(embedded?: RegExp): Promise<XmlElement>;
  /** Rows by the header line's names. Delimiter `;`. Fails, too, where the answer does not tell its length: a part of it looks whole. */
  csv(): Promise<readonly Readonly<Record<string, string>>[]>;
  /** Maps rows in their order, in turns with everybody else where there are many; fails when nobody waits any more. */
  each<Row, Mapped>(rows: readonly Row[], map: (row: Row) => Mapped): Promise<Mapped[]>;
}
