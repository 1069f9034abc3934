import type { DeskPlan } from './desk-plan.ts';
import type { Identifiers } from './identifiers.ts';
import type { Person } from './people.ts';
import { typedEmail } from './people.ts';
import type { Random } from './random.ts';
import type { WorldCustomer, WorldGroup } from './world.ts';

const day = 86_400_000;

/** Turns the people a desk reaches into its customers. */
export function makeCustomers(
  people: readonly Person[],
  plan: DeskPlan,
  groups: readonly WorldGroup[],
  now: number,
  ids: Identifiers,
  random: Random,
): WorldCustomer[] {
  const reached = people.filter((person) => random.chance(plan.reach[person.language] ?? 0));
  const chosen = reached.length > 0 ? reached : people.slice(0, 1);
  return chosen.map((person) => makeCustomer(person, plan, groups, now, ids, random));
}

function makeCustomer(
  person: Person,
  plan: DeskPlan,
  groups: readonly WorldGroup[],
  now: number,
  ids: Identifiers,
  random: Random,
): WorldCustomer {
  // Only a desk with a telephone knows people by their number alone.
  const caller = plan.channels.call !== undefined && random.chance(0.06);
  const createdAt = now - random.integer(61 * day, 900 * day);
  return {
    ...ids.customer(),
    firstName: caller && random.chance(0.5) ? '' : person.firstName,
    lastName: caller && random.chance(0.5) ? '' : person.lastName,
    email: caller ? null : typedEmail(random, person.email),
    phone: caller || random.chance(0.3) ? person.phone : null,
    country: person.country,
    language: person.language,
    gender: person.gender,
    registered: !caller && random.chance(0.5),
    createdAt: Math.floor(createdAt / 1000) * 1000,
    groupIds: random.chance(0.25) ? random.sample(groups, random.integer(1, 2)).map((group) => group.id) : [],
    customFields: random.chance(0.2) ? [{ code: 'loyalty', value: String(random.integer(1, 9000)) }] : [],
  };
}
