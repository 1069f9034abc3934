const secrets: ReadonlySet<string> = new Set([
  'api_key',
  'apikey',
  'authtoken',
  'browsercookiename',
  'password',
  'token',
]);

/** The vendor's record without what must never be seen: keys, tokens and passwords, at any depth. */
export function withoutSecrets(record: unknown): unknown {
  if (Array.isArray(record)) return record.map(withoutSecrets);
  if (typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => !secrets.has(name.toLowerCase()))
      .map(([name, value]) => [name, withoutSecrets(value)]),
  );
}
