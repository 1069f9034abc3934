// Loaded by a gateway's process that was started with `--expose-gc`. At SIGUSR2 it says how many bytes outlive three
// collections of young objects, and with them what they were made for.
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';

const collect = globalThis.gc;

/** Bytes in use where objects are kept that have outlived two collections. */
function oldBytes(): number {
  const spaces = getHeapSpaceStatistics().filter(({ space_name: name }) => !name.startsWith('new_'));
  return spaces.reduce((sum, { space_used_size: used }) => sum + used, 0);
}

async function count(): Promise<void> {
  const before = oldBytes();
  for (let round = 0; round < 3; round += 1) {
    await sleep(10);
    collect?.({ type: 'minor' });
  }
  process.stdout.write(`survivors: ${oldBytes() - before};\n`);
}

process.on('SIGUSR2', () => void count());
