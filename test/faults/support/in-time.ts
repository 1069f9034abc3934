import { expect } from 'vitest';
import { machineSlowness } from './machine-slowness.ts';

/** What a deadline may be missed by on a machine at full speed, in milliseconds. */
const mayBeLate = 50;
/** How long a busy machine may stand still, in milliseconds. */
const stall = 100;

/** C1: every answer comes by its deadline. Takes milliseconds after it. */
export function expectInTime(overshoots: readonly number[]): void {
  const latest = Math.max(0, ...overshoots);
  // A machine may also stand still for a moment, which no measure of its speed tells.
  const allowed = latest <= mayBeLate ? mayBeLate : mayBeLate * machineSlowness() + stall;
  expect(latest, 'C1: milliseconds after the deadline').toBeLessThanOrEqual(allowed);
}
