import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { timedWait, WaitTimedOut } from '../../src/cache/timed-wait.ts';

/** Does nothing else for so long. */
function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('a timed wait', () => {
  it('gives the answer, and about how long it took', async () => {
    const { result, milliseconds } = await timedWait(sleep(70, 'here'), 1000);
    expect(result).toBe('here');
    expect(milliseconds).toBeGreaterThanOrEqual(20);
    expect(milliseconds).toBeLessThanOrEqual(100);
  });

  it('ends without an answer', async () => {
    const began = performance.now();
    await expect(timedWait(new Promise(() => {}), 100)).rejects.toThrow(WaitTimedOut);
    expect(performance.now() - began).toBeGreaterThanOrEqual(95);
  });

  it('fails as the answer fails', async () => {
    await expect(timedWait(Promise.reject(new Error('refused')), 100)).rejects.toThrow('refused');
  });

  it('does not blame the other side for time in which this process stood still', async () => {
    const answer = new Promise<string>(
      (resolve) => void setTimeout(() => setImmediate(resolve, 'in time'), 30),
    );
    const wait = timedWait(answer, 100);
    standStill(400);
    const { result, milliseconds } = await wait;
    expect(result).toBe('in time');
    expect(milliseconds).toBeLessThanOrEqual(40);
  });
});
