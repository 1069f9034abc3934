import { expect, it, onTestFinished, vi } from 'vitest';
import { RedisRefusals } from '../../src/cache/redis-refusals.ts';

it('counts a refusal until the same command is taken, whatever others are', () => {
  const refusals = new RedisRefusals();
  expect(refusals.any).toBe(false);
  refusals.refused('store');
  expect(refusals.taken('get')).toBe(false);
  expect(refusals.any).toBe(true);
  expect(refusals.taken('store')).toBe(true);
  expect(refusals.any).toBe(false);
  expect(refusals.taken('store')).toBe(false);
});

it('forgets a command that is not sent again once others have been taken for half a minute', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const refusals = new RedisRefusals();
  refusals.refused('claim');
  vi.advanceTimersByTime(29_000);
  refusals.taken('get');
  expect(refusals.any).toBe(true);
  vi.advanceTimersByTime(2000);
  expect(refusals.any).toBe(true);
  refusals.taken('get');
  expect(refusals.any).toBe(false);
});
