import { vi } from 'vitest';

/** A working afternoon, far enough from every change of the clocks that a world of 60 days has none. */
export const calmDay = Date.parse('2026-03-05T15:00:00Z');

/** Lets `Date.now` begin at a moment and run on from there; timers are left alone. Gives the way back. */
export function shiftClock(to: number): () => void {
  const machine = Date.now.bind(Date);
  const offset = to - machine();
  const spy = vi.spyOn(Date, 'now').mockImplementation(() => machine() + offset);
  return () => spy.mockRestore();
}
