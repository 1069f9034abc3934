import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import { ChangeFeed, type WatchedSource } from '../../src/live/change-feed.ts';
import { looksAlone } from '../../src/live/looks-alone.ts';

const start = Date.parse('2026-03-03T10:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk that gives what is in `rows`. */
function deskOf(rows: readonly Conversation[]): WatchedSource {
  const reader = {
    filters: {},
    list: async () => ({ value: { rows, coveredTo: null, position: null }, fetchedAt: Date.now() }),
  };
  return {
    source: { name: 'desk', rateBudget: () => null },
    reader,
    criteria: {},
  } as unknown as WatchedSource;
}

test('a subscriber who reads is told of everything that a look brings, however much it is', async () => {
  const rows: Conversation[] = [];
  const feed = new ChangeFeed({
    shortestMs: 1000,
    longestMs: 6000,
    timeoutMs: 500,
    looks: looksAlone,
    onFault: (fault) => expect.fail(String(fault)),
  });
  const changes = feed.watch([deskOf(rows)], new AbortController().signal);
  await vi.advanceTimersByTimeAsync(10);
  for (let key = 0; key < 5000; key += 1) {
    rows.push({ key: String(key), createdAt: start, updatedAt: start + 500 } as unknown as Conversation);
  }
  await vi.advanceTimersByTimeAsync(2000);
  const told = new Set<string>();
  for (const _ of rows) told.add((await changes.next()).value?.conversation.key ?? 'the end');
  expect(told.size).toBe(5000);
  feed.close();
  expect(await changes.next()).toEqual({ done: true, value: undefined });
});
