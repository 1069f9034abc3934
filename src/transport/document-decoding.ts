import { decodeCsv } from './csv-decoding.ts';
import { withEmbedded } from './embedded-xml.ts';
import { decodeJson } from './json-decoding.ts';
import { decodeXml } from './xml-decoding.ts';

/** What a body may be read as. */
export interface DocumentForm {
  readonly as: 'csv' | 'json' | 'xml';
  /** Of XML: names of elements whose text may be a document of its own, which then takes the text's place. */
  readonly embedded?: RegExp | undefined;
  /** Of JSON: what becomes of numbers. @default 'as-numbers' */
  readonly numbers?: 'as-numbers' | 'as-texts' | undefined;
}

/** Reads a text as a document: a value that survives JSON. Throws a plain `Error` where it is none of that form. */
export function decodeDocument(text: string, form: DocumentForm): unknown {
  if (form.as === 'json') return decodeJson(text, form.numbers);
  if (form.as === 'csv') return decodeCsv(text);
  const root = decodeXml(text);
  return form.embedded ? withEmbedded(root, form.embedded) : root;
}
