/** Looks up a vendor's code that may be unknown. Own properties only: a code such as `constructor` is no code. */
export function valueOfCode<T>(
  table: Readonly<Record<string, T>>,
  code: string | null | undefined,
): T | undefined {
  return code != null && Object.hasOwn(table, code) ? table[code] : undefined;
}
