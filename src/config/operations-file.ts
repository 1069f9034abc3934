import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { utf8Text } from './utf8-text.ts';

/** Documents by the SHA-256 of their text. */
export type Operations = ReadonlyMap<string, string>;

const form = z.record(z.string(), z.string().min(1));

/**
 * The documents in a file, a JSON object of documents by the SHA-256 of their text, with or without `sha256:` before
 * it; else what is wrong with the file, without its name.
 */
export function readOperationsFile(file: string): Operations | string {
  let text;
  try {
    text = utf8Text(readFileSync(file));
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'})`;
  }
  if (text === null) return 'expected text in UTF-8';
  const parsed = form.safeParse(parseJson(text));
  if (!parsed.success) return 'expected a JSON object of documents by the SHA-256 of their text';
  const entries = Object.entries(parsed.data).map(
    ([name, document]) => [name.replace(/^sha256:/i, '').toLowerCase(), document] as const,
  );
  for (const [hash, document] of entries) {
    const actual = digest('sha256', document);
    if (hash !== actual) {
      return `${hash.slice(0, 80)} is not the SHA-256 of its document, which is ${actual}`;
    }
  }
  return new Map(entries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
