/** What the work below takes at least on two shared cores that nothing else slows down, in milliseconds. */
const usualMilliseconds = 8;
const attempts = 3;

const text = JSON.stringify(
  Array.from({ length: 2000 }, (_, id) => ({ id, name: `row ${id}`, tags: ['a', 'b'] })),
);

/**
 * How many times slower than usual this machine computes at this moment; at least 1. Not by how long a program waits for
 * a processor, see `machineDelay`, but by what it gets done on one: neighbours of a virtual machine take its caches.
 */
export function machineSlowness(): number {
  const times = Array.from({ length: attempts }, () => {
    const began = performance.now();
    for (let round = 0; round < 10; round += 1) JSON.stringify(JSON.parse(text));
    return performance.now() - began;
  });
  return Math.max(1, Math.min(...times) / usualMilliseconds);
}
