import { expect, test } from 'vitest';
import { answerOf } from '../../src/vendor-kit/combined-answer.ts';

test('an answer made of several is as old as the oldest, and stale for the reason of the first stale one', () => {
  const [first, second] = [new Error('first'), new Error('second')];
  const parts = [
    { value: 1, fetchedAt: 30 },
    { value: 2, fetchedAt: 10, staleBecause: first },
    { value: 3, fetchedAt: 20, staleBecause: second },
  ];
  expect(answerOf('all', parts)).toEqual({ value: 'all', fetchedAt: 10, staleBecause: first });
});

test('an answer made of none is new', () => {
  const before = Date.now();
  const { fetchedAt, staleBecause } = answerOf(null, []);
  expect(fetchedAt).toBeGreaterThanOrEqual(before);
  expect(staleBecause).toBeUndefined();
});
