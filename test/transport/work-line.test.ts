import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkLine } from '../../src/transport/work-line.ts';

const patient = () => ({ deadline: Date.now() + 60_000, signal: new AbortController().signal });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
function heldWork() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (item: number): Promise<number> => {
    begun.push(item);
    return new Promise((resolve) => ends.set(item, () => resolve(-item)));
  };
  return { begun, work, end: (item: number) => ends.get(item)?.() };
}

describe('a line of work', () => {
  it('begins so much at once, and the next when something ends, in the order asked for', async () => {
    const line = new WorkLine({ atOnce: 2, most: 100 });
    const { begun, work, end } = heldWork();
    const first = line.each([1, 2, 3], patient(), work);
    const second = line.each([4, 5], patient(), work);
    expect(begun).toEqual([1, 2]);
    expect(line.waiting).toBe(3);
    end(2);
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    await turn();
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(await first).toEqual([-1, -2, -3]);
    end(4);
    end(5);
    expect(await second).toEqual([-4, -5]);
    expect(line.waiting).toBe(0);
  });

  it('gives nothing for nothing', async () => {
    expect(await new WorkLine({ atOnce: 1, most: 1 }).each([], patient(), heldWork().work)).toEqual([]);
  });

  it('fails as soon as one fails, and goes on with what others wait for', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const failing = line.each([1, 2], patient(), () => Promise.reject(new Error('broken')));
    const other = line.each([3], patient(), (item) => Promise.resolve(item));
    await expect(failing).rejects.toThrow('broken');
    expect(await other).toEqual([3]);
  });

  it('begins the rest when nobody waits any more', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const { begun, work } = heldWork();
    const controller = new AbortController();
    void line.each([1, 2, 3], { ...patient(), signal: controller.signal }, work);
    void line.each([4], patient(), work);
    controller.abort();
    expect(begun).toEqual([1, 2, 3]);
    expect(line.waiting).toBe(1);
  });

  it('begins everything at once for someone who has left already', () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const { begun, work } = heldWork();
    void line.each([1, 2, 3], { ...patient(), signal: AbortSignal.abort() }, work);
    expect(begun).toEqual([1, 2, 3]);
    expect(line.waiting).toBe(0);
  });

  it('begins the rest when time is up', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const { begun, work } = heldWork();
    void line.each([1, 2, 3], { ...patient(), deadline: Date.now() + 20 }, work);
    await expect.poll(() => begun).toEqual([1, 2, 3]);
  });

  it('begins at once what is too much to wait', () => {
    const line = new WorkLine({ atOnce: 1, most: 2 });
    const { begun, work } = heldWork();
    void line.each([1, 2, 3, 4, 5], patient(), work);
    expect(begun).toEqual([1, 2, 3]);
    expect(line.waiting).toBe(2);
  });

  it('does everything once, in its place, never more at once than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 }), { maxLength: 6 }),
        async (atOnce, batches) => {
          const line = new WorkLine({ atOnce, most: 1000 });
          let underWay = 0;
          const work = async (turns: number): Promise<number> => {
            underWay += 1;
            expect(underWay).toBeLessThanOrEqual(atOnce);
            for (let passed = 0; passed < turns; passed += 1) await Promise.resolve();
            underWay -= 1;
            return turns;
          };
          const done = batches.map((turns) => line.each(turns, patient(), work));
          expect(await Promise.all(done)).toEqual(batches);
        },
      ),
    );
  });
});
