import { convert } from 'html-to-text';
import type { WorldEntry } from './world/world.ts';

const known = new WeakMap<WorldEntry, string>();

/** An entry's text for a vendor that keeps only plain text. */
export function plainText(entry: WorldEntry): string {
  if (!entry.html) return entry.text;
  const text = known.get(entry) ?? convert(entry.text, { wordwrap: false });
  known.set(entry, text);
  return text;
}
