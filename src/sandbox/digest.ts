import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that depend on nothing but the text. */
export function digest(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
