import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that depend on nothing but the text. */
export function digest(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** The id of a file that was sent with an entry. */
export function attachmentId(entryId: string, name: string): string {
  return digest(`file ${entryId} ${name}`);
}
