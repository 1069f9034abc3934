/** An object of a JSON answer. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells a record from the object that a list is wrapped in. */
export type IsRecord = (candidate: JsonObject) => boolean;

/** Whether a value is a JSON object (and no array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The records of a list, whatever it came in: bare, wrapped by a name, numbered with gaps (PHP then writes an object
 * whose values are the records), a lone record, or nothing (`[]`, `{}`, `null`). Null when it is none of these.
 */
export function rowsOf(value: unknown, isRecord: IsRecord): readonly JsonObject[] | null {
  if (value === null) return [];
  if (Array.isArray(value)) return listedRecords(value, isRecord);
  if (!isJsonObject(value)) return null;
  if (isRecord(value)) return [value];
  if (isNumbered(value)) return listedRecords(Object.values(value), isRecord);
  return allRecords(Object.values(value), isRecord) ?? wrappedRows(value, isRecord);
}

/** Among records, an item that lacks what marks a record counts as an odd one, and so does one that is no object. */
function listedRecords(values: readonly unknown[], isRecord: IsRecord): readonly JsonObject[] | null {
  const objects = values.map((value) => (isJsonObject(value) ? value : {}));
  return values.length > 0 && !objects.some(isRecord) ? null : objects;
}

function isNumbered(value: JsonObject): boolean {
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => /^\d+$/.test(name));
}

function allRecords(values: readonly unknown[], isRecord: IsRecord): readonly JsonObject[] | null {
  return values.every((candidate) => isJsonObject(candidate) && isRecord(candidate))
    ? (values as readonly JsonObject[])
    : null;
}

/** A wrapper holds one list, perhaps beside other things such as a count. */
function wrappedRows(wrapper: JsonObject, isRecord: IsRecord): readonly JsonObject[] | null {
  const values = Object.values(wrapper);
  const arrays = values.filter((value) => Array.isArray(value));
  if (arrays.length > 0) return arrays.length === 1 && arrays[0] ? listedRecords(arrays[0], isRecord) : null;
  const [inner, ...others] = values.filter(isJsonObject);
  if (!inner || others.length > 0) return null;
  if (isRecord(inner)) return [inner];
  return isNumbered(inner)
    ? listedRecords(Object.values(inner), isRecord)
    : allRecords(Object.values(inner), isRecord);
}
