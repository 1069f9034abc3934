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

/**
 * Hashing takes longer than a look-up, and the same tags come again and again. The blank separates the parts of a key,
 * as no source's name holds one.
 */
const tagNames = new Map<string, string>();
const rememberedTags = 10_000;

// JSON is hashed rather than joined text, so that ["a:b","c"] and ["a","b:c"] differ.
function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? 'undefined', 'base64url').slice(0, 32);
}
