import { deskPlans, population } from './desk-plan.ts';
import { makeDesk } from './desk.ts';
import { makePerson } from './people.ts';
import { createRandom } from './random.ts';
import type { Desk, DeskName, World } from './world.ts';

/** Which world to make. */
export interface WorldOptions {
  /** The same seed, size and `now` give the same world. @default 1 */
  readonly seed?: number;
  /** 1 = about 600 people and 3,000 conversations in 60 days. @default 1 */
  readonly size?: number;
  /** Milliseconds since 1970; nothing in the world is later. @default Date.now() */
  readonly now?: number;
}

/**
 * Makes the made-up company: its people and what they wrote to its four desks.  What the neutral fields mean for a
 * vendor: at ZaZaChat a chat's id is a visitor token (a ticket's is a number) and a customer's `userId` is the
 * visitor token that tickets name; at iAdvize a customer's `userId` is the `vuid` and their `id` the external id,
 * which only registered customers have; at LiveChat an agent's id is the login, and departments are groups with
 * number ids.
 */
export function createWorld(options: WorldOptions = {}): World {
  const { seed = 1, size = 1, now = Date.now() } = options;
  const random = createRandom(`people ${seed}`);
  const people = Array.from({ length: Math.max(20, Math.round(population.people * size)) }, (_, serial) =>
    makePerson(random, random.weighted(population.languages), serial + 1),
  );
  const names = Object.keys(deskPlans) as DeskName[];
  const desks = names.map((name) => [
    name,
    makeDesk(name, people, size, now, createRandom(`${name} ${seed}`)),
  ]);
  return { seed, now, desks: Object.fromEntries(desks) as Record<DeskName, Desk> };
}
