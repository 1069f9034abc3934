import { decodeCsv } from './csv-decoding.ts';
import { withEmbedded } from './embedded-xml.ts';
import { decodeJson } from './json-decoding.ts';
import { decodeProseXml } from './prose-xml.ts';
import { decodeXml } from './xml-decoding.ts';

/** What elements of a vendor's XML hold. */
export interface XmlForm {
  /**
   * Names of elements whose text may be a document of its own, as SOAP services send it. The root of that document then
   * replaces the text. @default none
   */
  readonly embedded?: RegExp | undefined;
  /** Names of elements that hold people's texts, which may not be escaped; in embedded documents, too. @default none */
  readonly prose?: readonly string[] | undefined;
}

/** What a body may be read as. */
export interface DocumentForm {
  readonly as: 'csv' | 'json' | 'xml';
  readonly xml?: XmlForm | undefined;
  /** For JSON: how numbers are read. @default 'as-numbers' */
  readonly numbers?: 'as-numbers' | 'as-texts' | undefined;
}

/**
 * Reads a text as a document; gives a value that survives JSON. Throws a plain `Error` for a text that does not have
 * the form.
 */
export function decodeDocument(text: string, form: DocumentForm): unknown {
  if (form.as === 'json') return decodeJson(text, form.numbers);
  if (form.as === 'csv') return decodeCsv(text);
  const { embedded, prose } = form.xml ?? {};
  const decode = (document: string) => (prose ? decodeProseXml(document, prose) : decodeXml(document));
  const root = decode(text);
  return embedded ? withEmbedded(root, embedded, decode) : root;
}
