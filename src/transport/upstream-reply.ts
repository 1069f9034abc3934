import type { Awaitable } from '../contract/awaitable.ts';
import type { XmlElement } from '../decoding/xml-element.ts';

/** What a body looks like, told from its first characters and not from its content type. */
export type ContentKind = 'empty' | 'html' | 'json' | 'text' | 'xml';

/**
 * A vendor's answer. Decoding fails with a `VendorError` of kind `bad-response` when the body does not have the form. A
 * large body has already been decoded in another thread.
 */
export interface UpstreamReply {
  readonly status: number;
  readonly contentKind: ContentKind;
  /** When it arrived, in milliseconds since 1970. */
  readonly fetchedAt: number;
  /** Whether the vendor answered with success and a document that could be read, whatever is in it. */
  readonly isWhole: boolean;
  /** The header's value, the first one of several; undefined when missing. Names in lower case. */
  header(name: string): string | undefined;
  /**
   * The body as text, in the charset of the header, else UTF-8, else (where that is invalid) Latin-1. Of a body of more
   * than 128 kB it is the beginning.
   */
  text(): string;
  json(): unknown;
  /** Validated and parsed. Where the source embeds documents as texts, their roots are in the places of the texts. */
  xml(): XmlElement;
  /**
   * Rows by the names in the header line. Delimiter `;`. Also fails where the answer does not say where it ends, as a
   * part of a table looks whole.
   */
  csv(): readonly Readonly<Record<string, string>>[];
  /**
   * Maps rows in their order: at once where there are few; where there are many, pausing to let other work in, and
   * failing when nobody waits any more.
   */
  each<Row, Mapped>(rows: readonly Row[], map: (row: Row) => Mapped): Awaitable<Mapped[]>;
}
