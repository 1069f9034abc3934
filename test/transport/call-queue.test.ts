import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancellation } from '../../src/cache/cancellation.ts';
import { CallQueue, type CallPriority } from '../../src/transport/call-queue.ts';

const label = { source: 'shop', operation: 'things.get' };
const priorities: readonly CallPriority[] = ['write', 'directory', 'list', 'bulk'];

/** A task that is under way until it is told to end. */
function openTask() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve };
}

describe('calls in a queue', () => {
  it('begin by priority, those of one priority in their order, never more than may be out at once', async () => {
    const calls = fc.array(fc.record({ priority: fc.constantFrom(...priorities), isGone: fc.boolean() }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 4 }), async (asked, places) => {
        const queue = new CallQueue(places);
        const held = Array.from({ length: places }, openTask);
        const first = held.map(({ run }) => queue.run(run, { priority: 'bulk', label }));
        const begun: number[] = [];
        let out = 0;
        const results = asked.map(({ priority, isGone }, index) => {
          const cancellation = new Cancellation();
          const task = async () => {
            out += 1;
            expect(out).toBeLessThanOrEqual(places);
            begun.push(index);
            await Promise.resolve();
            out -= 1;
          };
          const result = queue.run(task, { priority, cancellation, label });
          if (isGone) cancellation.cancel(new Error('gone'));
          return result.then(
            () => 'done',
            () => 'gone',
          );
        });
        held.forEach(({ end }) => end());
        await Promise.all(first);
        expect(await Promise.all(results)).toEqual(asked.map(({ isGone }) => (isGone ? 'gone' : 'done')));
        const expected = priorities.flatMap((wanted) =>
          asked.flatMap(({ priority, isGone }, index) => (priority === wanted && !isGone ? [index] : [])),
        );
        expect(begun).toEqual(expected);
      }),
    );
  });

  it('may wait in a bounded number, of which nobody is who has begun or left', async () => {
    const queue = new CallQueue(1);
    for (let round = 0; round < 3; round += 1) {
      const held = openTask();
      const first = queue.run(held.run, { priority: 'list', label });
      const cancellations = Array.from({ length: 1024 }, () => new Cancellation());
      const waiting = cancellations.map((cancellation) =>
        queue.run(async () => cancellation.cancel(new Error('over')), {
          priority: 'list',
          cancellation,
          label,
        }),
      );
      await expect(queue.run(held.run, { priority: 'write', label })).rejects.toMatchObject({
        ...label,
        kind: 'busy',
      });
      cancellations[7]?.cancel(new Error('gone'));
      const late = queue.run(held.run, { priority: 'bulk', label });
      held.end();
      const ends = await Promise.allSettled([first, ...waiting, late]);
      expect(ends.filter(({ status }) => status === 'rejected')).toEqual([
        { status: 'rejected', reason: new Error('gone') },
      ]);
    }
  });

  it('make room for the next also when one fails at once', async () => {
    const queue = new CallQueue(1);
    const failing = queue.run(
      () => {
        throw new Error('no');
      },
      { priority: 'list', label },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await queue.run(() => Promise.resolve(1), { priority: 'list', label })).toBe(1);
  });
});
