const origin = performance.timeOrigin;

/**
 * Milliseconds since 1970 as they were when the process started, counted on steadily: changes of the wall clock
 * neither expire everything nor keep anything for ever.
 */
export function steadyNow(): number {
  return origin + performance.now();
}
