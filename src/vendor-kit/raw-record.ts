/** Names of keys, passwords and log-ins, also followed by what is made of one, such as its hash. */
const secretName =
  /(?:(?:^|[_-])pass|passw(?:or)?d|passphrase|pwd|token|secret|credential|(?:api|access|auth|private|secret)[_-]?key|^session[_-]?(?:id|key)|^authorization|browsercookiename)s?(?:[_-]?(?:hash|hashed|salt|md5|sha|bcrypt|encrypted|plain|text|value|v?\d))*$/i;

/** Whether a column is named like a key, a password, or something else that logs somebody in. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** How deep a record may be nested. Written as JSON, one of some thousand levels takes more stack than there is. */
const deepest = 100;
/** Stands for what is nested deeper. */
const tooDeep = '[nested too deep]';

/**
 * A vendor's record without columns that are named like secrets, at any depth, and without what is nested deeper than
 * anybody nests. Gives a copy where there is any of these, else the record itself.
 */
export function toRawRecord(record: unknown): unknown {
  return isFit(record, 0) ? record : fitCopy(record, 0);
}

function isFit(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isFit(item, depth + 1));
  for (const name in value) {
    if (isSecretName(name)) return false;
    if (!isFit((value as Readonly<Record<string, unknown>>)[name], depth + 1)) return false;
  }
  return true;
}

function fitCopy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => fitCopy(item, depth + 1));
  const entries = Object.entries(value).filter(([name]) => !isSecretName(name));
  return Object.fromEntries(entries.map(([name, item]) => [name, fitCopy(item, depth + 1)]));
}
