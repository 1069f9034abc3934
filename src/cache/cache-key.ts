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
  const plain = `${source} ${tag}`;
  const known = tagNames.get(plain);
  if (known !== undefined) return known;
  if (tagNames.size === rememberedTags) tagNames.clear();
  const name = `{${source}}:tag:${digest([tag])}`;
  tagNames.set(plain, name);
  return name;
}

/** Hashing takes longer than looking up, and the same tags come again and again. No name of a source has a blank. */
const tagNames = new Map<string, string>();
const rememberedTags = 10_000;

// Hashing JSON and not joined text: ["a:b","c"] and ["a","b:c"] are two.
function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? 'undefined', 'base64url').slice(0, 32);
}
