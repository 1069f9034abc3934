import { isUtf8 } from 'node:buffer';

/** The text in bytes of UTF-8, without the mark that some editors put before it; null = they are something else. */
export function utf8Text(bytes: Buffer): string | null {
  // Of two bytes for a letter, as in UTF-16, one is mostly zero.
  if (!isUtf8(bytes) || bytes.includes(0)) return null;
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}
