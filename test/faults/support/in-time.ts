import { expect } from 'vitest';

/** What a deadline may be missed by, in milliseconds. */
const mayBeLate = 50;

/** C1: every answer comes by its deadline. Takes milliseconds after it. */
export function expectInTime(overshoots: readonly number[]): void {
  expect(Math.max(0, ...overshoots), 'C1: milliseconds after the deadline').toBeLessThanOrEqual(mayBeLate);
}
