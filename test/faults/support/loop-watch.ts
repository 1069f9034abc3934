import { expect } from 'vitest';
import { machineDelay } from './machine-delay.ts';

/** Milliseconds between two looks. */
const step = 2;

/** Watches how long the event loop lets nobody in. */
export class LoopWatch {
  #longest = 0;
  #seenAt = performance.now();
  #delayed = machineDelay();
  readonly #timer = setInterval(() => this.#look(), step);

  /** Ends the watch; gives the longest stall in milliseconds, less what the machine is to blame for. */
  stop(): number {
    this.#look();
    clearInterval(this.#timer);
    return this.#longest;
  }

  #look(): void {
    const now = performance.now();
    const delayed = machineDelay();
    const stall = now - this.#seenAt - step - (delayed - this.#delayed);
    this.#longest = Math.max(this.#longest, stall);
    this.#seenAt = now;
    this.#delayed = delayed;
  }
}

/** The longest stall while something is done. */
export async function stallDuring<T>(
  act: () => Promise<T>,
): Promise<{ readonly value: T; readonly stall: number }> {
  const watch = new LoopWatch();
  try {
    const value = await act();
    return { value, stall: watch.stop() };
  } finally {
    watch.stop();
  }
}

/** What a fault may add to the stalls that there are without it, in milliseconds. */
const mayStall = 50;

/** G12: the event loop is held up hardly longer than without the fault. Both in milliseconds. */
export function expectLoopFree(stall: number, control: number): void {
  expect(stall, `G12: stall; ${Math.round(control)} ms without the fault`).toBeLessThanOrEqual(
    control + mayStall,
  );
}
