import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Admission } from '../../src/server/admission.ts';

/** Keeps the process busy. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** So many requests that come at once, each of which takes so long; tells what happened, in order. */
function rush(admission: Admission, count: number, milliseconds: number) {
  const events: string[] = [];
  let refused = 0;
  for (let number = 1; number <= count; number += 1) {
    const start = (): void => {
      events.push(`start ${number}`);
      work(milliseconds);
    };
    if (!admission.admit(start)) refused += 1;
  }
  return { events, refused: () => refused };
}

describe('letting requests in', () => {
  test('starts what comes while there is time at once', () => {
    const { events } = rush(new Admission({ maxWaitMs: 1000 }), 20, 0);
    expect(events).toHaveLength(20);
  });

  test('starts the others one after the other, in the order in which they came, and what else there is in between', async () => {
    const { events } = rush(new Admission({ maxWaitMs: 1000 }), 4, 6);
    expect(events).toEqual(['start 1']);
    await new Promise<void>((resolve) => {
      const other = (): void => {
        events.push('other');
        if (events.filter((event) => event.startsWith('start')).length < 4) setTimeout(other, 0);
        else resolve();
      };
      setTimeout(other, 0);
    });
    expect(events.filter((event) => event.startsWith('start'))).toEqual([
      'start 1',
      'start 2',
      'start 3',
      'start 4',
    ]);
    expect(events.filter((event) => event === 'other').length).toBeGreaterThan(2);
  });

  test('turns away who would have to wait too long, and lets in again when the queue is short', async () => {
    const admission = new Admission({ maxWaitMs: 100 });
    const first = rush(admission, 20, 20);
    // Nobody knows yet how long it takes.
    expect(first.refused()).toBe(0);
    await expect.poll(() => first.events.length, { interval: 1 }).toBeGreaterThan(2);
    expect(admission.admit(() => {})).toBe(false);
    await expect.poll(() => first.events, { interval: 5 }).toHaveLength(20);
    await sleep(0);
    expect(rush(admission, 20, 1).refused()).toBe(0);
  });
});
