import { expect, it } from 'vitest';
import { toUnreadRows } from '../../src/vendor-kit/unread-rows.ts';

const read = { from: 1000, to: 9000 };
const reason = { source: 'desk', operation: 'conversations.list', needed: 'an id' };

it('tells of unread rows by the span in which they all lie', () => {
  expect(toUnreadRows([], read, reason)).toBeUndefined();
  expect(toUnreadRows([{ createdAt: 4000 }, { createdAt: 2000 }], read, reason)?.span).toEqual({
    from: 2000,
    to: 4001,
  });
  expect(toUnreadRows([{ createdAt: 4000 }, { createdAt: null }], read, reason)?.span).toEqual(read);
});

it('tells of however many of them a vendor sent', () => {
  const rows = Array.from({ length: 300_000 }, (_, index) => ({ createdAt: index }));
  expect(toUnreadRows(rows, read, reason)?.span).toEqual({ from: 0, to: 300_000 });
});
