import { hash } from 'node:crypto';

/** The strong entity tag of a body, with its quotation marks. `mark` tells apart what has the same bytes. */
export function entityTag(body: Uint8Array | string, mark = ''): string {
  return `"${hash('blake2b512', body, 'base64url').slice(0, 22)}${mark}"`;
}

/**
 * Whether the header `If-None-Match` names a tag, so that the caller has the body already. Weak tags count as strong
 * ones (RFC 9110, 13.1.2).
 */
export function namesTag(header: string | undefined, tag: string): boolean {
  const tags = header?.split(',').map((one) => strong(one.trim())) ?? [];
  return tags.includes(strong(tag)) || tags.includes('*');
}

function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}
