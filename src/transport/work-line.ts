import { patienceOf } from '../cache/patience.ts';
import type { DetailLine } from '../contract/detail-line.ts';
import type { Waiter } from '../contract/waiter.ts';

/** Pieces of work that were asked for together. */
interface Batch {
  readonly length: number;
  /** How many of them have begun. */
  begun: number;
  /** Begins the work at a place in the batch; never fails. */
  readonly begin: (place: number) => Promise<void>;
  /** Called when all of them have begun, where that was not at once. */
  onBegun?: () => void;
}

/** Someone who will ask for work when it would not have to wait for long. */
interface Newcomer {
  /** How many pieces were asked for before. */
  readonly place: number;
  /** How many will be asked for. */
  readonly pieces: number;
  readonly enter: () => void;
}

/**
 * Begins work a few pieces at a time, in the order in which they were asked for. Work that waits in a line takes only a
 * place in a list, while a read that waits for its turn holds timers, keys and promises.
 */
export class WorkLine implements DetailLine {
  readonly #atOnce: number;
  readonly #most: number;
  readonly #batches: Batch[] = [];
  readonly #newcomers: Newcomer[] = [];
  #underWay = 0;
  /** How many pieces were ever asked for, and how many of them have begun. */
  #asked = 0;
  #begun = 0;
  /** How many will be asked for by newcomers. */
  #announced = 0;
  /** How many must have begun before the next newcomer enters, so that others see what the last one asked for. */
  #nextEntry = 0;

  /** `atOnce`: how many pieces are under way at a time; `most`: how many may wait; those beyond are begun at once. */
  constructor({ atOnce, most }: { readonly atOnce: number; readonly most: number }) {
    this.#atOnce = atOnce;
    this.#most = most;
  }

  /** How many pieces have not begun yet; what is only announced is a guess. */
  get waiting(): number {
    return this.#asked - this.#begun;
  }

  get isCrowded(): boolean {
    return this.#expected > 0;
  }

  /** As `DetailLine` has it. Nobody waits here when as much waits as may: `each` decides what becomes of the rest. */
  whenRoomy(pieces: number, waiter: Waiter): Promise<void> {
    const patience = patienceOf(waiter);
    if (!this.isCrowded || patience.cancelled || this.#expected + pieces > this.#most)
      return Promise.resolve();
    return new Promise((resolve) => {
      const enter = (): void => {
        patience.unfollow(enter);
        this.#newcomers.splice(this.#newcomers.indexOf(newcomer), 1);
        this.#announced -= pieces;
        resolve();
      };
      const newcomer: Newcomer = { place: this.#asked, pieces, enter };
      this.#newcomers.push(newcomer);
      this.#announced += pieces;
      patience.follow(enter);
    });
  }

  /**
   * Does the work for every item; results in the order of the items. Fails as soon as one piece does. When time is up,
   * or nobody waits any more, what has not begun is begun all the same, and ends as work does that comes too late. Work
   * must not wait for other work in the same line.
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

  get #expected(): number {
    return this.waiting + this.#announced;
  }

  #queue(length: number, begin: Batch['begin'], waiter: Waiter): void {
    const batch: Batch = { length, begun: 0, begin };
    this.#asked += length;
    this.#batches.push(batch);
    this.#beginMore();
    while (batch.begun < length && this.waiting > this.#most) this.#beginOne(batch);
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
    this.#begun += 1;
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
    this.#letIn();
  };

  /** One at a time, so that others see what it asks for; all of them when nothing is left whose end lets others in. */
  #letIn(): void {
    for (let [first] = this.#newcomers; first && this.#mayEnter(first); [first] = this.#newcomers) {
      this.#nextEntry = this.#asked + first.pieces;
      first.enter();
      if (this.#underWay > 0) return;
    }
  }

  /** When nothing waits, or when all that it has to wait for has begun, though other work came meanwhile. */
  #mayEnter({ place }: Newcomer): boolean {
    return this.#begun >= Math.min(this.#asked, Math.max(place, this.#nextEntry));
  }
}
