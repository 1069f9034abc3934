import { PerformanceObserver } from 'node:perf_hooks';

/** When memory was collected, by `performance.now()`. The last ones are told a turn later. */
const pauses: { readonly from: number; readonly to: number }[] = [];

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    pauses.push({ from: startTime, to: startTime + duration });
}).observe({ entryTypes: ['gc'] });

/**
 * Milliseconds of a stretch of time in which memory was collected: of the tests, the emulators and the gateway, which all
 * live in this process.
 */
export function collectingBetween(from: number, to: number): number {
  return pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from)),
    0,
  );
}
