import { expect, it } from 'vitest';
import { mostRows } from '../../../src/vendors/liveagent/liveagent-long-list.ts';
import { walkWindow, type WindowedList } from '../../../src/vendors/liveagent/liveagent-window-walk.ts';

const second = Date.parse('2026-03-01T10:00:00Z');

it('reads all rows of one second, however many an import made', async () => {
  const rows = Array.from({ length: 160_000 }, (_, index) => ({ key: `c${index}` }));
  const list: WindowedList<{ readonly key: string }> = {
    ask: async (_window, limit, place) => {
      const start = place?.offset ?? 0;
      const value = { rows: rows.slice(start, start + limit), unread: [], cursor: null };
      return { value, fetchedAt: second };
    },
    times: () => ({ created: second, updated: second }),
    blur: () => 0,
    unwalkable: (why) => new Error(why),
  };
  const found = await walkWindow(list, {
    window: { from: second, to: second + 1000 },
    order: { field: 'CREATED_AT', direction: 'ASC' },
    limit: mostRows,
    width: null,
    observed: null,
    learn: () => {},
  });
  expect(found.rows).toHaveLength(rows.length);
  expect(found.coveredTo).toBeNull();
});
