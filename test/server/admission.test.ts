import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Admission } from '../../src/server/admission.ts';

let now = 60_000;

beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => vi.restoreAllMocks());

/** So many requests that come at once, each of which keeps the process busy for so long; tells what happened, in order. */
function rush(admission: Admission, count: number, milliseconds: number) {
  const events: string[] = [];
  let refused = 0;
  for (let number = 1; number <= count; number += 1) {
    const start = (): void => {
      events.push(`start ${number}`);
      now += milliseconds;
    };
    if (!admission.admit(start)) refused += 1;
  }
  return { events, refused };
}

describe('letting requests in', () => {
  test('starts what comes while there is time at once', () => {
    expect(rush(new Admission({ maxWaitMs: 1000 }), 5, 1).events).toHaveLength(5);
  });

  test('starts the others one after the other, in the order in which they came, and what else there is in between', async () => {
    const { events } = rush(new Admission({ maxWaitMs: 1000 }), 4, 3);
    expect(events).toEqual(['start 1', 'start 2']);
    while (events.length < 6) {
      await nextTurn();
      events.push('other');
    }
    expect(events).toEqual(['start 1', 'start 2', 'start 3', 'other', 'start 4', 'other']);
  });

  test('starts at once what comes when nothing waits any more', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    const { events } = rush(admission, 2, 6);
    await nextTurn();
    expect(events).toHaveLength(2);
    await nextTurn();
    expect(rush(admission, 1, 6).events).toEqual(['start 1']);
  });

  test('turns away who would have to wait too long, and lets in again when the queue is short', async () => {
    const admission = new Admission({ maxWaitMs: 100 });
    const { events, refused } = rush(admission, 20, 20);
    // Nobody knows yet how long it takes.
    expect(refused).toBe(0);
    await nextTurn();
    expect(admission.admit(() => {})).toBe(true);
    await nextTurn();
    expect(admission.admit(() => {})).toBe(false);
    while (events.length < 20) await nextTurn();
    await nextTurn();
    await nextTurn();
    const second = rush(admission, 20, 20);
    expect(second.refused).toBe(0);
    while (second.events.length < 20) await nextTurn();
  });

  test('turns nobody away from a queue that is long and quick, nor lets anybody go before it', async () => {
    const admission = new Admission({ maxWaitMs: 100 });
    expect(rush(admission, 50, 1).refused).toBe(0);
    for (let turn = 0; turn < 50; turn += 1) {
      await nextTurn();
      expect(rush(admission, 1, 1)).toEqual({ events: [], refused: 0 });
    }
  });
});
