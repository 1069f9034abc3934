import { readFileSync } from 'node:fs';

const millisecondsPerTick = 10;

/**
 * Milliseconds for which this thread could have run so far and was not let: other programs had the processors, or the
 * machine's host had them. 0 where the system does not tell.
 */
export function machineDelay(): number {
  return waitedForProcessor() + stolenByHost();
}

function waitedForProcessor(): number {
  return Number(fieldOf('/proc/thread-self/schedstat', 1)) / 1_000_000;
}

function stolenByHost(): number {
  return Number(fieldOf('/proc/stat', 8)) * millisecondsPerTick;
}

function fieldOf(file: string, place: number): string {
  try {
    return /^[^\n]*/.exec(readFileSync(file, 'latin1'))?.[0].split(/ +/)[place] ?? '0';
  } catch {
    return '0';
  }
}
