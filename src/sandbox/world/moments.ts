import type { Random } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How busy each hour of a working day is, from midnight on. */
const hours = [1, 1, 1, 1, 1, 1, 3, 8, 18, 28, 30, 28, 18, 22, 28, 28, 24, 18, 10, 6, 5, 4, 2, 1];

/**
 * Picks when something began: in the last 60 days before `now`, on working days and in office hours mostly.
 * `offsetHours` is the desk's distance from UTC. Whole seconds, never later than `now`.
 */
export function pickMoment(random: Random, now: number, offsetHours: number): number {
  for (;;) {
    const at = now - random.integer(0, 60 * day);
    const local = new Date(at + offsetHours * hour);
    const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
    const busy = (hours[local.getUTCHours()] ?? 1) * (weekend ? 0.25 : 1);
    if (random.next() * 30 < busy) return Math.floor(at / 1000) * 1000;
  }
}

/** A pause before an answer, in milliseconds: seconds in a chat, minutes to a day otherwise. */
export function pickPause(random: Random, live: boolean): number {
  if (live) return random.integer(2, 95) * 1000;
  return Math.round((5 * minute + random.next() ** 3 * 26 * hour) / 1000) * 1000;
}
