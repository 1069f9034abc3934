import type { Conversation } from '../../contract/conversation.ts';
import type { NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { dayOf, endOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import type { TicketSightings } from './zazachat-ticket-sightings.ts';

const minute = 60_000;
const dayLength = 86_400_000;

/** What the lists of an account have told so far. */
interface ListsSoFar {
  readonly sightings: TicketSightings;
  readonly neighbours: NeighbourDays;
  readonly timeZone: string;
}

/**
 * Takes a ticket and the newest day whose list is known to hold it; gives the ticket with a time of change that fits.
 */
export type FitChange = (ticket: Conversation, newestDay: Day) => Conversation;

/**
 * A ticket is listed on every day on which it changed. So a stamp of a later day, whose list lacks the ticket, was
 * only quoted in it. Were it taken for the change, a walk by time of change would look for the ticket on a day that
 * does not list it.
 */
export function fitChangeWith({ sightings, neighbours, timeZone }: ListsSoFar): FitChange {
  const ends = new Map<Day, number>();
  const endOf = (day: Day) => {
    const end = ends.get(day) ?? endOfDay(day, timeZone);
    ends.set(day, end);
    return end;
  };
  return (ticket, newestDay) => {
    const { createdAt, updatedAt, fetchedAt } = ticket;
    const end = endOf(neighbours.latestIn(newestDay));
    if (updatedAt === null || updatedAt < end) return ticket;
    const readAt = sightings.readAt(dayOf(updatedAt, timeZone));
    // A list that was read before the change cannot show it. Clocks differ, so a stamp of the last minute before the
    // reading counts as later than that, unless it lay in the future and was cut to the moment the ticket was read.
    const doubt = updatedAt < fetchedAt ? minute : -minute;
    if (readAt === undefined || readAt < updatedAt + doubt) return ticket;
    // The service's days may begin at another hour than the clock of its stamps has it.
    const own = (ticket.messages ?? [])
      .map(({ sentAt }) => sentAt ?? createdAt)
      .filter((sentAt) => sentAt > createdAt && sentAt < end + dayLength);
    const last = own.reduce((latest, sentAt) => Math.max(latest, sentAt), createdAt);
    return { ...ticket, updatedAt: last === createdAt ? null : Math.max(createdAt, Math.min(last, end - 1)) };
  };
}
