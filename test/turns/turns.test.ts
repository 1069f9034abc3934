import type { Awaitable } from '../../src/contract/awaitable.ts';
import { describe, expect, it } from 'vitest';
import { mapInTurns } from '../../src/turns/turns.ts';

/** Keeps the thread busy for a tenth of a millisecond. */
function work(row: number): number {
  const until = performance.now() + 0.1;
  while (performance.now() < until);
  return row * 2;
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

/** How many turns of the event loop pass before something is done. */
async function turnsDuring(work: Awaitable<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

describe('many rows', () => {
  it('are mapped in their order', async () => {
    expect(await mapInTurns(rows(2000), work)).toEqual(rows(2000).map((row) => row * 2));
  });

  it('let others in between, several lists together no less than one', async () => {
    // 100 ms of work in shares of 8 ms.
    expect(await turnsDuring(mapInTurns(rows(1000), work))).toBeGreaterThanOrEqual(8);
    const lists = [0, 1, 2, 3].map(async () => mapInTurns(rows(500), work));
    expect(await turnsDuring(Promise.all(lists))).toBeGreaterThanOrEqual(16);
  });

  it('are left when nobody wants them any more', async () => {
    let mapped = 0;
    const mapping = mapInTurns(
      rows(2000),
      (row) => {
        mapped += 1;
        return work(row);
      },
      () => {
        throw new Error('nobody waits');
      },
    );
    await expect(mapping).rejects.toThrow('nobody waits');
    expect(mapped).toBeLessThan(1000);
  });

  it('are done in one go when they are few', async () => {
    expect(await turnsDuring(mapInTurns(rows(31), (row) => row))).toBeLessThanOrEqual(1);
  });
});
