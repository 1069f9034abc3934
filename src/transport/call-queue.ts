import type { Cancellation } from '../cache/cancellation.ts';
import { CallRefused } from './call-refused.ts';
import type { CallLabel } from './request-encoding.ts';
import { WorkLine } from './work-line.ts';

/** Which calls go first when calls have to wait. */
export type CallPriority = 'bulk' | 'directory' | 'list' | 'write';

const priorities: readonly CallPriority[] = ['write', 'directory', 'list', 'bulk'];
const waitingPerPlace = 64;
/** However few calls may be under way at once: one page with all its details may take some hundred calls. */
const leastWaiting = 1024;

/** What a call's turn depends on. */
export interface CallTurn {
  readonly priority: CallPriority;
  readonly cancellation?: Cancellation | undefined;
  readonly label: CallLabel;
}

/** A task that waits for its turn. */
interface Waiting {
  /** Whether it was cancelled and only its place in the line is left. */
  isGone: boolean;
  readonly begin: () => void;
}

/**
 * Lets a number of calls be under way at once. A bounded number of others wait; beyond that calls are refused as
 * `busy`.
 */
export class CallQueue {
  readonly #maxConcurrent: number;
  readonly #mostWaiting: number;
  readonly #lines = new Map<CallPriority, Waiting[]>(priorities.map((priority) => [priority, []]));
  #underWay = 0;
  #waiting = 0;
  /** The line in which work waits that will make calls. */
  readonly line: WorkLine;

  constructor(maxConcurrent: number) {
    this.#maxConcurrent = maxConcurrent;
    this.#mostWaiting = Math.max(waitingPerPlace * maxConcurrent, leastWaiting);
    this.line = new WorkLine({ atOnce: maxConcurrent, most: this.#mostWaiting - maxConcurrent });
  }

  /** Runs the task when its turn comes. A task that is cancelled before then fails at once and never runs. */
  run<T>(task: () => Promise<T>, turn: CallTurn): Promise<T> {
    const waiting = this.#waiting + this.line.waiting;
    if (waiting >= this.#mostWaiting) {
      const message = `${waiting} calls are waiting for this source already`;
      return Promise.reject(new CallRefused({ kind: 'busy', message, ...turn.label }));
    }
    return this.#underWay < this.#maxConcurrent ? this.#begin(task) : this.#wait(task, turn);
  }

  async #begin<T>(task: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await task();
    } finally {
      this.#underWay -= 1;
      this.#beginNext();
    }
  }

  #wait<T>(task: () => Promise<T>, { priority, cancellation }: CallTurn): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        waiting.isGone = true;
        this.#waiting -= 1;
        reject(cancellation?.reason);
      };
      const waiting: Waiting = {
        isGone: false,
        begin: () => {
          cancellation?.unfollow(leave);
          this.#waiting -= 1;
          this.#begin(task).then(resolve, reject);
        },
      };
      cancellation?.follow(leave);
      this.#waiting += 1;
      this.#lines.get(priority)?.push(waiting);
    });
  }

  #beginNext(): void {
    for (const line of this.#lines.values()) {
      for (let next = line.shift(); next; next = line.shift()) {
        if (next.isGone) continue;
        next.begin();
        return;
      }
    }
  }
}
