/** Looks up a vendor's code, which may be unknown. Only own properties count: `constructor` is not in the table. */
export function valueOfCode<T>(
  table: Readonly<Record<string, T>>,
  code: string | null | undefined,
): T | undefined {
  return code != null && Object.hasOwn(table, code) ? table[code] : undefined;
}
