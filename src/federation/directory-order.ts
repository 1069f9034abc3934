/** Where a row stands in a directory: by name, then by global id. */
export interface DirectoryPlace {
  /** Empty for a row without one. */
  readonly name: string;
  readonly id: string;
}

/** Fixed, so that every replica sorts alike whatever its locale. */
const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Sorts by name without regard to case and accents, then by the name's characters, then by id: a total order. */
export function compareDirectoryPlaces(a: DirectoryPlace, b: DirectoryPlace): number {
  return collator.compare(a.name, b.name) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
