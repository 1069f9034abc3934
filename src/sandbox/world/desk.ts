import { makeConversation } from './conversation.ts';
import type { DeskScene } from './conversation-draft.ts';
import { makeCustomers } from './desk-customers.ts';
import { makeDirectory } from './desk-directory.ts';
import { deskPlans } from './desk-plan.ts';
import { createIdentifiers } from './identifiers.ts';
import { pickMoment } from './moments.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { instantOf, wallClock, zoneOffset } from '../zone-time.ts';
import type { Desk, DeskName, WorldConversation } from './world.ts';

const day = 86_400_000;

/**
 * When the desk's conversations begin, oldest first. Some share a second: pairs here and there, and one burst with a
 * hundredth of all (an outage made everybody write at once). Some begin minutes before midnight.
 */
function pickMoments(random: Random, count: number, now: number, timeZone: string): number[] {
  const offset = zoneOffset(now, timeZone) / 3_600_000;
  const moments = Array.from({ length: count }, () => pickMoment(random, now, offset));
  const burst = pickMoment(random, now - 3 * day, offset);
  for (let index = 0; index < moments.length; index += 1) {
    if (index < count / 100) moments[index] = burst;
    else if (index % 40 === 1) moments[index] = moments[index - 1] ?? burst;
    else if (index % 40 === 20) {
      const wall = wallClock(moments[index] ?? burst, timeZone);
      const late = instantOf({ ...wall, hour: 23, minute: 57 }, timeZone);
      if (late <= now) moments[index] = late;
    }
  }
  return moments.sort((one, other) => one - other);
}

/** Gives some old, finished conversations the same late date of change, as after a clean-up of tags. */
function sweep(conversations: readonly WorldConversation[], random: Random, now: number): void {
  const at = Math.floor((now - 2 * day) / 1000) * 1000;
  for (const conversation of conversations) {
    const finished = conversation.status === 'resolved' || conversation.status === 'closed';
    if (finished && conversation.updatedAt < at - day && random.chance(0.01)) conversation.updatedAt = at;
  }
}

/** Makes one desk with `size` times its planned number of conversations. */
export function makeDesk(
  desk: DeskName,
  people: readonly Person[],
  size: number,
  now: number,
  random: Random,
): Desk {
  const plan = deskPlans[desk];
  const ids = createIdentifiers(desk, random);
  const directory = makeDirectory(desk, plan, ids, random);
  const customers = makeCustomers(people, plan, directory.customerGroups, now, ids, random);
  const scene: DeskScene = { desk, plan, directory, customers, ids, random, now };
  const count = Math.max(1, Math.round(plan.conversations * size));
  const conversations = pickMoments(random, count, now, plan.timeZone).map((at) =>
    makeConversation(scene, at),
  );
  if (desk === 'liveagent') sweep(conversations, random, now);
  return { timeZone: plan.timeZone, ...directory, customers, conversations };
}
