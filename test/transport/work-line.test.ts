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

  it('lets a newcomer in when all has begun that was asked for before, and then enough of what he asks for', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const { begun, work, end } = heldWork();
    const entered: string[] = [];
    const enters = (name: string) => () => void entered.push(name);
    void line.each([1, 2], patient(), work);
    expect(line.isCrowded).toBe(true);
    void line
      .whenRoomy(2, patient())
      .then(enters('first'))
      .then(() => line.each([4, 5, 6], patient(), work));
    void line.whenRoomy(7, patient()).then(enters('second'));
    void line.each([3], patient(), work);
    expect(line.waiting).toBe(1 + 1);
    for (const [ended, expected] of [
      [0, []],
      [1, ['first']],
      [2, ['first']],
      [3, ['first']],
      [4, ['first', 'second']],
    ] as const) {
      end(ended);
      await turn();
      expect(entered).toEqual(expected);
    }
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(line.waiting).toBe(1);
  });

  it('lets newcomers in however much others ask for meanwhile', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    let isOver = false;
    const keepBusy = (): Promise<unknown> =>
      isOver ? Promise.resolve() : line.each([1, 2], patient(), turn).then(keepBusy);
    const others = [keepBusy(), keepBusy(), keepBusy()];
    for (const reads of [3, 3]) await line.whenRoomy(reads, patient());
    isOver = true;
    await Promise.all(others);
  });

  it('lets everybody in who asks for nothing once no work is left', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    const { work, end } = heldWork();
    void line.each([1, 2], patient(), work);
    const newcomers = [1, 2, 3].map((reads) => line.whenRoomy(reads, patient()));
    end(1);
    await turn();
    end(2);
    await Promise.all(newcomers);
    expect(line.waiting).toBe(0);
  });

  it('lets newcomers in at once where nothing waits, or as much as may', async () => {
    const line = new WorkLine({ atOnce: 1, most: 3 });
    const { work } = heldWork();
    void line.each([1], patient(), work);
    await line.whenRoomy(9, patient());
    void line.each([2], patient(), work);
    await line.whenRoomy(3, patient());
    expect(line.waiting).toBe(1);
    let isIn = false;
    const enters = () => void (isIn = true);
    void line.whenRoomy(2, patient()).then(enters);
    await turn();
    expect(isIn).toBe(false);
    // What is announced fills the line for those who announce something, but takes no place from work.
    await line.whenRoomy(1, patient());
    void line.each([3, 4], patient(), work);
    expect(line.waiting).toBe(3);
  });

  it('lets newcomers in whose time is up, or for whom nobody waits any more', async () => {
    const line = new WorkLine({ atOnce: 1, most: 100 });
    void line.each([1, 2], patient(), heldWork().work);
    const controller = new AbortController();
    const left = line.whenRoomy(5, { ...patient(), signal: controller.signal });
    const late = line.whenRoomy(5, { ...patient(), deadline: Date.now() + 20 });
    await line.whenRoomy(5, { ...patient(), signal: AbortSignal.abort() });
    controller.abort();
    await Promise.all([left, late]);
    expect(line.waiting).toBe(1);
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
          const done = batches.map(async (turns, index) => {
            if (index % 2 === 1) await line.whenRoomy(turns.length, patient());
            return line.each(turns, patient(), work);
          });
          expect(await Promise.all(done)).toEqual(batches);
          expect(line.waiting).toBe(0);
        },
      ),
    );
  });
});
