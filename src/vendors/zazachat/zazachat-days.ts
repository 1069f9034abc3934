import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { Day } from '../../transport/time-zone.ts';
import type { ZazachatClient } from './zazachat-client.ts';
import { changeTime } from './zazachat-mapping-conversation.ts';
import type { TicketSightings } from './zazachat-ticket-sightings.ts';

/** The lists of days as one caller sees them: each is read once, and all that was read is told in the end. */
export interface Days {
  chats(day: Day): Promise<readonly Conversation[]>;
  tickets(day: Day): Promise<readonly Conversation[]>;
  /** The newest version known of a ticket that a day's list showed. */
  newest(ticket: Conversation, listedOn: Day): Promise<Conversation>;
  /** A value with the age of the oldest list that was read. */
  answer<T>(value: T): Answer<T>;
}

/** Begins to read days for one caller. */
export function openDays(client: ZazachatClient, sightings: TicketSightings, context: CallContext): Days {
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
    if (kind === 'tickets') sightings.note(day, answer.value);
    fetchedAt = Math.min(fetchedAt, answer.fetchedAt);
    staleBecause ??= answer.staleBecause;
    return answer.value;
  };

  return {
    chats: (day) => once('chats', day),
    tickets: (day) => once('tickets', day),
    async newest(ticket, listedOn) {
      const day = sightings.newestDay(ticket.vendorId);
      if (!day || day <= listedOn) return ticket;
      const later = await once('tickets', day).catch((error: unknown) => {
        if (error instanceof VendorError) return [];
        throw error;
      });
      const version = later.find(({ key }) => key === ticket.key);
      return version && changeTime(version) >= changeTime(ticket) ? version : ticket;
    },
    answer: (value) => ({
      value,
      fetchedAt: fetchedAt === Infinity ? Date.now() : fetchedAt,
      ...(staleBecause ? { staleBecause } : {}),
    }),
  };
}
