import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { RateBudget } from '../../src/contract/source-health.ts';
import type { TimeWindow } from '../../src/contract/timeline.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import type { ConversationsAsked } from '../../src/live/look.ts';
import { looksAlone } from '../../src/live/looks-alone.ts';
import { SourcePoller } from '../../src/live/source-poller.ts';

const start = Date.parse('2026-03-03T10:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Row {
  readonly key: string;
  readonly createdAt: number;
  readonly updatedAt: number | null;
  readonly subject?: string;
}

/** A poller over a desk that the test writes to, and what it told. */
function open(desk: { rows: Row[]; error?: Error; budget?: RateBudget; onList?: () => void }) {
  const windows: TimeWindow[] = [];
  const faults: unknown[] = [];
  const told: string[] = [];
  const source = { name: 'desk', rateBudget: () => desk.budget ?? null } as unknown as HelpdeskSource;
  const reader = {
    filters: {},
    async list({ window }: { readonly window: TimeWindow }) {
      windows.push(window);
      desk.onList?.();
      if (desk.error) throw desk.error;
      const rows = desk.rows.map((row) => ({ ...row, fetchedAt: Date.now() }) as unknown as Conversation);
      return { value: { rows, coveredTo: null, position: null }, fetchedAt: Date.now() };
    },
  };
  const asked = { action: 'ask', source, reader, filter: {}, accepts: () => true };
  const settings = {
    shortestMs: 1000,
    longestMs: 6000,
    timeoutMs: 500,
    looks: looksAlone,
    onFault: (fault: unknown) => faults.push(fault),
  };
  const poller = new SourcePoller(asked as unknown as ConversationsAsked, settings);
  const listener = (changed: readonly Conversation[]) => told.push(...changed.map(({ key }) => key));
  return { poller, listener, windows, faults, told };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const old: Row = { key: 'old', createdAt: start - 60_000, updatedAt: start - 30_000 };

describe('looking at a source', () => {
  test('tells nothing of what was there before, and everything that changes afterwards', async () => {
    const desk = { rows: [old] };
    const { poller, listener, told } = open(desk);
    poller.add(listener);
    await pass(10);
    expect(told).toEqual([]);
    desk.rows = [old, { key: 'new', createdAt: start - 10_000, updatedAt: null }];
    await pass(2000);
    desk.rows = [{ ...old, updatedAt: start - 5000 }, desk.rows[1]!];
    await pass(2000);
    expect(told).toEqual(['new', 'old']);
  });

  test('tells what changed between the start and the first look that worked', async () => {
    const desk: Parameters<typeof open>[0] = { rows: [old], error: failure({ kind: 'unavailable' }) };
    const { poller, listener, told, faults } = open(desk);
    poller.add(listener);
    await pass(3000);
    desk.rows = [{ ...old, updatedAt: start + 100 }];
    delete desk.error;
    await pass(6000);
    expect(told).toEqual(['old']);
    expect(faults).toEqual([]);
  });

  test('tells twice what may have changed again within one second', async () => {
    const desk = { rows: [{ ...old, updatedAt: start + 500 }] };
    const { poller, listener, told } = open(desk);
    poller.add(listener);
    await pass(20_000);
    expect(told).toEqual(['old', 'old']);
  });

  test('becomes rarer while all is quiet, and stops with the last listener', async () => {
    const { poller, listener, windows } = open({ rows: [] });
    const others: string[] = [];
    const other = (changed: readonly Conversation[]) => others.push(...changed.map(({ key }) => key));
    poller.add(listener);
    poller.add(other);
    await pass(60_000);
    expect(windows.length).toBeGreaterThan(9);
    expect(windows.length).toBeLessThan(16);
    expect(poller.remove(listener)).toBe(false);
    expect(poller.remove(other)).toBe(true);
    const count = windows.length;
    await pass(60_000);
    expect(windows.length).toBe(count);
  });

  test('reads back half an hour, or for hours where no times of change are told, and over the time of an outage', async () => {
    const desk: Parameters<typeof open>[0] = { rows: [old] };
    const told = open(desk);
    const untold = open({ rows: [{ ...old, updatedAt: null }] });
    for (const { poller, listener } of [told, untold]) poller.add(listener);
    await pass(2000);
    expect(told.windows[0]?.from).toBe(start - 3 * 3_600_000);
    expect(told.windows[1]?.from).toBe(start - 30 * 60_000);
    expect(untold.windows[1]?.from).toBe(start - 3 * 3_600_000);
    desk.error = failure({ kind: 'unavailable' });
    await pass(3_600_000);
    expect(told.windows.at(-1)?.from).toBeLessThan(start + 10_000 - 30 * 60_000);
  });

  test('reads back for hours while nothing has been seen that tells times of change', async () => {
    const { poller, listener, windows } = open({ rows: [] });
    poller.add(listener);
    await pass(5000);
    expect(windows.at(-1)!.from).toBeLessThan(start + 5000 - 3 * 3_600_000);
  });

  test('waits as long as the vendor asks for', async () => {
    const { poller, listener, windows } = open({
      rows: [],
      error: failure({ kind: 'rate-limited', retryAfterMs: 40_000 }),
    });
    poller.add(listener);
    await pass(39_000);
    expect(windows).toHaveLength(1);
    await pass(2000);
    expect(windows).toHaveLength(2);
  });

  test('leaves the last tenth of a call budget to others', async () => {
    const desk: Parameters<typeof open>[0] = {
      rows: [],
      budget: { limit: 100, remaining: 10, resetAt: start + 60_000 },
    };
    const { poller, listener, windows } = open(desk);
    poller.add(listener);
    await pass(20_000);
    expect(windows).toEqual([]);
    desk.budget = { limit: 100, remaining: 11, resetAt: start + 60_000 };
    await pass(7000);
    expect(windows.length).toBeGreaterThan(0);
  });

  test('looks at once when told to, also while it is looking', async () => {
    const desk: Parameters<typeof open>[0] = { rows: [] };
    const { poller, listener, windows } = open(desk);
    desk.onList = () => {
      if (windows.length === 1) poller.lookNow();
    };
    poller.add(listener);
    await pass(1);
    expect(windows).toHaveLength(2);
    poller.lookNow();
    await pass(1);
    expect(windows).toHaveLength(3);
  });

  test('outlives a fault of the gateway and reports it', async () => {
    const fault = new TypeError('a bug');
    const { poller, listener, windows, faults } = open({ rows: [], error: fault });
    poller.add(listener);
    await pass(2000);
    expect(faults[0]).toBe(fault);
    expect(windows.length).toBeGreaterThan(1);
  });
});

function failure(told: { readonly kind: 'rate-limited' | 'unavailable'; readonly retryAfterMs?: number }) {
  return new VendorError({ message: 'not now', source: 'desk', operation: 'conversations.list', ...told });
}
