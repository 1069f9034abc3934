const origin = performance.timeOrigin;

/**
 * Milliseconds since 1970 by the wall clock as it was when the process started, counted on steadily from there: later
 * changes of the wall clock neither expire everything nor keep anything for ever.
 */
export function steadyNow(): number {
  return origin + performance.now();
}
