import PQueue from 'p-queue';
import type { Cancellation } from '../cache/cancellation.ts';
import { CallRefused } from './call-refused.ts';
import type { CallLabel } from './request-encoding.ts';

/** Who goes first when calls have to wait. */
export type CallPriority = 'bulk' | 'directory' | 'list' | 'write';

const ranks: Readonly<Record<CallPriority, number>> = { write: 3, directory: 2, list: 1, bulk: 0 };
const waitingPerPlace = 64;

/** Lets so many calls out at once; a bounded number waits, the others are refused as `busy`. */
export class CallQueue {
  readonly #queue: PQueue;
  readonly #maxConcurrent: number;

  constructor(maxConcurrent: number) {
    this.#queue = new PQueue({ concurrency: maxConcurrent });
    this.#maxConcurrent = maxConcurrent;
  }

  /** Runs the task when its turn comes; a task that is cancelled before leaves the queue. */
  run<T>(
    task: () => Promise<T>,
    options: {
      readonly priority: CallPriority;
      readonly cancellation?: Cancellation | undefined;
      readonly label: CallLabel;
    },
  ): Promise<T> {
    if (this.#queue.size >= waitingPerPlace * this.#maxConcurrent) {
      const message = `${this.#queue.size} calls are waiting for this source already`;
      return Promise.reject(new CallRefused({ kind: 'busy', message, ...options.label }));
    }
    const priority = ranks[options.priority];
    // What starts at once has no need to leave the queue.
    const waits = this.#queue.pending >= this.#maxConcurrent;
    return this.#queue.add(task, { priority, signal: waits ? options.cancellation?.signal : undefined });
  }
}
