import PQueue from 'p-queue';
import { CallRefused } from './call-refused.ts';
import type { CallLabel } from './request-encoding.ts';

/** Who goes first when calls have to wait. */
export type CallPriority = 'bulk' | 'directory' | 'list' | 'write';

const ranks: Readonly<Record<CallPriority, number>> = { write: 3, directory: 2, list: 1, bulk: 0 };
const waitingPerPlace = 64;

/** Lets so many calls out at once; a bounded number waits, the others are refused as `busy`. */
export class CallQueue {
  readonly #queue: PQueue;
  readonly #maxWaiting: number;

  constructor(maxConcurrent: number) {
    this.#queue = new PQueue({ concurrency: maxConcurrent });
    this.#maxWaiting = waitingPerPlace * maxConcurrent;
  }

  /** Runs the task when its turn comes; a task whose signal is aborted before leaves the queue. */
  run<T>(
    task: () => Promise<T>,
    options: {
      readonly priority: CallPriority;
      readonly signal?: AbortSignal | undefined;
      readonly label: CallLabel;
    },
  ): Promise<T> {
    if (this.#queue.size >= this.#maxWaiting) {
      const message = `${this.#queue.size} calls are waiting for this source already`;
      return Promise.reject(new CallRefused({ kind: 'busy', message, ...options.label }));
    }
    return this.#queue.add(task, { priority: ranks[options.priority], signal: options.signal });
  }
}
