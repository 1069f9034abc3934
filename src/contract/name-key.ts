import { searchKey } from './search-key.ts';

/** A name in the form in which names of tags and people are compared: trimmed and without regard to case. */
export function nameKey(name: string): string {
  return searchKey(name.trim());
}
