import PQueue from 'p-queue';
import type { Cancellation } from '../cache/cancellation.ts';
import { CallRefused } from './call-refused.ts';
import type { CallLabel } from './request-encoding.ts';
import { WorkLine } from './work-line.ts';

/** Who goes first when calls have to wait. */
export type CallPriority = 'bulk' | 'directory' | 'list' | 'write';

const ranks: Readonly<Record<CallPriority, number>> = { write: 3, directory: 2, list: 1, bulk: 0 };
const waitingPerPlace = 64;

/** What a call's turn depends on. */
export interface CallTurn {
  readonly priority: CallPriority;
  readonly cancellation?: Cancellation | undefined;
  readonly label: CallLabel;
}

/** Lets so many calls out at once; a bounded number waits, the others are refused as `busy`. */
export class CallQueue {
  readonly #queue: PQueue;
  readonly #maxConcurrent: number;
  /** How many tasks still stand in the queue after they were cancelled: it would look through all of it for them. */
  #gone = 0;
  /** Where work waits that will make calls. */
  readonly line: WorkLine;

  constructor(maxConcurrent: number) {
    this.#queue = new QuietQueue({ concurrency: maxConcurrent });
    this.line = new WorkLine({
      atOnce: maxConcurrent,
      most: (waitingPerPlace - 1) * maxConcurrent,
    });
    this.#maxConcurrent = maxConcurrent;
  }

  /** Runs the task when its turn comes; a task that is cancelled before fails at once and never runs. */
  run<T>(task: () => Promise<T>, { priority, cancellation, label }: CallTurn): Promise<T> {
    const waiting = this.#queue.size - this.#gone + this.line.waiting;
    if (waiting >= waitingPerPlace * this.#maxConcurrent) {
      const message = `${waiting} calls are waiting for this source already`;
      return Promise.reject(new CallRefused({ kind: 'busy', message, ...label }));
    }
    const options = { priority: ranks[priority] };
    if (!cancellation || this.#queue.pending < this.#maxConcurrent) return this.#queue.add(task, options);
    return new Promise<T>((resolve, reject) => {
      let isGone = false;
      const leave = (): void => {
        isGone = true;
        this.#gone += 1;
        reject(cancellation.reason);
      };
      cancellation.follow(leave);
      void this.#queue.add(async () => {
        if (isGone) {
          this.#gone -= 1;
          return;
        }
        cancellation.unfollow(leave);
        await task().then(resolve, reject);
      }, options);
    });
  }
}

/** Nobody listens to what a queue tells of each task, and telling it takes longer than all else it does. */
class QuietQueue extends PQueue {
  override dispatchEvent(): boolean {
    return true;
  }
}
