import { expect, it, vi } from 'vitest';
import type { CallContext } from '../../src/contract/call-context.ts';
import type { ConversationReader } from '../../src/contract/conversation-reader.ts';
import type { Conversation, ConversationReference } from '../../src/contract/conversation.ts';
import type { TimelineRequest } from '../../src/contract/timeline.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { withListedChanges } from '../../src/vendor-kit/listed-changes.ts';

type Record = Conversation | VendorError | null;

const context = {} as CallContext;

function record(updatedAt: number, fetchedAt: number): Conversation {
  const told = {
    key: 'a',
    status: 'RESOLVED',
    createdAt: 0,
    updatedAt,
    revision: String(updatedAt),
    fetchedAt,
  };
  return told as unknown as Conversation;
}

/** A reader whose list has such rows, and which has one record for the key alone, and another for the row's revision. */
function readerOf(rows: readonly Conversation[], kept: Record, current: Record) {
  const asked: ConversationReference[] = [];
  const reader: Partial<ConversationReader> = {
    list: async () => ({ value: { rows, coveredTo: null, position: null }, fetchedAt: 110 }),
    async get(references) {
      asked.push(...references);
      return references.map(({ revision }) => (revision === null ? kept : current));
    },
    findByReference: async () => ({ value: kept as Conversation | null, fetchedAt: 1 }),
  };
  return { asked, reader: withListedChanges(reader as ConversationReader, new Set(['RESOLVED'])) };
}

async function read(reader: ConversationReader): Promise<Record | undefined> {
  await reader.list({} as TimelineRequest<never>, context);
  const [found] = await reader.get([{ key: 'a', revision: null }], context);
  return found;
}

const later = record(20, 120);
const error = new VendorError({ kind: 'unavailable', message: 'gone', source: 's', operation: 'get' });

it('reads a kept record again by the revision that a list has shown since', async () => {
  const { asked, reader } = readerOf([record(20, 110)], record(10, 100), later);
  expect(await read(reader)).toBe(later);
  expect(asked).toEqual([
    { key: 'a', revision: null },
    { key: 'a', revision: '20' },
  ]);
  expect((await reader.findByReference!('A-1', context)).value).toBe(later);
});

it.each([
  ['that is younger than the row', record(10, 115)],
  ['that changed after the row, as where a list trails', record(30, 100)],
  ['that is no older', record(20, 100)],
])('takes a record %s', async (_, kept) => {
  const { asked, reader } = readerOf([record(20, 110)], kept, later);
  expect(await read(reader)).toBe(kept);
  expect(asked).toHaveLength(1);
});

it('keeps to the record where it cannot be read again, but not where it is gone', async () => {
  const kept = record(10, 100);
  expect(await read(readerOf([record(20, 110)], kept, error).reader)).toBe(kept);
  expect(await read(readerOf([record(20, 110)], kept, null).reader)).toBeNull();
});

it('goes by the row that was read last', async () => {
  const rows = [record(20, 110), record(15, 105)];
  const { reader, asked } = readerOf(rows, record(10, 100), later);
  await read(reader);
  expect(asked.at(-1)?.revision).toBe('20');
});

it('goes by rows that were listed elsewhere, too', async () => {
  const { reader } = readerOf([], record(10, 100), later);
  reader.notice!([record(20, 110)]);
  expect(await read(reader)).toBe(later);
});

it('lets a finished answer with a closed conversation be given out for seconds only', async () => {
  const limit = vi.fn();
  const { reader } = readerOf([], record(10, 100), later);
  const kept = { life: { limit } } as unknown as CallContext;
  await reader.get([{ key: 'a', revision: '10' }], kept);
  expect(limit).not.toHaveBeenCalled();
  await reader.get([{ key: 'a', revision: null }], kept);
  expect(limit).toHaveBeenCalledExactlyOnceWith(10_000);
});
