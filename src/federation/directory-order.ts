/** Where a row stands in a directory: by name, then by global id. */
export interface DirectoryPlace {
  /** Empty for a row without one. */
  readonly name: string;
  readonly id: string;
}

/** Fixed, so that every replica sorts in the same way whatever its locale. */
const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Sorts by name without regard to case and accents, then by the name's characters, then by id: a total order. */
export function compareDirectoryPlaces(a: DirectoryPlace, b: DirectoryPlace): number {
  return collator.compare(a.name, b.name) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Keeps the first of many rows, in order: a page of a directory does not need the whole directory sorted. */
export class FirstRows<Row extends { readonly place: DirectoryPlace }> {
  readonly #most: number;
  readonly #behind: DirectoryPlace | null;
  readonly #rows: Row[] = [];

  /** `most`: rows to keep. `behind`: only rows after this place; null = all. */
  constructor(most: number, behind: DirectoryPlace | null) {
    this.#most = most;
    this.#behind = behind;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  add(row: Row): void {
    const last = this.#rows.at(-1);
    const isFull = this.#rows.length === this.#most;
    if (isFull && last && compareDirectoryPlaces(last.place, row.place) <= 0) return;
    if (this.#behind && compareDirectoryPlaces(row.place, this.#behind) <= 0) return;
    this.#rows.splice(this.#placeFor(row), 0, row);
    if (isFull) this.#rows.pop();
  }

  /** The index at which a row belongs: that of the first row that does not come before it. */
  #placeFor({ place }: Row): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareDirectoryPlaces(this.#rows[middle]!.place, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
