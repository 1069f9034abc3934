import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NeighbourDays } from '../../../src/vendor-kit/neighbour-days.ts';
import { OpeningRange } from '../../../src/vendors/iadvize/iadvize-opening-range.ts';
import { listDays, type DayQuery, type DayReading } from '../../../src/vendors/iadvize/iadvize-day-lists.ts';
import { VendorError, type VendorErrorKind } from '../../../src/contract/vendor-error.ts';
import { callContext } from './chat-server.ts';

const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lists the last 30 days of an account that answers a month, or its last days, after so many milliseconds. */
async function listed(after: { readonly month: number; readonly day: number }) {
  const asked: DayQuery[] = [];
  const answer = listMonth(async (days) => {
    asked.push(days);
    const wait = asked.length === 1 ? after.month : after.day;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return { value: { rows: [], unread: [] }, fetchedAt: Date.now() };
  });
  await vi.advanceTimersByTimeAsync(20_000);
  return { asked: asked.length, isWhole: (await answer).value.coveredTo === null };
}

/** Lists the last 30 days of an account of which nothing is known yet. */
function listMonth(read: DayReading<{ createdAt: number }>['read']) {
  const now = Date.now();
  const account = { name: 'boutique', timeZone: 'UTC', now: () => now };
  const window = { from: now - 30 * day, to: now };
  const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
  return listDays<{ createdAt: number }>(
    account,
    { window, order, limit: 26, position: null, context: callContext() },
    {
      read,
      operation: 'conversations.list',
      accepts: () => true,
      opening: new OpeningRange(),
      neighbours: new NeighbourDays('UTC'),
      filter: undefined,
    },
  );
}

describe.each(['2026-05-20T12:00:00Z', '2026-05-20T00:10:00Z'])('at %s', (time) => {
  beforeEach(() => {
    vi.setSystemTime(time);
  });

  it.each([
    { month: 1000, day: 1000, asked: 1, isWhole: true },
    { month: 2700, day: 2700, asked: 2, isWhole: true },
    { month: 9000, day: 500, asked: 2, isWhole: false },
  ])('a month that takes $month ms is waited for as long as its last day has not come', async (times) => {
    expect(await listed(times)).toEqual({ asked: times.asked, isWhole: times.isWhole });
  });
});

it.each([
  { alone: 'timeout', told: 'timeout' },
  { alone: 'circuit-open', told: 'unavailable' },
] satisfies { alone: VendorErrorKind; told: VendorErrorKind }[])(
  'a month and a day that both fail tell the failure of the day, unless iAdvize was not asked for it ($alone)',
  async ({ alone, told }) => {
    const kinds: VendorErrorKind[] = ['unavailable', alone];
    const listing = listMonth(async () => {
      const kind = kinds.shift()!;
      throw new VendorError({ kind, message: 'no', source: 'boutique', operation: 'list', status: 503 });
    });
    await expect(listing).rejects.toMatchObject({ kind: told });
    expect(kinds).toEqual([]);
  },
);
