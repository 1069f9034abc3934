import * as fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Admission, Overloaded } from '../../src/server/admission.ts';

const patient = new AbortController().signal;

/** Keeps the process busy. */
function compute(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** Work in so many turns of the event loop, each of which takes so long. */
function computing(turns: number, milliseconds: number, onTurn: () => void = () => {}) {
  return async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) {
      onTurn();
      compute(milliseconds);
      await new Promise((resolve) => void setImmediate(resolve));
    }
  };
}

describe('letting work begin', () => {
  test('at once while nothing is under way', () => {
    let hasBegun = false;
    void new Admission({ maxWaitMs: 0 }).run(() => (hasBegun = true), patient);
    expect(hasBegun).toBe(true);
  });

  test('behind a look at what else has arrived, where one thing after the other is done at once', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    let done = 0;
    const seen = new Promise<number>((resolve) => void setTimeout(() => resolve(done), 1));
    for (let job = 0; job < 20; job += 1) {
      await admission.run(() => compute(2), patient);
      done += 1;
    }
    expect(await seen).toBeLessThan(10);
  });

  test('beside work that waits for others', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    let underWay = 0;
    let most = 0;
    const waiting = async (): Promise<void> => {
      most = Math.max(most, (underWay += 1));
      await sleep(200);
      underWay -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => admission.run(waiting, patient)));
    expect(most).toBe(10);
  });

  test('behind work that computes, one after the other, in the order in which it came', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    const turns: number[] = [];
    const jobs = [1, 2, 3, 4].map((job) =>
      admission.run(
        computing(5, 4, () => turns.push(job)),
        patient,
      ),
    );
    await Promise.all(jobs);
    expect(turns).toEqual([1, 2, 3, 4].flatMap((job) => Array.from({ length: 5 }, () => job)));
  });

  test('sooner or later, however much there is to do', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    const begun = { late: false };
    const endless = async (): Promise<void> => {
      if (begun.late) return;
      await computing(1, 4)();
      await endless();
    };
    const first = admission.run(endless, patient);
    await admission.run(() => (begun.late = true), patient);
    await first;
  });

  test('not for who has left, whose turn the next one has', async () => {
    const admission = new Admission({ maxWaitMs: 1000 });
    const first = admission.run(() => sleep(50), patient);
    const leaver = new AbortController();
    const left = admission.run(() => 'begun', leaver.signal);
    const next = admission.run(() => 'begun', patient);
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(await next).toBe('begun');
    await first;
  });

  test('never where the wait would be too long, and again when the line is short', async () => {
    const admission = new Admission({ maxWaitMs: 100 });
    let begun = 0;
    const work = computing(1, 20, () => (begun += 1));
    const rush = Array.from({ length: 20 }, () => admission.run(work, patient));
    // Nobody knew yet how long it takes.
    await expect.poll(() => begun, { interval: 1 }).toBeGreaterThan(4);
    await expect(admission.run(work, patient)).rejects.toThrow(Overloaded);
    await Promise.all(rush);
    await sleep(0);
    expect(await admission.run(() => 'begun', patient)).toBe('begun');
  });

  test('once each, and the failure of one is its own', async () => {
    const job = fc.record({ turns: fc.nat(3), fails: fc.boolean(), leaves: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 20 }), async (jobs) => {
        const admission = new Admission({ maxWaitMs: 60_000 });
        const begun: number[] = [];
        const ends = jobs.map(({ turns, fails, leaves }, index) => {
          const controller = new AbortController();
          if (leaves) controller.abort(new Error('left'));
          return admission.run(async () => {
            begun.push(index);
            await computing(turns, 0)();
            if (fails) throw new Error('failed');
            return 'done';
          }, controller.signal);
        });
        const told = (await Promise.allSettled(ends)).map((end) =>
          end.status === 'fulfilled' ? end.value : (end.reason as Error).message,
        );
        expect(told).toEqual(jobs.map(({ fails, leaves }) => (leaves ? 'left' : fails ? 'failed' : 'done')));
        expect(begun).toEqual(jobs.flatMap(({ leaves }, index) => (leaves ? [] : index)));
      }),
      { numRuns: 50 },
    );
  });
});
