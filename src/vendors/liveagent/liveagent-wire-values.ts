/** A JSON object or its XML twin. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a record, neither null nor a list. */
export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is one of those that stand for nothing. */
export function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) && value.length === 0;
  return value === undefined || toText(value) === null;
}

/**
 * A column's text. Numbers come as text or as numbers. Nothing comes as null, as a blank text or as PHP's false or
 * empty array; all of these become null. Undefined = the answer does not have the column.
 */
export function toText(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' || value === true ? String(value) : null;
}

/** The items of a column's list that hold anything; other values are given back as they are. */
export function toItems(value: unknown): unknown {
  const list = toList(value);
  return Array.isArray(list) ? list.filter((item) => !isNothing(item)) : list;
}

/**
 * A column's list. An empty one may be null, false or an empty text (from XML), PHP writes a list with gaps as a record
 * keyed by number, and any other record is the only one of its list. Undefined = the answer does not have the column;
 * other values are given back as they are.
 */
export function toList(value: unknown): unknown {
  if (value === null || value === false || (typeof value === 'string' && value.trim() === '')) return [];
  if (!isRecord(value)) return value;
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : [value];
}
