import { digest } from '../digest.ts';

/** The id of a file that was sent with an entry. */
export function attachmentId(entryId: string, name: string): string {
  return digest(`file ${entryId} ${name}`);
}
