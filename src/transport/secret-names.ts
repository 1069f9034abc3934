/** Names of keys, passwords and log-ins, also followed by what is made of one, such as its hash. */
const secretName =
  /(?:(?:^|[_-])pass|passw(?:or)?d|passphrase|pwd|token|secret|credential|(?:api|access|auth|private|secret)[_-]?key|^session[_-]?(?:id|key)|^authorization|browsercookiename)s?(?:[_-]?(?:hash|hashed|salt|md5|sha|bcrypt|encrypted|plain|text|value|v?\d))*$/i;

/** Whether a column is named like a key, a password, or something else that logs somebody in. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/**
 * A vendor's record without columns that are named like secrets, at any depth. Gives a copy where there are some, else
 * the record itself.
 */
export function withoutSecrets(record: unknown): unknown {
  return holdsSecrets(record) ? copyWithoutSecrets(record) : record;
}

function holdsSecrets(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsSecrets);
  for (const name in value) {
    if (isSecretName(name) || holdsSecrets((value as Readonly<Record<string, unknown>>)[name])) return true;
  }
  return false;
}

function copyWithoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyWithoutSecrets);
  const entries = Object.entries(value).filter(([name]) => !isSecretName(name));
  return Object.fromEntries(entries.map(([name, item]) => [name, copyWithoutSecrets(item)]));
}
