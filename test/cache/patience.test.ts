import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { isOverdue, patienceOf } from '../../src/cache/patience.ts';

const waiterFor = (milliseconds: number, { signal } = new AbortController()) => ({
  signal,
  deadline: Date.now() + milliseconds,
});

describe('the patience of a waiter', () => {
  it('is one, however many things are waited for', () => {
    const waiter = waiterFor(1000);
    expect(patienceOf(waiter)).toBe(patienceOf(waiter));
    expect(patienceOf({ ...waiter })).not.toBe(patienceOf(waiter));
  });

  it('ends at the deadline, for all who follow then', async () => {
    const patience = patienceOf(waiterFor(5));
    const told: string[] = [];
    const gone = () => told.push('gone');
    patience.follow(gone);
    patience.follow(() => told.push('one'));
    patience.follow(() => told.push('other'));
    patience.unfollow(gone);
    await expect.poll(() => told).toEqual(['one', 'other']);
    expect(isOverdue(patience.reason)).toBe(true);
  });

  it('ends with the request, and tells why', () => {
    const request = new AbortController();
    const patience = patienceOf(waiterFor(60_000, request));
    let told = 0;
    patience.follow(() => (told += 1));
    request.abort('the caller is gone');
    expect([told, patience.cancelled, patience.reason]).toEqual([1, true, 'the caller is gone']);
    expect(isOverdue(patience.reason)).toBe(false);
  });

  it('is without end while nobody follows, and begins again with the next one', async () => {
    const request = new AbortController();
    const patience = patienceOf(waiterFor(10, request));
    const nobody = vi.fn<() => void>();
    patience.follow(nobody);
    patience.unfollow(nobody);
    expect(getEventListeners(request.signal, 'abort')).toEqual([]);
    await sleep(30);
    expect(patience.cancelled).toBe(false);
    let told = 0;
    patience.follow(() => (told += 1));
    await expect.poll(() => told).toBe(1);
  });
});
