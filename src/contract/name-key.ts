/** A name in the form in which names of tags and people are compared: trimmed and in lower case. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
