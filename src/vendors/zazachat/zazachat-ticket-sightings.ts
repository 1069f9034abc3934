import { LRUCache } from 'lru-cache';
import type { Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import type { Day } from '../../vendor-kit/time-zone.ts';

/**
 * Remembers the newest day on whose list each ticket was seen. A ticket comes back on every day on which it changed;
 * the lists of earlier days, cached for long, may still hold what it was before.
 */
export interface TicketSightings {
  /** Notes which tickets the list of a day held when it was fetched. */
  note(day: Day, tickets: readonly Conversation[], fetchedAt: Instant): void;
  /** The newest day known; undefined for a ticket never seen. */
  newestDay(ticketId: string): Day | undefined;
  /** When the list of a day was last read; undefined for one never read, or whose tickets were forgotten. */
  readAt(day: Day): Instant | undefined;
}

/** Tickets that are remembered; of one that was forgotten, only the day whose list is asked for is known. */
const mostTickets = 20_000;
const mostDays = 5000;

/** Makes an empty memory. */
export function createTicketSightings(): TicketSightings {
  const reads = new LRUCache<Day, Instant>({ max: mostDays });
  const days = new LRUCache<string, Day>({
    max: mostTickets,
    // Once a ticket is forgotten, the lists that were read no longer show that they lack it.
    dispose: (_day, _ticketId, reason) => {
      if (reason === 'evict') reads.clear();
    },
  });
  return {
    note(day, tickets, fetchedAt) {
      reads.set(day, Math.max(fetchedAt, reads.peek(day) ?? -Infinity));
      for (const { vendorId } of tickets) {
        if (day >= (days.peek(vendorId) ?? '')) days.set(vendorId, day);
      }
    },
    newestDay: (ticketId) => days.get(ticketId),
    readAt: (day) => reads.get(day),
  };
}
