import { hash } from 'node:crypto';

/**
 * A short hash that differs for every list and every set of arguments. Arguments that are undefined or null count as
 * not given, and so does an object in which nothing is given; the order of an object's names does not matter.
 */
export function listIdentity(listName: string, ...listArguments: readonly unknown[]): string {
  const text = JSON.stringify([listName, ...listArguments], canonical);
  return hash('sha256', text, 'base64url').slice(0, 22);
}

function canonical(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const given = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return given.length === 0 ? null : Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}
