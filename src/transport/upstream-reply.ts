import type { XmlElement } from './xml-element.ts';

/** What a body looks like, told from its first characters and not from its content type. */
export type ContentKind = 'empty' | 'html' | 'json' | 'text' | 'xml';

/** A vendor's answer. Decoding throws a `VendorError` of kind `bad-response` when the body is not of that form. */
export interface UpstreamReply {
  readonly status: number;
  readonly contentKind: ContentKind;
  /** When it arrived. */
  readonly fetchedAt: number;
  /** The header's value, the first one of several; undefined when missing. Names in lower case. */
  header(name: string): string | undefined;
  /** The body as text, in the charset of the header, else UTF-8, else (where that is invalid) Latin-1. */
  text(): string;
  json(): unknown;
  /** Validated and parsed; off the main thread when large. */
  xml(): Promise<XmlElement>;
  /** Rows by the header line's names. Delimiter `;`. */
  csv(): readonly Readonly<Record<string, string>>[];
}
