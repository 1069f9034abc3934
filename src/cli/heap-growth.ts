import { setFlagsFromString } from 'node:v8';

/** By how much more than what is in use, in percent. */
const growth = 50;

/**
 * Has old memory collected when it has grown by half. Node.js itself waits until it is about four times what is in use:
 * a gateway with 60 MB in use then takes 450 (docs/adr/0012-small-heap.md).
 */
export function growHeapSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
