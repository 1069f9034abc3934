import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { Sieve } from '../../src/live/sieve.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const failure = (kind: VendorErrorKind, retryAfterMs?: number) =>
  new VendorError({ kind, message: 'no', source: 'desk', operation: 'conversations.get', retryAfterMs });

const changed = (key: string, subject: string) => ({ key, subject }) as unknown as Conversation;

const never = () => Promise.reject(failure('unavailable'));

/** A sieve over answers that the test gives, by subject; without one it is wanted. */
function open(answers: Record<string, () => Promise<boolean>> = {}) {
  const stop = new AbortController();
  const passed: (string | null)[] = [];
  const asked: (string | null)[] = [];
  const faults: unknown[] = [];
  const sieve = new Sieve({
    accepts: async ({ subject }) => {
      asked.push(subject ?? null);
      return (await answers[subject ?? '']?.()) ?? true;
    },
    pass: ({ subject }) => passed.push(subject ?? null),
    settings: { shortestMs: 1000, longestMs: 6000, timeoutMs: 500, onFault: (fault) => faults.push(fault) },
    stopped: stop.signal,
  });
  return { sieve, stop, passed, asked, faults };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('the changes that a subscriber wants', () => {
  test('come in the order of the changes, without the others', async () => {
    const { sieve, passed } = open({ second: async () => false });
    for (const subject of ['first', 'second', 'third']) sieve.offer(changed(subject, subject));
    await pass(0);
    expect(passed).toEqual(['first', 'third']);
  });

  test('come as soon as a vendor that failed tells whether they are wanted', async () => {
    let fails = true;
    const { sieve, passed } = open({
      a: async () => {
        if (fails) throw failure('unavailable');
        return true;
      },
    });
    sieve.offer(changed('a', 'a'));
    await pass(10_000);
    expect(passed).toEqual([]);
    fails = false;
    await pass(6000);
    expect(passed).toEqual(['a']);
  });

  test('are not asked for again while the vendor wants a pause, nor where that is of no use', async () => {
    const { sieve, asked } = open({
      paused: () => Promise.reject(failure('rate-limited', 60_000)),
      refused: () => Promise.reject(failure('unauthenticated')),
    });
    sieve.offer(changed('a', 'paused'));
    sieve.offer(changed('b', 'refused'));
    await pass(59_000);
    expect(asked).toEqual(['paused', 'refused']);
    await pass(2000);
    expect(asked).toEqual(['paused', 'refused', 'paused']);
  });

  test('come as they are at last, also where an earlier answer takes longer', async () => {
    const early = Promise.withResolvers<boolean>();
    const { sieve, passed } = open({ early: () => early.promise });
    sieve.offer(changed('a', 'early'));
    sieve.offer(changed('a', 'late'));
    await pass(0);
    early.resolve(true);
    await pass(0);
    expect(passed).toEqual(['late']);
  });

  test('are let go after an hour, and when the subscriber leaves', async () => {
    const patient = open({ a: never });
    patient.sieve.offer(changed('a', 'a'));
    await pass(3_610_000);
    const left = open({ b: never });
    left.sieve.offer(changed('b', 'b'));
    await pass(10);
    left.stop.abort();
    const before = [patient.asked.length, left.asked.length];
    await pass(60_000);
    expect([patient.asked.length, left.asked.length]).toEqual(before);
    expect([...patient.passed, ...left.passed, ...patient.faults, ...left.faults]).toEqual([]);
  });
});
