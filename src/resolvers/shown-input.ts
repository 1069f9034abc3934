/**
 * What came, for an error: texts, numbers and the like as they are. Of lists and objects only what they are, as they
 * may be nested deeper than can be written, and may hold anything.
 */
export function shownInput(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : JSON.stringify(value);
}
