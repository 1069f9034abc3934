import { setFlagsFromString } from 'node:v8';

/** How much the old generation may grow beyond what was in use after its last collection, in percent. */
const growth = 50;

/**
 * Sets how V8 keeps the heap of a gateway:
 *
 * - The old generation is collected when it has grown by half. Node.js by itself waits until it is about four times as
 *   large as what is in use, so that a gateway with 60 MB in use takes 450 MB (docs/adr/0012-small-heap.md).
 * - No object is made among the old ones from the start. V8 does so where such objects once outlived collections, as
 *   they do while much waits for vendors; afterwards each of them keeps the answer that it was made for
 *   (docs/adr/0013-nothing-outlives-its-answer.md).
 */
export function tuneHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  setFlagsFromString('--no-allocation-site-pretenuring');
}
