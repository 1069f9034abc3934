import { describe, expect, test } from 'vitest';
import { ChangeQueue } from '../../src/live/change-queue.ts';

function open(most = 10) {
  let ends = 0;
  const queue = new ChangeQueue<number>(most, () => (ends += 1));
  return { queue, ends: () => ends };
}

describe('the changes that wait for a subscriber', () => {
  test('come in the order of their last change, of each thing the newest alone', async () => {
    const { queue } = open();
    queue.add('a', 1);
    queue.add('b', 2);
    queue.add('a', 3);
    expect([(await queue.next()).value, (await queue.next()).value]).toEqual([2, 3]);
  });

  test('reach a subscriber who waits already', async () => {
    const { queue } = open();
    const waiting = queue.next();
    queue.add('a', 1);
    expect(await waiting).toEqual({ done: false, value: 1 });
  });

  test('end at once for everybody who waits, and only once', async () => {
    const { queue, ends } = open();
    const waiting = [queue.next(), queue.next()];
    queue.end();
    await queue.return();
    queue.add('a', 1);
    const ended = { done: true, value: undefined };
    expect(await Promise.all([...waiting, queue.next()])).toEqual([ended, ended, ended]);
    expect(ends()).toBe(1);
  });

  test('end when there are more than a subscriber may leave lying', async () => {
    const { queue, ends } = open(2);
    for (const id of ['a', 'b', 'b', 'c']) queue.add(id, 1);
    expect(ends()).toBe(1);
    expect((await queue.next()).done).toBe(true);
  });
});
