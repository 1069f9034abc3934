import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { withoutSecretForms } from './secret-forms.ts';

/**
 * A body as text: in the charset the content type names, else UTF-8, else (where that is invalid) Latin-1 in the form
 * browsers read it (Windows-1252). A byte-order mark goes before all of these. It is left out, and so is what `secrets`
 * match.
 */
export function bodyText(body: Buffer, contentType: string | undefined, secrets: RegExp | undefined): string {
  return withoutSecretForms(decoded(body, contentType), secrets);
}

function decoded(body: Buffer, contentType: string | undefined): string {
  const marked = markedCharset(body);
  if (marked) return new TextDecoder(marked).decode(body);
  const declared = decoderFor(contentType);
  if (declared && declared.encoding !== 'utf-8') return declared.decode(body);
  return isUtf8(body) ? body.toString('utf8') : new TextDecoder('windows-1252').decode(body);
}

function markedCharset(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return null;
}

function decoderFor(contentType: string | undefined): TextDecoder | null {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return null;
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

/** The first bytes of a body, `most` of them at most, cut where a character of UTF-8 ends. */
export function beginningOf(body: Buffer, most: number): Buffer {
  if (body.length <= most) return body;
  let end = most;
  while (((body[end] ?? 0) & 0xc0) === 0x80 && end > most - 4) end -= 1;
  return body.subarray(0, end);
}
