import { hash } from 'node:crypto';

/**
 * The key of an answer: readable up to the operation, everything that may hold personal data hashed. The source
 * stands in braces so that a Redis Cluster keeps all of a source's keys, and what invalidates them, together.
 */
export function cacheKey(source: string, operation: string, identity: unknown): string {
  return `{${source}}:${operation}:${digest(identity)}`;
}

/** The name under which a change drops values of a source; hashed, as tags may hold personal data. */
export function cacheTag(source: string, tag: string): string {
  return `{${source}}:tag:${digest([tag])}`;
}

// Hashing JSON and not joined text: ["a:b","c"] and ["a","b:c"] are two.
function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? 'undefined', 'base64url').slice(0, 32);
}
