import type { Answer, CallContext } from '../../contract/call-context.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import { mapInTurns } from '../../turns/turns.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { Day } from '../../transport/time-zone.ts';
import type { ZazachatClient } from './zazachat-client.ts';
import { fitChangeWith } from './zazachat-change-day.ts';
import type { TicketSightings } from './zazachat-ticket-sightings.ts';

/** The lists of days as one caller sees them: each is read once, and all that was read is told in the end. */
export interface Days {
  chats(day: Day): Promise<readonly Conversation[]>;
  tickets(day: Day): Promise<readonly Conversation[]>;
  /** The newest versions known of tickets that a day's list showed. */
  newest(tickets: readonly Conversation[], listedOn: Day): Promise<readonly Conversation[]>;
  /** A value with the age of the oldest list that was read. */
  answer<T>(value: T): Answer<T>;
}

/** What days are read with. */
export interface DayParts {
  readonly client: ZazachatClient;
  readonly sightings: TicketSightings;
  readonly timeZone: string;
}

/** Begins to read days for one caller. */
export function openDays({ client, sightings, timeZone }: DayParts, context: CallContext): Days {
  const fitChange = fitChangeWith(sightings, timeZone);
  const reads = new Map<string, Promise<readonly Conversation[]>>();
  let fetchedAt = Infinity;
  let staleBecause: Error | undefined;

  const once = (kind: 'chats' | 'tickets', day: Day) => {
    const name = `${kind} ${day}`;
    let read = reads.get(name);
    if (!read) reads.set(name, (read = load(kind, day)));
    return read;
  };
  const load = async (kind: 'chats' | 'tickets', day: Day) => {
    const answer = await client[kind](day, context);
    if (kind === 'tickets') sightings.note(day, answer.value, answer.fetchedAt);
    fetchedAt = Math.min(fetchedAt, answer.fetchedAt);
    staleBecause ??= answer.staleBecause;
    return answer.value;
  };

  /** The tickets of a day by key; none when its list cannot be had. */
  const ticketsOn = async (day: Day): Promise<ReadonlyMap<string, Conversation>> => {
    try {
      return new Map(await mapInTurns(await once('tickets', day), (ticket) => [ticket.key, ticket] as const));
    } catch (error) {
      if (error instanceof VendorError) return new Map();
      throw error;
    }
  };

  return {
    chats: (day) => once('chats', day),
    tickets: (day) => once('tickets', day),
    async newest(tickets, listedOn) {
      const seenOn = await mapInTurns(tickets, ({ vendorId }) => sightings.newestDay(vendorId) ?? listedOn);
      const later = [...new Set(seenOn)].filter((day) => day > listedOn);
      const versions = new Map(
        await Promise.all(later.map(async (day) => [day, await ticketsOn(day)] as const)),
      );
      return mapInTurns(tickets, (ticket, index) => {
        const day = seenOn[index] ?? listedOn;
        const version = versions.get(day)?.get(ticket.key);
        const newest = version && changeTimeOf(version) >= changeTimeOf(ticket) ? version : ticket;
        return fitChange(newest, day > listedOn ? day : listedOn);
      });
    },
    answer: (value) => ({
      value,
      fetchedAt: fetchedAt === Infinity ? Date.now() : fetchedAt,
      ...(staleBecause ? { staleBecause } : {}),
    }),
  };
}
