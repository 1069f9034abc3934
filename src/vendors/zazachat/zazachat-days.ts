import type { Answer, CallContext } from '../../contract/call-context.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import { mapInTurns } from '../../turns/turns.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { TimeWindow, UnreadRows } from '../../contract/timeline.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import type { NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { endOfDay, startOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import { unreadWithin } from '../../vendor-kit/unread-rows.ts';
import type { ZazachatClient } from './zazachat-client.ts';
import { fitChangeWith } from './zazachat-change-day.ts';
import type { TicketSightings } from './zazachat-ticket-sightings.ts';

/** Names a list: the chats, or the tickets, of one day. */
export interface DayList {
  readonly kind: 'chats' | 'tickets';
  readonly day: Day;
}

/** The lists of days for one caller. Each is read once; the answer counts as being as old as the oldest of them. */
export interface Days {
  chats(day: Day): Promise<readonly Conversation[]>;
  tickets(day: Day): Promise<readonly Conversation[]>;
  /** The newest versions known of tickets that a day's list showed. */
  newest(tickets: readonly Conversation[], listedOn: Day): Promise<readonly Conversation[]>;
  /** The rows that could not be read, of one list or of all so far; each lies somewhere on the day of its list. */
  unread(list?: DayList): UnreadRows | undefined;
  /** A value with the age of the oldest list that was read. */
  answer<T>(value: T): Answer<T>;
}

/** What days are read with. */
export interface DayParts {
  /** Name of the source. */
  readonly source: string;
  readonly client: ZazachatClient;
  readonly sightings: TicketSightings;
  readonly neighbours: NeighbourDays;
  readonly timeZone: string;
}

const needed = 'an id and a time such as 13 Jul 2010 14:33:33:013';
/** The method that reads each kind of list. */
const methods = { chats: 'GetDailyChatters', tickets: 'GetDailyTickets' } as const;

/** Begins to read days for one caller. */
export function openDays(parts: DayParts, context: CallContext): Days {
  const { source, client, sightings, timeZone } = parts;
  const fitChange = fitChangeWith(parts);
  const reads = new Map<string, Promise<readonly Conversation[]>>();
  const unread: (DayList & { readonly span: TimeWindow })[] = [];
  const answers: Answer<unknown>[] = [];

  const once = (kind: DayList['kind'], day: Day) => {
    const name = `${kind} ${day}`;
    let read = reads.get(name);
    if (!read) reads.set(name, (read = load(kind, day)));
    return read;
  };
  const load = async (kind: DayList['kind'], day: Day) => {
    const answer = await client[kind](day, context);
    const { value } = answer;
    if (kind === 'tickets') sightings.note(day, value.rows, answer.fetchedAt);
    const span = { from: startOfDay(day, timeZone), to: endOfDay(day, timeZone) };
    unread.push(...value.unread.map(() => ({ kind, day, span })));
    answers.push(answer);
    return value.rows;
  };

  /** The tickets of a day by key; none when its list cannot be read. */
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
    unread(list) {
      const rows = unread.filter(({ kind, day }) => !list || (kind === list.kind && day === list.day));
      const [first] = rows;
      if (!first) return undefined;
      const spans = rows.map(({ span }) => span);
      return unreadWithin(spans, { needed, source, operation: methods[first.kind] });
    },
    answer: (value) => answerOf(value, answers),
  };
}
