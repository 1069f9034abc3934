import { expect } from 'vitest';
import { machineDelay } from './machine-delay.ts';
import { machineSlowness } from './machine-slowness.ts';

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

/** What a fault may add to the stalls that there are without it, in milliseconds on a machine of the usual speed. */
const mayStall = 50;

const attempts = 5;

/**
 * G12: the event loop is held up hardly longer than the `control`, which is what there is without the fault. `measure`
 * breaks something and gives the stall; a machine that is busy may cause one, but hardly each time. Gives the least stall.
 * All in milliseconds.
 */
export async function expectLoopFree(control: number, measure: () => Promise<number>): Promise<number> {
  let least = Infinity;
  let allowed = control + mayStall;
  for (let attempt = 0; attempt < attempts && least > allowed; attempt += 1) {
    least = Math.min(least, await measure());
    if (least > allowed) allowed = control + mayStall * machineSlowness();
  }
  expect(least, `G12: stall; ${Math.round(control)} ms without the fault`).toBeLessThanOrEqual(allowed);
  return least;
}

/** A figure for the table. */
export function stallFigure(stall: number, control: number): string {
  return `stall ${Math.round(stall)} ms, without it ${Math.round(control)} ms`;
}
