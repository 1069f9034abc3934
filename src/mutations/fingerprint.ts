import { hash } from 'node:crypto';

/**
 * Tells one input from another without keeping it: SHA-256 of its JSON, whatever the order of its fields. A field that
 * is null or an empty list counts as left out, as both hold no value.
 */
export function fingerprintOf(input: object): string {
  return hash('sha256', JSON.stringify(canonical(input)));
}

/** The key under which a client's mutation is remembered. Nothing that the client wrote can be read from it. */
export function outcomeKey(client: string | null, mutation: string, clientMutationId: string): string {
  const parts = JSON.stringify([client, mutation, clientMutationId]);
  return hash('sha256', parts);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && !isEmptyList(inner))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)]);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
