import { hash } from 'node:crypto';

/** Whose answers a key is for. */
export interface KeyOwner {
  /** Name of the source. */
  readonly source: string;
  /** Tells the source's account from others that have the same name, in another gateway or before. */
  readonly account: string;
}

/**
 * The key of an answer: readable up to the operation, everything that may hold personal data hashed. The source
 * stands in braces so that a cluster behind one address keeps all of a source's keys, and what invalidates them,
 * together.
 */
export function cacheKey({ source, account }: KeyOwner, operation: string, identity: unknown): string {
  return `{${source}}:${operation}:${digest([account, identity])}`;
}

/** The name under which a change drops values of a source; hashed, as tags may hold personal data. */
export function cacheTag({ source, account }: KeyOwner, tag: string): string {
  const plain = `${source} ${account} ${tag}`;
  const known = tagNames.get(plain);
  if (known !== undefined) return known;
  if (tagNames.size === rememberedTags) tagNames.clear();
  const name = `{${source}}:tag:${digest([account, tag])}`;
  tagNames.set(plain, name);
  return name;
}

/**
 * Hashing takes longer than a look-up, and the same tags come again and again. Blanks separate the parts of a key, as
 * neither names of sources nor accounts hold any.
 */
const tagNames = new Map<string, string>();
const rememberedTags = 10_000;

// JSON is hashed rather than joined text, so that ["a:b","c"] and ["a","b:c"] differ.
function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? 'undefined', 'base64url').slice(0, 32);
}
