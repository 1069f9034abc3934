import { setFlagsFromString } from 'node:v8';

/** How much the old generation may grow beyond what was in use after its last collection, in percent. */
const growth = 50;

/**
 * Has the old generation of the heap collected when it has grown by half. Node.js by itself waits until it is about
 * four times as large as what is in use, so that a gateway with 60 MB in use takes 450 MB
 * (docs/adr/0012-small-heap.md).
 */
export function growHeapSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
