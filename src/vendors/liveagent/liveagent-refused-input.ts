import { refusedInput } from '../../vendor-kit/refused-input.ts';

/** The code that stands for a value. Refuses a value without one, and names those that have one. */
export function codeOf<T extends string>(
  table: Readonly<Record<string, T>>,
  value: T,
  place: { readonly source: string; readonly field: string; readonly except?: readonly string[] },
): string {
  const usable = Object.entries(table).filter(([code]) => !place.except?.includes(code));
  const found = usable.find(([, known]) => known === value);
  if (found) return found[0];
  const known = [...new Set(usable.map(([, name]) => name))].join(', ');
  throw refusedInput(place.source, place.field, `LiveAgent takes ${known}, but not ${value}`);
}
