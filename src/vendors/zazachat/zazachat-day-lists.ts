import type { Conversation } from '../../contract/conversation.ts';
import type { DaySpan, NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { addDays, type Day } from '../../vendor-kit/time-zone.ts';
import { mapInTurns } from '../../turns/turns.ts';
import type { Days } from './zazachat-days.ts';
import { fromKey } from './zazachat-mapping-key.ts';

/** Which of the two kinds of lists are wanted. */
export interface Kinds {
  readonly chats: boolean;
  readonly tickets: boolean;
}

/** The lists of one day. */
interface ListsOfDay {
  readonly day: Day;
  readonly chats: readonly Conversation[];
  readonly tickets: readonly Conversation[];
}

/** What lists are read with. */
interface ListReading {
  readonly kinds: Kinds;
  readonly neighbours: NeighbourDays;
  readonly days: Days;
}

/** The lists of some days, and of those beside them as soon as a row tells that they are needed, oldest first. */
export async function readLists(span: DaySpan, reading: ListReading): Promise<readonly ListsOfDay[]> {
  const { kinds, neighbours, days } = reading;
  const { first, last } = neighbours.around(span);
  const lists = await Promise.all(
    daysBetween(first, last).map(async (day) => {
      const [chats, tickets] = await Promise.all([
        kinds.chats ? days.chats(day) : [],
        kinds.tickets ? days.tickets(day) : [],
      ]);
      return { day, chats, tickets };
    }),
  );
  return (await learnFrom(lists, neighbours)) ? readLists(span, reading) : lists;
}

function daysBetween(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

async function learnFrom(lists: readonly ListsOfDay[], neighbours: NeighbourDays): Promise<boolean> {
  const ticketsOf = new Map(
    await Promise.all(
      lists.map(
        async ({ day, tickets }) => [day, new Set(await mapInTurns(tickets, ({ key }) => key))] as const,
      ),
    ),
  );
  // A ticket is listed on the days of its changes, too: it is out of place only where its own day's list lacks it.
  const isAstray = ({ key }: Conversation) => ticketsOf.get(fromKey(key)?.day ?? '')?.has(key) === false;
  const learned = lists.map(({ day, chats, tickets }) => {
    const times = [...chats, ...tickets.filter(isAstray)].map(({ createdAt }) => createdAt);
    return neighbours.learn(times, { first: day, last: day });
  });
  return learned.includes(true);
}
