import { setTimeout as sleep } from 'node:timers/promises';
import { longestHeadStart } from '../../src/cache/memory-answer-store.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';

/** Waits until requests that come together will surely have one answer: those of two turns have one each. */
export async function turnBegins(): Promise<void> {
  await sleep(longestHeadStart - (steadyNow() % longestHeadStart) + 1);
}
