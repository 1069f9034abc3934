import { hash } from 'node:crypto';

/**
 * A short hash that differs for every list and every set of arguments. Arguments that are undefined or null count as
 * not given, and so does an object in which nothing is given. The order of an object's names does not matter, nor does
 * that of a list in it, such as the states that a filter accepts, or how often something is in it.
 */
export function listIdentity(listName: string, ...listArguments: readonly unknown[]): string {
  const text = JSON.stringify(canonical([listName, ...listArguments]));
  return hash('sha256', text, 'base64url').slice(0, 22);
}

function canonical(value: unknown): unknown {
  if (value === undefined) return null;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(canonical);
  const given = Object.entries(value)
    .map(([name, member]) => [name, Array.isArray(member) ? asSet(member) : canonical(member)] as const)
    .filter(([, member]) => member !== null);
  return given.length === 0 ? null : Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asSet(list: readonly unknown[]): readonly string[] {
  return [...new Set(list.map((item) => JSON.stringify(canonical(item))))].sort();
}
