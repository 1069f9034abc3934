import { LRUCache } from 'lru-cache';
import type { CallContext } from '../contract/call-context.ts';
import type { ConversationReader } from '../contract/conversation-reader.ts';
import {
  changeTimeOf,
  type Conversation,
  type ConversationReference,
  type ConversationStatus,
} from '../contract/conversation.ts';
import { VendorError } from '../contract/vendor-error.ts';

/** What a list last showed of a conversation. */
type Listed = Pick<Conversation, 'createdAt' | 'fetchedAt' | 'revision' | 'updatedAt'>;

/** The most conversations of a source of which it is remembered. */
const mostRemembered = 10_000;
/** How long a finished answer with a closed conversation is given out before lists are heeded again, in milliseconds. */
const longestUnheeded = 10_000;

/**
 * The same reader, but it reads a conversation again where a list has shown a later change than the record that is kept
 * under its key alone. What is kept of a conversation in one of the `closed` states stays good for minutes, within which
 * its customer may write again.
 */
export function withListedChanges(
  reader: ConversationReader,
  closed: ReadonlySet<ConversationStatus>,
): ConversationReader {
  const listed = new LRUCache<string, Listed>({ max: mostRemembered });
  /** The reference that reads it anew; null = nothing shows that it is old. */
  const overtaking = (record: Conversation, { life }: CallContext): ConversationReference | null => {
    // A finished answer is given out again without asking here whether a list has shown a change.
    if (closed.has(record.status)) life?.limit(longestUnheeded);
    const row = listed.get(record.key);
    return row && isBehind(record, row) ? { key: record.key, revision: row.revision } : null;
  };
  const notice = (rows: readonly Conversation[]): void => {
    for (const row of rows) remember(listed, row);
  };
  const { findByReference } = reader;
  return {
    ...reader,
    messages: (references, context) => reader.messages(references, context),
    async list(request, context) {
      const answer = await reader.list(request, context);
      notice(answer.value.rows);
      return answer;
    },
    notice,
    async get(references, context) {
      const records = await reader.get(references, context);
      return upToDate(reader, context, records, (record, index) =>
        references[index]?.revision === null ? overtaking(record, context) : null,
      );
    },
    ...(findByReference && {
      async findByReference(reference: string, context: CallContext) {
        const answer = await findByReference.call(reader, reference, context);
        const [value = null] = await upToDate(reader, context, [answer.value], (record) =>
          overtaking(record, context),
        );
        return value instanceof VendorError || value === null ? answer : { ...answer, value };
      },
    }),
  };
}

function remember(
  listed: LRUCache<string, Listed>,
  { key, createdAt, fetchedAt, revision, updatedAt }: Conversation,
): void {
  if (revision === null || fetchedAt < (listed.get(key)?.fetchedAt ?? -Infinity)) return;
  listed.set(key, { createdAt, fetchedAt, revision, updatedAt });
}

/** A list may trail, so that its row, although read later, may be the older one. */
function isBehind(record: Conversation, row: Listed): boolean {
  return record.fetchedAt < row.fetchedAt && changeTimeOf(record) < changeTimeOf(row);
}

/** The records, with those read again for which there is a reference to read them by; one that fails stays. */
async function upToDate(
  reader: ConversationReader,
  context: CallContext,
  records: readonly (Conversation | VendorError | null)[],
  referenceOf: (record: Conversation, index: number) => ConversationReference | null,
): Promise<readonly (Conversation | VendorError | null)[]> {
  const again = new Map<number, ConversationReference>();
  for (const [index, record] of records.entries()) {
    const reference = record && !(record instanceof VendorError) ? referenceOf(record, index) : null;
    if (reference) again.set(index, reference);
  }
  if (again.size === 0) return records;
  const read = await reader.get([...again.values()], context);
  const renewed = new Map([...again.keys()].map((index, place) => [index, read[place]]));
  return records.map((record, index) => {
    const other = renewed.get(index);
    return other === undefined || other instanceof VendorError ? record : other;
  });
}
