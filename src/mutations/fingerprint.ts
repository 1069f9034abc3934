import { hash } from 'node:crypto';

/**
 * Tells one input from another without keeping it: SHA-256 of its JSON, whatever the order of its fields. A field
 * that is null counts as left out, and so does one that is an empty list: where that is no mistake, it holds no values.
 */
export function fingerprintOf(input: object): string {
  return hash('sha256', JSON.stringify(canonical(input)));
}

/** The key under which a client's mutation is remembered: nothing the client wrote can be read out of it. */
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
