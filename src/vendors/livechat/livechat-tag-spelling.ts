import type { CallContext } from '../../contract/call-context.ts';
import { nameKey } from '../../contract/name-key.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { valueOrError } from '../../vendor-kit/batch-entries.ts';
import type { LivechatClient } from './livechat-client.ts';

/**
 * The spelling by which LiveChat finds all tickets of a tag, as it may compare tags to the letter: the one in the
 * account's list, where no ticket bears another usual one. Undefined where only the tickets themselves tell: the list
 * lacks the tag, has it in several spellings or cannot be read.
 */
export async function onlySpelling(
  client: LivechatClient,
  tag: string,
  context: CallContext,
): Promise<string | undefined> {
  const tags = await valueOrError(client.listTags(context));
  if (tags instanceof VendorError) return undefined;
  const listed = new Set(tags.map(({ key }) => key).filter((name) => nameKey(name) === tag));
  const [spelling] = listed;
  if (spelling === undefined || listed.size > 1) return undefined;
  const others = otherSpellings(spelling).map((other) => isBorne(client, other, context));
  return (await Promise.all(others)).includes(true) ? undefined : spelling;
}

/** In small letters, in capitals, and with a capital first. */
function otherSpellings(spelling: string): readonly string[] {
  const small = spelling.toLowerCase();
  const usual = new Set([
    small,
    small.toUpperCase(),
    small.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  ]);
  usual.delete(spelling);
  return [...usual];
}

/** Whether a ticket has the tag in exactly this spelling. Where LiveChat does not compare to the letter, others come. */
async function isBorne(client: LivechatClient, tag: string, context: CallContext): Promise<boolean> {
  const page = await valueOrError(client.listTickets({ order: 'desc', tag }, 1, context));
  if (page instanceof VendorError) return true;
  return page.rows.some(({ tags }) => tags?.some(({ key }) => key === tag));
}
