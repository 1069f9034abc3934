import { patienceOf } from '../cache/patience.ts';
import type { Waiter } from '../contract/waiter.ts';

/** Work that was asked for together. */
interface Batch {
  readonly length: number;
  /** How much of it is begun. */
  begun: number;
  /** Begins the work at a place; never fails. */
  readonly begin: (place: number) => Promise<void>;
  /** Called when all of it is begun, if that was not at once. */
  onBegun?: () => void;
}

/**
 * Begins work a few things at a time, in the order in which it was asked for: what waits in a line holds a place in a
 * list, while a read that waits for its turn holds timers, keys and promises.
 */
export class WorkLine {
  readonly #atOnce: number;
  readonly #most: number;
  readonly #batches: Batch[] = [];
  #underWay = 0;
  #waiting = 0;

  /** `atOnce`: how much is worked on at a time; `most`: how much may wait, what is beyond is begun at once. */
  constructor({ atOnce, most }: { readonly atOnce: number; readonly most: number }) {
    this.#atOnce = atOnce;
    this.#most = most;
  }

  /** How many things are not begun yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Does the work for every item; results in their order. Fails as soon as one does. What is not begun when time is up,
   * or nobody waits any more, is begun then: it ends as work does that comes too late. Work must not wait for other work
   * in the same line.
   */
  each<Item, Result>(
    items: readonly Item[],
    waiter: Waiter,
    work: (item: Item) => Promise<Result>,
  ): Promise<readonly Result[]> {
    return new Promise((resolve, reject) => {
      const results: Result[] = [];
      let left = items.length;
      if (left === 0) resolve(results);
      const begin = async (place: number): Promise<void> => {
        try {
          results[place] = await work(items[place] as Item);
          left -= 1;
          if (left === 0) resolve(results);
        } catch (error) {
          reject(error);
        }
      };
      this.#queue(items.length, begin, waiter);
    });
  }

  #queue(length: number, begin: Batch['begin'], waiter: Waiter): void {
    const batch: Batch = { length, begun: 0, begin };
    this.#waiting += length;
    this.#batches.push(batch);
    this.#beginMore();
    while (batch.begun < length && this.#waiting > this.#most) this.#beginOne(batch);
    if (batch.begun === length) return;
    const hurry = (): void => {
      while (batch.begun < length) this.#beginOne(batch);
      this.#dropBegun();
    };
    const patience = patienceOf(waiter);
    if (patience.cancelled) return hurry();
    batch.onBegun = () => patience.unfollow(hurry);
    return patience.follow(hurry);
  }

  #beginMore(): void {
    for (let batch = this.#batches[0]; batch && this.#underWay < this.#atOnce; batch = this.#batches[0]) {
      if (batch.begun < batch.length) this.#beginOne(batch);
      this.#dropBegun();
    }
  }

  #beginOne(batch: Batch): void {
    const place = batch.begun;
    batch.begun += 1;
    this.#waiting -= 1;
    this.#underWay += 1;
    if (batch.begun === batch.length) batch.onBegun?.();
    void batch.begin(place).then(this.#onEnd);
  }

  #dropBegun(): void {
    for (let [first] = this.#batches; first && first.begun === first.length; [first] = this.#batches) {
      this.#batches.shift();
    }
  }

  readonly #onEnd = (): void => {
    this.#underWay -= 1;
    this.#beginMore();
  };
}
